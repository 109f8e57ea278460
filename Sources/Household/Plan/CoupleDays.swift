import Closeness
import Insight
import Ledger
import Library

/// What the days of the couple are like, as both have said: where they differ, the more careful one counts, so that it comes out
/// alike on both phones.
public struct CoupleDays: Equatable, Sendable {
    /// What is so for either.
    public let circumstances: Circumstances
    /// How many minutes a week they have for each other; nil when nobody said.
    public let minutesAWeek: Int?

    /// What both have said until now.
    public init(_ home: Home) {
        var circumstances: Circumstances = []
        var minutes: Int?
        for said in Self.said(home) {
            if !said.together { circumstances.insert(.apart) }
            for tag in said.tags {
                if let circumstance = Circumstance(rawValue: tag) { circumstances.insert(circumstance) }
            }
            minutes = min(minutes ?? said.minutes, said.minutes)
        }
        if !home.hasPartnerNow { circumstances.insert(.alone) }
        self.circumstances = circumstances
        minutesAWeek = minutes
    }

    private static func said(_ home: Home) -> [CircumstancesSet] {
        guard home.hasPartnerNow, let ours = home.ours else {
            return [home.ownDays].compactMap { $0 }
        }
        return [home.me, home.partner].compactMap { $0.flatMap { ours.circumstances(of: $0)?.fields } }
    }
}

extension Home {
    /// What the person said last of their days, in the space where it counts now.
    public var ownDays: CircumstancesSet? {
        if hasPartnerNow, let shared = ours?.circumstances(of: me) { return shared.fields }
        return mine.circumstances(of: me)?.fields ?? ours?.circumstances(of: me)?.fields
    }
}
