import Bytes
import Ledger
import Testing

@testable import Household

@Suite("A break that either calls")
struct PauseTests {
    private func act(_ device: inout Device, _ actions: Pausing.Action...) throws {
        var page = Pausing()
        for action in actions { try device.act { page.update(action, &$0, &$1) } }
    }

    private func pause(_ device: Device) -> PauseSight? { device.home.pause(device.world) }

    /// The two, of whom Ana has called a break of twenty minutes.
    private func paused(_ length: Pausing.Length = .minutes(20)) throws -> Couple {
        var couple = try Couple()
        try act(&couple.ana, .called(length))
        try couple.ben.look()
        return couple
    }

    private func wait(_ minutes: Double, _ couple: inout Couple) {
        couple.ana.world.now += minutes * 60_000
        couple.ben.world.now += minutes * 60_000
    }

    @Test("both see until when, and before its time both together end it")
    func both() throws {
        var couple = try paused()
        for device in [couple.ana, couple.ben] {
            let sight = try #require(pause(device))
            #expect(sight.isGoing && !sight.isReady && !sight.isOtherReady)
            #expect((19.8...20.2).contains((Double(sight.until) - device.world.now) / 60_000))
        }
        try act(&couple.ana, .ended)
        #expect(pause(couple.ana)?.isGoing == true, "not by one of them, whoever called it")
        try act(&couple.ana, .ready)
        try couple.ben.look()
        #expect(pause(couple.ben)?.isOtherReady == true && pause(couple.ana)?.isReady == true)
        try act(&couple.ana, .stayedAway)
        try couple.ben.look()
        #expect(pause(couple.ben)?.isOtherReady == false)
        try act(&couple.ben, .ready)
        #expect(pause(couple.ben)?.isGoing == true && pause(couple.ben)?.isReady == true)
        try couple.ana.look()
        try act(&couple.ana, .ready)
        try couple.ben.look()
        #expect(pause(couple.ana) == nil && pause(couple.ben) == nil)
    }

    @Test("after its time either ends it; if nobody does, it is told for half a day and no longer")
    func after() throws {
        var couple = try paused()
        wait(21, &couple)
        #expect(pause(couple.ana)?.isOver == true && pause(couple.ben)?.isOver == true)
        wait(11.5 * 60, &couple)
        #expect(pause(couple.ben)?.isOver == true)
        wait(60, &couple)
        #expect(pause(couple.ben) == nil)
        couple = try paused()
        wait(21, &couple)
        try act(&couple.ben, .ended)
        try couple.ana.look()
        #expect(pause(couple.ana) == nil && pause(couple.ben) == nil)
    }

    @Test("while it lasts nobody calls another; a talk in whose middle they are rests as long")
    func talk() throws {
        var couple = try Couple()
        var page = Talking()
        try couple.ana.act { page.update(.devicesChosen(.two), Occurrence(), &$0, &$1) }
        try couple.ana.act { page.update(.begun("talk"), Occurrence(), &$0, &$1) }
        try couple.ben.look()
        var theirs = Talking()
        try couple.ben.act { theirs.update(.joined, Occurrence(), &$0, &$1) }
        try couple.ana.look()
        try act(&couple.ben, .called(.minutes(60)))
        try couple.ana.look()
        let until = try #require(pause(couple.ana)?.until)
        #expect(Talking.current(couple.ana.home)?.phase == .paused(until: until))
        let count = couple.relay.envelopes(in: couple.shared).count
        try act(&couple.ana, .called(.minutes(20)), .called(.evening))
        #expect(couple.relay.envelopes(in: couple.shared).count == count && pause(couple.ana)?.until == until)
    }

    @Test("whoever had one calls only short ones for some hours, and the other any; an evening is the longest")
    func days() throws {
        // It is eight in the morning.
        var couple = try paused(.evening)
        let start = couple.ana.world.now - 1000
        #expect(couple.ana.home.isPauseToday(couple.ana.world))
        #expect((10.9...11.1).contains((Double(try #require(pause(couple.ana)).until) - start) / 3_600_000))
        wait(11 * 60 + 1, &couple)
        try act(&couple.ana, .ended)
        try couple.ben.look()
        #expect(!couple.ana.home.mayPauseLong(couple.ana.world) && couple.ben.home.mayPauseLong(couple.ben.world))
        try act(&couple.ana, .called(.evening))
        #expect((Double(try #require(pause(couple.ana)).until) - couple.ana.world.now) / 60_000 <= 60)
        // One minute past seven: the next evening.
        #expect(!couple.ben.home.isPauseToday(couple.ben.world))
        let hours = (Double(couple.ben.home.pauseEnd(.evening, couple.ben.world)) - couple.ben.world.now) / 3_600_000
        #expect((23.8...24).contains(hours))
        couple.ben.world.now += 20.75 * 3_600_000
        #expect((Double(couple.ben.home.pauseEnd(.evening, couple.ben.world)) - couple.ben.world.now) < 28 * 3_600_000)
    }

    @Test("a page asks once to be woken at its end")
    func prompted() throws {
        var couple = try paused()
        var page = Pausing()
        for _ in 1...3 { try couple.ben.act { home, world in page.enter(home, &world) } }
        let timers = couple.ben.told.filter { if case .timer(.pause, after: _?) = $0 { true } else { false } }
        #expect(timers.count == 1)
    }
}
