import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("What is taken out of the journal")
struct ErasingTests {
    private let account = Sample.account()

    private func written(_ relay: SmallRelay) throws -> Device {
        var device = try Device(account, relay)
        try device.act { home, world in
            home.write(.journalWritten(JournalWritten(text: "Slept badly.")), &world)
            home.write(.journalWritten(JournalWritten(text: "Slept well.")), &world)
        }
        return device
    }

    private func takeOut(_ device: inout Device) throws {
        let home = device.home
        let page = try #require(home.mine.journal(of: home.me).first.flatMap { home.mine.journalPage(at: $0)?.entry })
        try device.act { $0.write(.journalRemoved(EntryRemoved(entry: page)), &$1) }
    }

    @Test("goes at the relay and on this device, and the rest stays")
    func erased() throws {
        let relay = SmallRelay(account)
        var device = try written(relay)
        #expect(device.keeps("Slept badly."))
        try takeOut(&device)
        let space = account.spaces[0].id
        #expect(!relay.has("Slept badly.", in: space) && relay.has("Slept well.", in: space))
        #expect(!device.keeps("Slept badly.") && device.keeps("Slept well."))
        try device.reopen()
        #expect(device.home.mine.journal(of: device.home.me).count == 1)
    }

    @Test("goes as soon as there is a network, also after a reload")
    func offline() throws {
        let relay = SmallRelay(account)
        var device = try written(relay)
        try device.go(online: false)
        try takeOut(&device)
        #expect(relay.has("Slept badly.", in: account.spaces[0].id))
        try device.reopen()
        try device.go(online: true)
        #expect(!relay.has("Slept badly.", in: account.spaces[0].id) && !device.keeps("Slept badly."))
    }
}
