import Bytes

/// The first 114 bytes of an envelope, which are also the additional data of its encryption.
public struct EnvelopeHeader: Hashable, Sendable {
    /// How many bytes a header has.
    public static let byteCount = 114
    /// How many bytes a nonce has.
    public static let nonceByteCount = 12
    /// The envelope version written and read here.
    public static let version: UInt8 = 1
    /// The cipher suite written and read here: AES-256-GCM, ECDSA P-256 with SHA-256.
    public static let suite: UInt8 = 1

    /// The space the entry belongs to.
    public var space: Identifier
    /// The epoch of the space key.
    public var epoch: UInt32
    /// The author's account.
    public var author: Identifier
    /// The entry's own random id.
    public var entry: Identifier
    /// The seal that withholds the entry until every member has put one under it; zero when it is open at once.
    public var seal: Identifier
    /// The author's previous open envelope in this space; zero for the first.
    public var previous: EnvelopeHash
    /// The nonce of the encryption: 12 bytes, never used twice with one key.
    public var nonce: [UInt8] {
        didSet { precondition(nonce.count == Self.nonceByteCount, "a nonce has 12 bytes") }
    }

    /// A header of the current version and suite.
    ///
    /// - Precondition: `nonce` has 12 bytes.
    public init(
        space: Identifier, epoch: UInt32 = 0, author: Identifier, entry: Identifier, seal: Identifier = .zero,
        previous: EnvelopeHash = .zero, nonce: [UInt8]
    ) {
        precondition(nonce.count == Self.nonceByteCount, "a nonce has 12 bytes")
        self.space = space
        self.epoch = epoch
        self.author = author
        self.entry = entry
        self.seal = seal
        self.previous = previous
        self.nonce = nonce
    }

    /// Whether the entry is withheld until every member has put one under the same seal.
    public var isSealed: Bool {
        !seal.isZero
    }

    /// The header that `bytes` begin with; what follows is not looked at.
    ///
    /// - Throws: ``FormatError/truncated(field:)`` naming the field within which the bytes end, or
    ///   ``FormatError/unsupported(field:value:)`` for another version or suite than the one known here.
    public init(parsing bytes: ArraySlice<UInt8>) throws(FormatError) {
        var reader = ByteReader(bytes)
        try reader.version()
        let suite = try reader.count(byteCount: 1, "suite")
        guard suite == Self.suite else { throw .unsupported(field: "suite", value: suite) }
        space = try reader.identifier("space")
        epoch = UInt32(truncatingIfNeeded: try reader.integer(byteCount: 4, "epoch"))
        author = try reader.identifier("author")
        entry = try reader.identifier("entry id")
        seal = try reader.identifier("seal")
        previous = try reader.hash("previous")
        nonce = Array(try reader.take(Self.nonceByteCount, "nonce"))
    }

    /// The 114 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        bytes.append(Self.version)
        bytes.append(Self.suite)
        space.append(to: &bytes)
        bytes.appendBigEndian(epoch)
        author.append(to: &bytes)
        entry.append(to: &bytes)
        seal.append(to: &bytes)
        previous.append(to: &bytes)
        bytes.append(contentsOf: nonce)
        return bytes
    }
}
