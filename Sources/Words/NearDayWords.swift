/// Days near enough to be remembered: those that can be chosen, and the one that was.
public struct NearDayWords: Sendable {
    /// What is chosen.
    public let title: String
    public let today, tomorrow, sunday, week, fortnight, month: String
    public let forToday, forTomorrow, dayWasYesterday: String
    /// The day by which, and the day that has gone by.
    public let forDay, dayWas: @Sendable (_ day: String) -> String
}

extension NearDayWords {
    /// British English.
    public static let english = NearDayWords(
        title: "The day",
        today: "Sometime today", tomorrow: "Tomorrow", sunday: "By Sunday", week: "In a week",
        fortnight: "In two weeks",
        month: "In four weeks",
        forToday: "For today", forTomorrow: "For tomorrow", dayWasYesterday: "Its day was yesterday.",
        forDay: { day in "For \(day)" }, dayWas: { day in "Its day was \(day)." })
}
