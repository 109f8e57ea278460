/// To be written.
public struct HelpWords: Sendable {}

extension HelpWords {
    /// British English.
    public static let english = HelpWords()
}
