import Bytes
import Ledger
import Wire

/// The other person of a space, as an invitation vouched for them: with the invitation's secret, which the relay never has,
/// they signed their card.
struct TrustedPeer: Equatable {
    /// The shared space.
    let space: Identifier
    /// The other's account and public key.
    let card: Card
}

extension PeerTrusted {
    /// The event that keeps a trusted peer.
    init(_ peer: TrustedPeer) {
        self.init(space: peer.space, account: peer.card.account, publicKey: peer.card.signingPublic)
    }
}
