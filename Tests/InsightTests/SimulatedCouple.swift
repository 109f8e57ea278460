import Closeness
import Insight

/// A seeded generator (SplitMix64), so that every run of the tests sees the same couples.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Nearly a standard normal number: twelve uniform ones, summed.
    mutating func normal() -> Double {
        (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &self) }
    }
}

/// A couple whose answers are levels that we set, plus noise that lasts a little.
struct SimulatedCouple: Sendable {
    var seed: UInt64
    var weeks = 104
    /// Standard deviation of a week's deviation, in points, for each partner.
    var spread: (a: Double, b: Double) = (0.9, 0.9)
    /// Correlation of one week's deviation with the next one's.
    var autocorrelation = 0.25
    var missing = 0.12
    /// The true level of a partner in a pillar in a week.
    var level: @Sendable (Partner, Pillar, Int) -> Double = { _, _, _ in 6.5 }

    func answers() -> [Answer] {
        var random = SeededRandom(seed)
        var deviations = [Double](repeating: 0, count: 8)
        for i in 0..<8 { deviations[i] = random.normal() }
        var answers: [Answer] = []
        for week in 0..<weeks {
            for (p, person) in Partner.allCases.enumerated() {
                for (k, pillar) in Pillar.allCases.enumerated() {
                    let i = 4 * p + k
                    let fresh = (1 - autocorrelation * autocorrelation).squareRoot()
                    deviations[i] = autocorrelation * deviations[i] + fresh * random.normal()
                    let spread = person == .a ? spread.a : spread.b
                    let value = (level(person, pillar, week) + spread * deviations[i]).rounded()
                    if Double.random(in: 0..<1, using: &random) < missing { continue }
                    answers.append(
                        Answer(person: person, pillar: pillar, day: Double(7 * week), value: min(10, max(0, value))))
                }
            }
        }
        return answers
    }
}
