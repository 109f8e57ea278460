import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("A day that begins later than midnight")
struct DayStartTests {
    private func question(_ device: Device) -> String? { QuestionBook(device.home, device.world).todays?.id }

    /// Ana is up until four, Ben's day begins at midnight.
    private func couple(_ day: String, hour: Double) throws -> Couple {
        var couple = try Couple()
        try couple.turn(to: day, hour: hour)
        try couple.ana.act { $0.beginDay(at: 240, &$1) }
        return couple
    }

    @Test("until then it is the day before, for whatever says today")
    func today() throws {
        var couple = try couple("2027-01-20", hour: 22)
        try couple.ana.act { $0.write(.journalWritten(JournalWritten(text: "Late")), &$1) }
        try couple.turn(to: "2027-01-21", hour: 3.9)
        try couple.ana.act { $0.write(.journalWritten(JournalWritten(text: "Later")), &$1) }
        #expect(couple.ana.home.today(couple.ana.world).text == "2027-01-20")
        #expect(couple.ben.home.today(couple.ben.world).text == "2027-01-21", "the other’s day is theirs")
        let days = Journal().days(couple.ana.home, couple.ana.world)
        #expect(days.map { $0.day.text } == ["2027-01-20"] && days.first?.pages.count == 2)
        try couple.turn(to: "2027-01-21", hour: 4.1)
        #expect(couple.ana.home.today(couple.ana.world).text == "2027-01-21")
        #expect(Journal().days(couple.ana.home, couple.ana.world).map { $0.day.text } == ["2027-01-20"])
    }

    @Test("it is one's own, on all of one's devices and after a restart, and the other is given nothing of it")
    func own() throws {
        var couple = try Couple()
        try couple.turn(to: "2027-01-21", hour: 1)
        let shared = couple.relay.envelopes(in: couple.shared)
        try couple.ana.act { $0.beginDay(at: 240, &$1) }
        #expect(couple.relay.envelopes(in: couple.shared) == shared)
        var laptop = try Device(couple.ana.home.account, couple.relay)
        laptop.world.now = couple.ana.world.now
        try laptop.look()
        #expect(laptop.world.dayStart == 240 && laptop.home.today(laptop.world).text == "2027-01-20")
        try couple.ana.reopen()
        #expect(couple.ana.world.dayStart == 240)
        try couple.ben.look()
        #expect(couple.ben.world.dayStart == 0)
    }

    @Test(
        "what says nothing possible says midnight, or five at the latest",
        arguments: [("x", 0), ("-60", 0), ("9000", 300)])
    func odd(value: String, minutes: Int) throws {
        var device = try Couple().ana
        try device.act { $0.write(.settingSet(SettingSet(key: "day-start", value: value)), &$1) }
        try device.look()
        #expect(device.home.dayStart == minutes && device.world.dayStart == minutes)
    }

    @Test(
        "the question of the evening is still one's own after midnight, and the other is asked it too once one has answered"
    )
    func questions() throws {
        var couple = try couple("2027-01-20", hour: 22)
        let evening = try #require(question(couple.ana))
        try couple.turn(to: "2027-01-21", hour: 1)
        #expect(question(couple.ana) == evening && question(couple.ben) != evening)
        try couple.ana.answer(evening)
        try couple.look()
        #expect(question(couple.ben) == evening)
        try couple.ben.answer(evening)
        try couple.look()
        #expect(
            couple.ana.home.meeting(.question(evening)) == .met && couple.ben.home.meeting(.question(evening)) == .met)
    }

    @Test("the other may be the one who is ahead: what they have answered of their new day waits")
    func ahead() throws {
        var couple = try couple("2027-01-20", hour: 22)
        try couple.turn(to: "2027-01-21", hour: 1)
        let next = try #require(question(couple.ben))
        try couple.ben.answer(next)
        try couple.look()
        #expect(question(couple.ana) == next)
    }

    @Test("a pulse after midnight on Sunday is for the week that ended, and both envelopes of it open")
    func pulse() throws {
        var couple = try couple("2027-01-24", hour: 22)
        try couple.turn(to: "2027-01-25", hour: 2)
        #expect(couple.ana.home.pulseWeek(couple.ana.world).text == "2027-W03")
        #expect(couple.ben.home.pulseWeek(couple.ben.world).text == "2027-W04")
        try couple.ana.sealPulse()
        try couple.look()
        #expect(couple.ben.home.pulseWeek(couple.ben.world).text == "2027-W03")
        try couple.ben.sealPulse()
        try couple.look()
        #expect(couple.ana.home.isReleased(.pulse(Week(text: "2027-W03")!)))
    }

    @Test("hours of the clock stay hours of the clock: phones are laid down on the days that were agreed")
    func screenFree() throws {
        var couple = try couple("2027-01-20", hour: 12)
        // Thursdays from one to three at night.
        try couple.ben.act {
            $0.write(.screenFreeOffered(ScreenFreeOffered(days: [4], from: 60, until: 180)), &$1)
        }
        try couple.ana.look()
        let time = try #require(couple.ana.home.ours?.screenFree.first?.offered.entry)
        try couple.ana.act { $0.write(.screenFreeAgreed(ScreenFreeMark(time: time)), &$1) }
        try couple.turn(to: "2027-01-21", hour: 2)
        for device in [couple.ana, couple.ben] { #expect(device.home.screenFreeUntil(device.world) == 180) }
    }

    @Test(
        "a pulse that both have missed can be filled in in the first days of the next week, and the other is asked for it then"
    )
    func missed() throws {
        var couple = try Couple()
        try couple.turn(to: "2027-01-22", hour: 12)
        try couple.ana.act { $0.write(.journalWritten(JournalWritten(text: "Here since Friday")), &$1) }
        try couple.turn(to: "2027-01-26", hour: 12)
        let last = try #require(Week(text: "2027-W03"))
        #expect(couple.ana.home.missedPulse(couple.ana.world) == last)
        var pulse = PulseAnswering()
        func act(_ action: PulseAnswering.Action) throws {
            try couple.ana.act {
                pulse.update(action, Occurrence(), &$0, &$1)
                pulse.enter(&$0, &$1)
            }
        }
        try couple.ana.act { pulse.enter(&$0, &$1) }
        #expect(pulse.week(couple.ana.home, couple.ana.world).text == "2027-W04")
        try act(.lastWanted)
        #expect(
            pulse.week(couple.ana.home, couple.ana.world) == last
                && pulse.stage(couple.ana.home, couple.ana.world) == .answering)
        try act(.wantedNow)
        #expect(pulse.week(couple.ana.home, couple.ana.world).text == "2027-W04", "and back")
        try couple.ana.act {
            $0.write(.pulseAnswered(PulseAnswered(week: last, felt: 5, wished: 7, pillars: [:])), &$1)
        }
        try couple.look()
        #expect(couple.ana.home.missedPulse(couple.ana.world) == nil)
        #expect(couple.ben.home.pulseWeek(couple.ben.world) == last)
        try couple.turn(to: "2027-01-29", hour: 12)
        #expect(couple.ben.home.missedPulse(couple.ben.world) == nil, "on Friday this week's is asked for")
    }
}
