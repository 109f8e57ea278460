/// To be written.
public struct TodayWords: Sendable {}

extension TodayWords {
    /// British English.
    public static let english = TodayWords()
}
