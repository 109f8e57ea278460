import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("What was done, and what a changed client says of it")
struct DeedTests {
    private let practice = "door"

    private func done(on day: Day) -> Event { .practiceDone(PracticeDone(practice: practice, day: day)) }

    @Test(
        "one deed of a day long ago or far ahead, written by any clock, hides none of the others",
        arguments: [(1990, 0.0), (1990, 365), (9999, 0), (9999, 365), (0, 3_650)])
    func anyDay(year: Int, daysAhead: Double) throws {
        var couple = try Couple()
        let today = couple.ana.home.today(couple.ana.world)
        let yesterday = try #require(today.advanced(by: -1))
        let odd = try #require(Day(year: year, month: 1, day: 1))
        try couple.ana.act { $0.share(done(on: yesterday), &$1) }
        couple.ben.world.now += daysAhead * 86_400_000
        try couple.ben.act { $0.share(done(on: odd), &$1) }
        try couple.ana.look()
        try couple.ana.act { $0.share(done(on: today), &$1) }
        #expect(couple.ana.home.standing(of: practice, on: yesterday) == .done(byMe: true, helped: nil))
        #expect(couple.ana.home.standing(of: practice, on: today) == .done(byMe: true, helped: nil))
        let days = couple.ana.home.history(before: today).map { $0.day }
        #expect(days.contains(yesterday.number) && !days.contains(odd.number))
    }
}
