/// To be written.
public struct TogetherWords: Sendable {}

extension TogetherWords {
    /// British English.
    public static let english = TogetherWords()
}
