import Bytes

/// What is withheld in a space, as one member may know it:
/// `version 1 ‖ waiting count 2 ‖ waiting × seal id 16 ‖ count 2 ‖ count × (length 4 ‖ envelope)`.
public struct SealedAnswer: Equatable, Sendable {
    /// Seals under which another member has put an entry and this one has not, in ascending order. The fact only: no
    /// size and no time.
    public var waiting: [Identifier]
    /// The bytes of this member's own envelopes that are not released yet.
    public var envelopes: [[UInt8]]

    /// An answer. Of each list it holds the first 65,535: whoever puts more must not be able to stop the relay by asking for them.
    public init(waiting: [Identifier], envelopes: [[UInt8]]) {
        self.waiting = Array(waiting.prefix(Int(UInt16.max)))
        self.envelopes = Array(envelopes.prefix(Int(UInt16.max)))
    }

    /// Reads an answer that fills `bytes`. Envelopes in it are not looked into.
    public init(parsing bytes: [UInt8]) throws(FormatError) {
        var reader = ByteReader(bytes[...])
        try reader.version()
        waiting = []
        envelopes = []
        for _ in 0..<(try reader.count(byteCount: 2, "waiting count")) {
            waiting.append(try reader.identifier("seal id"))
        }
        for _ in 0..<(try reader.count(byteCount: 2, "count")) {
            let length = try reader.count(byteCount: 4, "length")
            guard length <= Limits.envelopeBytes else { throw .tooLarge(field: "envelope") }
            envelopes.append(Array(try reader.take(length, "envelope")))
        }
        try reader.finish()
    }

    /// The bytes that are sent.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = [1]
        bytes.appendBigEndian(UInt16(waiting.count))
        for seal in waiting { seal.append(to: &bytes) }
        bytes.appendBigEndian(UInt16(envelopes.count))
        for envelope in envelopes {
            bytes.appendBigEndian(UInt32(envelope.count))
            bytes.append(contentsOf: envelope)
        }
        return bytes
    }
}
