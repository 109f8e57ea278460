import Bytes

// What a message of the protocol is read by: whatever ends too early names the field that it ended in.

extension ByteReader {
    /// The next `count` bytes; `field` is named in the error when fewer are left.
    mutating func take(_ count: Int, _ field: String) throws(FormatError) -> ArraySlice<UInt8> {
        guard let slice = take(count) else { throw .truncated(field: field) }
        return slice
    }

    /// The next `byteCount` bytes as a number.
    mutating func integer(byteCount: Int, _ field: String) throws(FormatError) -> UInt64 {
        guard let value = integer(byteCount: byteCount) else { throw .truncated(field: field) }
        return value
    }

    /// The next 8 bytes as a number that fits an `Int64`: entry numbers, heads and generations are never larger.
    mutating func number(_ field: String) throws(FormatError) -> Int64 {
        let value = try integer(byteCount: 8, field)
        guard let number = Int64(exactly: value) else { throw .invalid(field: field) }
        return number
    }

    /// The next byte, two or four bytes as a count.
    mutating func count(byteCount: Int, _ field: String) throws(FormatError) -> Int {
        let value = try integer(byteCount: byteCount, field)
        guard let count = Int(exactly: value) else { throw .tooLarge(field: field) }
        return count
    }

    /// The next 16 bytes.
    mutating func identifier(_ field: String) throws(FormatError) -> Identifier {
        guard let identifier = identifier() else { throw .truncated(field: field) }
        return identifier
    }

    /// The next 32 bytes.
    mutating func hash(_ field: String) throws(FormatError) -> EnvelopeHash {
        guard let hash = EnvelopeHash(try take(EnvelopeHash.byteCount, field)) else { throw .truncated(field: field) }
        return hash
    }

    /// Reads the version byte that every binary message starts with; only version 1 exists.
    mutating func version() throws(FormatError) {
        let version = try count(byteCount: 1, "version")
        guard version == 1 else { throw .unsupported(field: "version", value: version) }
    }

    /// Demands that everything has been read.
    func finish() throws(FormatError) {
        guard remaining == 0 else { throw .trailingBytes(remaining) }
    }
}
