import Bytes

/// The body of an append: `version 1 ‖ count 2 ‖ count × (length 4 ‖ envelope)`.
public struct Batch: Equatable, Sendable {
    /// The envelopes, in the order they are appended.
    public let envelopes: [Envelope]

    /// A batch of at least one envelope.
    ///
    /// - Throws: ``FormatError/tooLarge(field:)`` for more than 512 envelopes or 4 MiB, ``FormatError/wrongLength(field:found:)``
    ///   for none.
    public init(_ envelopes: [Envelope]) throws(FormatError) {
        guard !envelopes.isEmpty else { throw .wrongLength(field: "batch", found: 0) }
        guard envelopes.count <= Limits.batchEnvelopes,
            Self.byteCount(of: envelopes) <= Limits.batchBytes
        else { throw .tooLarge(field: "batch") }
        self.envelopes = envelopes
    }

    /// Reads a batch that fills `bytes`.
    ///
    /// - Throws: what is wrong with the batch or with the first envelope that can't be read.
    public init(parsing bytes: [UInt8]) throws(FormatError) {
        guard bytes.count <= Limits.batchBytes else { throw .tooLarge(field: "batch") }
        var reader = ByteReader(bytes[...])
        try reader.version()
        let count = try reader.count(byteCount: 2, "count")
        guard count <= Limits.batchEnvelopes else { throw .tooLarge(field: "batch") }
        var envelopes: [Envelope] = []
        envelopes.reserveCapacity(count)
        for _ in 0..<count {
            let length = try reader.count(byteCount: 4, "length")
            guard length <= Limits.envelopeBytes else { throw .tooLarge(field: "envelope") }
            envelopes.append(try Envelope(parsing: Array(try reader.take(length, "envelope"))))
        }
        try reader.finish()
        try self.init(envelopes)
    }

    /// The bytes that are sent.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount(of: envelopes))
        bytes.append(1)
        bytes.appendBigEndian(UInt16(envelopes.count))
        for envelope in envelopes {
            bytes.appendBigEndian(UInt32(envelope.bytes.count))
            bytes.append(contentsOf: envelope.bytes)
        }
        return bytes
    }

    private static func byteCount(of envelopes: [Envelope]) -> Int {
        envelopes.reduce(3) { $0 + 4 + $1.bytes.count }
    }
}
