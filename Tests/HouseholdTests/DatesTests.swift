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
        let date = try #require(couple.ben.shown.first)
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
        try couple.ana.act { _ = $0.throwIn(words: "The boat that never leaves", &$1) }
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

    @Test("what either never wants is neither drawn by them nor shown to them, and nothing is written of it for both")
    func never() throws {
        var couple = try Couple()
        for number in 0..<10 { try couple.ana.act { $0.judge("date\(number)", isNever: true, &$1) } }
        let shared = couple.ana.home.ours?.log.count
        try look(&couple)
        #expect(couple.ana.home.ours?.log.count == shared && !couple.relay.has("date.judged", in: couple.shared))
        try draw(&couple)
        let (_, ideas) = try drawn(couple)
        #expect(ideas.count == 7 && Set(ideas).isDisjoint(with: (0..<10).map { "date\($0)" }))
        // Ben never wants the first three of what Ana drew: he sees the rest, and she nothing of that.
        for idea in ideas.prefix(3) { try couple.ben.act { $0.judge(idea, isNever: true, &$1) } }
        try look(&couple)
        #expect(couple.ben.home.hand(ideas).map { $0.id } == Array(ideas[3..<6]))
        #expect(couple.ana.shown.first?.idea == nil && couple.ana.shown.count == 1)
    }

    @Test(
        "whether one never wants what the other threw in changes nothing in what one draws", arguments: [false, true])
    func neverOfTheOthers(isNever: Bool) throws {
        var couple = try Couple()
        for number in 0..<3 { try couple.ben.act { $0.throwIn("date\(number)", &$1) } }
        for number in 3..<10 { try couple.ana.act { $0.throwIn("date\(number)", &$1) } }
        try look(&couple)
        if isNever { try couple.ana.act { $0.judge("date1", isNever: true, &$1) } }
        try draw(&couple)
        #expect(Set(try drawn(couple).ideas) == Set((3..<10).map { "date\($0)" }))
    }

    @Test("of the library each draws from a half of their own, however often: what is missing may be chance")
    func half() throws {
        var couple = try Couple()
        var drawn: Set<String> = []
        for _ in 0..<60 {
            try draw(&couple)
            let date = try #require(couple.ben.shown.first)
            guard case .drawn(let ideas, _) = date.state.phase else { throw Unexpected() }
            drawn.formUnion(ideas)
            try couple.ana.act { _ = $0.putBackDate(date.state.id, &$1) }
            try look(&couple)
        }
        #expect((10...30).contains(drawn.count), "\(drawn.count) of forty")
    }

    @Test("one draws, the other chooses, one suggests an hour, and it is agreed by the other’s yes to just that")
    func agreeing() throws {
        var couple = try Couple()
        try draw(&couple)
        let (date, ideas) = try drawn(couple)
        #expect(couple.ben.home.hand(ideas).count == 3)
        // Whoever drew chooses nothing, whatever their client writes.
        try couple.ana.act { $0.chooseDate(date, ideas[0], &$1) }
        try couple.ana.act { $0.write(.dateChosen(DateChosen(date: date, idea: ideas[0])), &$1) }
        try look(&couple)
        #expect(try drawn(couple).id == date)
        try couple.ben.act { $0.chooseDate(date, ideas[1], &$1) }
        try look(&couple)
        let chosen = try #require(couple.ana.shown.first?.idea)
        #expect(chosen.id == ideas[1])
        let moment = Int64(Device.start) + 30 * hour
        var entry: Identifier?
        try couple.ana.act { entry = $0.planDate(chosen, at: moment, &$1) }
        let first = try #require(entry)
        try couple.ana.act { $0.agreeToDate(first, &$1) }
        try couple.ana.act { $0.write(.dateAgreed(DateAgreed(date: date, plan: first)), &$1) }
        try look(&couple)
        #expect(try plan(couple.ben).isAgreed == false, "nobody agrees with themselves")
        #expect(waiting(couple.ben) != nil && waiting(couple.ana) == nil)
        // A yes that crosses another suggestion, be it for the same hour, is a yes to what its author had seen.
        let toast = try #require(couple.ana.home.dateIdea("date0"))
        try couple.ana.act { $0.write(.datePlanned(DatePlanned(date: date, idea: toast.id, at: moment)), &$1) }
        try couple.ben.act { $0.agreeToDate(first, &$1) }
        try look(&couple)
        #expect(try plan(couple.ana).isAgreed == false && plan(couple.ben).idea == "date0")
        let second = try plan(couple.ben).entry
        try couple.ben.act { $0.agreeToDate(second, &$1) }
        try look(&couple)
        #expect(try plan(couple.ana).isAgreed)
        // Another hour asks anew.
        try couple.ben.act { _ = $0.planDate(toast, at: moment + 24 * hour, &$1) }
        try look(&couple)
        #expect(try plan(couple.ana).isAgreed == false && couple.ana.shown.count == 1)
    }

    private func plan(_ device: Device) throws -> DateState.Plan { try #require(device.shown.first?.plan) }
    private func waiting(_ device: Device) -> DateErrand? { DateErrand.waiting(device.shown, device.home) }
    private func near(_ device: Device) -> DateErrand? { DateErrand.near(device.shown, device.home, device.world) }

    @Test("what is put aside is put aside for oneself alone, until something else is suggested; unanswered it fades")
    func aside() throws {
        var couple = try Couple()
        try draw(&couple)
        let (date, ideas) = try drawn(couple)
        let entries = couple.ana.home.ours?.log.count
        try couple.ben.act { $0.putAsideDate(date, &$1) }
        try look(&couple)
        #expect(couple.ben.shown.isEmpty && waiting(couple.ben) == nil)
        #expect(couple.ana.shown.count == 1 && couple.ana.home.ours?.log.count == entries, "she sees nothing of it")
        let idea = try #require(couple.ana.home.dateIdea(ideas[0]))
        let moment = Int64(Device.start) + 30 * hour
        try couple.ana.act { _ = $0.planDate(idea, at: moment, &$1) }
        try look(&couple)
        let asked = try #require(couple.ben.shown.first)
        try couple.ben.act { $0.putAsideDate(asked.state.id, &$1) }
        try look(&couple)
        #expect(couple.ben.shown.isEmpty && couple.ana.shown.count == 2)
        try couple.ana.act { _ = $0.planDate(idea, at: moment + hour, &$1) }
        try look(&couple)
        #expect(couple.ben.shown.count == 1, "another hour is another suggestion")
        couple.ana.world.now += Double(40 * hour)
        #expect(couple.ana.shown.count == 1, "its hour has gone by without a yes")
        couple.ana.world.now += Double(14 * 24 * hour)
        #expect(couple.ana.shown.isEmpty, "and so has the draw")
    }

    @Test(
        "what the other’s clock has drawn days ahead waits for its time, and fades like any other",
        arguments: [30, 400])
    func ahead(days: Int64) throws {
        var couple = try Couple()
        couple.ben.world.now += Double(days * 24 * hour)
        var isDrawn = false
        try couple.ben.act { isDrawn = $0.drawDate(&$1) }
        #expect(isDrawn)
        try couple.ana.look()
        #expect(couple.ana.shown.isEmpty && waiting(couple.ana) == nil)
        couple.ana.world.now += Double(days * 24 * hour)
        #expect(couple.ana.shown.count == 1 && waiting(couple.ana) == .choose)
        couple.ana.world.now += Double(15 * 24 * hour)
        #expect(couple.ana.shown.isEmpty && waiting(couple.ana) == nil)
    }

    @Test("one’s own suggestion is taken back with its words; a date is put back by either, and comes again by Undo")
    func takingBack() throws {
        var couple = try Couple()
        var own: String?
        try couple.ana.act { own = $0.throwIn(words: "The boat that never leaves", &$1) }
        let name = try #require(own)
        let idea = try #require(couple.ana.home.dateIdea(name))
        let moment = Int64(Device.start) + 30 * hour
        try couple.ana.act { _ = $0.planDate(idea, at: moment, &$1) }
        try couple.ana.act { $0.takeOut(idea.id, &$1) }
        try look(&couple)
        #expect(couple.ben.shown.first?.idea?.title == "The boat that never leaves")
        #expect(couple.ben.home.dateIdea(idea.id)?.title == "The boat that never leaves", "for another time")
        let entry = try plan(couple.ana).entry
        try couple.ana.act { $0.takeBack(entry, &$1) }
        try look(&couple)
        #expect(couple.ben.shown.isEmpty && !couple.relay.has("The boat that never leaves", in: couple.shared))
        let toast = try #require(couple.ana.home.dateIdea("date0"))
        try couple.ana.act { _ = $0.planDate(toast, at: moment, &$1) }
        try look(&couple)
        let agreed = try plan(couple.ben).entry
        try couple.ben.act { $0.agreeToDate(agreed, &$1) }
        try look(&couple)
        let date = try #require(couple.ana.shown.first?.state.id)
        var mark: Identifier?
        try couple.ana.act { mark = $0.putBackDate(date, &$1) }
        try look(&couple)
        #expect(couple.ben.shown.isEmpty)
        let back = try #require(mark)
        try couple.ana.act { $0.takeBack(back, &$1) }
        try look(&couple)
        #expect(try plan(couple.ben).isAgreed)
    }

    @Test("Today says when it is near and the day after, and a moment is kept once for both")
    func today() throws {
        var couple = try Couple()
        let idea = try #require(couple.ana.home.dateIdea("date3"))
        let moment = Int64(Device.start) + 2 * hour
        try couple.ana.act { _ = $0.planDate(idea, at: moment, &$1) }
        try look(&couple)
        let date = try #require(couple.ben.shown.first)
        #expect(waiting(couple.ben) == .asked(date) && near(couple.ben) == nil)
        var kept: (moment: Identifier, mark: Identifier)?
        try couple.ana.act { kept = $0.keepDate(date.state.id, &$1) }
        #expect(kept == nil, "nobody keeps what the other hasn’t agreed to")
        let asked = try plan(couple.ben).entry
        try couple.ben.act { $0.agreeToDate(asked, &$1) }
        try look(&couple)
        let agreed = try #require(couple.ana.shown.first)
        #expect(near(couple.ana) == .today(agreed) && waiting(couple.ana) == nil)
        couple.ana.world.now += Double(4 * hour)
        #expect(near(couple.ana) == .was(agreed))
        try couple.ana.act { kept = $0.keepDate(agreed.state.id, &$1) }
        try look(&couple)
        #expect(couple.ben.shown.isEmpty && keeps(couple.ben))
        let undone = try #require(kept)
        try couple.ana.act { $0.takeBack(undone.moment, &$1) }
        try couple.ana.act { $0.takeBack(undone.mark, &$1) }
        try look(&couple)
        #expect(couple.ben.shown.count == 1 && !keeps(couple.ben))
    }

    private func keeps(_ device: Device) -> Bool {
        Timeline(device.home, device.world).items.contains { item in
            if case .moment("Date 3", _) = item.subject { return true }
            return false
        }
    }

    @Test("nothing towards the other is put before somebody who is afraid of them; the page is as it is for anybody")
    func afraid() throws {
        var couple = try Couple()
        try draw(&couple)
        #expect(waiting(couple.ben) == .choose)
        try couple.ben.act { $0.suggestAlone(true, &$1) }
        #expect(waiting(couple.ben) == nil && near(couple.ben) == nil)
        #expect(couple.ben.shown.count == 1)
    }
}

extension Device {
    fileprivate var shown: [ShownDate] { home.shownDates(world) }
}
