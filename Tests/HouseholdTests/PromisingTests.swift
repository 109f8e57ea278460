import Bytes
import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("Promises")
struct PromisingTests {
    private func act(
        _ page: inout Promising, _ device: inout Device, _ actions: Promising.Action..., text: String = ""
    ) throws {
        for action in actions { try device.act { page.update(action, Occurrence(text: text), &$0, &$1) } }
    }

    /// Ana promises something.
    private func promise(_ text: String, for day: NearDay, _ couple: inout Couple) throws -> Promise {
        var page = Promising()
        try act(&page, &couple.ana, .composing(.typed), text: text)
        try act(&page, &couple.ana, .dayChosen(day), .composing(.sent))
        #expect(page.promise.isEmpty)
        try couple.ben.look()
        return try #require(couple.ben.home.ours?.openPromises(of: Sample.id(1)).last)
    }

    private func seen(_ device: Device) -> Promises { Promises(device.home, device.world) }

    @Test("one is made in a line and with a day, and kept by a tap of the one to whom it was made")
    func kept() throws {
        var couple = try Couple()
        let made = try promise("Home by six", for: .today, &couple)
        #expect(made.made.fields.day == couple.ana.home.today(couple.ana.world))
        #expect(seen(couple.ben).theirs.map { $0.made.fields.text } == ["Home by six"])
        #expect(seen(couple.ana).mine.count == 1)
        var page = Promising()
        try act(&page, &couple.ana, .kept(made.made.entry))
        #expect(seen(couple.ana).mine.count == 1, "its maker has no such button")
        try act(&page, &couple.ben, .kept(made.made.entry))
        try couple.ana.look()
        for device in [couple.ana, couple.ben] {
            #expect(seen(device).kept.map { $0.made.fields.text } == ["Home by six"])
            #expect(seen(device).mine.isEmpty && seen(device).theirs.isEmpty)
        }
    }

    @Test("either lets one go, with a word or without, and after some days nothing is left of it")
    func letGo() throws {
        var couple = try Couple()
        for (number, word) in ["The week was too full.", ""].enumerated() {
            let made = try promise("The bins", for: .week, &couple)
            var page = Promising()
            try act(&page, &couple.ben, .letGoWanted(made.made.entry))
            try act(&page, &couple.ben, .word(.typed), text: word)
            try act(&page, &couple.ben, .letGo)
            try couple.ana.look()
            #expect(seen(couple.ana).mine.isEmpty)
            let told = seen(couple.ana).letGo
            #expect(told.count == number + 1)
            let words = told.map { promise in
                if case .released(let said) = promise.end { said.fields.text ?? "" } else { "it is not let go" }
            }
            #expect(words.contains(word) && !words.contains("it is not let go"))
        }
        couple.ana.world.now += 8 * 86_400_000
        #expect(seen(couple.ana).letGo.isEmpty && seen(couple.ana).kept.isEmpty)
    }

    @Test("what was said a moment ago is undone, and leaves nothing at the other’s or at the relay")
    func undone() throws {
        var couple = try Couple()
        let made = try promise("The brown envelope", for: .tomorrow, &couple)
        var page = Promising()
        try act(&page, &couple.ben, .letGoWanted(made.made.entry))
        try act(&page, &couple.ben, .word(.typed), text: "Nonsense")
        try act(&page, &couple.ben, .letGo)
        let said = seen(couple.ben).letGo.first?.end
        guard case .released(let gone) = said else {
            Issue.record("it is not let go")
            return
        }
        try act(&page, &couple.ben, .undone(gone.entry))
        #expect(!couple.relay.has("Nonsense", in: couple.shared))
        try couple.ana.look()
        #expect(seen(couple.ana).mine.count == 1)
        try act(&page, &couple.ana, .undone(made.made.entry))
        #expect(page.promise.text == "The brown envelope" && page.day == .tomorrow)
        #expect(!couple.relay.has("brown envelope", in: couple.shared))
        try couple.ben.look()
        #expect(seen(couple.ben).theirs.isEmpty)
    }

