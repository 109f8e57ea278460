/// To be written.
public struct CalendarWords: Sendable {}

extension CalendarWords {
    /// British English.
    public static let english = CalendarWords()
}
