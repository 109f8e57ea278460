import Bytes

/// What came of loading kept bytes.
public struct LoadReport: Equatable, Sendable {
    /// How many entries were new.
    public var entries = 0
    /// How many stretches of bytes could not be read and were passed over.
    public var damaged = 0
}

extension Log {
    /// Loads segments that were put one after the other (see ``Segment``).
    ///
    /// A damaged segment is passed over, the others are loaded; what was in it must then be fetched again.
    public mutating func load(_ bytes: [UInt8]) -> LoadReport {
        var report = LoadReport()
        let base = arena.count
        arena.load(bytes)
        bytes.withUnsafeBufferPointer { bytes in
            // With room for all that is to come: growing copies every record.
            let expected = records.count + Self.frameCount(in: bytes)
            records.reserveCapacity(expected + expected / 8)
            ids.reserve(expected)
            var start = 0
            while start < bytes.count {
                guard let content = Self.segment(in: bytes, at: start) else {
                    report.damaged += 1
                    start = Self.nextMark(in: bytes, after: start)
                    continue
                }
                let header = bytes.word(at: content.lowerBound - 8)
                if Self.checksum(of: content, in: bytes) != header || !load(bytes, content, base: base, &report) {
                    report.damaged += 1
                }
                start = content.upperBound
            }
        }
        return report
    }

    /// How many frames the segments say that they have, as far as they lie one after the other undamaged.
    private static func frameCount(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var frames = 0
        var start = 0
        while start < bytes.count, let content = segment(in: bytes, at: start) {
            var reader = FrameReader(bytes, content)
            if reader.begin() { frames += min(reader.remaining, content.count / FrameReader.minimumByteCount) }
            start = content.upperBound
        }
        return frames
    }

    /// The checksum of the content of a segment.
    static func checksum(of content: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var checksum = Checksum()
        checksum.add(UnsafeBufferPointer(rebasing: bytes[content]))
        return checksum.value
    }

    /// Where the content of the segment at `start` is; nil when none that can be read begins there.
    static func segment(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Range<Int>? {
        guard bytes.count - start >= Segment.headerByteCount, isMark(bytes, start),
            bytes[start + Segment.mark.count] == Segment.version
        else { return nil }
        let length = Int(bytes.halfWord(at: start + 5))
        let first = start + Segment.headerByteCount
        guard length <= bytes.count - first else { return nil }
        return first..<first + length
    }

    private static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        bytes.halfWord(at: start) == 0x484C_4F47
    }

    /// Where the next segment may begin after bytes that can't be read.
    static func nextMark(in bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> Int {
        var position = start + 1
        while position + Segment.mark.count <= bytes.count {
            if isMark(bytes, position) { return position }
            position += 1
        }
        return bytes.count
    }

    /// Loads the frames of one segment.
    ///
    /// - Returns: whether all of them could be read.
    private mutating func load(
        _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, base: Int, _ report: inout LoadReport
    ) -> Bool {
        var reader = FrameReader(bytes, content)
        guard reader.begin() else { return false }
        // Accounts are taken in with their first entry: those of quarantined envelopes are only claimed.
        let unseen = UInt16.max
        var authorIndices = [UInt16](repeating: unseen, count: reader.accounts.count)
        var fields = FieldReader(glancing: true)
        while reader.remaining > 0 {
            guard let frame = reader.next() else { return false }
            switch frame.content {
            case .entry(let body) where body.isEmpty || bytes[body.lowerBound] == Segment.blank:
                erase(frame.tombstone(of: reader.accounts[frame.account], in: bytes))
            case .entry(let body):
                if authorIndices[frame.account] == unseen {
                    authorIndices[frame.account] = authorIndex(reader.accounts[frame.account])
                }
                load(frame, body, author: authorIndices[frame.account], in: bytes, base: base, &fields, &report)
            case .quarantined(let reason, let envelope):
                guard position(of: frame.id) == nil || reason == .conflicting else { continue }
                quarantine(
                    QuarantinedEnvelope(
                        id: frame.id, author: reader.accounts[frame.account], reason: reason,
                        envelope: Array(bytes[envelope])))
            case .tombstone:
                erase(frame.tombstone(of: reader.accounts[frame.account], in: bytes))
            }
        }
        return true
    }

    private mutating func load(
        _ frame: Frame, _ body: Range<Int>, author: UInt16, in bytes: UnsafeBufferPointer<UInt8>, base: Int,
        _ fields: inout FieldReader, _ report: inout LoadReport
    ) {
        if position(of: frame.id) != nil {
            // Kept twice: the same bytes again, or the same words sealed again.
            let link = Link(
                hash: Array(bytes[frame.hash]), previous: [UInt8](repeating: 0, count: Link.hashByteCount),
                seal: frame.seal.flatMap { Identifier(bytes[$0]) } ?? .zero)
            _ = insert(
                Entry(id: frame.id, author: authors[Int(author)], body: Array(bytes[body]), link: link))
            return
        }
        let position = append(
            id: frame.id, author: author, body: bytes, body, bodyStart: base + body.lowerBound, &fields)
        records[position.index].linkStart = UInt32(base + frame.hash.lowerBound)
        records[position.index].isSealed = frame.seal != nil
        records[position.index].previousMark = frame.previousMark
        report.entries += 1
    }
}

extension Frame {
    /// What the frame leaves of an erased entry.
    fileprivate func tombstone(of author: Identifier, in bytes: UnsafeBufferPointer<UInt8>) -> Tombstone {
        Tombstone(
            id: id, author: author, hash: Array(bytes[hash]), seal: seal.flatMap { Identifier(bytes[$0]) } ?? .zero)
    }
}
