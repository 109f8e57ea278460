import Closeness
import Insight
import Ledger
import Wire

/// Together: the plan of the two, and the week's round of proposals for it.
public struct Choosing {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        // The round
        case answered(String, ProposalAnswer)
        case reconsidered(String)
        case hadEnough
        case triedAgain
        // The plan
        case done(String)
        case undone(String)
        case opened(String)
        case rested(String)
        case takenUp(String)
        case agreementSeen
        // The days
        case days(DaysDraft.Action)
        case daysOpened
        case daysClosed
    }

    /// The week's round, as of the last message.
    public private(set) var round: ProposalRound?
    private var matching = Matching(.proposals)
    /// The practice that is being thought over again.
    public private(set) var reconsidered: String?
    /// The week in which the person has had enough of proposals.
    private var weekOfEnough: Week?
    /// The practice of the plan whose options are open.
    public private(set) var openPractice: String?
    /// What the days are like, while that is being said.
    public private(set) var draft: DaysDraft?
    private var key: Key?

    /// A page that nothing was done on yet.
    public init() {}

    /// What a round follows from: when it is the same, so is the round.
    private struct Key: Equatable {
        let revision: Home.Revision
        let week: Week
        let hasPartner: Bool
    }

    /// Whether the person is through with the week's round.
    public func isFinished(_ round: ProposalRound) -> Bool {
        (round.remaining.isEmpty && !round.answered.isEmpty) || weekOfEnough == round.week
    }

    // MARK: Keeping up

    /// Brings the round up to date, sends wishes that are due and asks what both want.
    public mutating func enter(_ home: inout Home, _ world: inout World) {
        refresh(home, world)
        guard let round else { return }
        matching.follow(
            round.list, isFinished: isFinished(round), isAnnounced: home.isMatchAnnounced, home, &world)
        home.isMatchAnnounced = false
    }

    /// The relay has announced that both want something new. To be called wherever the person is.
    public mutating func matchAnnounced(_ home: inout Home, _ world: inout World) {
        home.isMatchAnnounced = true
        enter(&home, &world)
    }

    private mutating func refresh(_ home: Home, _ world: World) {
        let now = Key(
            revision: home.revision, week: home.roundWeek(world),
            hasPartner: home.hasPartnerNow)
        guard now != key else { return }
        key = now
        round = ProposalRound(home, world)
    }

    /// Takes an answer in.
    public mutating func receive(_ reply: Matching.Reply, _ home: inout Home, _ world: inout World) {
        let week = (matching.week ?? home.roundWeek(world)).text
        for practice in matching.receive(reply, &home, &world) {
            // Each of the two says it themselves: what only one has entered is in nobody's plan.
            if !home.plan.hasEntered(practice) {
                home.share(.planEntered(PlanEntered(practice: practice, round: week)), &world)
            }
        }
    }

    // MARK: What a person does

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .answered(let practice, let answer): take(answer, to: practice, &home, &world)
        case .reconsidered(let practice):
            reconsidered = practice
            weekOfEnough = nil
            world.perform(.scrollTop)
        case .hadEnough: weekOfEnough = home.roundWeek(world)
        case .triedAgain: matching.tryAgain()
        case .done(let practice): home.mark(practice, on: home.today(world), isDone: true, &world)
        case .undone(let practice): home.mark(practice, on: home.today(world), isDone: false, &world)
        case .opened(let practice): openPractice = openPractice == practice ? nil : practice
        case .rested(let practice):
            home.rest(practice, &world)
            openPractice = nil
        case .takenUp(let practice):
            home.wish(for: practice, &world)
            if home.hasPartnerNow { world.tell(.takeUpAsked) }
        case .agreementSeen: home.seeAgreements(&world)
        case .daysOpened:
            draft = DaysDraft(home.ownDays)
            world.perform(.scrollTop)
        case .daysClosed: draft = nil
        case .days(let action):
            draft?.update(action)
            if action == .kept, let said = draft?.said {
                home.write(.circumstancesSet(said), &world)
                draft = nil
            }
        }
    }

    private mutating func take(
        _ answer: ProposalAnswer, to practice: String, _ home: inout Home, _ world: inout World
    ) {
        reconsidered = nil
        home.answer(answer, to: practice, &world)
        if answer == .never { world.tell(.neverAgain) }
        world.perform(.focus(Self.headingID))
    }

    /// The practice shown as the one to answer now: one that is thought over again, else the next.
    public func current(_ round: ProposalRound) -> String? {
        if let reconsidered { return reconsidered }
        return weekOfEnough == round.week ? nil : round.remaining.first?.practice
    }

    /// What became of the person's list.
    public func delivery(_ round: ProposalRound, _ home: Home, _ world: World) -> Matching.Delivery {
        matching.delivery(round.list, home, world)
    }

    /// The title that takes the focus when the next proposal comes.
    public static let headingID = "proposal"
}
