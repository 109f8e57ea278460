import Bytes
import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("Screen-free time")
struct ScreenFreeTests {
    private func act(
        _ page: inout ScreenFreePlanning, _ device: inout Device, _ actions: ScreenFreePlanning.Action...,
        text: String = ""
    ) throws {
        for action in actions { try device.act { page.update(action, Occurrence(text: text), &$0, &$1) } }
    }

    private func times(_ device: Device) -> ScreenFreeTimes { ScreenFreeTimes(device.home, device.world) }

    /// Ana offers every day of the week, from and until.
    private func offer(_ from: String, _ until: String, _ couple: inout Couple) throws -> Identifier {
        var page = ScreenFreePlanning()
        for day in 1...7 { try act(&page, &couple.ana, .dayPressed(day)) }
        try act(&page, &couple.ana, .fromTyped, text: from)
        try act(&page, &couple.ana, .untilTyped, text: until)
        try act(&page, &couple.ana, .offered)
        try couple.ben.look()
        return try #require(times(couple.ana).mine.last?.offered.entry)
    }

    @Test("it counts once the other has said yes, and for both at once")
    func agreed() throws {
        var couple = try Couple()
        let entry = try offer("20:00", "21:30", &couple)
        #expect(times(couple.ben).theirs.map { $0.offered.fields.days } == [[1, 2, 3, 4, 5, 6, 7]])
        #expect(times(couple.ben).agreed.isEmpty && times(couple.ana).agreed.isEmpty)
        var page = ScreenFreePlanning()
        try act(&page, &couple.ana, .agreed(entry))
        try couple.ana.act { $0.write(.screenFreeAgreed(ScreenFreeMark(time: entry)), &$1) }
        try couple.ben.look()
        #expect(times(couple.ben).agreed.isEmpty, "nobody says yes to their own")
        try act(&page, &couple.ben, .agreed(entry))
        try couple.ana.look()
        for device in [couple.ana, couple.ben] {
            #expect(times(device).agreed.map { $0.offered.entry } == [entry])
            #expect(times(device).mine.isEmpty && times(device).theirs.isEmpty)
        }
    }

    @Test("a no is private and looks like nothing; an offer fades, or is taken back without a trace")
    func no() throws {
        var couple = try Couple()
        let entry = try offer("20:00", "21:00", &couple)
        let before = couple.relay.envelopes(in: couple.shared).count
        var page = ScreenFreePlanning()
        try act(&page, &couple.ben, .putAside(entry))
        #expect(times(couple.ben).theirs.isEmpty)
        #expect(couple.relay.envelopes(in: couple.shared).count == before)
        try couple.ana.look()
        #expect(times(couple.ana).mine.count == 1)
        couple.ana.world.now += 15 * 86_400_000
        #expect(times(couple.ana).mine.isEmpty)
        couple.ana.world.now -= 15 * 86_400_000
        try act(&page, &couple.ana, .takenBack(entry))
        #expect(times(couple.ana).mine.isEmpty)
        #expect(couple.relay.envelopes(in: couple.shared).count == before, "one entry more, and one erased")
    }

    @Test(
        "what the other’s clock offers days ahead waits for its time, and fades like any other",
        arguments: [30.0, 400])
    func ahead(days: Double) throws {
        let day = 86_400_000.0
        func offer(ahead: Double, _ couple: inout Couple) throws {
            couple.ben.world.now += ahead
            let offer = ScreenFreeOffered(days: [1, 2, 3, 4, 5, 6, 7], from: 20 * 60, until: 21 * 60)
            try couple.ben.act { $0.write(.screenFreeOffered(offer), &$1) }
            try couple.ana.look()
        }
        var couple = try Couple()
        try offer(ahead: days * day, &couple)
        #expect(times(couple.ana).theirs.isEmpty)
        couple.ana.world.now += days * day
        #expect(times(couple.ana).theirs.count == 1)
        couple.ana.world.now += 15 * day
        #expect(times(couple.ana).theirs.isEmpty)
        // Clocks that differ by hours keep nothing from anybody.
        var near = try Couple()
        try offer(ahead: 0.9 * day, &near)
        #expect(times(near.ana).theirs.count == 1)
    }

    @Test("either ends it alone and at once; a slip is mended by whoever made it, and after some days nothing is left")
    func ended() throws {
        var couple = try Couple()
        let entry = try offer("20:00", "21:00", &couple)
        var page = ScreenFreePlanning()
        try act(&page, &couple.ben, .agreed(entry))
        try couple.ana.look()
        try act(&page, &couple.ana, .ended(entry))
        try couple.ben.look()
        #expect(times(couple.ben).agreed.isEmpty && times(couple.ben).ended.count == 1)
        try act(&page, &couple.ana, .resumed(entry))
        try couple.ben.look()
        #expect(times(couple.ben).agreed.count == 1)
        try act(&page, &couple.ben, .ended(entry))
        try act(&page, &couple.ben, .resumed(entry))
        #expect(times(couple.ben).agreed.count == 1)
        try act(&page, &couple.ben, .ended(entry))
        try couple.ana.look()
        try act(&page, &couple.ana, .resumed(entry))
        #expect(times(couple.ana).agreed.isEmpty, "nobody brings back what the other has ended")
        couple.ana.world.now += 8 * 86_400_000
        #expect(times(couple.ana).ended.isEmpty)
    }

    @Test("at its hour it is told, past midnight too, and to nobody who is afraid")
    func now() throws {
        var couple = try Couple()
        let entry = try offer("22:00", "07:00", &couple)
        var page = ScreenFreePlanning()
        try act(&page, &couple.ben, .agreed(entry))
        try couple.ana.look()
        let midnight = Double(couple.ana.home.today(couple.ana.world).number) * 86_400_000
        for (minute, isIt) in [(21 * 60 + 59, false), (22 * 60, true), (24 * 60 + 30, true), (31 * 60, false)] {
            for offset in [0, 120] {
                couple.ana.world.offset = offset
                couple.ana.world.now = midnight + Double(minute - offset) * 60_000
                let until = couple.ana.home.screenFreeUntil(couple.ana.world)
                #expect(until == (isIt ? 7 * 60 : nil), "\(minute) \(offset)")
            }
        }
        couple.ana.world.offset = 0
        couple.ana.world.now = midnight + 23 * 3_600_000
        #expect(couple.ana.home.screenFreeUntil(couple.ana.world) != nil)
        try couple.ana.act { $0.suggestAlone(true, &$1) }
        #expect(couple.ana.home.screenFreeUntil(couple.ana.world) == nil)
    }

    @Test("what is no time, or no day, is not offered")
    func incomplete() throws {
        var couple = try Couple()
        var page = ScreenFreePlanning()
        try act(&page, &couple.ana, .offered)
        try act(&page, &couple.ana, .dayPressed(3))
        for (from, until) in [("", "21:00"), ("24:00", "21:00"), ("20", "21:00"), ("20:00", "20:00")] {
            try act(&page, &couple.ana, .fromTyped, text: from)
            try act(&page, &couple.ana, .untilTyped, text: until)
            #expect(page.offer == nil)
            try act(&page, &couple.ana, .offered)
        }
        #expect(times(couple.ana).mine.isEmpty)
        try act(&page, &couple.ana, .fromTyped, text: "19:30")
        #expect(page.offer == ScreenFreeOffered(days: [3], from: 19 * 60 + 30, until: 20 * 60))
    }
}
