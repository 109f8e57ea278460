import Bytes

/// One frame of a segment, by where its parts are.
struct Frame {
    enum Content {
        /// An entry, and where its body is.
        case entry(Range<Int>)
        /// An envelope that could not be opened, and where it is.
        case quarantined(QuarantinedEnvelope.Reason, Range<Int>)
        /// What is left of an erased entry.
        case tombstone
    }

    var content: Content
    var account: Int
    var id: Identifier
    /// Where the hash of the envelope is, with the seal after it; empty for a quarantined envelope.
    var hash: Range<Int>
    var seal: Range<Int>?
    var previousMark: UInt64
}

/// Reads the frames of one segment and never past its end.
struct FrameReader {
    /// No frame is shorter than its flags, account, id and a length.
    static let minimumByteCount = 23

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int
    private let end: Int
    /// The first eight bytes of the hash of each account's last open entry.
    private var heads: [UInt64] = []

    private(set) var accounts: [Identifier] = []
    /// How many frames are still to come, by the segment's own word.
    private(set) var remaining = 0

    /// A reader of the content at `range`, which must lie within `bytes`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    /// Reads the accounts and the number of frames; false when they aren't all there.
    mutating func begin() -> Bool {
        guard let count = take(2) else { return false }
        let number = Int(bytes[count.lowerBound]) << 8 | Int(bytes[count.lowerBound + 1])
        for _ in 0..<number {
            guard let range = take(Identifier.byteCount) else { return false }
            accounts.append(id(at: range.lowerBound))
            heads.append(0)
        }
        guard let frames = take(4) else { return false }
        remaining = Int(bytes.halfWord(at: frames.lowerBound))
        return true
    }

    /// The next frame; nil when it can't be read.
    mutating func next() -> Frame? {
        guard let head = take(3 + Identifier.byteCount) else { return nil }
        remaining -= 1
        let flags = bytes[head.lowerBound]
        let account = Int(bytes[head.lowerBound + 1]) << 8 | Int(bytes[head.lowerBound + 2])
        guard account < accounts.count else { return nil }
        let id = id(at: head.lowerBound + 3)
        switch flags & Segment.Flags.content {
        case Segment.Flags.entry: return entry(flags, account, id)
        case Segment.Flags.tombstone:
            guard let hash = take(Link.hashByteCount) else { return nil }
            var seal: Range<Int>?
            if flags & Segment.Flags.seal != 0 {
                guard let range = take(Identifier.byteCount) else { return nil }
                seal = range
            }
            return Frame(content: .tombstone, account: account, id: id, hash: hash, seal: seal, previousMark: 0)
        case Segment.Flags.quarantined:
            guard let reason = take(1), let known = QuarantinedEnvelope.Reason(rawValue: bytes[reason.lowerBound]),
                let envelope = counted()
            else { return nil }
            return Frame(
                content: .quarantined(known, envelope), account: account, id: id,
                hash: position..<position, previousMark: 0)
        default: return nil
        }
    }

    private mutating func entry(_ flags: UInt8, _ account: Int, _ id: Identifier) -> Frame? {
        guard let hash = take(Link.hashByteCount) else { return nil }
        var seal: Range<Int>?
        if flags & Segment.Flags.seal != 0 {
            guard let range = take(Identifier.byteCount) else { return nil }
            seal = range
        }
        var previous = heads[account]
        if flags & Segment.Flags.previous != 0 {
            guard let range = take(Link.hashByteCount) else { return nil }
            previous = bytes.word(at: range.lowerBound)
        } else if flags & Segment.Flags.first != 0 {
            previous = 0
        }
        guard let body = counted() else { return nil }
        if seal == nil { heads[account] = bytes.word(at: hash.lowerBound) }
        return Frame(
            content: .entry(body), account: account, id: id, hash: hash, seal: seal, previousMark: previous)
    }

    /// Bytes with their length before them.
    private mutating func counted() -> Range<Int>? {
        guard let length = take(4) else { return nil }
        return take(Int(bytes.halfWord(at: length.lowerBound)))
    }

    private mutating func take(_ count: Int) -> Range<Int>? {
        guard count <= end - position else { return nil }
        defer { position += count }
        return position..<position + count
    }

    private func id(at offset: Int) -> Identifier {
        Identifier(high: bytes.word(at: offset), low: bytes.word(at: offset + 8))
    }
}
