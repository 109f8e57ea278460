import Bytes
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("Opening a place again takes both")
struct ReopeningTests {
    private var couple: Couple
    private var relay: SmallRelay { couple.relay }
    private var shared: Identifier { couple.shared }

    init() throws { couple = try Couple.withThanks() }

    /// Ana leaves, and the relay hears of it.
    private mutating func leave(erasing: Bool = false) throws {
        try couple.ana.act { [shared] home, world in
            home.leave(space: shared, &world)
            home.takeLeaving(shared, .failure(.unreachable), &world)
            if erasing { _ = home.eraseOwnEntries(in: shared, &world) }
        }
        try couple.ana.look()
        try couple.ana.look()
        try couple.ben.look()
        #expect(relay.isClosed(shared) && !isOpen(couple.ana) && !isOpen(couple.ben))
    }

    private static func wish(_ device: inout Device) throws { try device.act { $0.wishReopening(&$1) } }
    private static func withdraw(_ device: inout Device) throws { try device.act { $0.withdrawReopening(&$1) } }

    private func thanks(_ device: Device) -> Int { device.home.ours?.appreciations.count ?? 0 }
    private func isOpen(_ device: Device) -> Bool { device.home.isOpen }
    private func isTold(_ device: Device) -> Bool { device.home.notices.contains(.reopened) }

    /// Both say so, and their devices hear of it.
    private mutating func reopen() throws {
        try couple.ana.look()
        try couple.ben.look()
        try Self.wish(&couple.ana)
        try Self.wish(&couple.ben)
        try couple.ana.look()
    }

    @Test("once both have said so, in either order, it is open for both, and what they write goes across")
    mutating func both() throws {
        try leave()
        try Self.wish(&couple.ben)
        #expect(couple.ben.home.isReopeningWished && !isOpen(couple.ben) && relay.isClosed(shared))
        try Self.wish(&couple.ana)
        try couple.ben.look()
        for device in [couple.ana, couple.ben] {
            #expect(isOpen(device) && isTold(device) && !device.home.isReopeningWished)
        }
        try couple.ana.thank("One more")
        try couple.ben.look()
        #expect(thanks(couple.ben) == 3 && thanks(couple.ana) == 3)
        for reopened in 0..<2 {
            if reopened == 0 { try couple.ana.reopen() } else { try couple.ben.reopen() }
        }
        #expect(isOpen(couple.ana) && isOpen(couple.ben) && !relay.isClosed(shared))
        try couple.ben.thank("After a reload")
        #expect(relay.has("After a reload", in: shared))
    }

    @Test("what one says is nowhere on the other's device, whether it stands or was taken back")
    mutating func nothingShows() throws {
        try leave()
        let before = couple.ben.kept
        let record = relay.accounts[Sample.id(2)]
        try Self.wish(&couple.ana)
        try couple.ben.look()
        #expect(couple.ben.kept == before && relay.accounts[Sample.id(2)] == record)
        try Self.withdraw(&couple.ana)
        try couple.ben.look()
        #expect(couple.ben.kept == before && relay.accounts[Sample.id(2)] == record)
        #expect(relay.wishes(of: shared).isEmpty)
        let read = try relay.answer(.reopening(space: shared), [], from: Sample.id(2))
        #expect(try ReopeningAnswer(body: read.body).statements.isEmpty)
    }

    @Test("what was taken back in time counts for nothing, also when the relay kept it")
    mutating func takenBack() throws {
        try leave()
        try Self.wish(&couple.ana)
        let kept = relay.wishes(of: shared)
        try Self.withdraw(&couple.ana)
        #expect(!couple.ana.home.isReopeningWished)
        try Self.wish(&couple.ben)
        #expect(relay.isClosed(shared) && !isOpen(couple.ben))
        // The host has a copy of what Ana said, and what Ben says, and opens it.
        relay.open(shared, 1, saying: kept.merging(relay.wishes(of: shared)) { one, _ in one })
        try couple.ana.look()
        #expect(!isOpen(couple.ana) && relay.isClosed(shared), "it was told again")
        #expect(relay.requests(of: shared).contains(.leave(space: shared)))
    }

