import Bytes
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("The plan of the two")
struct PlanTests {
    private let practice = "evening-walk"

    private func enter(_ device: inout Device) throws {
        try device.act { home, world in
            home.share(.planEntered(PlanEntered(practice: practice, round: home.week(world).text)), &world)
        }
    }

    private func look(_ couple: inout Couple) throws {
        try couple.ana.look()
        try couple.ben.look()
    }

    @Test("a practice is in it once each of the two has said so themselves")
    func both() throws {
        var couple = try Couple()
        try enter(&couple.ana)
        try look(&couple)
        #expect(!couple.ana.home.plan.isAgreed(practice) && !couple.ben.home.plan.isAgreed(practice))
        #expect(couple.ana.home.plan.hasEntered(practice) && !couple.ben.home.plan.hasEntered(practice))
        try enter(&couple.ben)
        try look(&couple)
        #expect(couple.ana.home.plan.isAgreed(practice) && couple.ben.home.plan.isAgreed(practice))
    }

    @Test("either lets it rest for both, and a yes said long ago doesn’t bring it back")
    func resting() throws {
        var couple = try Couple()
        try couple.ana.act { $0.answer(.yes, to: practice, &$1) }
        try enter(&couple.ana)
        try enter(&couple.ben)
        try look(&couple)
        try couple.ana.act { $0.rest(practice, &$1) }
        try look(&couple)
        #expect(!couple.ana.home.plan.isAgreed(practice) && !couple.ben.home.plan.isAgreed(practice))
        #expect(!couple.ana.home.wishes(for: practice))
        #expect(couple.ben.home.plan.agreedResting.map { $0.fields.practice } == [practice])
    }

    @Test("what was answered to a proposal stays with whoever answered")
    func answers() throws {
        var couple = try Couple()
        try couple.ana.act { $0.answer(.never, to: practice, &$1) }
        try look(&couple)
        #expect(!couple.relay.has(practice, in: couple.shared))
        #expect(couple.ana.home.mine.proposals(of: couple.ana.home.me).map { $0.fields.answer } == [.never])
    }

    @Test("alone, a yes puts it into one’s own plan, and “not now” takes it out again")
    func alone() throws {
        let account = Sample.account()
        var device = try Device(account, SmallRelay(account))
        try device.act { $0.wish(for: practice, &$1) }
        #expect(device.home.plan.isChosen(practice))
        try device.act { $0.answer(.notNow, to: practice, &$1) }
        #expect(!device.home.plan.isChosen(practice))
    }
}
