import Closeness
import Household
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

    @Test("before there is a line each week’s circles are shown, and a pulse just given isn’t asked for again")
    func firstWeeks() throws {
        var couple = try alone(weeks: 1) { _, _ in 6 }
        #expect(couple.visit.screen.says("Week of"))
        #expect(!couple.visit.screen.says("This week"))
        let now = PulseAnswered(week: try couple.week, felt: 4, wished: 7, pillars: [:])
        try couple.remember(.pulseAnswered(now))
        couple.go(.today)
        couple.go(.trends)
        #expect(couple.visit.screen.says("This week") && couple.visit.screen.says("Week of"))
        #expect(couple.visit.screen.button("Take this week’s pulse") == nil)
        #expect(couple.visit.screen.all("img").count == 2)
    }

    @Test("of two, a week shows the circles of both as soon as both are here")
    func firstWeekOfBoth() throws {
        var couple = try UsCouple(isPaired: true, at: .today)
        let pulse = PulseAnswered(week: try couple.week, felt: 4, wished: 7, pillars: [:])
        try couple.share(.pulseAnswered(pulse))
        couple.go(.trends)
        #expect(couple.visit.screen.all("img").count == 1)
        try couple.arrive(.pulseAnswered(pulse))
        couple.go(.today)
        couple.go(.trends)
        #expect(couple.visit.screen.all("img").count == 2)
    }

    @Test("soon after opening the answers are followed, so that no tap waits for it")
    func followedSoon() throws {
        var couple = try alone(weeks: 20) { _, _ in 6 }
        couple.go(.today)
        try couple.remember(.appreciationSent(AppreciationSent(text: "Tea")), weeksAgo: 0)
        couple.visit.hear(.ticked(.follow))
        let home = try couple.home
        #expect(home.followed == home.revision)
        #expect(home.closeness.hasLines)
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
        #expect(screen.button("See what might help") != nil)
        #expect(screen.button("Talk about it") != nil)
        var us = couple
        us.go(.us)
        #expect(!us.visit.screen.says("Lower since about"))
    }

    @Test("who wants only what one does alone is not sent to talk about it")
    func driftAlone() throws {
        var couple = try alone(weeks: 50) { pillar, ago in
            pillar == .physical && ago <= 14 ? 2 + ago % 2 : 7 + ago % 2
        }
        try couple.remember(.settingSet(SettingSet(key: Home.companySetting, value: "one")))
        couple.settle()
        #expect(couple.visit.screen.button("See what might help") != nil)
        #expect(couple.visit.screen.button("Talk about it") == nil)
    }

    @Test("what has grown for both is the title, and whose lines have is said over them")
    func grown() throws {
        var couple = try UsCouple(isPaired: true, at: .today)
        for ago in (1...50).reversed() {
            let week = try #require(try couple.week.advanced(by: -ago))
            func pulse(_ experiential: Int, _ physical: Int) -> Event {
                .pulseAnswered(
                    PulseAnswered(
                        week: week, felt: 5, wished: 7,
                        pillars: [
                            .emotional: 6, .physical: physical, .intellectual: 6, .experiential: experiential,
                        ]))
            }
            try couple.share(pulse(7 - ago / 10, 5), weeksAgo: ago)
            try couple.arrive(pulse(8 - ago / 10, 8 - ago / 12), weeksAgo: ago)
        }
        couple.go(.trends)
        let screen = couple.visit.screen
        #expect(screen.title == "Closer than a year ago: doing things together")
        #expect(screen.says("Doing things Closer than a year ago, for you both"))
        #expect(screen.says("Touch Closer than a year ago, for Ben"))
        #expect(screen.says("Ideas No clear change"))
        try couple.visit.press("The two of you together")
        #expect(couple.visit.screen.says("Doing things Closer than a year ago"))
        #expect(!couple.visit.screen.says("for you both"))
    }

    @Test("each month has its circles, from the pulses of both; a month without any is said to be empty")
    func months() throws {
        var couple = try UsCouple(isPaired: true, at: .today)
        for ago in (1...30).reversed() where !(10...20).contains(ago) {
            let week = try #require(try couple.week.advanced(by: -ago))
            func pulse(_ felt: Int) -> Event {
                .pulseAnswered(PulseAnswered(week: week, felt: felt, wished: 7, pillars: [.emotional: 6]))
            }
            try couple.share(pulse(2), weeksAgo: ago)
            try couple.arrive(pulse(8), weeksAgo: ago)
        }
        couple.go(.trends)
        let table = try #require(couple.visit.screen.all("table").first)
        #expect(table.text.hasPrefix("How close each month felt"))
        #expect(table.text.contains("half overlapping"))
        #expect(!table.text.contains("than half overlapping"), "Ana’s 2 and Ben’s 8 are 5 for both")
        #expect(table.text.contains("not answered"))
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
