import Bytes
import Crypto
import Foundation
import Wire

/// An invitation: one secret in a link's fragment, which the relay never sees, and all that follows from it.
public struct Invitation: Sendable {
    /// How many random bytes the secret has.
    public static let byteCount = 16

    private let secret: [UInt8]
    private let root: RootKey

    private init(secret: [UInt8]) {
        self.secret = secret
        root = RootKey(secret)
    }

    /// A new invitation.
    public init(using generator: inout some RandomNumberGenerator) {
        self.init(secret: generator.bytes(Self.byteCount))
    }

    /// The invitation of a link's secret, 22 base64url characters.
    ///
    /// - Throws: ``VaultError/badInvitation``.
    public init(text: String) throws(VaultError) {
        guard let identifier = Identifier(text: text) else { throw .badInvitation }
        self.init(secret: identifier.bytes)
    }

    /// The secret as it stands in the link.
    public var text: String { Identifier(secret)!.text }

    /// The id by which the relay finds it.
    public var lookup: Identifier { Identifier(root.deriveBytes(KeyLabel.invitationLookup, count: 16))! }

    private var macKey: SymmetricKey { root.derive(KeyLabel.invitationMAC) }

    private var greetingKey: SymmetricKey { root.derive(KeyLabel.invitationGreeting) }

    private var wrap: WrappingKey { WrappingKey(root.derive(KeyLabel.invitationWrap)) }

    /// What vouches for a card: only who knows the secret can make it.
    public func mac(of card: Card, as role: InvitationRole, space: Identifier) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: role.authenticated(space: space, card: card), using: macKey))
    }

    /// Whether a card was passed on by someone who knows the secret, in that role and for that space.
    public func verifies(_ mac: [UInt8], of card: Card, as role: InvitationRole, space: Identifier) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(
            mac, authenticating: role.authenticated(space: space, card: card), using: macKey)
    }

    /// What the inviter gives to the relay.
    public func request(
        into space: SpaceKey, from card: Card, using generator: inout some RandomNumberGenerator
    ) -> InviteRequest {
        InviteRequest(
            lookup: lookup, key: wrap.wrap(space.bytes, label: KeyLabel.invitation(space.id), using: &generator),
            card: card,
            mac: mac(of: card, as: .inviter, space: space.id))
    }

    /// Seals what whoever is invited reads first.
    ///
    /// - Throws: ``FormatError/tooLarge(field:)`` when there is no room for it.
    public func seal(
        _ greeting: Greeting, into space: Identifier, using generator: inout some RandomNumberGenerator
    ) throws(FormatError) -> [UInt8] {
        let packed = try greeting.packed()
        do {
            let nonce = try AES.GCM.Nonce(data: generator.bytes(EnvelopeHeader.nonceByteCount))
            let box = try AES.GCM.seal(
                packed, using: greetingKey, nonce: nonce, authenticating: KeyLabel.greeting(space))
            return Array(nonce) + box.ciphertext + box.tag
        } catch {
            preconditionFailure("AES-GCM refuses only keys and nonces of a wrong length: \(error)")
        }
    }

    /// What the inviter greets with.
    ///
    /// - Throws: ``VaultError/badInvitation`` when it was not sealed with the link's secret, for that space.
    public func greeting(_ sealed: [UInt8], into space: Identifier) throws(VaultError) -> Greeting {
        do {
            let box = try AES.GCM.SealedBox(combined: sealed)
            let packed = try AES.GCM.open(box, using: greetingKey, authenticating: KeyLabel.greeting(space))
            return try Greeting(packed: Array(packed))
        } catch {
            throw .badInvitation
        }
    }

    /// The key of the space that an opened invitation leads to.
    ///
    /// - Throws: ``VaultError/badInvitation`` when the answer was not made by the inviter.
    public func open(_ answer: OpenInvitationAnswer) throws(VaultError) -> SpaceKey {
        guard verifies(answer.mac, of: answer.card, as: .inviter, space: answer.space) else { throw .badInvitation }
        do {
            let raw = try wrap.unwrap(answer.key, label: KeyLabel.invitation(answer.space))
            return SpaceKey(id: answer.space, bytes: raw)
        } catch {
            throw .badInvitation
        }
    }
}

extension Fingerprint {
    /// What two people of a space compare to know that nobody stands between them: the same number for both.
    ///
    /// Each half is one person's and follows from their card alone. Whoever would exchange both people's cards must find a card
    /// with the very half of each, and can't choose among pairs, of which a few are soon alike.
    public static func number(of one: Card, and other: Card, in space: Identifier) -> String {
        let cards = one.bytes.lexicographicallyPrecedes(other.bytes) ? [one, other] : [other, one]
        return cards.map { half(of: $0, in: space, stretch: Passphrase.stretch) }.joined(separator: " ")
    }

    /// One person's half of the number.
    static func half(
        of card: Card, in space: Identifier, stretch: ([UInt8], _ salt: [UInt8]) -> [UInt8]
    ) -> String {
        text(of: stretch(card.bytes, KeyLabel.number(space)), and: space.bytes)
    }

    /// The digits of two byte strings, whichever comes first.
    static func text(of one: [UInt8], and other: [UInt8]) -> String {
        text(digest: Array(SHA256.hash(data: hashed(one, other))))!
    }
}
