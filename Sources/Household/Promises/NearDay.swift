import Ledger

/// A day as one says it when one promises or plans something: near enough to be remembered.
public enum NearDay: String, CaseIterable, Sendable {
    case today, tomorrow
    /// By the end of this week.
    case sunday
    /// In a week, in two, in four.
    case week, fortnight, month

    /// The days that can be chosen on a day. Sunday is among them while it is neither today nor tomorrow.
    public static func offered(on today: Day) -> [NearDay] {
        allCases.filter { $0 != .sunday || today.weekday < 6 }
    }

    /// What one would say of a day on another; nil when there is no word for it.
    init?(_ day: Day?, on today: Day) {
        guard let found = Self.offered(on: today).first(where: { $0.day(from: today) == day }) else { return nil }
        self = found
    }

    /// The day that is meant on a day.
    public func day(from today: Day) -> Day {
        let days =
            switch self {
            case .today: 0
            case .tomorrow: 1
            case .sunday: 7 - today.weekday
            case .week: 7
            case .fortnight: 14
            case .month: 28
            }
        return today.advanced(by: days) ?? today
    }
}
