extension RandomNumberGenerator {
    /// A number evenly spread over 0 ..< 1.
    public mutating func fraction() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number from 0 up to `bound`, which is more than 0.
    public mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }

    /// `count` bytes, each from a draw of its own.
    public mutating func bytes(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for _ in 0..<count { bytes.append(UInt8(truncatingIfNeeded: next())) }
        return bytes
    }

    /// An identifier.
    public mutating func identifier() -> Identifier {
        var halves: (UInt64, UInt64) = (0, 0)
        for _ in 0..<8 { halves.0 = halves.0 << 8 | next() & 0xFF }
        for _ in 0..<8 { halves.1 = halves.1 << 8 | next() & 0xFF }
        return Identifier(high: halves.0, low: halves.1)
    }
}
