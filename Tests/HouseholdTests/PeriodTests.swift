import Ledger
import Testing

@testable import Household

@Suite("What one of the two has answered stays open to the other beyond the end of a season, a week or a day")
struct PeriodTests {
    /// The two, when it is that hour of a day.
    private func couple(_ day: String, hour: Double) throws -> Couple {
        var couple = try Couple()
        try couple.turn(to: day, hour: hour)
        return couple
    }

    private func check(_ device: Device) -> CheckAnswering.Stage { CheckAnswering().stage(device.home, device.world) }
    private func pulse(_ device: Device) -> PulseAnswering.Stage { PulseAnswering().stage(device.home, device.world) }
    private func question(_ device: Device) -> String? { QuestionBook(device.home, device.world).todays?.id }

    // MARK: The season’s check

    @Test("a check that was sealed on the last day of a season is the one that the other is asked the day after")
    func check() throws {
        var couple = try couple("2027-03-31", hour: 21)
        try couple.ana.sealCheck()
        try couple.turn(to: "2027-04-01", hour: 9)
        #expect(couple.ben.home.checkSeason(couple.ben.world).text == "2027-Q1")
        #expect(check(couple.ben) == .answering)
        #expect(Errand(couple.ben.home, couple.ben.world) == .checkWaits)
        #expect(check(couple.ana) == .waiting, "whoever has answered isn’t asked for the next one meanwhile")
        try couple.ben.sealCheck()
        try couple.look()
        #expect(check(couple.ana) == .open && check(couple.ben) == .open)
        #expect(!Standing(couple.ben.home, in: couple.ben.home.checkSeason(couple.ben.world)).isDue)
        #expect(couple.ana.home.latestSharedChecks?.mine.season.text == "2027-Q1")
        try couple.turn(to: "2027-04-25", hour: 9)
        for device in [couple.ana, couple.ben] {
            #expect(device.home.checkSeason(device.world).text == "2027-Q2")
            #expect(check(device) == .answering)
        }
    }

    @Test("a new season that nobody answered at the end of the last one begins at once")
    func newSeason() throws {
        let couple = try couple("2027-04-01", hour: 9)
        #expect(couple.ana.home.checkSeason(couple.ana.world).text == "2027-Q2")
    }

    @Test("what nobody answers for weeks is let go: a check about other weeks would say nothing")
    func oldCheck() throws {
        var couple = try couple("2027-03-31", hour: 21)
        try couple.ana.sealCheck()
        try couple.turn(to: "2027-04-22", hour: 9)
        #expect(couple.ben.home.checkSeason(couple.ben.world).text == "2027-Q2")
        #expect(check(couple.ana) == .answering)
    }

    @Test("two who have answered apart without a network, each in another season, find both envelopes open in the end")
    func apart() throws {
        var couple = try couple("2027-03-31", hour: 23)
        try couple.ana.go(online: false)
        try couple.ana.sealCheck()
        try couple.turn(to: "2027-04-01", hour: 9)
        try couple.ben.sealCheck()
        try couple.ana.go(online: true)
        try couple.look()
        #expect(couple.ana.home.checkSeason(couple.ana.world).text == "2027-Q2")
        #expect(couple.ben.home.checkSeason(couple.ben.world).text == "2027-Q1")
        try couple.ana.sealCheck()
        try couple.ben.sealCheck()
        try couple.look()
        for device in [couple.ana, couple.ben] {
            for season in ["2027-Q1", "2027-Q2"] {
                #expect(device.home.isReleased(.check(try #require(Season(text: season)))))
            }
        }
    }

    // MARK: The week’s pulse

