import Bytes

/// A number that two phones can agree on without talking, and that chooses among things that are equally good.
///
/// It is no secret and no randomness: the same bytes and number give the same choices everywhere and always.
public struct Seed: Sendable, Hashable {
    private let state: UInt64

    /// The seed of a space on a day, in a week or for any other number both can work out.
    ///
    /// - Parameters:
    ///   - space: the bytes of the space's id.
    ///   - number: the day or the week.
    public init(space: [UInt8], number: Int) {
        var hash = Self.offset
        for byte in space { hash = (hash ^ UInt64(byte)) &* Self.prime }
        var rest = UInt64(bitPattern: Int64(number))
        for _ in 0..<8 {
            hash = (hash ^ (rest & 0xFF)) &* Self.prime
            rest >>= 8
        }
        state = SeededGenerator.mixed(hash)
    }

    /// A number for an id, evenly spread over all of `UInt64`.
    public func value(for id: String) -> UInt64 {
        var hash = state
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* Self.prime }
        return SeededGenerator.mixed(hash)
    }

    /// A number for an id, evenly spread over 0 ..< 1.
    public func fraction(for id: String) -> Double {
        Double(value(for: id) >> 11) * 0x1p-53
    }

    // Fowler–Noll–Vo, FNV-1a with 64 bits: draft-eastlake-fnv. FNV alone leaves the high bits of short texts alike, so it is mixed
    // once more.
    private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3
}
