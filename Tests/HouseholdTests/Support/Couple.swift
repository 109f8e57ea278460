import Bytes
import HouseholdTestSupport
import Ledger
import Wire

@testable import Household

/// Ana and Ben, each with a device, and the relay between them.
struct Couple {
    /// The relay between them.
    let relay: SmallRelay
    /// Ana's device; she made the shared space and invited Ben.
    var ana: Device
    /// Ben's device.
    var ben: Device
    /// The space of the two.
    let shared: Identifier

    /// The secret of the invitation that Ben answered.
    static let secret = Sample.bytes(16, of: 3)

    /// The two, each believing the other's key.
    init() throws {
        try self.init(vouchedWith: Self.secret)
        let shared = shared
        try ben.act { $0.trust(PeerTrusted(TrustedPeer(space: shared, card: try Sample.card(1))), &$1) }
        try ana.look()
        try ben.look()
    }

    /// The two, each of whom has thanked the other, as each of them has read.
    static func withThanks() throws -> Couple {
        var couple = try Couple()
        try couple.ana.thank("For the tea")
        try couple.ben.thank("For the soup")
        try couple.ana.look()
        return couple
    }

    /// The two, as they are when Ben has just joined.
    ///
    /// - Parameter secret: by which Ben's card is vouched for.
    init(vouchedWith secret: [UInt8]) throws {
        let members = [
            MemberRecord(
                account: Sample.id(1),
                introduction: .init(card: try Sample.card(1), mac: Sample.bytes(32), role: .inviter)),
            MemberRecord(
                account: Sample.id(2),
                introduction: .init(
                    card: try Sample.card(2), mac: OpenVault.hash(of: try Sample.card(2).bytes + secret), role: .invited
                )),
        ]
        var alone = try Sample.shared(members: [1])
        shared = alone.id
        let relay = SmallRelay(Sample.account(1, shared: [alone]), Sample.account(2, name: "ben"))
        self.relay = relay
        ana = try Device(Sample.account(1, shared: [alone]), relay)
        let made = InvitationMade(space: alone.id, secret: Self.secret, expires: Int64(Device.start) + 86_400_000)
        try ana.act { $0.write(.invitationMade(made), &$1) }
        alone.members = members
        relay.accounts[Sample.id(1)] = Sample.account(1, shared: [alone])
        relay.accounts[Sample.id(2)] = Sample.account(2, name: "ben", shared: [alone])
        ben = try Device(Sample.account(2, name: "ben", shared: [alone]), relay)
        try ana.look()
    }
}
