/// To be written.
public struct EntryWords: Sendable {}

extension EntryWords {
    /// British English.
    public static let english = EntryWords()
}