    @Test("its maker gives it another day or other words, in the place of the first; the other can’t")
    func changed() throws {
        var couple = try Couple()
        let made = try promise("The brown envelope", for: .tomorrow, &couple)
        let today = couple.ana.home.today(couple.ana.world)
        var page = Promising()
        try act(&page, &couple.ben, .opened(made.made.entry), .dayMoved(.today))
        #expect(seen(couple.ben).theirs.first?.made.fields.day == today.advanced(by: 1))
        page = Promising()
        try act(&page, &couple.ana, .opened(made.made.entry), .dayMoved(.week))
        let moved = try #require(seen(couple.ana).mine.first)
        #expect(moved.made.fields.day == today.advanced(by: 7) && page.entry == nil)
        try act(&page, &couple.ana, .opened(moved.made.entry), .changeWanted)
        #expect(page.words.text == "The brown envelope")
        try act(&page, &couple.ana, .changing(.typed), text: "The blue one")
        try act(&page, &couple.ana, .changing(.sent))
        try couple.ben.look()
        #expect(seen(couple.ben).theirs.map { $0.made.fields.text } == ["The blue one"])
        #expect(!couple.relay.has("brown envelope", in: couple.shared))
    }

    @Test("a day that has gone by asks each of the two by themselves, until they say that it is still open")
    func asked() throws {
        var couple = try Couple()
        let made = try promise("The bins", for: .today, &couple)
        #expect(!couple.ben.home.asks(about: made, couple.ben.world))
        couple.ben.world.now += 86_400_000
        couple.ana.world.now += 86_400_000
        #expect(couple.ben.home.asks(about: made, couple.ben.world))
        let before = couple.relay.envelopes(in: couple.shared).count
        var page = Promising()
        try act(&page, &couple.ben, .leftOpen(made.made.entry))
        #expect(!couple.ben.home.asks(about: made, couple.ben.world))
        #expect(couple.relay.envelopes(in: couple.shared).count == before, "nobody else learns of it")
        #expect(couple.ana.home.asks(about: made, couple.ana.world))
        #expect(seen(couple.ben).theirs.count == 1)
    }

    @Test("Today mentions one on its day: one’s own first, none to somebody who is afraid, none where one wants none")
    func today() throws {
        var couple = try Couple()
        _ = try promise("The bins", for: .today, &couple)
        _ = try promise("The lamp", for: .tomorrow, &couple)
        func mentioned(_ device: Device) -> String? {
            device.home.promiseForToday(device.world)?.made.fields.text
        }
        #expect(mentioned(couple.ana) == "The bins" && mentioned(couple.ben) == "The bins")
        var page = Promising()
        try act(&page, &couple.ben, .composing(.typed), text: "Soup")
        try act(&page, &couple.ben, .dayChosen(.today), .composing(.sent))
        #expect(mentioned(couple.ben) == "Soup")
        let before = couple.relay.envelopes(in: couple.shared).count
        try act(&page, &couple.ben, .mentionWanted(false))
        #expect(mentioned(couple.ben) == nil)
        try act(&page, &couple.ben, .mentionWanted(true))
        #expect(mentioned(couple.ben) == "Soup")
        try couple.ben.act { $0.suggestAlone(true, &$1) }
        #expect(mentioned(couple.ben) == nil)
        #expect(couple.relay.envelopes(in: couple.shared).count == before, "nobody else learns of either")
        couple.ana.world.now += 86_400_000
        #expect(mentioned(couple.ana) == "The lamp")
    }

    @Test("days are said as people say them, and Sunday only while it is further off than tomorrow")
    func days() throws {
        let thursday = try #require(Day(year: 2026, month: 11, day: 19))
        #expect(NearDay.offered(on: thursday) == NearDay.allCases)
        #expect(NearDay.sunday.day(from: thursday) == thursday.advanced(by: 3))
        for days in [2, 3] {
            let weekend = try #require(thursday.advanced(by: days))
            #expect(!NearDay.offered(on: weekend).contains(.sunday))
        }
        #expect(NearDay.month.day(from: thursday) == thursday.advanced(by: 28))
    }
}
