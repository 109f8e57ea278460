/// To be written.
public struct ErrorWords: Sendable {}

extension ErrorWords {
    /// British English.
    public static let english = ErrorWords()
}
