/// Digits that stand for bytes, of which people compare a few to know that nobody stands between them.
public enum Fingerprint {
    /// What is hashed with SHA-256: `hearth/v1/fingerprint ‖ the two in ascending byte order`. Both people get the same.
    public static func hashed(_ one: [UInt8], _ other: [UInt8]) -> [UInt8] {
        let ordered = one.lexicographicallyPrecedes(other) ? one + other : other + one
        return Array("hearth/v1/fingerprint".utf8) + ordered
    }

    /// Four groups of five decimal digits, separated by spaces, or nil for a digest of fewer than 10 bytes.
    ///
    /// Each group is the next 20 bits of the digest, modulo 100,000.
    public static func text(digest: [UInt8]) -> String? {
        guard digest.count >= 10 else { return nil }
        var text: [UInt8] = []
        for group in 0..<4 {
            var value: UInt32 = 0
            for bit in group * 20..<group * 20 + 20 {
                value = value << 1 | UInt32(digest[bit >> 3] >> UInt8(7 - bit & 7) & 1)
            }
            value %= 100_000
            if group > 0 { text.append(UInt8(ascii: " ")) }
            var divisor: UInt32 = 10_000
            while divisor > 0 {
                text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
                divisor /= 10
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
