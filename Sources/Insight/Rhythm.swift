/// How often a couple is asked how close they feel: less often the longer all is well, weekly as soon as it isn't.
///
/// A value to be kept between pulses. What it decides follows from what it was told and nothing else.
public struct Rhythm: Sendable, Hashable {
    /// How often the pulse comes round.
    public enum Pace: Int, CaseIterable, Sendable, Hashable {
        /// Every 7 days: the first months, and whenever something drifts.
        case weekly = 7
        /// Every 14 days: all has been well for eight weeks.
        case fortnightly = 14
        /// Every 28 days: all has been well for another twelve.
        case monthly = 28

        /// Days from one pulse to the next.
        public var days: Double { Double(rawValue) }

        /// Days of wellness after which this pace gives way to a slower one.
        fileprivate var slowsAfter: Double {
            switch self {
            case .weekly: 56
            case .fortnightly: 84
            case .monthly: .infinity
            }
        }
    }

    /// A pillar is well from this level on, in points: the middle of the scale, with the whole band above it.
    private static let well = 5.0
    /// A drift below this confidence does not keep the asking from slowing.
    private static let calm = 0.3

    /// How often to ask now.
    public private(set) var pace = Pace.weekly
    /// Since when all has been well at this pace; nil while it is not, or not yet known to be.
    public private(set) var wellSince: Double?

    /// The rhythm of a couple that begins: weekly.
    public init() {}

    /// Takes in how things stand on `day`, after a pulse: the couple's levels and drifts in all pillars they are asked about.
    ///
    /// A drift that is worth a look brings the weekly pulse back at once. Less than well (a level whose band reaches below
    /// the middle of the scale, or a drift that may yet turn out to be one) keeps the pace as it is.
    ///
    /// - Returns: How many days later the next pulse is due.
    @discardableResult
    public mutating func update(day: Double, levels: [Estimate], drifts: [Drift]) -> Double {
        if drifts.contains(where: { $0.urgency != .quiet }) {
            pace = .weekly
            wellSince = nil
            return pace.days
        }
        let isWell =
            !levels.isEmpty && levels.allSatisfy { $0.band.lowerBound >= Self.well }
            && drifts.allSatisfy { $0.confidence < Self.calm }
        guard isWell else {
            wellSince = nil
            return pace.days
        }
        let since = wellSince ?? day
        wellSince = since
        if day - since >= pace.slowsAfter {
            pace = pace == .weekly ? .fortnightly : .monthly
            wellSince = day
        }
        return pace.days
    }
}
