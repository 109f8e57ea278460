import Bytes

/// What an entry carries of a photo: where its blob lies, and the key that opens it. The photo itself is in no entry.
public struct Photo: Hashable, Sendable {
    /// How many photos one entry may carry.
    public static let most = 4
    /// How many bytes its key and the hash of its blob have.
    public static let keyByteCount = 32

    private static let byteCount = Identifier.byteCount + 2 * keyByteCount + 8

    /// The blob's id.
    public let id: Identifier
    /// What the blob is encrypted under.
    public let key: [UInt8]
    /// The SHA-256 of the blob.
    public let hash: [UInt8]
    /// How many bytes the blob has.
    public let size: Int
    /// How wide and how high the photo is, in pixels; at least 1.
    public let width, height: Int

    /// A photo; nil when any of that can't be.
    public init?(id: Identifier, key: [UInt8], hash: [UInt8], size: Int, width: Int, height: Int) {
        // In the browser Int has 32 bits.
        guard key.count == Self.keyByteCount, hash.count == Self.keyByteCount, UInt32(exactly: size) != nil,
            (1...Int(UInt16.max)).contains(width), (1...Int(UInt16.max)).contains(height)
        else { return nil }
        self.id = id
        self.key = key
        self.hash = hash
        self.size = size
        self.width = width
        self.height = height
    }

    /// `id 16 ‖ key 32 ‖ hash 32 ‖ size 4 ‖ width 2 ‖ height 2`.
    public var bytes: [UInt8] {
        var bytes = id.bytes + key + hash
        bytes.appendBigEndian(UInt32(size))
        bytes.appendBigEndian(UInt16(width))
        bytes.appendBigEndian(UInt16(height))
        return bytes
    }

    /// The photo of these bytes; nil when they are something else.
    public init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard bytes.count == Self.byteCount, let id = reader.identifier(), let key = reader.take(Self.keyByteCount),
            let hash = reader.take(Self.keyByteCount),
            let size = reader.integer(byteCount: 4).flatMap({ Int(exactly: $0) }),
            let width = reader.integer(byteCount: 2), let height = reader.integer(byteCount: 2)
        else { return nil }
        self.init(
            id: id, key: Array(key), hash: Array(hash), size: size, width: Int(width), height: Int(height))
    }

    /// The bytes as a body and a draft spell them.
    public var text: String { Base64URL.encode(bytes) }

    /// The photo that a text spells; nil for any other text.
    public init?(text: String) {
        guard let bytes = Base64URL.decode(text) else { return nil }
        self.init(bytes)
    }
}
