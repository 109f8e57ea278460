import Bytes
import Ledger

/// Up to where a space has been read, and what the next own entry follows; kept with the entries that were read.
public struct Cursor: Equatable, Sendable {
    /// The relay's generation when it was read; nil before the first page.
    public var generation: Int64?
    /// The number of the last entry that was read.
    public var after: Int64
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

    /// `version 1 (=1) ‖ flags 1 ‖ generation 8 ‖ after 8 ‖ head 32 ‖ kept bytes 8`, big-endian; flag 1 says that
    /// there is a generation, flag 2 that the space is being read again.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = [1, (generation == nil ? 0 : 1) | (isRereading ? 2 : 0)]
        bytes.append(number: generation ?? 0)
        bytes.append(number: after)
        bytes.append(contentsOf: head)
        bytes.append(number: keptBytes)
        return bytes
    }

    /// The cursor of these bytes; nil when they are something else.
    public init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard reader.byte() == 1, let flags = reader.byte(), flags < 4, let generation = reader.number(),
            let after = reader.number(), after >= 0, let head = reader.take(Link.hashByteCount),
            let keptBytes = reader.number(), reader.isAtEnd
        else { return nil }
        self.generation = flags & 1 == 0 ? nil : generation
        self.after = after
        isRereading = flags & 2 != 0
        self.head = Array(head)
        self.keptBytes = keptBytes
    }
}
