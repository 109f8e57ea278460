/// Reads the small pieces that a replica keeps on its device; nil wherever they end too early.
struct KeptReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool {
        position == bytes.count
    }

    mutating func byte() -> UInt8? {
        guard position < bytes.count else { return nil }
        position += 1
        return bytes[position - 1]
    }

    /// Eight bytes, big-endian.
    mutating func number() -> Int64? {
        guard let bytes = take(8) else { return nil }
        return Int64(bitPattern: bytes.mark)
    }

    mutating func take(_ count: Int) -> [UInt8]? {
        guard count >= 0, count <= bytes.count - position else { return nil }
        position += count
        return Array(bytes[position - count..<position])
    }

    /// Bytes with their count before them, as written by `append(counted:)`.
    mutating func counted() -> [UInt8]? {
        guard let count = number() else { return nil }
        return take(Int(truncatingIfNeeded: count))
    }
}

extension [UInt8] {
    /// Appends eight bytes, big-endian.
    mutating func append(number: Int64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
        }
    }

    /// Appends bytes with their count before them.
    mutating func append(counted bytes: [UInt8]) {
        append(number: Int64(bytes.count))
        append(contentsOf: bytes)
    }
}
