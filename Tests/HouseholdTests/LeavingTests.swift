import Bytes
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("Leaving stays left")
struct LeavingTests {
    private var couple: Couple
    private var relay: SmallRelay { couple.relay }
    private var shared: Identifier { couple.shared }

    init() throws { couple = try Couple.withThanks() }

    /// Ana leaves, and the relay can't be reached in that moment.
    private mutating func leave(erasing: Bool = true) throws {
        try couple.ana.act { [shared] home, world in
            home.leave(space: shared, &world)
            home.takeLeaving(shared, .failure(.unreachable), &world)
            guard erasing else { return }
            let isTold = home.eraseOwnEntries(in: shared, &world)
            #expect(!isTold, "not before it is closed")
        }
    }

    private func isGone(_ words: String) -> Bool { !relay.has(words, in: shared) }

    @Test(
        "a relay that was set back to before it is told again, whoever opens first, and nothing more goes across",
        arguments: [true, false])
    mutating func setBack(leaverFirst: Bool) throws {
        relay.beCopied()
        try leave()
        try couple.ana.look()
        try couple.ben.look()
        #expect(relay.isClosed(shared) && isGone("For the tea") && !isGone("For the soup"))
        relay.beSetBack()
        #expect(!relay.isClosed(shared) && !isGone("For the tea"))

        if leaverFirst { try couple.ana.reopen() } else { try couple.ben.reopen() }
        #expect(relay.isClosed(shared))
        #expect(relay.requests(of: shared).first == .leave(space: shared), "before anything else")
        try couple.ben.thank("One more")
        if leaverFirst { try couple.ben.reopen() } else { try couple.ana.reopen() }
        try couple.ben.thank("And another")
        #expect(isGone("For the tea") && isGone("One more") && isGone("And another"))
        for device in [couple.ana, couple.ben] {
            #expect(!device.home.isOpen && device.home.ours?.appreciations.count == 2)
        }
        #expect(couple.ana.home.isErased(shared) && !couple.ana.home.isErasingQueued(shared))
    }

    @Test("a page that stays open while the relay is set back holds to it when the stream is there again")
    mutating func openPages() throws {
        relay.beCopied()
        try leave()
        try couple.ana.look()
        try couple.ben.look()
        relay.beSetBack()
        try couple.ben.look()
        #expect(relay.isClosed(shared) && relay.requests(of: shared).first == .leave(space: shared))
        try couple.ben.thank("One more")
        try couple.ana.look()
        #expect(isGone("One more") && isGone("For the tea"))
    }

    @Test("a relay that was set back to between leaving and erasing is told to erase again")
    mutating func betweenLeavingAndErasing() throws {
        try leave(erasing: false)
        try couple.ana.look()
        relay.beCopied()
        try couple.ana.act { [shared] home, world in
            let isTold = home.eraseOwnEntries(in: shared, &world)
            #expect(isTold)
            home.takeErasing(shared, .failure(.unreachable), &world)
        }
        #expect(couple.ana.home.isErasingQueued(shared))
        try couple.ana.look()
        #expect(isGone("For the tea") && couple.ana.home.isErased(shared))
        relay.beSetBack()
        #expect(!isGone("For the tea"))
        try couple.ana.reopen()
        #expect(isGone("For the tea"))
    }

    @Test("offline it holds at once and waits, also over a reload; the relay hears of it before anything else")
    mutating func offline() throws {
        try couple.ana.go(online: false)
        try couple.ana.thank("Never sent")
        try leave()
        #expect(!couple.ana.home.isOpen)
        try couple.ana.reopen()
        #expect(!couple.ana.home.isOpen)
        #expect(couple.ana.home.isLeavingQueued(shared) && couple.ana.home.isErasingQueued(shared))
        #expect(!relay.isClosed(shared))
        let asked = relay.requests(of: shared).count
        try couple.ana.go(online: true)
        let told = Array(relay.requests(of: shared).dropFirst(asked).prefix(2))
        #expect(told == [.leave(space: shared), .eraseAll(space: shared)])
        #expect(relay.isClosed(shared) && isGone("For the tea") && isGone("Never sent"))
        #expect(!couple.ana.home.isLeavingQueued(shared) && !couple.ana.home.isErasingQueued(shared))
    }

    @Test("another device of the one who left, which read of it in the private space, tells the relay too")
    mutating func otherDevice() throws {
        relay.beCopied()
        try leave()
        try couple.ana.look()
        var laptop = try Device(couple.ana.home.account, relay)
        #expect(laptop.home.isErased(shared))
        relay.beSetBack()
        try laptop.reopen()
        #expect(relay.isClosed(shared) && isGone("For the tea"))
        #expect(!laptop.home.isOpen)
    }

    @Test("a device that had the space open closes it by what another device of the same person wrote")
    mutating func learned() throws {
        var laptop = try Device(couple.ana.home.account, relay)
        #expect(laptop.home.isOpen)
        try couple.ana.act { [shared] home, world in
            home.leave(space: shared, &world)
            home.takeLeaving(shared, .failure(.unreachable), &world)
        }
        // What the phone wrote into the private space has arrived, its request to leave never does.
        let mine = try #require(couple.ana.home.privateSpace?.record.id)
        try laptop.act { $0.announced(event: "space", data: "\(mine.text) 9", &$1) }
        #expect(!laptop.home.isOpen && relay.isClosed(shared))
    }
}
