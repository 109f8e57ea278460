import Foundation

/// A small generator (xorshift64*), so that every run prints the same figures.
package struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    package init(_ seed: Int) {
        state = (UInt64(seed) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        for _ in 0..<8 { _ = next() }
    }

    package mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// Uniform in 0..<1.
    package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Standard normal, by Box and Muller.
    package mutating func normal() -> Double {
        (-2 * log(1 - uniform())).squareRoot() * cos(2 * .pi * uniform())
    }
}
