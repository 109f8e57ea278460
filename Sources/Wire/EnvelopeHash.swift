import Bytes

/// The SHA-256 of a whole envelope: what the next open envelope of its author names as *previous*, and what remains of
/// an envelope that was erased.
public struct EnvelopeHash: Hashable, Sendable {
    /// How many bytes a hash has.
    public static let byteCount = 32

    /// Thirty-two zero bytes: the *previous* of an author's first envelope.
    public static let zero = EnvelopeHash(words: (0, 0, 0, 0))

    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    private init(words: (UInt64, UInt64, UInt64, UInt64)) {
        (first, second, third, fourth) = words
    }

    /// The hash made of exactly 32 bytes, or nil for another length.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var position = 0
        for byte in bytes {
            switch position >> 3 {
            case 0: words.0 = words.0 << 8 | UInt64(byte)
            case 1: words.1 = words.1 << 8 | UInt64(byte)
            case 2: words.2 = words.2 << 8 | UInt64(byte)
            default: words.3 = words.3 << 8 | UInt64(byte)
            }
            position += 1
        }
        self.init(words: words)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        append(to: &bytes)
        return bytes
    }

    /// 64 lower-case hexadecimal digits.
    public var hex: String {
        Hexadecimal.encode(bytes)
    }

    /// Whether every byte is zero.
    public var isZero: Bool {
        first | second | third | fourth == 0
    }

    /// Appends the 32 bytes to `output`.
    public func append(to output: inout [UInt8]) {
        output.appendBigEndian(first)
        output.appendBigEndian(second)
        output.appendBigEndian(third)
        output.appendBigEndian(fourth)
    }
}
