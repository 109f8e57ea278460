import Closeness
import Ledger

/// How close each of the last months felt: the circles of the weekly pulses, of both, as one pair a month.
public struct MonthCircles {
    /// One month of a year.
    public struct Month {
        /// 1 (January) … 12.
        public let month: Int
        /// The year.
        public let year: Int
        fileprivate(set) var sum = 0.0
        /// How many pulses there are of it.
        public fileprivate(set) var answers = 0

        /// How far the circles overlapped, 0…1; nil without a pulse.
        public var overlap: Double? { answers > 0 ? sum / Double(answers) / 10 : nil }
    }

    /// How many months are shown.
    public static let reach = 12

    /// The months, earliest first; none before the first pulse.
    public let months: [Month]
    /// Whether pulses of both are in them.
    public let areOfBoth: Bool

    /// The months up to today. A week belongs to the month that its Thursday lies in.
    public init(_ home: Home, today: Day) {
        let now = today.date
        let first = now.year * 12 + now.month - Self.reach
        var months = (first..<first + Self.reach).map { Month(month: $0 % 12 + 1, year: $0 / 12) }
        let theirs = home.partner.map { home.pulses(of: $0) } ?? []
        areOfBoth = !theirs.isEmpty
        for pulse in home.pulses(of: home.me) + theirs {
            guard let date = pulse.fields.week.monday.advanced(by: 3)?.date else { continue }
            let index = date.year * 12 + date.month - 1 - first
            guard months.indices.contains(index) else { continue }
            months[index].sum += Double(pulse.fields.felt)
            months[index].answers += 1
        }
        self.months = Array(months.drop { $0.answers == 0 })
    }
}
