import Bytes
import Ledger
import Sync
import Wire

// Whether the other is who the invitation vouched for. The relay hands out members' cards; the invitation's secret, which the
// relay never has, tells whether it made one up. What was found out is kept in the private space, for all of a person's devices.
//
// One's own key is not the relay's to say either: it comes of the private key, which nothing but the person key opens.

extension Home {
    /// Whose signatures are believed in a space.
    func authors(in space: Identifier) -> [Effect.Author] {
        var authors = [Effect.Author(account: account.account, key: account.signingPublic)]
        // Nobody else speaks as the person, be their key vouched for or not.
        if let peer = mine.peer(in: space), peer.fields.account != me {
            authors.append(Effect.Author(account: peer.fields.account, key: peer.fields.publicKey))
        }
        return authors
    }

    /// Goes on with one's own key, whatever the record says that the relay gave.
    mutating func insist(on ownKey: [UInt8], _ world: inout World) {
        guard account.signingPublic != ownKey else { return }
        account.signingPublic = ownKey
        keepAccount(&world)
        tellExchange(of: me, .ownKeyExchanged)
    }

    /// A newer record of the relay's, with one's own key in it.
    mutating func withOwnKey(_ newer: AccountRecord) -> AccountRecord {
        // Until then nobody knows; the key that comes then holds.
        guard isReady, newer.signingPublic != account.signingPublic else { return newer }
        tellExchange(of: me, .ownKeyExchanged)
        var record = newer
        record.signingPublic = account.signingPublic
        return record
    }

    /// Tells when the relay shows others in the space than those who were vouched for.
    mutating func watchKeys() {
        guard isReady, let space = sharedRecord else { return }
        for member in space.members {
            guard let card = member.introduction?.card else { continue }
            if member.account == me {
                if card.account != me || card.signingPublic != account.signingPublic {
                    tellExchange(of: me, .ownKeyExchanged)
                }
            } else if let peer = mine.peer(in: space.id)?.fields,
                member.account != peer.account || card != peer.card
            {
                tellExchange(of: peer.account, .partnerKeyExchanged)
            }
        }
    }

    private mutating func tellExchange(of account: Identifier, _ notice: HomeNotice) {
        if exchangedKeys.insert(account).inserted { tell(notice) }
    }

    /// The card of the other in a space: the one that was vouched for, or else the one that the relay shows.
    func card(of other: MemberRecord.Introduction, in space: Identifier) -> Card {
        mine.peer(in: space)?.fields.card ?? other.card
    }

    /// Has the other's card verified, when that hasn't been done.
    mutating func verifyPeer(_ world: inout World) {
        guard let space = sharedRecord, mine.peer(in: space.id) == nil else { return }
        guard let other = space.members.first(where: { $0.account != account.account }),
            let introduction = other.introduction, introduction.card.account == other.account
        else { return }
        let secrets = mine.invitations.compactMap { mine.invitation(at: $0)?.fields }
            .filter { $0.space == space.id }.map { $0.secret }
        verify(introduction, in: space.id, by: secrets, &world)
    }

    /// Verifies a card by invitations, the last one first.
    private func verify(
        _ introduction: MemberRecord.Introduction, in space: Identifier, by secrets: [[UInt8]], _ world: inout World
    ) {
        guard let secret = secrets.last else { return }
        world.perform(.verifyCard(introduction, space: space, secret: secret)) {
            .cardVerified(introduction, space: space, others: secrets.dropLast(), $0)
        }
    }

    mutating func takeVerified(
        _ introduction: MemberRecord.Introduction, _ space: Identifier, others secrets: [[UInt8]],
        _ outcome: Outcome<Completion>, _ world: inout World
    ) {
        guard mine.peer(in: space) == nil else { return }
        let card = introduction.card
        switch outcome {
        case .success:
            trust(PeerTrusted(space: space, account: card.account, publicKey: card.signingPublic), &world)
            tell(.joined)
        case .failure(.device(.badCard)):
            if !secrets.isEmpty { return verify(introduction, in: space, by: secrets, &world) }
            // An invitation that another device of one's own has made may be on its way.
            if privateSpace?.replica.isCaughtUp == true { tellExchange(of: card.account, .impostor) }
        case .failure: break
        }
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
