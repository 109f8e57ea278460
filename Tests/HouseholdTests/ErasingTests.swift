import Bytes
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

@Suite("What the relay calls erased")
struct CalledErasedTests {
    private var couple: Couple
    private var relay: SmallRelay { couple.relay }
    private var shared: Identifier { couple.shared }
    private let ana = Sample.id(1)
    private let ben = Sample.id(2)

    init() throws {
        couple = try Couple()
        for text in ["For the tea", "For the soup"] { try couple.ben.thank(text) }
        try couple.ana.look()
    }

    private func entry(_ text: String) throws -> Identifier {
        try #require(thanks(couple.ben).first { $0.fields.text == text }?.entry)
    }

    private func thanks(_ device: Device) -> [Said<AppreciationSent>] {
        let ours = device.home.ours
        return ours?.appreciations.compactMap { ours?.appreciation(at: $0) } ?? []
    }

    /// A device on which somebody has just signed in.
    private func fresh(_ account: Identifier) throws -> Device {
        try Device(try #require(relay.accounts[account]), relay)
    }

    private func told(_ device: Device) -> [HomeNotice] {
        device.home.notices.filter { if case .erasedUnasked = $0 { true } else { false } }
    }

    /// Ana leaves and has all erased that she wrote.
    private mutating func leave() throws {
        try couple.ana.act { [shared] home, world in
            home.leave(space: shared, &world)
            home.takeLeaving(shared, .failure(.unreachable), &world)
            _ = home.eraseOwnEntries(in: shared, &world)
        }
        try couple.ana.look()
    }

    @Test("is told as the relay's word alone when its author never took it out, and those who have read it keep it")
    mutating func unasked() throws {
        relay.callErased(try entry("For the tea"), of: ben, in: shared)
        var new = try fresh(ana)
        #expect(told(new) == [.erasedUnasked(author: ben, count: 1)])
        #expect(thanks(new).map { $0.fields.text } == ["For the soup"])
        // Once, while the page is open.
        try new.act { home, _ in while !home.notices.isEmpty { home.dismissNotice() } }
        try couple.ben.thank("For the bread")
        try new.look()
        #expect(told(new).isEmpty && thanks(new).count == 2)
        try couple.ana.look()
        #expect(thanks(couple.ana).count == 3 && told(couple.ana).isEmpty)
        // On a new device of its author's it is told as well.
        #expect(try told(fresh(ben)) == [.erasedUnasked(author: ben, count: 1)])
    }

    @Test("is told when there never was such an entry, in whoever's name")
    mutating func invented() throws {
        relay.callErased(Sample.id(77), of: ana, in: shared)
        relay.callErased(Sample.id(78), of: ben, in: shared)
        try couple.ana.look()
        #expect(told(couple.ana) == [.erasedUnasked(author: ana, count: 1), .erasedUnasked(author: ben, count: 1)])
    }

    @Test("isn't told when its author took it out: their word for it reaches the relay first")
    mutating func takenOut() throws {
        let tea = try entry("For the tea")
        try couple.ben.act { $0.takeBack(tea, &$1) }
        #expect(!relay.has("For the tea", in: shared))
        let asked = relay.requests(of: shared)
        let append = try #require(asked.lastIndex(of: .append(space: shared)))
        let erase = try #require(asked.firstIndex(of: .erase(space: shared, entry: tea)))
        #expect(append < erase)
        #expect(try told(fresh(ana)).isEmpty && told(fresh(ben)).isEmpty)
    }

    @Test("is told no longer once its author's word has come after all, as an earlier version sends it")
    mutating func late() throws {
        for text in ["For the tea", "For the soup"] { relay.callErased(try entry(text), of: ben, in: shared) }
        var new = try fresh(ana)
        #expect(told(new) == [.erasedUnasked(author: ben, count: 2)])
        for (text, count) in [("For the tea", 1), ("For the soup", 0)] {
            let entry = try entry(text)
            try couple.ben.act { $0.takeBack(entry, &$1) }
            try new.look()
            #expect(told(new) == (count == 0 ? [] : [.erasedUnasked(author: ben, count: count)]))
        }
    }

    @Test("goes all the same when the relay has no room for its author's word")
    mutating func full() throws {
        let tea = try entry("For the tea")
        relay.isFull = true
        try couple.ben.act { $0.takeBack(tea, &$1) }
        #expect(!relay.has("For the tea", in: shared))
    }

    @Test("isn't told of somebody who has left, on whatever device it is found")
    mutating func left() throws {
        try couple.ana.thank("For the cake")
        try couple.ben.go(online: false)
        try couple.ana.thank("For the walk")
        try leave()
        #expect(relay.isClosed(shared) && !relay.has("For the walk", in: shared))
        #expect(try told(fresh(ben)).isEmpty)
        try couple.ben.go(online: true)
        #expect(told(couple.ben).isEmpty && !couple.ben.home.isOpen)
    }
}
