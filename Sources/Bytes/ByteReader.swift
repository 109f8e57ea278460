/// Reads bytes from first to last and never past the end; whatever is read where too few are left is nil.
public struct ByteReader: Sendable {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// A reader of these bytes.
    public init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// A reader of these bytes.
    public init(_ bytes: [UInt8]) {
        self.init(bytes[...])
    }

    /// How many bytes have not been read.
    public var remaining: Int {
        bytes.endIndex - position
    }

    /// The next `count` bytes.
    public mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= remaining else { return nil }
        position += count
        return bytes[position - count..<position]
    }

    /// The next one to eight bytes as a big-endian number.
    public mutating func integer(byteCount: Int) -> UInt64? {
        take(byteCount)?.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The next 16 bytes.
    public mutating func identifier() -> Identifier? {
        take(Identifier.byteCount).flatMap { Identifier($0) }
    }
}
