import Closeness
import Household
import Insight
import Ledger
import Markup
import Wire
import Words

/// Together: the plan of the two, and the week's round of proposals for it.
public struct ProposalsPage {
    /// What a person can do here.
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

    /// What this page waits for: the steps of an exchange about shared wishes (see ``Matching``).
    public enum Reply: Equatable, Sendable {
        /// The tokens of the person's wishes.
        case tokensMade(Outcome<MatchAnswer>)
        /// The padded list of them.
        case listMade(Outcome<MatchAnswer>)
        /// What both want, after sending a list or after only asking.
        case compared(isSent: Bool, Outcome<MatchTokens>)
    }

    /// The week's round, as of the last message.
    private(set) var round: ProposalRound?
    private var matching = Matching()
    /// The practice that is being thought over again.
    private(set) var reconsidered: String?
    /// The week in which the person has had enough of proposals.
    private var weekOfEnough: Week?
    /// The practice of the plan whose options are open.
    private(set) var openPractice: String?
    /// What the days are like, while that is being said.
    private(set) var draft: DaysDraft?
    private var glance: Glance?

    /// A page that nothing was done on yet.
    public init() {}

    /// What a round follows from: when it is the same, so is the round.
    private struct Glance: Equatable {
        let revision: Home.Revision
        let week: Week
        let hasPartner: Bool
    }

    /// Whether the person is through with the week's round.
    func isFinished(_ round: ProposalRound) -> Bool {
        (round.remaining.isEmpty && !round.answered.isEmpty) || weekOfEnough == round.week
    }

    // MARK: Keeping up

    /// Brings the round up to date, sends wishes that are due and asks what both want.
    mutating func enter(_ home: inout Home, _ shell: inout Shell) {
        refresh(home, shell)
        guard let round else { return }
        matching.follow(
            round, isFinished: isFinished(round), isAnnounced: home.isMatchAnnounced, home, &shell)
        home.isMatchAnnounced = false
    }

    /// The relay has announced that both want something new. To be called wherever the person is.
    mutating func matchAnnounced(_ home: inout Home, _ shell: inout Shell) {
        home.isMatchAnnounced = true
        enter(&home, &shell)
    }

    private mutating func refresh(_ home: Home, _ shell: Shell) {
        let now = Glance(
            revision: home.revision, week: home.week(shell.world),
            hasPartner: home.hasPartnerNow)
        guard now != glance else { return }
        glance = now
        round = ProposalRound(home, shell.world)
    }

    mutating func receive(_ reply: Reply, _ home: inout Home, _ shell: inout Shell) {
        let week = home.week(shell.world).text
        for practice in matching.receive(reply, &home, &shell) {
            // Each of the two says it themselves: what only one has entered is in nobody's plan.
            if !home.hasEntered(practice) {
                home.share(.planEntered(PlanEntered(practice: practice, round: week)), &shell.world)
            }
        }
    }

    // MARK: What a person does

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .answered(let practice, let answer): take(answer, to: practice, &home, &shell)
        case .reconsidered(let practice):
            reconsidered = practice
            weekOfEnough = nil
            shell.perform(.scrollTop)
        case .hadEnough: weekOfEnough = home.week(shell.world)
        case .triedAgain: matching.tryAgain()
        case .done(let practice): home.mark(practice, isDone: true, &shell.world)
        case .undone(let practice): home.mark(practice, isDone: false, &shell.world)
        case .opened(let practice): openPractice = openPractice == practice ? nil : practice
        case .rested(let practice):
            home.rest(practice, &shell.world)
            openPractice = nil
        case .takenUp(let practice):
            home.wish(for: practice, &shell.world)
            if home.hasPartnerNow { shell.say(shell.words.together.plan.takeUpAsked) }
        case .agreementSeen: home.seeAgreements(&shell.world)
        case .daysOpened:
            draft = DaysDraft(home.ownDays)
            shell.perform(.scrollTop)
        case .daysClosed: draft = nil
        case .days(let action):
            draft?.update(action)
            if action == .kept, let said = draft?.said {
                home.write(.circumstancesSet(said), &shell.world)
                draft = nil
            }
        }
    }

    private mutating func take(
        _ answer: ProposalAnswer, to practice: String, _ home: inout Home, _ shell: inout Shell
    ) {
        reconsidered = nil
        home.answer(answer, to: practice, &shell.world)
        if answer == .never { shell.say(shell.words.together.round.neverNote) }
        shell.perform(.focus(Self.headingID))
    }

    /// The practice shown as the one to answer now: one that is thought over again, else the next.
    func current(_ round: ProposalRound) -> String? {
        if let reconsidered { return reconsidered }
        return weekOfEnough == round.week ? nil : round.remaining.first?.practice
    }

    /// What became of the person's list.
    func delivery(_ round: ProposalRound, _ home: Home, _ shell: Shell) -> Matching.Delivery {
        matching.delivery(round, home, shell)
    }

    /// The title that takes the focus when the next proposal comes.
    static let headingID = "proposal"
}
