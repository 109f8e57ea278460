import Bytes
@testable import Household
import HouseholdTestSupport
import Ledger
import Markup
import Testing

@testable import Interface

@Suite("Yesterday, and when a day begins")
struct YesterdayTests {
    @Test("a deed of yesterday can be said today, with how it was and a line about it")
    func deed() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("door", "lamp")
        let today = try couple.today
        let yesterday = try #require(today.advanced(by: -1))
        #expect(couple.screen.says("Something from yesterday"))
        try couple.visit.press("We did this yesterday: The door")
        #expect(try couple.home.standing(of: "door", on: yesterday) == .done(byMe: true, helped: nil))
        #expect(try couple.home.standing(of: "door", on: today) == .open)
        #expect(couple.screen.button("We did this yesterday: The door") == nil)
        #expect(couple.screen.button("We did this yesterday: One good, one hard") != nil)
        try couple.visit.press("Good")
        #expect(try couple.home.standing(of: "door", on: yesterday) == .done(byMe: true, helped: 3))
        try couple.visit.press("Not done after all")
        #expect(try couple.home.standing(of: "door", on: yesterday) == .left)
    }

    @Test("what is weekly, what was said, and what wasn't in the plan yet isn't there")
    func absent() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("door", "bench")
        let yesterday = try #require(try couple.today.advanced(by: -1))
        try couple.arrive(.practiceDone(PracticeDone(practice: "door", day: yesterday)), daysAgo: 1)
        try couple.arrive(
            .practiceDone(PracticeDone(practice: "bench", day: try #require(yesterday.advanced(by: -3)))), daysAgo: 4)
        couple.settle()
        #expect(!couple.screen.says("Something from yesterday"))
        var alone = try TodayCouple(.alone)
        try alone.takeChecks(isPaired: false)
        #expect(!alone.screen.says("Something from yesterday"))
    }

    @Test("a day begins when one says, on a page of settings, and Today goes by it")
    func dayStart() throws {
        var couple = try TodayCouple(.paired, at: .settings)
        try couple.visit.press("When your day begins midnight")
        #expect(couple.screen.says("At midnight, as by the calendar."))
        try couple.visit.press("four")
        #expect(couple.screen.says("At four in the morning."))
        #expect(try couple.ours.log.positions.allSatisfy { try couple.ours.log.kind(at: $0) != .settingSet })
        couple.go(.today)
        #expect(couple.screen.says("Thursday"))
        couple.settle(after: 6 * 3_600_000)
        #expect(couple.screen.says("Thursday"), "a quarter past two on Friday is Thursday night")
        couple.settle(after: 2 * 3_600_000)
        #expect(couple.screen.says("Friday"))
    }
}
