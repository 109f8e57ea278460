import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("What is begun and not finished")
struct KeptDraftsTests {
    private let account = Sample.account()

    private let kinds = ["journal"]

    private func drafts(_ text: String) -> [Draft] { [Draft("journal", text)].compactMap { $0 } }

    @Test("is kept a moment after it changed, survives a reload, and goes when it is finished")
    func survives() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        let typed = drafts("Since the move")
        try device.act { $0.awaitDrafts(typed, of: kinds, &$1) }
        #expect(device.told.contains(.timer(.drafts, after: KeptDrafts.pause)) && !device.keeps("Since the move"))
        #expect(!device.home.canAwaitDrafts(of: kinds), "one timer is enough")
        try device.act { $0.keep(typed, &$1) }
        #expect(device.keeps("Since the move"))
        try device.reopen()
        var found: [Draft] = []
        try device.act { home, _ in found = home.takeFoundDrafts() }
        #expect(found == typed)
        try device.act { home, _ in found = home.takeFoundDrafts() }
        #expect(found.isEmpty, "each is given out once")
        try device.act { $0.keep([], &$1) }
        #expect(!device.keeps("Since the move"))
    }

    @Test("never reaches the relay")
    func onThisDevice() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        let typed = drafts("Since the move")
        try device.act { $0.keep(typed, &$1) }
        try device.look()
        #expect(!relay.has("Since the move", in: account.spaces[0].id))
    }

    @Test("is not written again when nothing has changed")
    func unchanged() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        let typed = drafts("Since the move")
        try device.act { $0.keep(typed, &$1) }
        let kept = device.kept
        try device.act { $0.awaitDrafts(typed, of: kinds, &$1) }
        #expect(device.home.canAwaitDrafts(of: kinds))
        try device.act { $0.keep(typed, &$1) }
        #expect(device.kept == kept)
    }

    @Test("a page that changed keeps its own, and what other pages had stays as it was")
    func ofOnePage() throws {
        let relay = SmallRelay(account)
        var device = try Device(account, relay)
        let thanks = [Draft("thanks", "For the soup"), Draft("today/smell", "Rain")].compactMap { $0 }
        try device.act { $0.keep(thanks + drafts("Since the move"), &$1) }
        try device.act { $0.awaitDrafts([], of: kinds, &$1) }
        #expect(device.home.isAwaitingDrafts(of: kinds) && !device.home.isAwaitingDrafts(of: ["thanks", "today"]))
        try device.act { $0.keep([], of: kinds, &$1) }
        #expect(!device.keeps("Since the move") && device.keeps("For the soup") && device.keeps("Rain"))
        try device.act { $0.keep([], of: ["thanks", "today"], &$1) }
        #expect(!device.keeps("For the soup") && !device.keeps("Rain"))
    }
}
