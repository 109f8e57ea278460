import Bytes
import Closeness
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("Where what is written goes")
struct WritingTests {
    @Test("what is mine stays in my own space, what is ours reaches the other")
    func audience() throws {
        var couple = try Couple()
        let own = try #require(couple.ana.home.privateSpace?.record.id)
        try couple.ana.act { home, world in
            home.write(.journalWritten(JournalWritten(text: "Slept badly.")), &world)
            home.write(.appreciationSent(AppreciationSent(text: "Tea in bed")), &world)
        }
        #expect(couple.relay.has("Slept badly.", in: own) && !couple.relay.has("Slept badly.", in: couple.shared))
        #expect(couple.relay.has("Tea in bed", in: couple.shared) && !couple.relay.has("Tea in bed", in: own))
        try couple.ben.look()
        let ours = try #require(couple.ben.home.ours)
        #expect(ours.log.ordered.contains { ours.log.author(at: $0) == couple.ana.home.me })
        #expect(couple.ben.keeps("Tea in bed") && !couple.ben.keeps("Slept badly."))
    }

    @Test("while nobody has joined, everything stays in my own space")
    func alone() throws {
        let account = Sample.account()
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        try device.thank("Tea in bed")
        #expect(relay.has("Tea in bed", in: account.spaces[0].id))
        #expect(device.home.ours == nil)
    }

    @Test("what is mine until it is shared is shared by a decision, and what is only mine never is")
    func sharing() throws {
        var couple = try Couple()
        let words = ReflectionWritten(about: "sign", text: "It was the move.")
        try couple.ana.act { $0.write(.reflectionWritten(words), &$1) }
        #expect(!couple.relay.has("It was the move.", in: couple.shared))
        try couple.ana.act { $0.share(.reflectionWritten(words), &$1) }
        #expect(couple.relay.has("It was the move.", in: couple.shared))
        #expect(couple.ana.home.notices.isEmpty || couple.ana.home.notices == [.joined])
        try couple.ana.act { $0.share(.journalWritten(JournalWritten(text: "Slept badly.")), &$1) }
        #expect(!couple.relay.has("Slept badly.", in: couple.shared))
        #expect(couple.ana.home.notices.contains(.notWritten))
    }

    @Test("a sealed answer is nobody’s to read before the other’s is in, and then both are here")
    func sealed() throws {
        var couple = try Couple()
        let week = couple.ana.home.week(couple.ana.world)
        let pulse = PulseAnswered(week: week, felt: 3, wished: 8, pillars: [:])
        try couple.ana.act { $0.write(.pulseAnswered(pulse), &$1) }
        #expect(couple.relay.withheld[couple.shared]?.count == 1)
        try couple.ben.look()
        #expect(couple.ben.home.ours?.pulse(of: couple.ana.home.me, in: week) == nil)
        #expect(couple.ben.home.waits(for: .pulse(week)), "that it waits may be told")
        #expect(!couple.ana.home.isReleased(.pulse(week)))
        try couple.ben.act { $0.write(.pulseAnswered(pulse), &$1) }
        try couple.ana.look()
        try couple.ben.look()
        #expect(couple.ana.home.isReleased(.pulse(week)) && couple.ben.home.isReleased(.pulse(week)))
        #expect(!couple.ben.home.waits(for: .pulse(week)))
    }

    @Test("what is too long is told and not written")
    func tooLong() throws {
        let account = Sample.account()
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        let count = device.home.entryCount
        let text = String(repeating: "a", count: TextLimit.long + 1)
        try device.act { $0.write(.journalWritten(JournalWritten(text: text)), &$1) }
        #expect(device.home.entryCount == count && device.home.notices == [.notWritten])
    }
}
