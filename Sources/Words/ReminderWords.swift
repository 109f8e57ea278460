/// Reminders at one's own hours, by the calendar of one's own phone.
public struct ReminderWords: Sendable {
    public let title, lead, detail, how, noneTitle, noneText: String
    public let hoursTitle, addTitle, days, hour, pickDay, pickHour, add, remove, removed, full: String
    public let titleTitle, titleNote, save, again: String
    /// "Tuesday and Thursday, 20:00".
    public let when: @Sendable (_ days: [String], _ hour: String) -> String
    /// What a reminder says, by its stable name.
    let titles: [(key: String, words: String)]

    /// What a reminder says, by its stable name.
    public func says(_ id: String) -> String { titles.first { $0.key == id }?.words ?? "" }
}

extension ReminderWords {
    /// British English.
    public static let english = ReminderWords(
        title: "Reminders", lead: "At your own hours, if you’d like any. Hearth sets none by itself.",
        detail: "At your own hours, if you’d like any",
        how: """
            Your phone’s own calendar does the ringing, from a file that you save here; there’s no address to subscribe to, because \
            the server would have to read it.
            """,
        noneTitle: "No reminders", noneText: "Some people like a quiet evening better.",
        hoursTitle: "Your hours", addTitle: "Add an hour", days: "The days", hour: "Time",
        pickDay: "Choose a day or more.",
        pickHour: "It needs a time.", add: "Add it", remove: "Take it out",
        removed: "It’s out of the list. If your calendar has it, delete it there too.",
        full: "Three are plenty. Take one out to add another.",
        titleTitle: "What your phone will say", titleNote: "None of these tells anybody what it’s about.",
        save: "Save them for my calendar",
        again:
            "Open the file, and they stand in your calendar. Save it again after a change: it takes the place of the first.",
        when: { days, hour in
            let named: String =
                switch days.count {
                case 7: "Every day"
                case 0, 1: days.first ?? ""
                default: days.dropLast().joined(separator: ", ") + " and " + (days.last ?? "")
                }
            return "\(named), \(hour)"
        },
        titles: [
            ("waiting", "Something is waiting"), ("quiet", "A quiet moment"), ("minutes", "Ten minutes"),
        ])
}
