/// To be written.
public struct StoryWords: Sendable {}

extension StoryWords {
    /// British English.
    public static let english = StoryWords()
}
