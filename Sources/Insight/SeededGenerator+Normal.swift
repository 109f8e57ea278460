import Bytes

extension SeededGenerator {
    /// A standard normal number, by Marsaglia's polar method (1964).
    mutating func normal() -> Double {
        while true {
            let x = 2 * fraction() - 1
            let y = 2 * fraction() - 1
            let square = x * x + y * y
            if square > 0, square < 1 { return x * (-2 * logarithm(square) / square).squareRoot() }
        }
    }
}
