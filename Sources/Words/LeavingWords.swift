/// To be written.
public struct LeavingWords: Sendable {}

extension LeavingWords {
    /// British English.
    public static let english = LeavingWords()
}
