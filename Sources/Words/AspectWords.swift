/// To be written.
public struct AspectWords: Sendable {}

extension AspectWords {
    /// British English.
    public static let english = AspectWords()
}
