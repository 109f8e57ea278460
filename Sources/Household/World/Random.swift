/// Random numbers for ids and for shuffling, seeded with fresh randomness from the browser at every message.
///
/// The generator is xoshiro256** (Blackman and Vigna 2018). It gives uniqueness, not secrecy: keys and nonces are made by
/// the browser's own cryptographic source, never here.
public struct Random: RandomNumberGenerator {
    private var state: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)

    /// A generator that waits for its seed.
    public init() {}

    /// Mixes fresh random bytes into the state.
    public mutating func refill(_ bytes: [UInt8]) {
        guard bytes.count >= 32 else { return }
        func word(_ index: Int) -> UInt64 {
            (0..<8).reduce(0) { $0 << 8 | UInt64(bytes[index * 8 + $1]) }
        }
        state.0 ^= word(0)
        state.1 ^= word(1)
        state.2 ^= word(2)
        state.3 ^= word(3)
        if state.0 | state.1 | state.2 | state.3 == 0 { state.0 = 1 }
    }

    /// The next number.
    public mutating func next() -> UInt64 {
        func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }
        let result = rotate(state.1 &* 5, 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = rotate(state.3, 45)
        return result
    }
}
