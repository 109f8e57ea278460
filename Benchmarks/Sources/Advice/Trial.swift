import Closeness
import Foundation
import Insight
import SeededRandom

/// One kind of couples, helped in seven ways.
struct Trial {
    private let shape: SimulatedCouple.Shape
    private let practices: [Practice]
    private let couples: Int

    init(_ shape: SimulatedCouple.Shape, _ practices: [Practice], couples: Int) {
        self.shape = shape
        self.practices = practices
        self.couples = couples
    }

    /// Prints the mean weeks of each way, and how Hearth's compare.
    func printRow() {
        let hearth = mean { Hearth($0) }
        let inOrder = mean { InOrder(allowed: $0.allowed) }
        let atRandom = mean { AtRandom(allowed: $0.allowed, random: SeededRandom($0.seed)) }
        let byWeight = mean { ByWeight($0, rest: 0) }
        let rested = mean { ByWeight($0, rest: 14) }
        let fixed = mean { FixedScoring($0) }
        let oracle = mean { _ in nil }
        let figures = String(
            format: "%7.1f %9.1f %7.1f %7.1f %7.1f %7.1f %7.1f %18.2f %6.2f %6.2f %6.2f %6.2f", hearth, inOrder,
            atRandom,
            byWeight, rested, fixed, oracle, hearth / inOrder, hearth / atRandom, hearth / byWeight, hearth / rested,
            hearth / oracle)
        print(shape.name.padding(toLength: 27, withPad: " ", startingAt: 0) + figures)
    }

    /// The mean weeks over all couples; without a policy an oracle chooses.
    private func mean(_ policy: (CoupleFacts) -> (any Policy)?) -> Double {
        var sum = 0
        for seed in 0..<couples { sum += weeks(seed: 1000 + seed, policy) }
        return Double(sum) / Double(couples)
    }

    private func weeks(seed: Int, _ makePolicy: (CoupleFacts) -> (any Policy)?) -> Int {
        var couple = SimulatedCouple(shape, practices: practices, seed: seed)
        var policy = makePolicy(CoupleFacts(practices: practices, openness: couple.openness, seed: seed))
        for said in couple.check() { policy?.heard(said.answer, wished: said.wished) }
        for week in 0..<SimulatedCouple.weeksAtMost {
            let proposals =
                policy?.propose(day: Double(7 * week), count: shape.proposals) ?? couple.best(shape.proposals)
            let lived = couple.live(week: week, proposals: proposals)
            for deed in lived.done { policy?.did(deed.practice, day: Double(7 * week + 3), helped: deed.helped) }
            for said in lived.answers { policy?.heard(said.answer, wished: said.wished) }
            if couple.isClose { return week + 1 }
        }
        return SimulatedCouple.weeksAtMost
    }
}
