import JSON

/// Sixteen bytes that name an account, a space, an entry or a conversation, ordered by its bytes.
///
/// The same sixteen bytes as `Wire.Identifier`, which this room may not import; `Sync` converts between them. In an
/// entry's body it is written as 22 base64url characters.
public struct ID: Hashable, Comparable, Sendable {
    /// How many bytes an id has.
    public static let byteCount = 16

    /// Sixteen zero bytes.
    public static let zero = ID(high: 0, low: 0)

    /// The first eight bytes, big-endian.
    let high: UInt64
    /// The last eight bytes, big-endian.
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The id made of exactly 16 bytes, or nil for another length.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for byte in bytes.prefix(8) { high = high << 8 | UInt64(byte) }
        for byte in bytes.dropFirst(8) { low = low << 8 | UInt64(byte) }
        self.init(high: high, low: low)
    }

    /// The id spelled by 22 base64url characters, or nil for any other text.
    public init?(text: String) {
        guard text.utf8.count == 22, let bytes = Base64URL.decode(text) else { return nil }
        self.init(bytes)
    }

    /// The 16 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        append(to: &bytes)
        return bytes
    }

    /// 22 base64url characters.
    public var text: String {
        Base64URL.encode(bytes)
    }

    /// Whether every byte is zero.
    public var isZero: Bool {
        high | low == 0
    }

    func append(to output: inout [UInt8]) {
        output.appendInteger(high)
        output.appendInteger(low)
    }

    /// Whether the bytes of `left` come before those of `right`.
    public static func < (left: ID, right: ID) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }
}
