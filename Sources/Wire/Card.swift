import Bytes

/// What one member needs of another to check what they sign: `account id 16 ‖ signing public key 65`.
public struct Card: Hashable, Sendable {
    /// How many bytes a card has.
    public static let byteCount = 81
    /// How many bytes a public signing key has: P-256, raw, uncompressed.
    public static let publicKeyByteCount = 65

    /// The account.
    public let account: Identifier
    /// The public half of its signing key: 65 bytes, the first of them 4.
    public let signingPublic: [UInt8]

    /// A card.
    ///
    /// - Throws: ``FormatError/wrongLength(field:found:)`` or ``FormatError/invalid(field:)`` when `signingPublic` is no
    ///   uncompressed P-256 point by its form. Whether it lies on the curve is not checked here.
    public init(account: Identifier, signingPublic: [UInt8]) throws(FormatError) {
        guard signingPublic.count == Self.publicKeyByteCount else {
            throw .wrongLength(field: "signingPublic", found: signingPublic.count)
        }
        guard signingPublic[0] == 4 else { throw .invalid(field: "signingPublic") }
        self.account = account
        self.signingPublic = signingPublic
    }

    /// Reads a card that fills `bytes`.
    public init(parsing bytes: [UInt8]) throws(FormatError) {
        guard bytes.count == Self.byteCount else { throw .wrongLength(field: "card", found: bytes.count) }
        var reader = ByteReader(bytes[...])
        let account = try reader.identifier("account")
        try self.init(account: account, signingPublic: Array(try reader.take(Self.publicKeyByteCount, "signingPublic")))
    }

    /// The 81 bytes.
    public var bytes: [UInt8] {
        account.bytes + signingPublic
    }
}

/// Which side of an invitation a card belongs to.
public enum InvitationRole: UInt8, Sendable {
    /// The member who made the invitation.
    case inviter = 1
    /// The person who accepted it.
    case invited = 2

    /// What the invitation's HMAC is computed over for this role: `role 1 ‖ space id 16 ‖ card 81`.
    public func authenticated(space: Identifier, card: Card) -> [UInt8] {
        [rawValue] + space.bytes + card.bytes
    }
}
