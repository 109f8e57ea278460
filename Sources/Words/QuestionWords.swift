/// To be written.
public struct QuestionWords: Sendable {}

extension QuestionWords {
    /// British English.
    public static let english = QuestionWords()
}
