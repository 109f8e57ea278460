import Bytes

/// An invitation, so that its maker can show the link again and recognise who answers it.
public struct InvitationMade: EventFields {
    /// How many bytes the secret of a link has.
    public static let secretByteCount = 16

    /// The shared space it invites to.
    public var space: Identifier
    /// The secret in the link's fragment, 16 bytes.
    public var secret: [UInt8]
    /// When it stops being valid: milliseconds since 1970.
    public var expires: Int64

    /// An invitation.
    public init(space: Identifier, secret: [UInt8], expires: Int64) {
        self.space = space
        self.secret = secret
        self.expires = expires
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        space = try fields.id("space", as: .subject)
        secret = try fields.bytes("secret", count: Self.secretByteCount)
        expires = try fields.milliseconds("expires")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("space", space, as: .subject)
        try fields.bytes("secret", secret, count: Self.secretByteCount)
        try fields.milliseconds("expires", expires)
    }
}

/// The public key that someone took for the other's, on an invitation's word.
public struct PeerTrusted: EventFields {
    /// How many bytes a public key has: P-256, uncompressed.
    public static let publicKeyByteCount = 65

    /// The shared space.
    public var space: Identifier
    /// The other's account.
    public var account: Identifier
    /// The other's signing public key, 65 bytes.
    public var publicKey: [UInt8]

    /// A trusted peer.
    public init(space: Identifier, account: Identifier, publicKey: [UInt8]) {
        self.space = space
        self.account = account
        self.publicKey = publicKey
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        space = try fields.id("space", as: .subject)
        account = try fields.id("account")
        publicKey = try fields.bytes("publicKey", count: Self.publicKeyByteCount)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("space", space, as: .subject)
        fields.id("account", account)
        try fields.bytes("publicKey", publicKey, count: Self.publicKeyByteCount)
    }
}