    @Test("one alone opens nothing, with whatever statements the host shows", arguments: [true, false])
    mutating func oneAlone(hasSaidSo: Bool) throws {
        try leave()
        try Self.wish(&couple.ben)
        let bens = try #require(relay.wishes(of: shared)[Sample.id(2)])
        if hasSaidSo { try Self.wish(&couple.ana) } else { relay.open(shared, 1) }
        if !hasSaidSo {
            // Ben's statement in Ana's name, too: it isn't signed by her, and she hasn't said so.
            relay.open(shared, 1, saying: [Sample.id(1): bens, Sample.id(2): bens])
            try couple.ana.look()
            #expect(!isOpen(couple.ana) && relay.isClosed(shared))
            try couple.ben.look()
            #expect(!isOpen(couple.ben))
        } else {
            try couple.ben.look()
            #expect(isOpen(couple.ben))
        }
    }

    @Test("a host who has only what one said, and something else that the other signed, opens nothing")
    mutating func otherWords() throws {
        try leave()
        try Self.wish(&couple.ben)
        let anas = try #require(
            relay.envelopes(in: shared).first { (try? Envelope(parsing: $0))?.header.author == Sample.id(1) })
        var said = relay.wishes(of: shared)
        said[Sample.id(1)] = ReopeningWish(opening: 0, statement: anas)
        relay.open(shared, 1, saying: said)
        try couple.ben.look()
        #expect(!isOpen(couple.ben) && relay.isClosed(shared))
    }

    @Test("what opened a place once never opens it after somebody has left again")
    mutating func replay() throws {
        try leave()
        try reopen()
        let said = relay.wishes(of: shared)
        #expect(isOpen(couple.ana) && said.count == 2)
        try leave()
        for opening in Int64(1)...2 {
            relay.open(shared, opening, saying: said)
            try couple.ben.look()
            #expect(!isOpen(couple.ben) && relay.isClosed(shared))
            relay.open(shared, opening, saying: said)
            try couple.ana.reopen()
            #expect(!isOpen(couple.ana) && relay.isClosed(shared))
        }
        // Both may say so anew.
        try reopen()
        #expect(isOpen(couple.ana) && isOpen(couple.ben))
    }

    @Test("a relay that was set back to before leaving, or to between, is told again after a second leaving")
    mutating func setBack() throws {
        relay.beCopied()
        try leave()
        try reopen()
        try leave()
        relay.beSetBack()
        #expect(!relay.isClosed(shared))
        try couple.ben.reopen()
        #expect(!isOpen(couple.ben) && relay.isClosed(shared))
        #expect(relay.requests(of: shared).first == .leave(space: shared), "before anything else")
    }

    @Test("a relay that was set back to when the place was open again holds nothing after a second leaving")
    mutating func setBackToReopened() throws {
        try leave()
        try reopen()
        relay.beCopied()
        try leave()
        for device in 0..<2 {
            relay.beSetBack()
            #expect(!relay.isClosed(shared))
            if device == 0 { try couple.ana.reopen() } else { try couple.ben.reopen() }
            #expect(relay.isClosed(shared))
        }
        #expect(!isOpen(couple.ana) && !isOpen(couple.ben))
    }

    @Test("what was erased stays erased, and what is written after it isn't")
    mutating func erased() throws {
        relay.beCopied()
        try leave(erasing: true)
        #expect(!relay.has("For the tea", in: shared))
        try reopen()
        #expect(isOpen(couple.ana))
        try couple.ana.thank("Written anew")
        try couple.ana.reopen()
        try couple.ana.look()
        #expect(!relay.has("For the tea", in: shared) && relay.has("Written anew", in: shared))
        // Nor does a new device call the server a thief of what its author had erased.
        let new = try Device(try #require(relay.accounts[Sample.id(2)]), relay)
        #expect(isOpen(new) && thanks(new) == 2)
        #expect(!new.home.notices.contains { if case .erasedUnasked = $0 { true } else { false } })
        // Leaving again erases nothing that wasn't asked for.
        try leave()
        try couple.ana.reopen()
        #expect(relay.has("Written anew", in: shared) && !couple.ana.home.isErased(shared))
    }

    @Test("another device of one's own opens it too, whether it was there or comes late, and leaves nothing")
    mutating func otherDevices() throws {
        var there = try Device(couple.ana.home.account, relay)
        var away = try Device(couple.ana.home.account, relay)
        var bens = try Device(couple.ben.home.account, relay)
        try leave()
        try there.look()
        try bens.look()
        #expect(!isOpen(there) && !isOpen(bens))
        try reopen()
        for _ in 0..<2 {
            try there.look()
            try away.look()
            try bens.look()
        }
        #expect(isOpen(there) && isOpen(away) && isOpen(bens) && !relay.isClosed(shared))
        let new = try Device(try #require(relay.accounts[Sample.id(1)]), relay)
        #expect(isOpen(new) && !relay.isClosed(shared))
        #expect(new.home.notices == [] && away.home.notices == [], "they never knew it closed")
        #expect(there.home.notices == [.reopened] && bens.home.notices == [.reopened])
    }

    @Test("leaving on a device that hasn't heard of it counts, when it came after")
    mutating func leftLater() throws {
        var away = try Device(couple.ana.home.account, relay)
        try away.go(online: false)
        try leave()
        try reopen()
        away.world.now += 600_000
        try away.act { [shared] in $0.leave(space: shared, &$1) }
        try away.act { [shared] in $0.takeLeaving(shared, .failure(.unreachable), &$1) }
        try away.go(online: true)
        #expect(relay.isClosed(shared) && !isOpen(away))
        try couple.ana.look()
        try couple.ben.look()
        #expect(!isOpen(couple.ana) && !isOpen(couple.ben))
    }

    @Test("offline it waits, and is told when the network is there")
    mutating func offline() throws {
        try leave()
        try couple.ana.go(online: false)
        try Self.wish(&couple.ana)
        try couple.ana.reopen()
        #expect(couple.ana.home.isReopeningWished && relay.wishes(of: shared).isEmpty)
        try couple.ana.go(online: true)
        #expect(relay.wishes(of: shared).count == 1)
        try couple.ana.go(online: false)
        try Self.withdraw(&couple.ana)
        try Self.wish(&couple.ben)
        try couple.ana.go(online: true)
        #expect(!isOpen(couple.ana) && relay.isClosed(shared), "it was taken back before the two met")
    }

    @Test("after fourteen days by the relay's clock nothing can be said, and what was said opens nothing long after")
    mutating func over() throws {
        try leave()
        try Self.wish(&couple.ana)
        let said = relay.wishes(of: shared)
        relay.now += Limits.reopening
        try Self.wish(&couple.ben)
        #expect(relay.isClosed(shared) && !couple.ben.home.isReopeningWished)
        #expect(couple.ben.home.reopenUntil(couple.ben.world) == nil)
        // A host who waits with it, and has the other sign.
        couple.ana.world.now += Double(2 * Limits.reopening)
        relay.open(shared, 1, saying: said)
        try couple.ana.look()
        #expect(!isOpen(couple.ana) && relay.isClosed(shared))
    }

    @Test("a relay that says that there is time for ever doesn't make a wish stand for ever")
    mutating func noLongerThanAFortnight() throws {
        try leave()
        for (id, var account) in relay.accounts {
            for index in account.spaces.indices where account.spaces[index].id == shared {
                account.spaces[index].reopenUntil = Int64(Device.start) + 1000 * Limits.reopening
            }
            relay.accounts[id] = account
        }
        try couple.ana.look()
        try couple.ben.look()
        try Self.wish(&couple.ana)
        try Self.wish(&couple.ben)
        let said = relay.wishes(of: shared)
        #expect(said.count == 2 && isOpen(couple.ben))
        // Ana's phone hears of it a year later only.
        couple.ana.world.now += Double(26 * Limits.reopening)
        try couple.ana.look()
        #expect(!isOpen(couple.ana) && relay.isClosed(shared))
    }

    @Test("whoever has another place that is open wishes for this one no more")
    mutating func elsewhere() throws {
        try leave()
        try Self.wish(&couple.ana)
        #expect(relay.wishes(of: shared).count == 1)
        var account = try #require(relay.accounts[Sample.id(1)])
        account.spaces.append(try Sample.shared(51, members: [1]))
        relay.accounts[Sample.id(1)] = account
        try couple.ana.look()
        try couple.ana.look()
        #expect(relay.wishes(of: shared).isEmpty)
        try Self.wish(&couple.ben)
        #expect(relay.isClosed(shared))
    }
}
