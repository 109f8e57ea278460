import Closeness
import Ledger
import Library

// What a person does about practices: wish for them, do them, let them rest.

extension Home {
    /// Answers a proposal, in private. What takes only one person joins their own plan at once; what takes two waits for the
    /// other's yes.
    public mutating func answer(_ answer: ProposalAnswer, to practice: String, _ world: inout World) {
        let round = roundWeek(world).text
        write(
            .proposalAnswered(ProposalAnswered(round: round, practice: practice, answer: answer)), &world)
        let isOwn = plan.isChosen(practice)
        if answer == .yes, takesNoPartner(practice) {
            if !isOwn { write(.planEntered(PlanEntered(practice: practice, round: round)), &world) }
        } else if answer != .yes, isOwn {
            write(.planRested(PlanRested(practice: practice)), &world)
        }
    }

    /// Wishes for a practice, as a yes to a proposal.
    public mutating func wish(for practice: String, _ world: inout World) {
        answer(.yes, to: practice, &world)
    }

    /// Puts a practice into the person's own plan, whoever it could take.
    public mutating func takeAlone(_ practice: String, _ world: inout World) {
        write(.planEntered(PlanEntered(practice: practice, round: roundWeek(world).text)), &world)
    }

    /// Lets a practice rest, in the plans it is in. The person's wish for it ends with that, else a yes said long ago would bring
    /// it back.
    public mutating func rest(_ practice: String, _ world: inout World) {
        let plan = plan
        if hasPartnerNow, plan.hasEntered(practice) || plan.isAgreed(practice) {
            share(.planRested(PlanRested(practice: practice)), &world)
        }
        if plan.isChosen(practice) {
            write(.planRested(PlanRested(practice: practice)), &world)
        }
        if wishes(for: practice) {
            let answer = ProposalAnswered(round: roundWeek(world).text, practice: practice, answer: .notNow)
            write(.proposalAnswered(answer), &world)
        }
    }

    /// Whether the person has said yes to a practice and not taken it back.
    public func wishes(for practice: String) -> Bool {
        mine.proposals(of: me).contains { $0.fields.practice == practice && $0.fields.answer == .yes }
    }

    private func takesNoPartner(_ practice: String) -> Bool {
        guard hasPartnerNow else { return true }
        return catalogue.practice(practice)?.company == .alone
    }

    // MARK: Doing

    /// Says that a practice was done on a day, or takes that back.
    public mutating func mark(
        _ practice: String, on day: Day, isDone: Bool, helped: Int? = nil, note: String? = nil, _ world: inout World
    ) {
        guard let entry = catalogue.practice(practice) else { return }
        // Another line takes the place of the one before; without the deed there is none.
        let before = isDone && note == nil ? [] : ownLines(about: practice, on: day)
        if isDone {
            let done = PracticeDone(practice: practice, day: day, helped: helped, note: note, instead: before.last)
            record(.practiceDone(done), about: entry, &world)
        } else {
            record(.practiceSkipped(PracticeSkipped(practice: practice, day: day)), about: entry, &world)
        }
        for line in before { takeBack(line, &world) }
    }

    /// Leaves a practice for another day. That stays with the person: nobody is told who didn't feel like it.
    public mutating func leave(_ practice: String, on day: Day, _ world: inout World) {
        write(.practiceSkipped(PracticeSkipped(practice: practice, day: day)), &world)
    }

    /// Writes about something done where the practice belongs.
    private mutating func record(_ event: Event, about practice: Practice, _ world: inout World) {
        if isShared(practice) { share(event, &world) } else { write(event, &world) }
    }

    // MARK: Agreements

    /// The practices that both said yes to since the person last saw that, within a week.
    public func newAgreements(_ world: World) -> [Practice] {
        guard hasPartnerNow else { return [] }
        let seen = mine.setting(Self.agreementsKey).flatMap { Int64($0) } ?? 0
        let earliest = max(seen, Int64(world.now) - 7 * 86_400_000)
        return plan.agreed.filter { $0.milliseconds > earliest }.compactMap { catalogue.practice($0.fields.practice) }
            .filter { suggests($0) }
    }

    /// Notes that the person has seen what both said yes to.
    mutating func seeAgreements(_ world: inout World) {
        let latest = plan.agreed.map { $0.milliseconds }.max() ?? Int64(world.now)
        write(.settingSet(SettingSet(key: Self.agreementsKey, value: String(latest))), &world)
    }

    private static let agreementsKey = "agreements/seen"
}
