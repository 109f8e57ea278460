import Bytes
import Ledger
import Wire

/// The other person of a space, as an invitation vouched for them: with the invitation's secret, which the relay never has,
/// they signed their card.
public struct TrustedPeer: Equatable, Sendable {
    /// The shared space.
    public let space: Identifier
    /// The other's account and public key.
    public let card: Card

    /// A peer whom an invitation vouched for in a space.
    public init(space: Identifier, card: Card) {
        self.space = space
        self.card = card
    }
}

extension PeerTrusted {
    /// The other's account and public key; nil when what was kept is no key.
    var card: Card? { try? Card(account: account, signingPublic: publicKey) }

    /// The event that keeps a trusted peer.
    public init(_ peer: TrustedPeer) {
        self.init(space: peer.space, account: peer.card.account, publicKey: peer.card.signingPublic)
    }
}
