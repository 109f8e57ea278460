/// Sixteen bytes that name an account, a space, an entry, a conversation, a seal, a topic, an item of a match or an invitation.
///
/// Ordered by its bytes. In JSON, in an entry's body, in paths and in live events it is written as 22 base64url characters.
public struct Identifier: Hashable, Comparable, Sendable {
    /// How many bytes an identifier has.
    public static let byteCount = 16

    /// Sixteen zero bytes: "none", where the protocol says so.
    public static let zero = Identifier(high: 0, low: 0)

    /// The first eight bytes, big-endian.
    public let high: UInt64
    /// The last eight bytes, big-endian.
    public let low: UInt64

    /// The identifier made of two big-endian halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The identifier made of exactly 16 bytes, or nil for another length.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for byte in bytes.prefix(8) { high = high << 8 | UInt64(byte) }
        for byte in bytes.dropFirst(8) { low = low << 8 | UInt64(byte) }
        self.init(high: high, low: low)
    }

    /// The identifier spelled by 22 base64url characters, or nil for any other text.
    public init?(text: String) {
        guard text.utf8.count == 22, let bytes = Base64URL.decode(text) else { return nil }
        self.init(bytes)
    }

    /// The identifier spelled by 32 hexadecimal digits of either case, or nil for any other text.
    public init?(hex: String) {
        guard hex.utf8.count == 2 * Self.byteCount else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        var position = 0
        for character in hex.utf8 {
            let digit: UInt8
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = character - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = character - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = character - UInt8(ascii: "A") + 10
            default: return nil
            }
            if position < 16 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
            position += 1
        }
        self.init(high: high, low: low)
    }

    /// The 16 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        append(to: &bytes)
        return bytes
    }

    /// 22 base64url characters: how it is written in JSON, paths and live events.
    public var text: String {
        Base64URL.encode(bytes)
    }

    /// 32 lower-case hexadecimal digits, for people who look at a file or a log of their own.
    public var hex: String {
        Hexadecimal.encode(bytes)
    }

    /// Whether every byte is zero.
    public var isZero: Bool {
        high | low == 0
    }

    /// Appends the 16 bytes to `output`.
    public func append(to output: inout [UInt8]) {
        output.appendBigEndian(high)
        output.appendBigEndian(low)
    }

    /// Whether the bytes of `left` come before those of `right`.
    public static func < (left: Identifier, right: Identifier) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }
}
