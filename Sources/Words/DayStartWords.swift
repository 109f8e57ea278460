/// When a person's day begins.
public struct DayStartWords: Sendable {
    public let title, lead, question, yours, atMidnight: String
    /// The hours from midnight on.
    public let hours: [String]
    /// What holds until that hour, and from then on.
    public let untilThen: @Sendable (_ hour: String) -> String
}

extension DayStartWords {
    /// British English.
    public static let english = DayStartWords(
        title: "When your day begins",
        lead:
            "For evenings that go on past twelve. Until this hour it is still the day before: its deed, its question, its page.",
        question: "My day begins at", yours: "This is yours alone. Your partner’s day begins when they say.",
        atMidnight: "At midnight, as by the calendar.",
        hours: ["midnight", "one", "two", "three", "four", "five"],
        untilThen: { hour in "At \(hour) in the morning. What you write before then counts as the evening before." })
}
