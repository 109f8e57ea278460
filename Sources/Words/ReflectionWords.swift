/// To be written.
public struct ReflectionWords: Sendable {}

extension ReflectionWords {
    /// British English.
    public static let english = ReflectionWords()
}
