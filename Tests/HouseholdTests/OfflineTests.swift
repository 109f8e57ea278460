import Bytes
import HouseholdTestSupport
import Ledger
import Sync
import Testing
import Wire

@testable import Household

@Suite("Without the network, and back")
struct OfflineTests {
    private let account = Sample.account()
    private var space: Identifier { account.spaces[0].id }

    private func write(_ text: String, on device: inout Device) throws {
        try device.act { $0.write(.journalWritten(JournalWritten(text: text)), &$1) }
    }

    @Test("what is written offline is here at once, survives a reload, and reaches the relay once")
    func offline() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        try device.go(online: false)
        try write("On the train", on: &device)
        #expect(device.home.entryCount == 1 && device.home.unsentCount == 1)
        try device.reopen()
        #expect(device.home.entryCount == 1 && device.home.unsentCount == 1)
        #expect(relay.envelopes(in: space).isEmpty)
        try device.go(online: true)
        #expect(relay.has("On the train", in: space) && device.home.unsentCount == 0)
        try device.reopen()
        try device.look()
        #expect(relay.envelopes(in: space).count == 1 && device.home.entryCount == 1)
    }

    @Test("a second device reads what the first one wrote")
    func secondDevice() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        try write("On the train", on: &device)
        let other = try Device(account, relay)
        #expect(other.home.entryCount == 1 && other.keeps("On the train"))
    }

    @Test("nothing leaves before it is on the disk")
    func slowDisk() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        device.isDiskSlow = true
        try write("On the train", on: &device)
        #expect(relay.envelopes(in: space).isEmpty)
        try device.finishWriting()
        #expect(relay.envelopes(in: space).count == 1)
    }

    @Test("from words to the relay and into the segments takes one trip each: sealed and kept, sent, moved")
    func trips() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        let before = device.trips.count
        try write("On the train", on: &device)
        #expect(device.trips.dropFirst(before) == [.store, .seal, .http, .store], "the words themselves come first")
        #expect(device.kept[.outbox] == [:] && device.keeps("On the train"))
    }

    @Test("an envelope is kept before it is sent, and is the one that a page opened anew sends")
    func keptEnvelope() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        try device.go(online: false)
        try write("On the train", on: &device)
        let item = try #require(device.kept[.outbox]?.values.first.flatMap { OutboxItem($0) })
        try device.reopen()
        let before = device.trips.count
        try device.go(online: true)
        #expect(!device.trips.dropFirst(before).contains(.seal))
        let sent = try #require(relay.envelopes(in: space).first)
        #expect(item.bytes.contains(sent))
    }

    @Test("what finds no room on the disk is told, and sent all the same")
    func full() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        device.isDiskFull = true
        try write("On the train", on: &device)
        #expect(device.home.notices == [.deviceFull] && relay.has("On the train", in: space))
    }

    @Test("while much is on its way it is told how much is left, and a little goes out unmentioned")
    func progress() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        try device.go(online: false)
        try write("On the train", on: &device)
        #expect(device.home.sendProgress == nil)
        for _ in 0..<40 { try write(String(repeating: "a", count: 8000), on: &device) }
        #expect(device.home.sendProgress == 41)
        try device.go(online: true)
        #expect(device.home.sendProgress == nil && device.home.unsentCount == 0)
    }

    @Test("a server that is full is told of once, though it takes neither what is private nor what is for both")
    func fullServer() throws {
        var couple = try Couple()
        couple.relay.isFull = true
        try write("On the train", on: &couple.ana)
        try couple.ana.thank("For the tea")
        #expect(couple.ana.home.notices == [.joined, .replica(.relayFull)])
        #expect(couple.ana.home.unsentCount == 2)
    }

    @Test("once the session has ended nothing is asked of the relay")
    func signedOut() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        try device.act { home, _ in home.endSession() }
        let asked = relay.requests.count
        try device.act { $0.connect(&$1) }
        #expect(relay.requests.count == asked)
    }
}
