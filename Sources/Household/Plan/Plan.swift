import Closeness
import Ledger
import Library

/// What is in the plan, as the entries say it: of both, and the person's own.
public struct Plan {
    /// What both have said yes to, each themselves, in the order in which it was agreed.
    public let agreed: [Said<PlanEntered>]
    /// What rests of the plan of both.
    public let agreedResting: [Said<PlanRested>]
    /// What the person chose to do alone, in the order in which they did.
    public let chosen: [Said<PlanEntered>]
    /// What rests of the person's own plan.
    public let chosenResting: [Said<PlanRested>]
    /// What the person has said yes to in the plan of both, whatever the other has said. Kinds of touch are among it.
    private let entered: [Said<PlanEntered>]
    /// The names of the kinds of touch that both said yes to.
    private let touches: Set<String>

    init(_ home: Home) {
        chosen = home.mine.planned(by: [home.me])
        chosenResting = home.mine.resting(of: [home.me])
        guard let ours = home.ours else {
            (agreed, agreedResting, entered, touches) = ([], [], [], [])
            return
        }
        entered = ours.planned(by: [home.me])
        // What both said yes to on the touch menu is said in the same way, and is no part of the plan.
        let all = home.partner.map { ours.planned(by: [home.me, $0]) } ?? []
        agreed = all.filter { TouchKind.id(entryName: $0.fields.practice) == nil }
        touches = Set(all.map { $0.fields.practice }.filter { TouchKind.id(entryName: $0) != nil })
        agreedResting = (home.partner.map { ours.resting(of: [home.me, $0]) } ?? [])
            .filter { TouchKind.id(entryName: $0.fields.practice) == nil }
    }

    /// Whether both have said yes to a practice.
    public func isAgreed(_ practice: String) -> Bool { agreed.contains { $0.fields.practice == practice } }

    /// Whether both have said yes to a kind of touch.
    func isAgreedTouch(_ kind: TouchKind) -> Bool { touches.contains(kind.entryName) }

    /// Whether the person chose a practice for themselves.
    public func isChosen(_ practice: String) -> Bool { chosen.contains { $0.fields.practice == practice } }

    /// Whether the person has said yes to a practice in the plan of both.
    func hasEntered(_ practice: String) -> Bool { entered.contains { $0.fields.practice == practice } }
}

extension Home {
    /// What is in the plan now.
    public var plan: Plan { Plan(self) }

    /// The practices that these entries put into a plan, in their order; those that the content no longer has are left out.
    public func practices(_ entered: [Said<PlanEntered>]) -> [Practice] {
        entered.compactMap { catalogue.practice($0.fields.practice) }
    }

    /// Whether what happens with a practice is shared: for both when it is in their plan, takes two, or belongs to the week of a
    /// journey that both are in; else for the person alone.
    public func isShared(_ practice: Practice) -> Bool {
        guard hasPartnerNow else { return false }
        let plan = plan
        if practice.company == .together || plan.isAgreed(practice.id) { return true }
        return practice.company == .either && !plan.isChosen(practice.id) && isOfSharedWeek(practice.id)
    }
}
