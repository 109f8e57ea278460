/// To be written.
public struct InviteWords: Sendable {}

extension InviteWords {
    /// British English.
    public static let english = InviteWords()
}
