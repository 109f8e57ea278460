import Ledger

/// What the clocks of this device's time zone show at other times of the year, and showed in other years.
public struct Zone: Equatable, Sendable {
    /// From when on the clocks were ahead of UTC by so many minutes; oldest first.
    public struct Change: Equatable, Sendable {
        let milliseconds: Double
        let offset: Int

        /// A change at a time, in milliseconds since 1970, to so many minutes.
        public init(from milliseconds: Double, offset: Int) {
            self.milliseconds = milliseconds
            self.offset = offset
        }
    }

    private var changes: [Change] = []

    /// A zone of which nothing is known.
    public init() {}

    /// A zone by the changes of its clocks, oldest first.
    public init(_ changes: [Change]) { self.changes = changes }

    /// By how many minutes the clocks were ahead of UTC; nil where that isn't known.
    func offset(at milliseconds: Int64) -> Int? {
        changes.last { $0.milliseconds <= Double(milliseconds) }?.offset
    }
}

extension World {
    /// By how many minutes the clocks are ahead of UTC where this device is, at a time: in July it isn't what it is in November.
    public func offset(at milliseconds: Int64) -> Int { zone.offset(at: milliseconds) ?? offset }

    /// Today, which begins when the person says.
    public var today: Day { day(at: Int64(now), written: offset) }
    /// The day that the clocks show.
    public var dayByClock: Day { Day(milliseconds: Int64(now), offset: offset) }

    /// The day that a time belongs to: the hours before the person's day begins are those of the day before.
    ///
    /// - Parameters:
    ///   - milliseconds: since 1970.
    ///   - written: by how many minutes the clocks were ahead of UTC where it was written down; those of this device's zone count when
    ///     nil.
    public func day(at milliseconds: Int64, written: Int? = nil) -> Day {
        Day(milliseconds: milliseconds - Int64(dayStart) * 60_000, offset: written ?? offset(at: milliseconds))
    }

    /// The minute of the day at a time, 0…1439. Parameters as for ``day(at:written:)``.
    public func minute(at milliseconds: Int64, written: Int? = nil) -> Int {
        let minutes = milliseconds / 60_000 + Int64(written ?? offset(at: milliseconds))
        return Int((minutes % 1440 + 1440) % 1440)
    }

    /// The day on which something was said, where it was said.
    public func day<Fields>(of said: Said<Fields>) -> Day { day(at: said.milliseconds, written: said.offset) }

    /// The day on which an entry was written, where it was written.
    func day(of position: Log.Position, in log: Log) -> Day {
        day(at: log.stamp(at: position).milliseconds, written: log.offset(at: position))
    }
}
