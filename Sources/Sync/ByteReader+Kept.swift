import Bytes

// What a replica keeps on its device is read and written by these.

extension ByteReader {
    /// Whether everything has been read.
    var isAtEnd: Bool {
        remaining == 0
    }

    /// The next byte.
    mutating func byte() -> UInt8? {
        take(1)?.first
    }

    /// Eight bytes, big-endian.
    mutating func number() -> Int64? {
        integer(byteCount: 8).map { Int64(bitPattern: $0) }
    }

    /// Bytes with their count before them, as written by `append(counted:)`.
    mutating func counted() -> [UInt8]? {
        guard let count = number() else { return nil }
        return take(Int(truncatingIfNeeded: count)).map { Array($0) }
    }
}

extension [UInt8] {
    /// Appends eight bytes, big-endian.
    mutating func append(number: Int64) {
        appendBigEndian(UInt64(bitPattern: number))
    }

    /// Appends bytes with their count before them.
    mutating func append(counted bytes: [UInt8]) {
        append(number: Int64(bytes.count))
        append(contentsOf: bytes)
    }
}
