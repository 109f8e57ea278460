/// To be written.
public struct DataWords: Sendable {}

extension DataWords {
    /// British English.
    public static let english = DataWords()
}
