import Bytes
import Closeness
import Insight
import Ledger
import Library
import Sync
import Wire

/// One week's round of proposals for the person: what is still to be answered, and what was said.
public struct ProposalRound: Equatable {
    /// How many practices are proposed in a week.
    public static let size = 5

    /// The week.
    public let week: Week
    /// What is proposed and not answered, best first.
    public let remaining: [Advice]
    /// What was answered in this round and not taken back, in order.
    public let answered: [ProposalAnswered]
    /// The practices of which the person wants that both do them, now and from earlier rounds: what a shared yes is looked for
    /// among. In the order of their ids.
    public let wanted: [String]
    /// What of it goes to the relay: all; where only what is safe is suggested (``Home/suggestsAlone``), only that and what the
    /// person has wished for by themselves since. When a list goes out follows from ``wanted``, so that nobody can tell the
    /// difference.
    public let offered: [String]
    /// Whether something was answered today, or a moment ago.
    let isUnderWay: Bool

    /// For how long an answer shows that somebody is in the middle of a round, also across midnight, in milliseconds.
    private static let moment: Int64 = 3 * 3_600_000

    /// What is laid beside the other's wishes.
    var list: WishList {
        WishList(
            subject: .proposals, week: week, wanted: wanted, offered: offered, isAnswered: !answered.isEmpty,
            isUnderWay: isUnderWay)
    }

    /// The round of the week it is now.
    public init(_ home: Home, _ world: World) {
        let today = home.today(world)
        let week = home.roundWeek(world)
        self.week = week
        let said = home.mine.proposals(of: home.me)
        let wishes = Self.wishes(home, said, offset: world.offset)
        let asked = said.filter {
            $0.fields.round == week.text && home.catalogue.practice($0.fields.practice) != nil
        }
        answered = asked.map { $0.fields }
        isUnderWay = asked.contains {
            world.day(at: $0.milliseconds, written: world.offset) == today
                || Int64(world.now) - $0.milliseconds < Self.moment
        }
        let count = max(0, Self.size - asked.count)
        remaining =
            count == 0
            ? [] : Self.propose(home, in: week, season: home.season(world), count: count, wishes: wishes)
        wanted = Self.wanted(home, said, in: week)
        offered = home.suggestsAlone ? wanted.filter { Self.isOffered($0, said, home) } : wanted
    }

    // MARK: What is proposed

    /// Both phones make the same request but for the private wishes, which are applied after the ranking.
    private static func propose(
        _ home: Home, in week: Week, season: Season, count: Int, wishes: [String: AdviceRequest.Wish]
    ) -> [Advice] {
        let monday = week.monday
        let checks = home.latestChecks(in: season)
        let days = CoupleDays(home)
        let space = home.hasPartnerNow ? home.sharedSpaceState : home.privateSpace
        let planned = home.hasPartnerNow ? home.plan.agreed : home.plan.chosen
        let mine = checks.mine.map { home.reading($0) } ?? Reading(felt: { _ in nil }, wished: { _ in nil })
        let request = AdviceRequest(
            picture: Picture(mine: mine, theirs: checks.theirs.map { home.reading($0) }),
            circumstances: days.circumstances, minutesAWeek: days.minutesAWeek, causes: causes(home),
            comfort: home.comfort(in: season), plan: Set(planned.map { $0.fields.practice }),
            history: home.history(before: monday), today: monday.number,
            seed: Seed(space: space?.record.id.bytes ?? [], number: week.number), count: count, drawn: size,
            wishes: wishes,
            safeOnly: home.suggestsAlone)
        let key = KeptRanking.Key(
            space: space?.record.id, revision: space?.replica.revision ?? 0, week: week, hasPartner: home.hasPartnerNow)
        let ranking = home.closeness.ranking.ranking(key) {
            made(request, planned, home, monday)
        }
        return Advice.shown(ranking, to: request, from: home.catalogue.practices)
    }

    /// The ranking that follows from what has been learned of the couple until a day.
    private static func made(
        _ request: AdviceRequest, _ planned: [Said<PlanEntered>], _ home: Home, _ monday: Day
    ) -> [Advice] {
        let practices = home.catalogue.practices
        let answers = home.agreedAnswers(before: monday)
        var lessons = Lessons(practices, answers: answers, history: request.history)
        for entered in planned {
            // Whether it fits their days shows after a while; what was done long ago without a word is no longer known.
            let day = Day(milliseconds: entered.milliseconds, offset: 0).number
            guard (14..<100).contains(monday.number - day) else { continue }
            let practice = entered.fields.practice
            lessons.followed(
                practice, isDone: request.history.contains { $0.practice == practice && $0.day >= day })
        }
        var request = request
        if !answers.isEmpty { request.picture = request.picture.following(lessons, isFirst: isFirst(home)) }
        return Advice.ranking(request, from: practices, causes: home.catalogue.causes, lessons: lessons)
    }

