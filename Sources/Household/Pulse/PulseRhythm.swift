import Closeness
import Insight
import Ledger

/// When the two are asked for a pulse again: every week, and less often the longer all is well (see ``Insight/Rhythm``).
///
/// It follows from pulses that both can see, and from nothing that only one of them knows, so that both phones agree to the day.
public struct PulseRhythm {
    /// How often they are asked now.
    public private(set) var pace = Rhythm.Pace.weekly
    /// The last week of which both pulses are in; nil when there is none that still counts.
    public private(set) var last: Week?

    /// How many weeks back pulses bear on the rhythm: with one a month it takes more than a year to know that all is well.
    private static let weeksThatBear = 104

    /// The week in which they are asked again; nil when nothing is known that could make it later than this week.
    var due: Week? { last?.advanced(by: pace.rawValue / 7) }

    /// Brings it up to date. Costs next to nothing when no pulse has come since.
    mutating func follow(_ home: Home, _ world: World) {
        let current = home.week(world)
        // Nothing is asked of somebody who has answered.
        if home.ours?.hasPulse(of: home.me, in: current) == true { return }
        let longest = Rhythm.Pace.monthly.rawValue / 7
        let newest = (0..<longest).lazy.compactMap { current.advanced(by: -$0) }.first {
            home.sharedPulses(of: $0) != nil
        }
        guard newest != last else { return }
        last = newest
        var rhythm = Rhythm()
        var tracker = ClosenessTracker()
        var asked: Set<Pillar> = []
        if newest != nil {
            for back in (0..<Self.weeksThatBear).reversed() {
                guard let week = current.advanced(by: -back), let pulses = home.sharedPulses(of: week) else { continue }
                let day = Double(week.monday.number)
                for (person, pulse) in zip(Partner.allCases, pulses) {
                    for pillar in Pillar.allCases {
                        guard let value = pulse.pillars[pillar] else { continue }
                        asked.insert(pillar)
                        tracker.follow(Answer(person: person, pillar: pillar, day: day, value: Double(value)))
                    }
                }
                tracker.settle()
                let pillars = Pillar.allCases.filter { asked.contains($0) }
                rhythm.update(
                    day: day,
                    levels: pillars.map { pulses.count == 1 ? tracker.level($0, of: .a) : tracker.couple($0) },
                    drifts: pillars.map { tracker.drift($0) })
            }
        }
        // The rhythm slows and waits out a doubt; but nobody is told that all is well on a day when it isn't.
        pace = rhythm.wellSince == nil ? .weekly : rhythm.pace
    }
}

extension Home {
    /// Brings ``rhythm`` up to date. Costs next to nothing when no pulse has come since.
    public mutating func followRhythm(_ world: World) {
        var followed = rhythm
        followed.follow(self, world)
        rhythm = followed
    }

    /// The pulses of a week in an order that is the same on both phones, once both are in; the person's own while there is no
    /// partner.
    fileprivate func sharedPulses(of week: Week) -> [PulseAnswered]? {
        guard hasPartnerNow, let ours, let partner else {
            return mine.pulse(of: me, in: week).map { [$0.fields] }
        }
        guard let own = ours.pulse(of: me, in: week), let theirs = ours.pulse(of: partner, in: week) else { return nil }
        return me < partner ? [own.fields, theirs.fields] : [theirs.fields, own.fields]
    }

    /// In how many weeks a pulse is asked for again, when all is so well that none is asked for this week; nil otherwise.
    func weeksUntilPulse(_ world: World) -> Int? {
        guard rhythm.pace != .weekly, let due = rhythm.due else { return nil }
        let weeks = due.number - week(world).number
        return weeks > 0 ? weeks : nil
    }
}
