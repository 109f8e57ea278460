/// A stream of numbers that look random and are the same everywhere: SplitMix64 (Steele, Lea and Flood 2014).
struct Draws: Sendable {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Evenly spread over 0..<1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Standard normal, by Marsaglia's polar method (1964).
    mutating func normal() -> Double {
        while true {
            let x = 2 * fraction() - 1
            let y = 2 * fraction() - 1
            let square = x * x + y * y
            if square > 0, square < 1 { return x * (-2 * logarithm(square) / square).squareRoot() }
        }
    }
}