    @Test("on Monday the pulse asks about the week that ended, when the other has answered that one")
    func pulse() throws {
        var couple = try couple("2027-01-24", hour: 22)
        try couple.ana.sealPulse()
        try couple.turn(to: "2027-01-25", hour: 8)
        #expect(couple.ben.home.pulseWeek(couple.ben.world).text == "2027-W03")
        #expect(pulse(couple.ben) == .answering && pulse(couple.ana) == .waiting)
        try couple.ben.sealPulse()
        try couple.look()
        #expect(pulse(couple.ana) == .open && pulse(couple.ben) == .open)
        try couple.turn(to: "2027-01-29", hour: 8)
        for device in [couple.ana, couple.ben] { #expect(device.home.pulseWeek(device.world).text == "2027-W04") }
    }

    @Test("the other’s pulse of last week stays open the whole week, and this week’s is asked after it")
    func latePulse() throws {
        var couple = try couple("2027-01-24", hour: 22)
        try couple.ana.sealPulse()
        try couple.turn(to: "2027-01-30", hour: 8)
        #expect(couple.ana.home.pulseWeek(couple.ana.world).text == "2027-W04", "whoever waits goes on with the week")
        try couple.ana.sealPulse()
        try couple.look()
        for week in ["2027-W03", "2027-W04"] {
            #expect(couple.ben.home.pulseWeek(couple.ben.world).text == week)
            try couple.ben.sealPulse()
        }
        try couple.look()
        #expect(pulse(couple.ana) == .open && pulse(couple.ben) == .open)
    }

    @Test("both have answered before the week ended: the next one is theirs from Monday")
    func nextWeek() throws {
        var couple = try couple("2027-01-24", hour: 22)
        try couple.ana.sealPulse()
        try couple.ben.sealPulse()
        try couple.turn(to: "2027-01-25", hour: 8)
        for device in [couple.ana, couple.ben] { #expect(device.home.pulseWeek(device.world).text == "2027-W04") }
    }

    @Test("whoever has answered last week’s can answer this week’s all the same")
    func thisWeek() throws {
        var couple = try couple("2027-01-24", hour: 22)
        try couple.ana.sealPulse()
        try couple.turn(to: "2027-01-26", hour: 8)
        try couple.ana.act { home, world in
            var page = PulseAnswering()
            page.enter(&home, &world)
            #expect(page.stage(home, world) == .waiting)
            page.update(.wantedNow, Occurrence(), &home, &world)
            page.enter(&home, &world)
            #expect(page.week(home, world).text == "2027-W04" && page.stage(home, world) == .answering)
        }
    }

    // MARK: The day’s question

    @Test("a question that one answered before midnight is the one that the other is asked after it")
    func question() throws {
        var couple = try couple("2027-01-20", hour: 23.9)
        let asked = try #require(question(couple.ana))
        #expect(question(couple.ben) == asked)
        try couple.ana.answer(asked)
        try couple.turn(to: "2027-01-21", hour: 0.1)
        let next = try #require(question(couple.ana))
        #expect(next != asked)
        #expect(question(couple.ben) == asked)
        try couple.ben.answer(asked)
        try couple.look()
        #expect(question(couple.ben) == asked, "it stays to be read")
        try couple.ana.answer(next)
        try couple.look()
        #expect(question(couple.ben) == next, "until the day’s own waits")
    }

    @Test("what one has passed isn’t asked again because the other has answered it")
    func passed() throws {
        var couple = try couple("2027-01-20", hour: 23.9)
        let asked = try #require(question(couple.ana))
        try couple.ben.act { $0.write(.questionPassed(QuestionPassed(question: asked)), &$1) }
        try couple.ana.answer(asked)
        try couple.turn(to: "2027-01-21", hour: 0.1)
        #expect(question(couple.ben) == question(couple.ana))
    }
}

extension Couple {
    /// Lets it be that hour, in UTC, of a day for both, and both look for what is new.
    mutating func turn(to day: String, hour: Double) throws {
        let day = try #require(Day(text: day))
        let now = Double(day.number) * 86_400_000 + hour * 3_600_000
        ana.world.now = now
        ben.world.now = now
        try look()
    }

    /// Both look for what is new.
    mutating func look() throws {
        try ana.look()
        try ben.look()
    }
}

extension Device {
    /// Answers the check that is asked for.
    mutating func sealCheck() throws {
        try act { home, world in
            let season = home.checkSeason(world)
            let check = CheckAnswered(season: season, felt: ["tell": 5], wished: [:], circles: nil, comfort: 3)
            home.write(.checkAnswered(check), &world)
        }
    }

    /// Answers the pulse that is asked for.
    mutating func sealPulse() throws {
        try act { home, world in
            let pulse = PulseAnswered(week: home.pulseWeek(world), felt: 5, wished: 7, pillars: [:])
            home.write(.pulseAnswered(pulse), &world)
        }
    }

    /// Answers a question.
    mutating func answer(_ question: String) throws {
        try act { $0.write(.questionAnswered(QuestionAnswered(question: question, text: "Rain")), &$1) }
    }
}
