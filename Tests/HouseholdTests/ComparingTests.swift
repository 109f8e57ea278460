import Bytes
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("Whether the number was compared")
struct ComparingTests {
    /// Looks at the number on a device, and finds it to be the same as the other's.
    private func compare(on device: inout Device) throws {
        try device.act { home, world in
            let space = try #require(home.sharedRecord)
            let other = try #require(Inviting.other(home))
            home.noteCompared(with: home.card(of: other, in: space.id), in: space.id, &world)
        }
    }

    @Test("it is due until it was done, and then never again, on any of one’s devices")
    func once() throws {
        var couple = try Couple()
        #expect(couple.ana.home.comparison == .due && couple.ben.home.comparison == .due)
        try compare(on: &couple.ana)
        #expect(couple.ana.home.comparison == .done)
        #expect(couple.ben.home.comparison == .due, "each of the two has their own word")
        try couple.ana.reopen()
        #expect(couple.ana.home.comparison == .done)
        let account = try #require(couple.relay.accounts[Sample.id(1)])
        let laptop = try Device(account, couple.relay)
        #expect(laptop.home.comparison == .done)
    }

    @Test("what was compared is written once")
    func quiet() throws {
        var couple = try Couple()
        try compare(on: &couple.ana)
        let count = couple.ana.home.entryCount
        try compare(on: &couple.ana)
        #expect(couple.ana.home.entryCount == count)
    }

    @Test("alone, and in a place that was left, there is nothing to compare")
    func nobody() throws {
        let account = Sample.account(shared: [try Sample.shared(members: [1])])
        #expect(try Device(account, SmallRelay(account)).home.comparison == .alone)
    }

    @Test("a key that the server has exchanged leaves the number as it was, and is told")
    func exchanged() throws {
        var couple = try Couple()
        try compare(on: &couple.ana)
        try exchangeBensKey(in: &couple)
        #expect(couple.ana.home.comparison == .done)
        #expect(couple.ana.home.notices.contains(.partnerKeyExchanged))
    }

    @Test("a key that one has taken over since makes it another number, which is told")
    func changed() throws {
        var couple = try Couple()
        try compare(on: &couple.ana)
        let forged = try Card(account: Sample.id(2), signingPublic: Sample.publicKey(66))
        let shared = couple.shared
        try couple.ana.act { $0.trust(PeerTrusted(TrustedPeer(space: shared, card: forged)), &$1) }
        #expect(couple.ana.home.comparison == .changed)
        try compare(on: &couple.ana)
        #expect(couple.ana.home.comparison == .done)
    }

    private func exchangeBensKey(in couple: inout Couple) throws {
        var account = try #require(couple.relay.accounts[Sample.id(1)])
        let forged = try Card(account: Sample.id(2), signingPublic: Sample.publicKey(66))
        account.spaces[1].members[1] = MemberRecord(
            account: forged.account, introduction: .init(card: forged, mac: Sample.bytes(32), role: .invited))
        couple.relay.accounts[Sample.id(1)] = account
        try couple.ana.look()
    }
}
