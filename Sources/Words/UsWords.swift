/// To be written.
public struct UsWords: Sendable {}

extension UsWords {
    /// British English.
    public static let english = UsWords()
}
