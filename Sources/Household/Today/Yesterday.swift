import Bytes
import Closeness
import Ledger
import Library

/// What of the plan could have been done yesterday and nobody has said anything about, so that it can be said today. Nobody is asked:
/// it stands folded at the end of Today.
public struct Yesterday: Equatable, Sendable {
    /// Yesterday.
    public let day: Day
    /// What can be said to have been done.
    public let open: [Practice]
    /// What the person has said of yesterday today: the rest of it can be said as well.
    public let said: [Practice]

    /// Whether there is nothing to say.
    public var isEmpty: Bool { open.isEmpty && said.isEmpty }

    /// What there is to say in a home; nil on the first of all days.
    init?(_ home: Home, _ world: World) {
        let today = home.today(world)
        guard let day = today.advanced(by: -1) else { return nil }
        self.day = day
        let entered = home.enteredDays(world)
        let plan = home.plannedForToday.filter { entered[$0.id].map { $0 <= day } ?? true }
        let last = home.lastDays(of: plan, before: day)
        open = plan.filter { practice in
            switch home.standing(of: practice.id, on: day) {
            case .done: return false
            // Left in the evening, and done after all.
            case .open, .left: break
            }
            return (practice.rhythm.days == 1 || home.standing(of: practice.id, on: today) == .open)
                && last[practice.id].map { day.number - $0.number >= practice.rhythm.days } ?? true
        }
        var said: [Practice] = []
        for projection in [home.mine, home.ours].compactMap({ $0 }) {
            for deed in Home.recent(in: projection, since: day)
            where deed.day == day && deed.isDone && projection.log.author(at: deed.position) == home.me
                && world.day(of: deed.position, in: projection.log) == today
            {
                guard let practice = home.catalogue.practice(projection.log.text(of: deed.practice)),
                    home.suggests(practice), !said.contains(practice),
                    case .done(byMe: true, _) = home.standing(of: practice.id, on: day)
                else { continue }
                said.append(practice)
            }
        }
        self.said = said
    }
}
