import Bytes
import HouseholdTestSupport
import Ledger
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
