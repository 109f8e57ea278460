import Bytes
import Ledger
import Testing

@testable import Household
@testable import Interface

@Suite("The page of promises")
struct PromisesTests {
    private func id(_ number: UInt64) -> Identifier { Identifier(high: 9, low: number) }

    private func made(_ number: UInt64, _ text: String, for day: Day?) -> Event {
        .promiseMade(PromiseMade(promise: id(number), text: text, day: day))
    }

    @Test("somebody alone is told for whom promises are, and led to inviting")
    func alone() throws {
        var couple = try TodayCouple(.alone, at: .promises)
        #expect(couple.screen.says("A promise needs somebody to hear it"))
        #expect(couple.screen.field("I promise Ben") == nil)
        try couple.visit.press("Invite your partner")
        #expect(couple.visit.state.shell.place == .invite)
    }

    @Test("one is made with a line and a day in words, and can be undone")
    func making() throws {
        var couple = try TodayCouple(.paired, at: .promises)
        #expect(couple.screen.says("Nothing is promised"))
        #expect(couple.screen.button("Promise it") == nil, "nothing is asked for before something is typed")
        try couple.visit.type("to be home by six", into: "I promise Ben")
        try couple.visit.press("By Sunday")
        try couple.visit.press("Promise it")
        #expect(couple.screen.says("What I promised to be home by six"))
        #expect(couple.screen.says("For Sunday"))
        #expect(couple.screen.button("It was kept") == nil)
        try couple.visit.press("Undo")
        #expect(couple.screen.field("I promise Ben")?.value == "to be home by six")
        #expect(try couple.ours.promises(of: couple.me).isEmpty)
    }

    @Test("what is far too long is told, and isn’t promised")
    func tooLong() throws {
        var couple = try TodayCouple(.paired, at: .promises)
        try couple.visit.type(String(repeating: "a", count: 281), into: "I promise Ben")
        #expect(couple.screen.says("One character too long."))
        #expect(couple.screen.button("Promise it")?.isDisabled == true)
    }

    @Test("the other’s is kept by a tap, and read back among those that were kept; nothing is counted")
    func kept() throws {
        var couple = try TodayCouple(.paired, at: .promises)
        try couple.arrive(made(1, "The bins", for: try couple.today.advanced(by: -1)), daysAgo: 3)
        couple.settle()
        #expect(couple.screen.says("Its day was yesterday."))
        try couple.visit.press("Still open")
        #expect(couple.screen.button("Still open") == nil && couple.screen.button("Let it go") == nil)
        try couple.visit.press("It was kept")
        #expect(couple.screen.all("heading").map { $0.text }.contains("Kept"))
        #expect(couple.screen.says("Ben, 19 November"))
        #expect(couple.screen.button("It was kept") == nil)
        try couple.visit.press("Undo")
        #expect(couple.screen.button("It was kept") != nil)
    }

    @Test("it is let go with a word that the other reads, or without, and never with blame")
    func lettingGo() throws {
        var couple = try TodayCouple(.paired, at: .promises)
        try couple.remember(made(1, "The lamp", for: try couple.today), daysAgo: 2, shared: true)
        couple.settle()
        #expect(couple.screen.says("For today"))
        try couple.visit.press("What to do about “The lamp”")
        #expect(couple.screen.says("Ben can say that it was kept."))
        try couple.visit.press("Let it go")
        #expect(couple.screen.says("It needs no reason."))
        try couple.visit.press("Keep it for now")
        try couple.visit.press("What to do about “The lamp”")
        try couple.visit.press("Let it go")
        try couple.visit.type("No bulb fits.", into: "A word to go with it, if you like")
        try couple.visit.press("Let it go")
        #expect(couple.screen.says("You let this go") && couple.screen.says("“No bulb fits.”"))
        #expect(couple.screen.button("What to do about “The lamp”") == nil)
    }

    @Test("Today has one line on the day, and none once it isn’t wanted")
    func today() throws {
        var couple = try TodayCouple(.paired, at: .today)
        try couple.takeChecks()
        try couple.arrive(made(1, "The bins", for: try couple.today), daysAgo: 3)
        try couple.remember(made(2, "The lamp", for: try couple.today.advanced(by: 1)), daysAgo: 3, shared: true)
        couple.settle()
        try couple.visit.press("The bins Ben promised this for today")
        #expect(couple.visit.state.shell.place == .promises)
        try couple.visit.press("Don’t mention promises on Today")
        #expect(couple.screen.says("Nobody is told."))
        couple.go(.today)
        #expect(!couple.screen.says("The bins"))
        couple.go(.promises)
        try couple.visit.press("Mention them on Today again")
        couple.settle(after: TodayCouple.day)
        couple.go(.today)
        #expect(couple.screen.says("You promised this for today"))
    }

    @Test("a promise that is new is told on Today once, unless none is to be mentioned")
    func new() throws {
        var couple = try TodayCouple(.paired, at: .today)
        try couple.takeChecks()
        try couple.arrive(made(1, "The bins", for: try couple.today.advanced(by: 3)), daysAgo: 1)
        couple.settle()
        #expect(couple.screen.button("The bins A promise to you") != nil)
        couple.go(.promises)
        try couple.visit.press("Don’t mention promises on Today")
        couple.go(.today)
        #expect(!couple.screen.says("The bins"))
    }

    @Test("once one of the two has left, what was promised is read and nothing is asked")
    func closed() throws {
        var couple = try TodayCouple(.closed, at: .promises)
        try couple.arrive(made(1, "The bins", for: try couple.today.advanced(by: -2)), daysAgo: 3)
        couple.settle()
        #expect(couple.screen.says("The bins"))
        for name in ["It was kept", "Still open", "Let it go"] { #expect(couple.screen.button(name) == nil) }
        #expect(couple.screen.field("I promise Ben") == nil)
    }
}
