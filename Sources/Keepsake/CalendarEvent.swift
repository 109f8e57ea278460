public import Bytes
public import Ledger

/// Something that stands in the calendar of a phone: what an iCalendar file has of it (``CalendarFile``).
public struct CalendarEvent: Equatable, Sendable {
    /// When it begins.
    public enum Start: Equatable, Sendable {
        /// At one moment for both, wherever each of them is: milliseconds since 1970.
        case moment(Int64)
        /// On a day, at a minute of it (0…1439), by the clocks of wherever one is.
        case clock(Day, minute: Int)
        /// On a whole day.
        case day(Day)
    }

    /// How it comes again. What begins at a ``Start/moment(_:)`` comes by UTC, an hour off in the other half of the year: what is
    /// meant by the clock begins at ``Start/clock(_:minute:)``.
    public enum Repetition: Equatable, Sendable {
        /// Every day.
        case daily
        /// Every so many weeks, on these days of the week, 1 (Monday) … 7 (Sunday).
        case weekly(on: [Int], every: Int = 1)
        /// Every year on its day; what is on 29 February is on the last of it in other years.
        case yearly
    }

    /// By what a calendar knows it again: a file with the same one takes the place of what an earlier one had brought.
    public let id: Identifier
    /// A number that is higher the later it was changed: a calendar keeps the highest.
    public let revision: Int
    /// What it is called.
    public let title: String
    /// What there is to say about it; may be empty.
    public let text: String
    /// When it begins.
    public let start: Start
    /// How long it takes, in minutes; what is on a whole day takes that.
    public let minutes: Int
    /// Whether it takes up the time for others who look at the calendar; what is on a whole day never does.
    public let isBusy: Bool
    /// How it comes again; nil for once.
    public let repetition: Repetition?
    /// The last day on which it comes again; nil for no end.
    public let lastDay: Day?
    /// How many minutes before it the phone speaks up; nil for not at all.
    public let reminder: Int?

    /// How often something was changed, by when it last was, in milliseconds since 1970: the minute of that. Later ones are higher
    /// on whichever device, also once earlier ones were erased.
    public static func revision(since milliseconds: Int64) -> Int { Int(max(0, milliseconds) / 60_000) }

    /// Something that stands in a calendar.
    public init(
        id: Identifier, revision: Int = 0, title: String, text: String = "", start: Start, minutes: Int = 0,
        isBusy: Bool = true, repetition: Repetition? = nil, lastDay: Day? = nil, reminder: Int? = nil
    ) {
        self.id = id
        self.revision = revision
        self.title = title
        self.text = text
        self.start = start
        self.minutes = minutes
        self.isBusy = isBusy
        self.repetition = repetition
        self.lastDay = lastDay
        self.reminder = reminder
    }
}
