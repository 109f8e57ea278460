import Bytes

/// What somebody who is invited reads first: by whom, and a line from them. It travels with the invitation, sealed under a key that
/// follows from the link's secret, so that the relay learns neither (docs/protocol.md, *Invitation*).
public struct Greeting: Equatable, Sendable {
    /// How many bytes are sealed of each: room for the longest name and line, so that their lengths stay unknown.
    public static let byteCount = 1536
    /// How many bytes a sealed one has: the nonce before it, the tag behind.
    public static let sealedByteCount = 12 + byteCount + 16

    /// What the inviter is called.
    public var name: String
    /// What they say; empty for nothing.
    public var line: String

    /// A greeting.
    public init(name: String, line: String) {
        self.name = name
        self.line = line
    }

    /// `length of the name 2 ‖ name ‖ length of the line 2 ‖ line ‖ zeros`, both texts in UTF-8, ``byteCount`` in all.
    ///
    /// - Throws: ``FormatError/tooLarge(field:)`` when there is no room for it.
    public func packed() throws(FormatError) -> [UInt8] {
        var packed: [UInt8] = []
        packed.reserveCapacity(Self.byteCount)
        for text in [name, line] {
            let bytes = Array(text.utf8)
            guard packed.count + 2 + bytes.count <= Self.byteCount else { throw .tooLarge(field: "greeting") }
            packed.appendBigEndian(UInt16(bytes.count))
            packed.append(contentsOf: bytes)
        }
        packed.append(contentsOf: repeatElement(0, count: Self.byteCount - packed.count))
        return packed
    }

    /// Reads what ``packed()`` gives.
    ///
    /// - Throws: when it has another length, a text isn't UTF-8, or what follows is not all zeros.
    public init(packed: [UInt8]) throws(FormatError) {
        guard packed.count == Self.byteCount else { throw .wrongLength(field: "greeting", found: packed.count) }
        var reader = ByteReader(packed[...])
        name = try Self.text(&reader, "name")
        line = try Self.text(&reader, "line")
        for byte in try reader.take(reader.remaining, "padding") where byte != 0 { throw .invalid(field: "padding") }
    }

    private static func text(_ reader: inout ByteReader, _ field: String) throws(FormatError) -> String {
        let count = try reader.count(byteCount: 2, field)
        guard let text = String(validating: try reader.take(count, field), as: UTF8.self) else {
            throw .invalid(field: field)
        }
        return text
    }
}
