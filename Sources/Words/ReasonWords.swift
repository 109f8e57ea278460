/// To be written.
public struct ReasonWords: Sendable {}

extension ReasonWords {
    /// British English.
    public static let english = ReasonWords()
}
