import Bytes
import Wire

/// Joining: what needs an account, and with it the core's later part (script/later).
extension Arriving {
    @inline(never) mutating func acceptOffer(_ door: Door, _ world: inout World) {
        guard step == .offered, let account = door.account, let secret = door.invitation, let invitation else { return }
        obstacle = nil
        step = .accepting
        world.perform(.acceptInvitation(invitation, secret: secret, by: account)) { .arrival(.wrapped($0)) }
    }

    mutating func join(with accepted: AcceptedInvitation, _ world: inout World) {
        ownCard = accepted.card
        guard let lookup else { return }
        let request = AcceptInvitationRequest(
            lookup: lookup, key: accepted.key, card: accepted.card, mac: accepted.mac)
        world.perform(.relay(.acceptInvitation, body: request.body, for: AccountRecord.self)) {
            .arrival(.joined($0))
        }
    }

    mutating func joined(as account: AccountRecord, _ door: inout Door, _ world: inout World) {
        door.accepted = account
        door.invitation = nil
        guard let invitation, let ownCard else { return }
        door.trusted = TrustedPeer(space: invitation.space, card: invitation.card)
        world.perform(.fingerprint(invitation.card.bytes, ownCard.bytes, in: invitation.space)) {
            .arrival(.compared($0))
        }
    }
}
