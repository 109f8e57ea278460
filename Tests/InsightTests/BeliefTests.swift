import Bytes
import Testing

@testable import Insight

@Suite("Belief")
struct BeliefTests {
    @Test("One quantity seen twice: the mean weighs what was assumed and what was seen by their certainty")
    func oneQuantity() {
        var belief = Belief()
        let x = belief.add(mean: 0, sd: 1)
        belief.observe([(x, 1)], 2, variance: 1)
        #expect(abs(belief.estimate([(x, 1)]).mean - 1) < 1e-12)
        belief.observe([(x, 1)], 2, variance: 1)
        #expect(abs(belief.estimate([(x, 1)]).mean - 4.0 / 3) < 1e-12)
        #expect(abs(belief.estimate([(x, 1)]).sd - (1.0 / 3).squareRoot()) < 1e-12)
    }

    @Test("Of a sum that was seen, each part learns by how little was known of it; their difference learns nothing")
    func sums() {
        var belief = Belief()
        let x = belief.add(mean: 0, sd: 2)
        let y = belief.add(mean: 0, sd: 1)
        belief.observe([(x, 1), (y, 1)], 5, variance: 0)
        #expect(abs(belief.estimate([(x, 1)]).mean - 4) < 1e-12)
        #expect(abs(belief.estimate([(y, 1)]).mean - 1) < 1e-12)
        #expect(belief.estimate([(x, 1), (y, 1)]).sd < 1e-6)
        #expect(belief.estimate([(x, 1), (y, -4)]).sd > 3)
    }

    @Test("A change carries what is unknown of its cause into what it changes, and back when that is seen")
    func changes() {
        var belief = Belief()
        let level = belief.add(mean: 5, sd: 0)
        let effect = belief.add(mean: 0, sd: 1)
        belief.change(level, by: [(effect, 0.5)], plus: 1, variance: 0)
        #expect(belief.estimate([(level, 1)]) == Estimate(mean: 6, sd: 0.5))
        belief.observe([(level, 1)], 7, variance: 0)
        #expect(abs(belief.estimate([(effect, 1)]).mean - 2) < 1e-12)
    }

    @Test("A triangle times its transpose is the matrix again")
    func triangle() {
        let matrix = [[4.0, 2, -1], [2, 5, 0.5], [-1, 0.5, 3]]
        let lower = cholesky(matrix)
        for i in 0..<3 {
            for j in 0...i {
                var sum = 0.0
                for k in 0...j { sum += lower[i][k] * lower[j][k] }
                #expect(abs(sum - matrix[i][j]) < 1e-12)
            }
        }
    }

    @Test("Normal numbers have mean 0, deviation 1 and the right tails, and are the same each time")
    func normal() {
        var draws = SeededGenerator(seed: 42)
        let numbers = (0..<20_000).map { _ in draws.normal() }
        let mean = numbers.reduce(0, +) / 20_000
        let square = numbers.reduce(0) { $0 + $1 * $1 } / 20_000
        #expect(abs(mean) < 0.03 && abs(square - 1) < 0.04)
        #expect(abs(Double(numbers.filter { $0 > 1.6448536269514722 }.count) / 20_000 - 0.05) < 0.006)
        var again = SeededGenerator(seed: 42)
        let first = again.normal()
        #expect(first == numbers[0])
    }
}
