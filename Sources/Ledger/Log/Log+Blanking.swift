import Bytes

extension Log {
    /// Takes the words of entries out of kept segments that were put one after the other (see ``Segment``).
    ///
    /// The frames stay, with blanks for a body, so that no byte moves and their author's chain can still be followed. A segment that
    /// is damaged stays so.
    ///
    /// - Returns: whether any of the entries was found.
    public static func blank(_ ids: Set<Identifier>, in bytes: inout [UInt8]) -> Bool {
        var found: [(body: Range<Int>, content: Range<Int>, isSound: Bool)] = []
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                guard let content = segment(in: bytes, at: start) else {
                    start = nextMark(in: bytes, after: start)
                    continue
                }
                var reader = FrameReader(bytes, content)
                var frame = reader.begin() ? reader.next() : nil
                while let current = frame {
                    if case .entry(let body) = current.content, ids.contains(current.id) {
                        let isSound = checksum(of: content, in: bytes) == bytes.word(at: content.lowerBound - 8)
                        found.append((body, content, isSound))
                    }
                    frame = reader.remaining > 0 ? reader.next() : nil
                }
                start = content.upperBound
            }
        }
        for (body, content, isSound) in found {
            for index in body { bytes[index] = Segment.blank }
            guard isSound else { continue }
            var checksum: [UInt8] = []
            checksum.appendBigEndian(bytes.withUnsafeBufferPointer { Self.checksum(of: content, in: $0) })
            bytes.replaceSubrange(content.lowerBound - checksum.count..<content.lowerBound, with: checksum)
        }
        return !found.isEmpty
    }
}
