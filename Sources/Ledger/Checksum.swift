import Bytes

/// A quick 64-bit fingerprint of bytes: it notices accidents and tells two projections apart.
///
/// It is *not* cryptographic; anyone can make two inputs that agree. What must withstand a person is signed and
/// encrypted outside this room. Words are taken little-endian, eight bytes at a time, multiplied and folded as in
/// splitmix64 (Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014), so that native and
/// wasm builds agree.
public struct Checksum: Sendable {
    private var state: UInt64

    /// A checksum of nothing yet.
    public init(seed: UInt64 = 0) {
        state = seed &+ 0x9E37_79B9_7F4A_7C15
    }

    /// The fingerprint of all that was added, in order.
    public var value: UInt64 {
        SeededGenerator.mixed(state)
    }

    /// Adds one number.
    public mutating func add(_ word: UInt64) {
        state = Self.mix(state, word)
    }

    /// Adds bytes together with how many there are, so that neighbouring pieces can't be taken for one another.
    public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var state = Self.mix(state, UInt64(bytes.count))
        var offset = 0
        while offset + 8 <= bytes.count {
            state = Self.mix(state, bytes.littleEndianWord(at: offset))
            offset += 8
        }
        if offset < bytes.count {
            var rest: UInt64 = 0
            var shift: UInt64 = 0
            while offset < bytes.count {
                rest |= UInt64(bytes[offset]) << shift
                shift += 8
                offset += 1
            }
            state = Self.mix(state, rest)
        }
        self.state = state
    }

    @inline(__always)
    private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (state ^ word) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }

    /// The fingerprint of `bytes`.
    public static func of(_ bytes: [UInt8]) -> UInt64 {
        var checksum = Checksum()
        bytes.withUnsafeBufferPointer { checksum.add($0) }
        return checksum.value
    }
}
