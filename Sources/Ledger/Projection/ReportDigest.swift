import Bytes

extension Projection {
    /// Stands for these entries and for every byte of them, alike on both phones and in whatever order they are given: what a yes to a
    /// report is about. Entries that are missing count as missing. Not cryptographic (``Checksum``): it holds two honest phones
    /// to the same content, and nothing could keep a dishonest one from printing what it shows.
    public func reportDigest(of entries: Set<Identifier>) -> [UInt8] {
        var digest: [UInt8] = []
        for seed in [1, 2] as [UInt64] {
            var checksum = Checksum(seed: seed)
            for entry in entries.sorted() {
                checksum.add(entry.high)
                checksum.add(entry.low)
                guard let position = log.position(of: entry) else { continue }
                Array(log.body(at: position)).withUnsafeBufferPointer { checksum.add($0) }
            }
            for shift in stride(from: 56, through: 0, by: -8) {
                digest.append(UInt8(truncatingIfNeeded: checksum.value >> UInt64(shift)))
            }
        }
        return digest
    }
}
