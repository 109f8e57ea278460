import Bytes
import Ledger

/// Up to where a space has been read, and what the next own entry follows; kept with the entries that were read.
public struct Cursor: Equatable, Sendable {
    /// The relay's generation when it was read; nil before the first page.
    public var generation: Int64?
    /// The number of the last entry that was read.
    public var after: Int64
    /// What stood there; nil when that isn't known.
    var last: Witness?
    /// What the relay has at the highest number that is known of, when that is beyond the last entry read.
    var furthest: Witness?
    /// Own entries under a seal that the relay has and has not numbered yet.
    var withheld: Set<Identifier> = []
    /// Whether the space is being read again from the start, to find what the relay has lost.
    public var isRereading: Bool
    /// The hash of the own open entry that the first one of the outbox follows, 32 bytes; zeros when there is none.
    public var head = [UInt8](repeating: 0, count: Link.hashByteCount)
    /// How many bytes all segments have that this copy of Hearth loaded and kept: fewer say that some were lost. Another
    /// tab may have kept more.
    public var keptBytes: Int64 = 0

    /// A cursor before the first entry.
    public init() {
        generation = nil
        after = 0
        isRereading = false
    }

    /// `version 1 (=2) ‖ flags 1 ‖ generation 8 ‖ after 8 ‖ head 32 ‖ kept bytes 8 ‖ last 32 ‖ furthest 32 ‖ withheld n × 16`,
    /// big-endian; flag 1 says that there is a generation, flag 2 that the space is being read again. Version 1 ended with the
    /// kept bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = [2, (generation == nil ? 0 : 1) | (isRereading ? 2 : 0)]
        bytes.append(number: generation ?? 0)
        bytes.append(number: after)
        bytes.append(contentsOf: head)
        bytes.append(number: keptBytes)
        Witness.append(last, to: &bytes)
        Witness.append(furthest, to: &bytes)
        for entry in withheld.sorted() { bytes.append(contentsOf: entry.bytes) }
        return bytes
    }

    /// The cursor of these bytes; nil when they are something else.
    public init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let version = reader.byte(), version == 1 || version == 2, let flags = reader.byte(), flags < 4,
            let generation = reader.number(),
            let after = reader.number(), after >= 0, let head = reader.take(Link.hashByteCount),
            let keptBytes = reader.number(), version == 2 || reader.isAtEnd
        else { return nil }
        self.generation = flags & 1 == 0 ? nil : generation
        self.after = after
        isRereading = flags & 2 != 0
        self.head = Array(head)
        self.keptBytes = keptBytes
        guard version == 2 else { return }
        guard let last = Witness.next(&reader), let furthest = Witness.next(&reader),
            reader.remaining % Identifier.byteCount == 0
        else { return nil }
        self.last = last
        self.furthest = furthest
        while let entry = reader.identifier() { withheld.insert(entry) }
    }
}
