import Ledger

/// The two circles of the last weeks' pulses, each person's by itself: what there is to see before there is a line.
public struct WeekCircles {
    /// One week's pulses.
    public struct One {
        /// The week they are of.
        public let week: Week
        /// The person's own; nil where that week has none.
        public fileprivate(set) var mine: PulseAnswered?
        /// The partner's; nil where there is none, or none that is open.
        public fileprivate(set) var theirs: PulseAnswered?
    }

    /// How many weeks are shown.
    public static let reach = 4

    /// The weeks that have any, latest first.
    public let weeks: [One]

    /// The weeks up to this one.
    public init(_ home: Home, _ world: World) {
        let now = home.week(world)
        var weeks: [Week: One] = [:]
        func isShown(_ week: Week) -> Bool { week <= now && now.number - week.number < Self.reach }
        for pulse in home.pulses(of: home.me) where isShown(pulse.fields.week) {
            weeks[pulse.fields.week, default: One(week: pulse.fields.week)].mine = pulse.fields
        }
        for pulse in home.partner.map({ home.pulses(of: $0) }) ?? [] where isShown(pulse.fields.week) {
            weeks[pulse.fields.week, default: One(week: pulse.fields.week)].theirs = pulse.fields
        }
        self.weeks = weeks.values.sorted { $0.week > $1.week }
    }

    /// Whether this person's own pulse of a week is among them.
    public func hasMine(in week: Week) -> Bool { weeks.contains { $0.week == week && $0.mine != nil } }
}
