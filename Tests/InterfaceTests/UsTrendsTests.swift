import Closeness
import Ledger
import Testing

@testable import Interface

@Suite("Closeness over time")
struct UsTrendsTests {
    /// Ana alone, after weekly pulses; `value` says how each pillar was that many weeks ago.
    private func alone(weeks: Int, value: (Pillar, Int) -> Int) throws -> UsCouple {
        var couple = try UsCouple(isPaired: false, at: .today)
        for ago in stride(from: weeks, to: 0, by: -1) {
            let week = try #require(try couple.week.advanced(by: -ago))
            var pillars: [Pillar: Int] = [:]
            for pillar in Pillar.allCases { pillars[pillar] = value(pillar, ago) }
            try couple.remember(
                .pulseAnswered(PulseAnswered(week: week, felt: 5, wished: 7, pillars: pillars)), weeksAgo: ago)
        }
        couple.go(.trends)
        return couple
    }

    @Test("without enough weeks it says that it can't tell yet")
    func tooEarly() throws {
        let couple = try alone(weeks: 3) { _, _ in 6 }
        #expect(couple.visit.screen.says("We can’t tell yet"))
        #expect(couple.visit.screen.all("table").isEmpty)
        #expect(couple.visit.screen.button("Take this week’s pulse") != nil)
    }

    @Test("steady weeks make a line for each pillar, said in words and in a table")
    func steady() throws {
        let couple = try alone(weeks: 20) { _, ago in ago % 2 == 0 ? 6 : 7 }
        let screen = couple.visit.screen
        #expect(screen.title == "Nothing is slipping away, as far as we can tell")
        #expect(screen.all("table").count == 5, "one for the months' circles, and one for each pillar")
        #expect(screen.says("No clear change"))
        #expect(screen.button("The two of you together") == nil, "there is nobody to be drawn together with")
    }

    @Test("a pillar that has clearly fallen is named, with since when and that nobody is to blame")
    func drift() throws {
        let couple = try alone(weeks: 50) { pillar, ago in
            pillar == .physical && ago <= 14 ? 2 + ago % 2 : 7 + ago % 2
        }
        let screen = couple.visit.screen
        #expect(screen.title == "There may be less of one thing lately: touch")
        #expect(screen.says("It doesn’t say why, or whose doing it is."))
        #expect(screen.says("Lower since about"))
        var us = couple
        us.go(.us)
        #expect(!us.visit.screen.says("Lower since about"))
    }

    @Test("new answers change the lines the next time the page is looked at")
    func follows() throws {
        var couple = try alone(weeks: 3) { _, _ in 6 }
        couple.go(.today)
        try couple.remember(
            .pulseAnswered(
                PulseAnswered(
                    week: try couple.week, felt: 5, wished: 7,
                    pillars: [.emotional: 6, .physical: 6, .intellectual: 6, .experiential: 6])))
        couple.go(.trends)
        #expect(couple.visit.screen.title == "Nothing is slipping away, as far as we can tell")
    }
}
