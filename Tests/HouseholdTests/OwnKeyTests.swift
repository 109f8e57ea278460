import Bytes
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("A host who exchanges keys")
struct OwnKeyTests {
    private static let hosts = Sample.publicKey(66)

    /// The two, and a host who says that Ana's key is one of their own, and writes a thank-you with it in her name.
    private func attacked() throws -> Couple {
        let couple = try Couple()
        var account = try #require(couple.relay.accounts[Sample.id(1)])
        account.signingPublic = Self.hosts
        var forger = try Device(account, couple.relay, signingWith: Self.hosts)
        try forger.thank("I take all of it back")
        #expect(couple.relay.has("I take all of it back", in: couple.shared))
        couple.relay.accounts[Sample.id(1)] = account
        return couple
    }

    private func thanks(_ device: Device) -> [String] {
        let ours = device.home.ours
        return (ours?.appreciations ?? []).compactMap { ours?.appreciation(at: $0)?.fields.text }
    }

    @Test(
        "puts no words into a person’s mouth, neither where they are signed in nor where they sign in, and it is told")
    func nobodyWritesInMyName() throws {
        var couple = try attacked()
        try couple.ana.look()
        let account = try #require(couple.relay.accounts[Sample.id(1)])
        let laptop = try Device(account, couple.relay)
        for device in [couple.ana, laptop] {
            #expect(thanks(device).isEmpty)
            #expect(device.home.account.signingPublic == Sample.publicKey(1))
            #expect(device.home.notices.contains(.ownKeyExchanged))
        }
        try couple.ana.thank("The tea")
        try couple.ben.look()
        #expect(thanks(couple.ben) == ["The tea"], "one’s own words still arrive")
    }

    @Test("is told of once, not again with everything that comes")
    func once() throws {
        var couple = try attacked()
        try couple.ana.look()
        while !couple.ana.home.notices.isEmpty { try couple.ana.act { home, _ in home.dismissNotice() } }
        try couple.ana.look()
        #expect(!couple.ana.home.notices.contains(.ownKeyExchanged))
    }

    @Test("doesn’t change whom one knows, and it is told", arguments: [true, false])
    func partnersKey(isSameAccount: Bool) throws {
        var couple = try Couple()
        var account = try #require(couple.relay.accounts[Sample.id(1)])
        let forged = try Card(account: isSameAccount ? Sample.id(2) : Sample.id(3), signingPublic: Self.hosts)
        account.spaces[1].members[1] = MemberRecord(
            account: forged.account, introduction: .init(card: forged, mac: Sample.bytes(32), role: .invited))
        couple.relay.accounts[Sample.id(1)] = account
        try couple.ana.look()
        #expect(couple.ana.home.notices.contains(.partnerKeyExchanged))
        #expect(couple.ana.home.authors(in: couple.shared).last?.key == Sample.publicKey(2))

        var inviting = Inviting()
        var world = couple.ana.world
        var home = couple.ana.home
        inviting.enter(&home, &world)
        let compared = world.takeEffects().compactMap { asked -> [[UInt8]]? in
            if case .fingerprint(let one, let other, _) = asked.effect { [one, other] } else { nil }
        }
        #expect(compared == [[try Sample.card(1).bytes, try Sample.card(2).bytes]], "the number stays what it was")
    }

    @Test("doesn’t make a person’s own card pass for the other’s")
    func oneself() throws {
        var couple = try Couple(vouchedWith: Couple.secret)
        var account = try #require(couple.relay.accounts[Sample.id(1)])
        let own = try Sample.card(1)
        account.spaces[1].members[1] = MemberRecord(
            account: Sample.id(2),
            introduction: .init(card: own, mac: OpenVault.hash(of: own.bytes + Couple.secret), role: .inviter))
        couple.relay.accounts[Sample.id(1)] = account
        try couple.ana.look()
        let laptop = try Device(account, couple.relay)
        #expect(laptop.home.authors(in: couple.shared).filter { $0.account == Sample.id(1) }.count == 1)
    }
}
