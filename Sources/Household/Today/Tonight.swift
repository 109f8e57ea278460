import Closeness
import Insight
import Ledger
import Library

/// The one deed of the day: what stands on Today's first card.
public enum Tonight: Equatable {
    /// A practice from the plan, or one that somebody without a plan could begin with.
    ///
    /// - Parameter isNew: whether it has just entered the plan of both.
    case practice(Practice, isNew: Bool)
    /// A look at where one stands comes before all else.
    case check
    /// There are proposals to answer.
    case choose
    /// The proposals are answered; nothing both want is known yet.
    case awaitAgreement
    /// All has had its turn.
    case rest

    /// How many days a practice counts as new.
    private static let newDays = 3

    /// Chooses the deed: one of which the person is just telling; else of what is due in the plan the one that fits the hour and has
    /// waited longest for its turn.
    public init(_ home: Home, _ world: World, report: DeedReport = DeedReport()) {
        if let told = report.told, let practice = home.catalogue.practice(told.practice), home.suggests(practice),
            case .done = home.standing(of: told.practice, on: told.day)
        {
            self = .practice(practice, isNew: false)
            return
        }
        let today = home.today(world)
        let part = PartOfDay(milliseconds: world.now, offset: world.offset)
        if let said = Self.lastSaid(home, on: today, in: part, offset: world.offset) {
            self = .practice(said, isNew: false)
            return
        }
        let plan = home.plannedForToday
        if plan.isEmpty {
            self = Self.beginning(home, world)
            return
        }
        let lastDays = home.lastDays(of: plan, before: today)
        let entered = home.enteredDays(world)
        let isWeekend = today.weekday > 5
        var best: (practice: Practice, score: Double)?
        for practice in plan where home.standing(of: practice.id, on: today) == .open {
            let waited: Double
            if let last = lastDays[practice.id] {
                let days = Double(today.number - last.number) / Double(practice.rhythm.days)
                guard days >= 1 else { continue }
                waited = min(days, 3)
            } else {
                waited = 2
            }
            let score = waited * part.fit(practice.moment, isWeekend: isWeekend)
            if score > best?.score ?? 0 { best = (practice, score) }
        }
        if let best {
            let isNew = entered[best.practice.id].map { today.number - $0.number < Self.newDays } ?? false
            self = .practice(best.practice, isNew: isNew && lastDays[best.practice.id] == nil)
        } else if let said = Self.lastSaid(home, on: today, in: nil, offset: world.offset) {
            self = .practice(said, isNew: false)
        } else {
            self = .rest
        }
    }

    /// What somebody begins with whose plan is empty.
    private static func beginning(_ home: Home, _ world: World) -> Tonight {
        if !home.suggestsAlone, !home.hasTakenCheck(in: home.season(world)) { return .check }
        let round = ProposalRound(home, world)
        if home.hasPartnerNow, !home.suggestsAlone { return round.remaining.isEmpty ? .awaitAgreement : .choose }
        guard let first = round.remaining.first, let practice = home.catalogue.practice(first.practice) else {
            return .rest
        }
        return .practice(practice, isNew: false)
    }

    /// The practice of which somebody said last today that it was done, or the person that it is left for another day.
    ///
    /// What the other alone has said counts where both want it: nobody puts a practice before the person by reporting it.
    ///
    /// - Parameter part: Only what was said in this part of the day; nil for the whole day.
    private static func lastSaid(_ home: Home, on day: Day, in part: PartOfDay?, offset: Int) -> Practice? {
        var last: (practice: Practice, milliseconds: Int64)?
        let plan = home.plan
        for projection in [home.mine, home.ours].compactMap({ $0 }) {
            for deed in Home.recent(in: projection, since: day) where deed.day == day {
                let milliseconds = projection.log.stamp(at: deed.position).milliseconds
                guard milliseconds > last?.milliseconds ?? 0,
                    part == nil || PartOfDay(milliseconds: Double(milliseconds), offset: offset) == part,
                    let practice = home.catalogue.practice(projection.log.text(of: deed.practice)),
                    home.suggests(practice)
                else { continue }
                switch home.standing(of: practice.id, on: day) {
                case .open: continue
                case .done(byMe: false, _): if !plan.isAgreed(practice.id), !plan.isChosen(practice.id) { continue }
                case .done, .left: break
                }
                last = (practice, milliseconds)
            }
        }
        return last?.practice
    }
}

extension Home {
    /// What the plans offer for today: of both, and the person's own; only the own one without a partner.
    public var plannedForToday: [Practice] {
        let plan = plan
        var planned = hasPartnerNow ? practices(plan.agreed) : []
        for practice in practices(plan.chosen) where !planned.contains(where: { $0.id == practice.id }) {
            planned.append(practice)
        }
        return planned.filter { suggests($0) }
    }

    /// The day on which each practice entered the plan of both.
    func enteredDays(_ world: World) -> [String: Day] {
        var days: [String: Day] = [:]
        for said in plan.agreed {
            days[said.fields.practice] = world.day(at: said.milliseconds, written: world.offset)
        }
        return days
    }
}
