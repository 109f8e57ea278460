import Bytes
import Ledger
import Sync
import Wire

// Whether the other is who the invitation vouched for. The relay hands out members' cards; the invitation's secret, which the
// relay never has, tells whether it made one up. What was found out is kept in the private space, for all of a person's devices.

extension Home {
    /// Whose signatures are believed in a space.
    func authors(in space: Identifier) -> [Effect.Author] {
        var authors = [Effect.Author(account: account.account, key: account.signingPublic)]
        if let peer = mine.peer(in: space) {
            authors.append(Effect.Author(account: peer.fields.account, key: peer.fields.publicKey))
        }
        return authors
    }

    /// Has the other's card verified, when that hasn't been done.
    mutating func verifyPeer(_ world: inout World) {
        guard let space = sharedRecord, mine.peer(in: space.id) == nil else { return }
        guard let other = space.members.first(where: { $0.account != account.account }),
            let introduction = other.introduction
        else { return }
        for position in mine.invitations.reversed() {
            guard let invitation = mine.invitation(at: position)?.fields, invitation.space == space.id else {
                continue
            }
            world.perform(.verifyCard(introduction, space: space.id, secret: invitation.secret)) {
                .cardVerified(introduction.card, space: space.id, $0)
            }
        }
    }

    mutating func takeVerified(
        _ card: Card, _ space: Identifier, _ outcome: Outcome<Completion>, _ world: inout World
    ) {
        guard outcome.isSuccess, mine.peer(in: space) == nil else { return }
        trust(PeerTrusted(space: space, account: card.account, publicKey: card.signingPublic), &world)
        tell(.joined)
    }

    /// Writes down whose key is the other's.
    public mutating func trust(_ peer: PeerTrusted, _ world: inout World) {
        write(.peerTrusted(peer), &world)
    }

    /// Reads what waited for a key that has become known: on this device or, by way of the private space, on another.
    mutating func believePeers(_ world: inout World) {
        guard isReady else { return }
        for index in spaces.indices where spaces[index].record.kind == .shared {
            let space = spaces[index].record.id
            guard let key = mine.peer(in: space)?.fields.publicKey, spaces[index].believedKey != key else {
                continue
            }
            spaces[index].believedKey = key
            handle(.keysChanged, for: space, &world)
        }
    }
}
