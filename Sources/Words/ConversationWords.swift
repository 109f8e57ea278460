/// To be written.
public struct ConversationWords: Sendable {}

extension ConversationWords {
    /// British English.
    public static let english = ConversationWords()
}
