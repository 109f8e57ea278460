import Ledger
import Testing

@testable import Household

@Suite("A phone whose clock is wrong")
struct RelayClockTests {
    /// Ana and Ben in a talk on two phones, of which Ben’s is ahead by so many minutes, and who has begun to speak: Ana.
    private func talking(ahead minutes: Double) throws -> Couple {
        var couple = try Couple()
        couple.ben.clockError = minutes * 60_000
        try couple.look()
        try couple.ana.talk(.devicesChosen(.two))
        try couple.ana.talk(.firstChosen(isMe: true), .begun("talk"))
        try couple.ben.look()
        try couple.ben.talk(.joined)
        try couple.ana.look()
        return couple
    }

    private static let errors = [3.0, -3, 61, -61, 1440]

    @Test("shows what the other’s shows of a talk’s time, whoever leads it on", arguments: errors)
    func talk(ahead: Double) throws {
        var couple = try talking(ahead: ahead)
        func left() throws -> [Int] {
            try [couple.ana, couple.ben].map { try #require($0.run?.secondsLeft($0.world.sharedNow)) }
        }
        for seconds in try left() { #expect((175...180).contains(seconds)) }
        couple.wait(60)
        for seconds in try left() { #expect((112...120).contains(seconds)) }
        try couple.ana.talk(.advanced)
        try couple.ben.look()
        for seconds in try left() { #expect((85...90).contains(seconds)) }
        couple.wait(95)
        #expect(try left() == [0, 0])
    }

    @Test("a break of twenty minutes is one of twenty minutes on both", arguments: errors)
    func pause(ahead: Double) throws {
        for isAnas in [true, false] {
            var couple = try talking(ahead: ahead)
            try isAnas ? couple.ana.talk(.paused(.minutes(20))) : couple.ben.talk(.paused(.minutes(20)))
            try couple.look()
            for device in [couple.ana, couple.ben] {
                guard case .paused(let until?) = device.run?.state.phase else { throw NoBreak() }
                let minutes = (Double(until) - device.world.sharedNow) / 60_000
                #expect((19.8...20.1).contains(minutes))
                let shown = (Double(device.world.ownTime(of: until)) - device.world.now) / 60_000
                #expect(abs(shown - 20) < (abs(ahead) < 15 ? abs(ahead) + 0.2 : 0.2))
            }
        }
    }

    private struct NoBreak: Error {}

    @Test("alone on one phone, the time of the first step is all there from the beginning", arguments: errors)
    func one(ahead: Double) throws {
        var couple = try Couple()
        couple.ana.clockError = ahead * 60_000
        try couple.look()
        try couple.ana.talk(.devicesChosen(.one), .begun("talk"))
        let left = try #require(couple.ana.run?.secondsLeft(couple.ana.world.sharedNow))
        #expect((175...180).contains(left))
    }

    @Test("is noticed by an answer, again when it has been set right, and never for what a slow answer can’t tell")
    func heard() {
        var clock = RelayClock()
        clock.hear(1_000_000, asked: 1_000_400, heard: 1_000_600)
        clock.hear(1_000_000, asked: 995_000, heard: 1_004_000)
        clock.hear(1_000_000, asked: 1_200_000, heard: 1_100_000)
        #expect(clock.lead == 0, "about right, too slow, and set back meanwhile")
        clock.hear(1_000_000, asked: 1_180_000, heard: 1_180_200)
        #expect(abs(clock.lead + 179_600) < 1)
        clock.hear(1_001_000, asked: 1_181_900, heard: 1_182_100)
        #expect(abs(clock.lead + 179_600) < 1, "what is as near as can be told changes nothing")
        clock.hear(1_010_000, asked: 1_010_400, heard: 1_010_600)
        #expect(abs(clock.lead) < 1)
    }
}

extension Couple {
    /// Lets seconds pass on both phones.
    fileprivate mutating func wait(_ seconds: Double) {
        ana.world.now += seconds * 1000
        ben.world.now += seconds * 1000
    }
}

extension Device {
    /// The talk that is going on, as this device has it.
    fileprivate var run: ConversationRun? { Talking.current(home).flatMap { ConversationRun($0, home) } }

    /// Does something about a talk, on a page of its own.
    fileprivate mutating func talk(_ actions: Talking.Action...) throws {
        try act { home, world in
            var page = Talking()
            page.update(.devicesChosen(.two), Occurrence(), &home, &world)
            for action in actions { page.update(action, Occurrence(), &home, &world) }
        }
    }
}
