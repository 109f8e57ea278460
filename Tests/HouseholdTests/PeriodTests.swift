import HouseholdTestSupport
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

@Suite("What was begun before midnight belongs to the season, the week or the day in which it was begun")
struct MidnightTests {
    /// Ana’s check or pulse, with the circles set before midnight.
    private func begin(_ couple: inout Couple, _ check: inout CheckAnswering, _ pulse: inout PulseAnswering) throws {
        try couple.ana.act { home, world in
            check.enter(&home, &world)
            check.update(.feltCircles(.keyed), Occurrence(key: "End"), &home, &world)
            pulse.enter(&home, &world)
            pulse.update(.feltCircles(.keyed), Occurrence(key: "End"), &home, &world)
        }
    }

    /// Takes up what the device kept, as after a reload.
    private func reload(_ check: inout CheckAnswering, _ pulse: inout PulseAnswering) {
        let kept = (check.keptDraft, pulse.keptDraft)
        (check, pulse) = (CheckAnswering(), PulseAnswering())
        check.take(kept.0)
        pulse.take(kept.1)
    }

    @Test("a check goes on after the season’s last midnight, and is the last season’s", arguments: [false, true])
    func check(isReloaded: Bool) throws {
        var couple = try Couple()
        var (check, pulse) = (CheckAnswering(), PulseAnswering())
        try couple.turn(to: "2027-03-31", hour: 23.98)
        try begin(&couple, &check, &pulse)
        try couple.turn(to: "2027-04-01", hour: 0.01)
        if isReloaded { reload(&check, &pulse) }
        try couple.ana.act { home, world in
            check.enter(&home, &world)
            check.update(.wishedCircles(.keyed), Occurrence(key: "Home"), &home, &world)
            check.update(.comfortChosen(2), Occurrence(), &home, &world)
            check.enter(&home, &world)
            check.update(.kept, Occurrence(), &home, &world)
            check.enter(&home, &world)
            #expect(check.stage(home, world) == .waiting)
        }
        let home = couple.ana.home
        let kept = home.ours?.check(of: home.me, in: try #require(Season(text: "2027-Q1")))
        #expect(kept?.fields.circles == Circles(felt: 10, wished: 0))
        try couple.ben.look()
        #expect(couple.ben.home.checkSeason(couple.ben.world).text == "2027-Q1")
    }

    @Test("a pulse goes on after Sunday’s midnight, and is of the week that ended", arguments: [false, true])
    func pulse(isReloaded: Bool) throws {
        var couple = try Couple()
        var (check, pulse) = (CheckAnswering(), PulseAnswering())
        try couple.turn(to: "2027-01-24", hour: 23.98)
        try begin(&couple, &check, &pulse)
        try couple.turn(to: "2027-01-25", hour: 0.01)
        if isReloaded { reload(&check, &pulse) }
        try couple.ana.act { home, world in
            pulse.enter(&home, &world)
            pulse.update(.wishedCircles(.keyed), Occurrence(key: "Home"), &home, &world)
            pulse.enter(&home, &world)
            #expect(pulse.felt.value == 10 && pulse.wished.value == 0)
            pulse.update(.kept, Occurrence(), &home, &world)
            pulse.enter(&home, &world)
            #expect(pulse.stage(home, world) == .waiting)
        }
        try couple.ben.look()
        #expect(couple.ben.home.pulseWeek(couple.ben.world).text == "2027-W03")
    }

    @Test("alone too, where nobody waits")
    func alone() throws {
        let account = Sample.account()
        var device = try Device(account, SmallRelay(account))
        var pulse = PulseAnswering()
        device.turn(to: try #require(Day(text: "2027-01-24")), hour: 23.98)
        try device.act { home, world in
            pulse.enter(&home, &world)
            pulse.update(.feltCircles(.keyed), Occurrence(key: "End"), &home, &world)
        }
        device.turn(to: try #require(Day(text: "2027-01-25")), hour: 0.01)
        try device.act { home, world in
            pulse.enter(&home, &world)
            pulse.update(.wishedCircles(.keyed), Occurrence(key: "End"), &home, &world)
            pulse.update(.kept, Occurrence(), &home, &world)
            pulse.enter(&home, &world)
            #expect(pulse.stage(home, world) == .done)
        }
        #expect(device.home.mine.pulses(of: device.home.me).map { $0.fields.week.text } == ["2027-W03"])
    }

    @Test("what lies begun until the next week is well on its way is let go")
    func old() throws {
        var couple = try Couple()
        var (check, pulse) = (CheckAnswering(), PulseAnswering())
        try couple.turn(to: "2027-01-24", hour: 23.98)
        try begin(&couple, &check, &pulse)
        try couple.turn(to: "2027-01-29", hour: 8)
        try couple.ana.act { pulse.enter(&$0, &$1) }
        #expect(pulse.felt.value == nil)
    }

    @Test("a question whose answer is begun stays until it is given")
    func question() throws {
        var couple = try Couple()
        try couple.turn(to: "2027-01-20", hour: 23.9)
        let asked = try #require(QuestionBook(couple.ana.home, couple.ana.world).todays?.id)
        try couple.turn(to: "2027-01-21", hour: 0.1)
        func todays(begun: [String]) -> String? {
            QuestionBook(couple.ana.home, couple.ana.world, begun: begun).todays?.id
        }
        #expect(todays(begun: []) != asked)
        #expect(todays(begun: [asked]) == asked)
        try couple.ana.answer(asked)
        #expect(todays(begun: []) == asked, "it stays to be seen")
        try couple.turn(to: "2027-01-22", hour: 0.1)
        #expect(todays(begun: [asked]) != asked, "what was answered isn’t to be answered")
    }

    @Test("a week’s round of proposals that was begun on Sunday is finished on Monday, while the relay takes its list")
    func round() throws {
        var couple = try Couple()
        try couple.turn(to: "2027-01-24", hour: 23.9)
        let answer = ProposalAnswered(round: "2027-W03", practice: "door", answer: .yes)
        try couple.ana.act { $0.write(.proposalAnswered(answer), &$1) }
        func round(_ device: Device) -> String { device.home.roundWeek(device.world).text }
        try couple.turn(to: "2027-01-25", hour: 0.1)
        #expect(round(couple.ana) == "2027-W03")
        #expect(round(couple.ben) == "2027-W04", "who hadn’t begun begins with the week")
        try couple.turn(to: "2027-01-26", hour: 0.1)
        #expect(round(couple.ana) == "2027-W04", "no list goes out for a week that has passed")
        try couple.turn(to: "2027-01-25", hour: 12)
        try couple.ana.act { $0.write(.settingSet(SettingSet(key: "match/sent", value: "2027-W03 1 1")), &$1) }
        #expect(round(couple.ana) == "2027-W04", "it is out")
    }
}

extension Couple {
    /// Lets it be that hour, in UTC, of a day for both, and both look for what is new.
    mutating func turn(to day: String, hour: Double) throws {
        let day = try #require(Day(text: day))
        ana.turn(to: day, hour: hour)
        ben.turn(to: day, hour: hour)
        try look()
    }

    /// Both look for what is new.
    mutating func look() throws {
        try ana.look()
        try ben.look()
    }
}

extension Device {
    /// Lets it be that hour, in UTC, of a day.
    mutating func turn(to day: Day, hour: Double) {
        world.now = Double(day.number) * 86_400_000 + hour * 3_600_000
    }

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
