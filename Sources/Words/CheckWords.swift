/// To be written.
public struct CheckWords: Sendable {}

extension CheckWords {
    /// British English.
    public static let english = CheckWords()
}
