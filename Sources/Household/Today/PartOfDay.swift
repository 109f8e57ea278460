import Closeness

/// A part of the day, by the hour.
public enum PartOfDay: Int, Comparable, Sendable {
    /// From five.
    case morning
    /// From noon.
    case afternoon
    /// From five in the afternoon.
    case evening
    /// From ten, and until five.
    case night

    /// The part of the day at a moment.
    ///
    /// - Parameters:
    ///   - milliseconds: since 1970.
    ///   - offset: minutes east of UTC.
    public init(milliseconds: Double, offset: Int) {
        // Which minute of its day, before it becomes a whole number: one holds 32 bits in the browser, and the other's entries bear
        // whatever time they say.
        let minutes = ((milliseconds / 60_000).rounded(.down) + Double(offset)).truncatingRemainder(dividingBy: 1440)
        switch (Int(minutes) + 1440) % 1440 / 60 {
        case 5..<12: self = .morning
        case 12..<17: self = .afternoon
        case 17..<22: self = .evening
        default: self = .night
        }
    }

    /// How well a practice fits now, from 0 (another day) to 1.
    ///
    /// What is still to come today fits better than what has gone by.
    public func fit(_ moment: Practice.Moment, isWeekend: Bool) -> Double {
        let time: PartOfDay
        switch moment {
        case .any: return 0.8
        case .weekend: return isWeekend ? 1 : 0
        case .morning: time = .morning
        case .midday: time = .afternoon
        case .evening: time = .evening
        case .bedtime: time = .night
        }
        if time == self { return 1 }
        // In the evening one already thinks of bedtime.
        if time == .night, self == .evening { return 0.75 }
        return time > self ? 0.5 : 0.2
    }

    /// By the hour.
    public static func < (first: PartOfDay, second: PartOfDay) -> Bool { first.rawValue < second.rawValue }
}
