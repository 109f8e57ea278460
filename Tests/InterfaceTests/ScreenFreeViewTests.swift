import Bytes
import Ledger
import Testing

@testable import Household
@testable import Interface

@Suite("The page of screen-free time")
struct ScreenFreeViewTests {
    /// Thursday evening, a quarter past eight.
    private let offered = ScreenFreeOffered(days: [4], from: 20 * 60, until: 21 * 60)

    @Test("a time is offered by its days and hours, and can be taken back")
    func offering() throws {
        var couple = try TodayCouple(.paired, at: .screenFree)
        #expect(couple.screen.button("Offer it to Ben")?.isDisabled == true)
        try couple.visit.press("Tuesday")
        try couple.visit.press("Thursday")
        try couple.visit.press("Offer it to Ben")
        #expect(couple.screen.says("Tuesday and Thursday, 20:00 to 21:00"))
        #expect(couple.screen.says("It counts once Ben says yes."))
        try couple.visit.press("Take it back")
        #expect(!couple.screen.says("Tuesday and Thursday"))
        #expect(try couple.ours.screenFree.isEmpty)
    }

    @Test("the other’s is agreed to or put aside; at its hour Today has one quiet line; it is ended by one")
    func agreed() throws {
        var couple = try TodayCouple(.paired, at: .screenFree)
        try couple.takeChecks()
        try couple.arrive(.screenFreeOffered(offered), daysAgo: 2)
        try couple.arrive(.screenFreeOffered(ScreenFreeOffered(days: [7], from: 0, until: 60)), daysAgo: 1)
        couple.settle()
        #expect(couple.screen.says("Ben offers Thursday, 20:00 to 21:00"))
        couple.go(.today)
        #expect(!couple.screen.says("Screen-free"))
        couple.go(.screenFree)
        try couple.visit.press("Yes, gladly")
        #expect(couple.screen.says("Phones down Thursday, 20:00 to 21:00"))
        try couple.visit.press("Not this one")
        #expect(!couple.screen.says("Ben offers"))
        couple.go(.today)
        try couple.visit.press("Screen-free until 21:00 A phone laid down is enough")
        try couple.visit.press("End it")
        #expect(couple.screen.says("Over for now.") && couple.screen.button("End it") == nil)
        try couple.visit.press("Undo")
        #expect(couple.screen.button("End it") != nil)
        couple.go(.today)
        #expect(couple.screen.says("Screen-free until 21:00"))
        couple.settle(after: 3_600_000)
        #expect(!couple.screen.says("Screen-free"))
    }

    @Test("alone there is nobody to agree with")
    func alone() throws {
        let couple = try TodayCouple(.alone, at: .screenFree)
        #expect(couple.screen.says("This takes two") && couple.screen.button("Tuesday") == nil)
    }
}
