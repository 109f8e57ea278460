import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("The story in chapters")
struct ChaptersTests {
    private func chapters(_ device: Device) -> Chapters { Chapters(device.home, device.world) }

    @Test("each tells apart; a chapter opens once both have, and then stands on both phones")
    func apart() throws {
        var couple = try Couple()
        #expect(chapters(couple.ana).untold.map { $0.question.id } == ["met"])
        #expect(chapters(couple.ana).areMoreToCome, "what asks for more openness waits until both are ready")
        try couple.ana.act { $0.answer("met", "At the ferry, in the wrong queue.", &$1) }
        try couple.ben.look()
        #expect(chapters(couple.ana).untold.map { $0.standing } == [.sealed(mine: "At the ferry, in the wrong queue.")])
        #expect(chapters(couple.ben).waiting == 1 && chapters(couple.ana).waiting == 0)
        #expect(chapters(couple.ben).open.isEmpty && !couple.ben.keeps("wrong queue"))
        try couple.ben.act { $0.answer("met", "You had my umbrella.", &$1) }
        try couple.ana.look()
        try couple.ben.look()
        #expect(
            chapters(couple.ana).open.map { $0.standing } == [
                .open(mine: "At the ferry, in the wrong queue.", theirs: "You had my umbrella.")
            ])
        #expect(
            chapters(couple.ben).open.map { $0.standing } == [
                .open(mine: "You had my umbrella.", theirs: "At the ferry, in the wrong queue.")
            ])
        #expect(chapters(couple.ben).waiting == 0 && chapters(couple.ben).untold.isEmpty)
    }

    @Test("a chapter that is left out leaves no trace at the other's, and can be told after all")
    func leftOut() throws {
        var couple = try Couple()
        let before = couple.relay.envelopes(in: couple.shared)
        try couple.ben.act { $0.write(.questionPassed(QuestionPassed(question: "met")), &$1) }
        #expect(couple.relay.envelopes(in: couple.shared) == before)
        #expect(chapters(couple.ben).untold.map { $0.standing } == [.passed])
        try couple.ana.look()
        #expect(chapters(couple.ana).untold.map { $0.standing } == [.asked])
        // Also while the other's telling waits for it.
        try couple.ana.act { $0.answer("met", "At the ferry.", &$1) }
        try couple.ben.look()
        #expect(chapters(couple.ben).untold.map { $0.isWaiting } == [true])
        try couple.ben.act { $0.answer("met", "In the rain.", &$1) }
        #expect(chapters(couple.ben).untold.isEmpty && chapters(couple.ben).open.count == 1)
    }

    @Test("what somebody told before there was a partner stays theirs, and is asked anew")
    func alone() throws {
        var device = try Device(Sample.account(1, shared: []), SmallRelay(Sample.account(1, shared: [])))
        try device.act { $0.answer("met", "At the ferry.", &$1) }
        #expect(chapters(device).open.map { $0.standing } == [.kept(mine: "At the ferry.")])
        #expect(chapters(device).waiting == 0)
    }

    @Test("an opened chapter is among what a year's book can hold, and no chapter is a day's question")
    func elsewhere() throws {
        var couple = try Couple()
        try couple.ana.act { $0.answer("met", "At the ferry.", &$1) }
        try couple.ben.look()
        try couple.ben.act { $0.answer("met", "In the rain.", &$1) }
        try couple.ana.look()
        let items = YearBook.all(couple.ana.home, couple.ana.world)
        #expect(items.map { $0.kind } == [.answers])
        for days in 0..<40 {
            couple.ana.world.now = Device.start + Double(days) * 86_400_000
            #expect(!Chapters.hold(QuestionBook(couple.ana.home, couple.ana.world).todays))
        }
    }
}
