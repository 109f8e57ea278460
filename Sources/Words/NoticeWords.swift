/// To be written.
public struct NoticeWords: Sendable {}

extension NoticeWords {
    /// British English.
    public static let english = NoticeWords()
}
