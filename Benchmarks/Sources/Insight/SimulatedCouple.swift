import Closeness
import Foundation
import Insight
import SeededRandom

/// Two partners who answer a weekly pulse about four pillars.
///
/// An answer is a level, plus a deviation that lasts from week to week and is shared in part by the partners and by the
/// pillars, plus noise of its own; rounded, cut to the scale, and sometimes missing.
struct SimulatedCouple {
    /// What a population of couples is like.
    struct Shape {
        var name: String
        /// Standard deviation of an answer around its level, in points.
        var spread: Double
        /// How much that differs between persons (standard deviation of its logarithm).
        var unlike: Double
        /// Correlation of a week's deviation with the next one's.
        var autocorrelation = 0.25
        /// Correlation of two partners' deviations, and of one person's in two pillars.
        var betweenPartners: Double
        var betweenPillars: Double
        /// Share of the variance that is an answer's own noise.
        var ownNoise: Double
        /// Standard deviation of a level's own random step each week, in points.
        var wandering = 0.0
        /// What answers are rounded to, in points.
        var rounding = 1.0
        /// How much the spread differs between a person's pillars (standard deviation of its logarithm).
        var unlikePillars = 0.0
    }

    /// Pillars that fall by `points` over `weeks` from week `onset` on, for both or for one of them.
    struct Decline {
        var pillars: [Int]
        var persons = [0, 1]
        var onset: Int
        var points = 2.0
        var weeks = 6.0

        /// By how many points a person's pillar has fallen in a week.
        func depth(_ person: Int, _ pillar: Int, _ week: Int) -> Double {
            guard pillars.contains(pillar), persons.contains(person), week >= onset else { return 0 }
            return weeks > 0 ? points * min(1, Double(week - onset) / weeks) : points
        }
    }

    static let missing = 0.12

    var shape: Shape
    var seed: Int
    var weeks = 104
    var decline: Decline?
    /// How likely a person is to miss a whole pulse.
    var missedPulses = 0.0
    /// What is added to both partners' answers about a pillar in a week.
    var lift: (_ pillar: Int, _ week: Int) -> Double = { _, _ in 0 }

    /// All answers in time order: of a week first partner a's, then b's.
    func answers() -> [Answer] {
        var random = SeededRandom(seed)
        var misses = SeededRandom(seed + 500_000_000)
        var levels = (0..<8).map { _ in 0.0 }
        let together = random.normal()
        for k in 0..<4 {
            let ofPillar = random.normal()
            for i in [k, k + 4] { levels[i] = 6.2 + 0.6 * together + 0.7 * ofPillar + 0.8 * random.normal() }
        }
        let spreads = (0..<2).map { _ in shape.spread * exp(shape.unlike * random.normal()) }
        let factors = (0..<8).map { _ in exp(shape.unlikePillars * misses.normal()) }
        let across = 0.6 * min(shape.betweenPartners, shape.betweenPillars)
        var deviations = [Double](repeating: 0, count: 8)
        var answers: [Answer] = []
        for week in 0..<weeks {
            let ofBoth = random.normal() * across.squareRoot()
            let ofPerson = (0..<2).map { _ in random.normal() * (shape.betweenPillars - across).squareRoot() }
            let ofPillar = (0..<4).map { _ in random.normal() * (shape.betweenPartners - across).squareRoot() }
            let rest = (1 - shape.betweenPillars - shape.betweenPartners + across).squareRoot()
            let lasting = week == 0 ? 0 : shape.autocorrelation
            let missed = (0..<2).map { _ in misses.uniform() < missedPulses }
            for i in 0..<8 {
                let (person, pillar) = (i / 4, i % 4)
                let fresh = ofBoth + ofPerson[person] + ofPillar[pillar] + rest * random.normal()
                deviations[i] = lasting * deviations[i] + (1 - lasting * lasting).squareRoot() * fresh
                levels[i] += shape.wandering * random.normal()
                let noise = shape.ownNoise.squareRoot() * random.normal()
                var value = levels[i] + lift(pillar, week)
                value += factors[i] * spreads[person] * ((1 - shape.ownNoise).squareRoot() * deviations[i] + noise)
                value -= decline?.depth(person, pillar, week) ?? 0
                value = min(10, max(0, (value / shape.rounding).rounded() * shape.rounding))
                if random.uniform() < Self.missing || missed[person] { continue }
                answers.append(
                    Answer(
                        person: Partner.allCases[person], pillar: Pillar.allCases[pillar], day: Double(7 * week),
                        value: value))
            }
        }
        return answers
    }
}
