/// A practice done, or left out, on a day.
public struct Deed: Hashable, Sendable {
    /// The entry that says so.
    public let position: Log.Position
    /// The practice; ``Log/text(of:)`` tells its name.
    public let practice: Symbol
    private let dayNumber: Int32
    private let help: Int8
    /// Whether it was done rather than left out.
    public let isDone: Bool

    init(position: Log.Position, record: LogRecord) {
        self.position = position
        practice = record.subject
        dayNumber = record.ordinal
        help = Int8(truncatingIfNeeded: record.value)
        isDone = record.kind == .practiceDone
    }

    /// The day on which it was.
    public var day: Day {
        Day(number: Int(dayNumber)) ?? Day(milliseconds: 0, offset: 0)
    }

    /// How much it helped, one of ``PracticeDone/helpScale``; nil when it wasn't said.
    public var helped: Int? {
        help < 0 ? nil : Int(help)
    }
}
