/// To be written.
public struct SettingsWords: Sendable {}

extension SettingsWords {
    /// British English.
    public static let english = SettingsWords()
}