    /// Whether the person is `a` in ``Home/agreedAnswers(before:)``.
    private static func isFirst(_ home: Home) -> Bool {
        guard home.hasPartnerNow, let partner = home.partner else { return true }
        return home.me < partner
    }

    /// The causes that either has shared; the person's own while there is no partner.
    private static func causes(_ home: Home) -> Set<String> {
        guard home.hasPartnerNow, let ours = home.ours else { return Set(home.mine.causes(of: home.me)) }
        return Set(ours.causes(of: home.me) + (home.partner.map { ours.causes(of: $0) } ?? []))
    }

    /// What the person said to each practice. What they do alone already needs no proposing, and what was allowed to rest comes up
    /// again after a while, like a "not now".
    private static func wishes(
        _ home: Home, _ said: [Said<ProposalAnswered>], offset: Int
    ) -> [String: AdviceRequest.Wish] {
        var wishes: [String: AdviceRequest.Wish] = [:]
        for answer in said where TouchKind.id(entryName: answer.fields.practice) == nil {
            wishes[answer.fields.practice] =
                switch answer.fields.answer {
                case .yes: .yes
                case .notNow: .notNow(day: Day(milliseconds: answer.milliseconds, offset: offset).number)
                case .never: .never
                }
        }
        let plan = home.plan
        for rest in plan.chosenResting + plan.agreedResting where wishes[rest.fields.practice] == .yes {
            wishes[rest.fields.practice] = .notNow(day: Day(milliseconds: rest.milliseconds, offset: offset).number)
        }
        for planned in plan.chosen { wishes[planned.fields.practice] = .yes }
        return wishes
    }

    // MARK: What is wanted

    private static func isOffered(_ practice: String, _ said: [Said<ProposalAnswered>], _ home: Home) -> Bool {
        if home.catalogue.practice(practice)?.isSafeWhenAfraid == true { return true }
        return said.contains { $0.fields.practice == practice && home.isWishedSince($0.milliseconds) }
    }

    /// What entered the plan this week stays on the list: its having been found changes nothing about the wish.
    private static func wanted(_ home: Home, _ said: [Said<ProposalAnswered>], in week: Week) -> [String] {
        guard home.hasPartnerNow else { return [] }
        let plan = home.plan
        let planned = Set(plan.agreed.filter { $0.fields.round != week.text }.map { $0.fields.practice })
        var rested: [String: Int64] = [:]
        for rest in plan.agreedResting { rested[rest.fields.practice] = rest.milliseconds }
        // The relay takes lists of one length; the latest wishes are those that matter most.
        return said.filter { answer in
            answer.fields.answer == .yes && !planned.contains(answer.fields.practice)
                && answer.milliseconds > rested[answer.fields.practice] ?? .min
                && home.catalogue.practice(answer.fields.practice).map { $0.company != .alone } ?? false
        }.suffix(Limits.matchTokens).map { $0.fields.practice }.sorted()
    }
}

extension Home {
    /// The week whose round of proposals the person is at: of this week, or on a Monday the last one's when it was begun and its list
    /// isn't out. The relay takes a list for one day beyond its week, by a clock of its own.
    func roundWeek(_ world: World) -> Week {
        let day = sharedDay(world)
        let week = day.week
        guard hasPartnerNow, day.weekday == 1, Day(milliseconds: Int64(world.now), offset: 0) <= week.monday,
            let last = week.advanced(by: -1), !Matching.hasSent(last, .proposals, self),
            !Matching.hasSent(week, .proposals, self),
            mine.proposals(of: me).contains(where: {
                $0.fields.round == last.text && TouchKind.id(entryName: $0.fields.practice) == nil
            })
        else { return week }
        return last
    }
}

extension Picture {
    /// The picture of the last check with the pillars as the answers since then have moved them.
    ///
    /// - Parameter isFirst: Whether the person who looks is `a` in the lessons.
    fileprivate func following(_ lessons: Lessons, isFirst: Bool) -> Picture {
        func moved(_ reading: Reading, _ person: Partner) -> Reading {
            Reading(
                felt: { aspect in
                    guard case .pillar(let pillar) = aspect, let felt = reading.felt(aspect) else {
                        return reading.felt(aspect)
                    }
                    let level = lessons.level(pillar, of: person)
                    return Reading.Level(
                        value: min(max(level.mean, 0), 10), error: level.sd, answered: felt.answered)
                }, wished: { reading.wished($0) })
        }
        return Picture(
            mine: moved(mine, isFirst ? .a : .b), theirs: theirs.map { moved($0, isFirst ? .b : .a) })
    }
}
