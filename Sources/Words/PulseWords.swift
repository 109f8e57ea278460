/// To be written.
public struct PulseWords: Sendable {}

extension PulseWords {
    /// British English.
    public static let english = PulseWords()
}
