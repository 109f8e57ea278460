import Bytes
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("Dates of the two")
struct DatesTests {
    private let hour: Int64 = 3_600_000

    private func look(_ couple: inout Couple) throws {
        try couple.ana.look()
        try couple.ben.look()
    }

    /// What lies face down, as everybody's entries have it.
    private func drawn(_ couple: Couple) throws -> (id: Identifier, ideas: [String]) {
        let date = try #require(couple.ben.home.shownDates.first)
        guard case .drawn(let ideas, _) = date.state.phase else { throw Unexpected() }
        return (date.state.id, ideas)
    }

    private struct Unexpected: Error {}

    private func draw(_ couple: inout Couple) throws {
        var isDrawn = false
        try couple.ana.act { isDrawn = $0.drawDate(&$1) }
        #expect(isDrawn)
        try look(&couple)
    }

    @Test("both throw in, each takes out their own, and what both threw in is there while either wants it")
    func hat() throws {
        var couple = try Couple()
        try couple.ana.act { $0.throwIn("date1", &$1) }
        try couple.ana.act { $0.throwIn(words: "The boat that never leaves", &$1) }
        try couple.ben.act { $0.throwIn("date1", &$1) }
        try look(&couple)
        for home in [couple.ana.home, couple.ben.home] {
            #expect(home.dateHat.map { $0.title } == ["Date 1", "The boat that never leaves"])
        }
        try couple.ana.act { $0.takeOut("date1", &$1) }
        try look(&couple)
        #expect(couple.ben.home.dateHat.count == 2 && !couple.ana.home.isInHat("date1"))
        let own = try #require(couple.ana.home.dateHat.first { $0.idea == nil })
        try couple.ana.act { $0.takeOut(own.id, &$1) }
        try look(&couple)
        #expect(couple.ben.home.dateHat.map { $0.id } == ["date1"])
        #expect(!couple.relay.has("The boat that never leaves", in: couple.shared), "its words are erased")
    }

    @Test("what either never wants is neither drawn by them nor shown to them, and the other’s device can’t tell")
    func never() throws {
        var couple = try Couple()
        for number in 0..<4 { try couple.ana.act { $0.judge("date\(number)", isNever: true, &$1) } }
        let shared = couple.ana.home.ours?.log.count
        try look(&couple)
        #expect(couple.ana.home.ours?.log.count == shared && !couple.relay.has("date.judged", in: couple.shared))
        try draw(&couple)
        let (_, ideas) = try drawn(couple)
        #expect(Set(ideas) == ["date4", "date5", "date6", "date7", "date8", "date9"])
        // Ben never wants the first four of what Ana drew: he sees the rest, and she nothing of that.
        for idea in ideas.prefix(4) { try couple.ben.act { $0.judge(idea, isNever: true, &$1) } }
        #expect(couple.ben.home.hand(ideas).map { $0.id } == Array(ideas.dropFirst(4)))
        #expect(couple.ana.home.shownDates.first?.idea == nil)
    }

    @Test("one draws, the other chooses, one suggests an hour, and it is agreed by the other’s yes to just that")
    func agreeing() throws {
        var couple = try Couple()
        try draw(&couple)
        let (date, ideas) = try drawn(couple)
        #expect(couple.ben.home.hand(ideas).count == 3)
        // Whoever drew chooses nothing, whatever their client writes.
        try couple.ana.act { $0.write(.dateChosen(DateChosen(date: date, idea: ideas[0])), &$1) }
        try look(&couple)
        #expect(try drawn(couple).id == date)
        try couple.ben.act { $0.write(.dateChosen(DateChosen(date: date, idea: ideas[1])), &$1) }
        try look(&couple)
        let chosen = try #require(couple.ana.home.shownDates.first?.idea)
        #expect(chosen.id == ideas[1])
        let moment = Int64(Device.start) + 30 * hour
        try couple.ana.act { $0.planDate(chosen, at: moment, &$1) }
        try couple.ana.act { $0.write(.dateAgreed(DateAgreed(date: date, at: moment)), &$1) }
        try look(&couple)
        #expect(try plan(couple.ben)?.isAgreed == false, "nobody agrees with themselves")
        #expect(
            DateErrand(couple.ben.home, couple.ben.world) != nil && DateErrand(couple.ana.home, couple.ana.world) == nil
        )
        try couple.ben.act { $0.write(.dateAgreed(DateAgreed(date: date, at: moment + 1)), &$1) }
        try look(&couple)
        #expect(try plan(couple.ana)?.isAgreed == false)
        try couple.ben.act { $0.write(.dateAgreed(DateAgreed(date: date, at: moment)), &$1) }
        try look(&couple)
        #expect(try plan(couple.ana)?.isAgreed == true)
        // Another hour asks anew, and the calendar is told that it is newer.
        try couple.ben.act { $0.planDate(chosen, at: moment + 24 * hour, &$1) }
        try look(&couple)
        #expect(try plan(couple.ana)?.isAgreed == false && plan(couple.ana)?.revision == 1)
        #expect(couple.ana.home.shownDates.count == 1)
    }

    private func plan(_ device: Device) throws -> DateState.Plan? {
        guard case .planned(let plan) = device.home.shownDates.first?.state.phase else { return nil }
        return plan
    }

    @Test("Today says when it is near and the day after, and a moment is kept once for both")
    func today() throws {
        var couple = try Couple()
        let idea = try #require(couple.ana.home.dateIdea("date3"))
        let moment = Int64(Device.start) + 2 * hour
        try couple.ana.act { $0.planDate(idea, at: moment, &$1) }
        try look(&couple)
        let date = try #require(couple.ben.home.shownDates.first)
        #expect(DateErrand(couple.ben.home, couple.ben.world) == .asked(date))
        try couple.ben.act { $0.write(.dateAgreed(DateAgreed(date: date.state.id, at: moment)), &$1) }
        try look(&couple)
        let agreed = try #require(couple.ana.home.shownDates.first)
        #expect(DateErrand(couple.ana.home, couple.ana.world) == .today(agreed))
        couple.ana.world.now += Double(4 * hour)
        #expect(DateErrand(couple.ana.home, couple.ana.world) == .was(agreed))
        var kept: Identifier?
        try couple.ana.act { kept = $0.keepDate(agreed, &$1) }
        #expect(kept != nil)
        try look(&couple)
        #expect(couple.ben.home.shownDates.isEmpty)
        #expect(
            Timeline(couple.ben.home, couple.ben.world).items.contains { item in
                if case .moment("Date 3", _) = item.subject { return true }
                return false
            })
    }

    @Test("nothing towards the other is put before somebody who is afraid of them; the page is as it is for anybody")
    func afraid() throws {
        var couple = try Couple()
        try draw(&couple)
        #expect(DateErrand(couple.ben.home, couple.ben.world) == .choose)
        try couple.ben.act { $0.suggestAlone(true, &$1) }
        #expect(DateErrand(couple.ben.home, couple.ben.world) == nil)
        #expect(couple.ben.home.shownDates.count == 1)
    }
}
