/// Watches one filter for lasting changes: in each pillar, for each onset within the last four months, how much better the
/// answers are explained if both partners' closeness began to fall there, or to rise.
///
/// A change that the filter knows nothing of leaves a signature in its errors, which follows from the filter's gains
/// alone. Along it, two sums suffice to compare "changed by ρ points" with "did not", for every ρ at once (Willsky and
/// Jones 1976; see docs/insight.md). The cost of an answer is constant.
struct ChangeWatch: Sendable {
    /// A change as imagined: how long it takes, how large it may be, how often it happens.
    struct Prior: Sendable {
        /// Days over which a change takes place, evenly.
        var days = 42.0
        /// The size expected of a change, in points; a fall and a rise are taken to be alike.
        var size = 1.5
        /// The standard deviation of that size, in points.
        var sizeSpread = 0.75
        /// The chance that a pillar begins to fall on a given day, and to rise: one in four years each.
        var chancePerDay = 0.0007
        /// Days between the onsets considered, of which there are eight.
        var onsetSpacing = 14.0
    }

    /// What the possible changes, each weighted with its odds, would add to a quantity.
    struct Shift: Sendable {
        /// In points.
        var sum: Double
        /// In points².
        var sumOfSquares: Double
    }

    /// What the watch makes of one series. Everything is summed over the onsets, each weighted with its odds.
    struct Verdict: Sendable {
        /// The odds of a fall against no change.
        var fall: Double
        /// The odds of a rise against no change.
        var rise: Double
        /// What a change would add to the filter's level.
        var level: Shift
        /// What a change would add to the mean of both partners' levels.
        var couple: Shift
        /// What a change would add to the answer that the filter expects.
        var answer: Shift
        /// The day on which the fall began.
        var onset: Double
        /// How far the fall has come, in points.
        var fallen: Double

        /// The odds of either against no change.
        var odds: Double { fall + rise }
    }

    /// One value for each onset considered. Where fewer have passed, the chance of the others is nought.
    private typealias PerOnset = SIMD8<Double>

    private let prior: Prior
    private var day = 0.0
    /// The days on which a change may have begun, in no order.
    private var onsets = PerOnset.zero
    /// The prior chance of each onset.
    private var chances = PerOnset.zero
    /// How many onsets there have been; the next takes the place of the one eight before.
    private var count = 0
    /// The newest onset.
    private var newest = -Double.infinity
    /// For each pillar sixteen, one for each entry of the state: by how much a rise of one point changes that entry.
    private var signatures = [PerOnset](repeating: .zero, count: 64)
    /// For each pillar: Σ g·error/variance and Σ g²/variance, where g is what a rise of one point adds to an error.
    private var scores = [PerOnset](repeating: .zero, count: 4)
    private var informations = [PerOnset](repeating: .zero, count: 4)

    init(_ prior: Prior) {
        self.prior = prior
    }

    /// Moves on to `day`; `persistence` is the part of a deviation left since the last answers.
    mutating func advance(to day: Double, persistence: Double) {
        self.day = day
        for pillar in 0..<4 {
            for i in (16 * pillar + 8)..<(16 * pillar + 16) { signatures[i] *= persistence }
        }
        guard day >= newest + prior.onsetSpacing else { return }
        newest = day
        let place = count % PerOnset.scalarCount
        count += 1
        onsets[place] = day
        chances[place] = prior.chancePerDay * prior.onsetSpacing
        for i in 0..<64 { signatures[i][place] = 0 }
        for pillar in 0..<4 {
            scores[pillar][place] = 0
            informations[pillar][place] = 0
        }
    }

    /// Takes in that an answer of `series` differed by `error` from what the filter expected.
    mutating func update(_ series: Int, _ expectation: Expectation, error: Double) {
        let gain = expectation.gain
        let precision = 1 / expectation.variance
        let changed = changed
        for pillar in 0..<4 {
            let first = 16 * pillar
            var g = -signatures[first + series] - signatures[first + 8 + series]
            if pillar == series & 3 { g += changed }
            for i in 0..<16 { signatures[first + i] += g * gain[i] }
            scores[pillar] += g * (precision * error)
            informations[pillar] += g * g * precision
        }
    }

    /// What the watch makes of `series` now.
    func verdict(_ series: Int) -> Verdict {
        let pillar = series & 3
        let precision = 1 / (prior.sizeSpread * prior.sizeSpread)
        // Gaussian prior and likelihood of the size: its posterior and the evidence ratio are closed forms.
        let posteriorPrecision = informations[pillar] + precision
        let variance = 1 / posteriorPrecision
        let rise = (scores[pillar] + precision * prior.size) * variance
        let fall = (scores[pillar] - precision * prior.size) * variance
        let scale = chances * (variance * precision).squareRoot()
        let offset = prior.size * prior.size * precision
        let riseOdds = scale * exponential((rise * rise * posteriorPrecision - offset) * 0.5)
        let fallOdds = scale * exponential((fall * fall * posteriorPrecision - offset) * 0.5)

        let changed = changed
        let level = changed - signatures[16 * pillar + series]
        let partnersLevel = changed - signatures[16 * pillar + (series ^ 4)]
        let size = riseOdds * rise + fallOdds * fall
        let sizeSquared = riseOdds * (rise * rise + variance) + fallOdds * (fall * fall + variance)
        func shift(_ perPoint: PerOnset) -> Shift {
            Shift(sum: (size * perPoint).sum(), sumOfSquares: (sizeSquared * perPoint * perPoint).sum())
        }
        return Verdict(
            fall: fallOdds.sum(), rise: riseOdds.sum(), level: shift(level),
            couple: shift((level + partnersLevel) * 0.5),
            answer: shift(level - signatures[16 * pillar + 8 + series]), onset: (fallOdds * onsets).sum(),
            fallen: -(fallOdds * fall * changed).sum())
    }

    /// The part of a change that has taken place by now, by onset.
    private var changed: PerOnset {
        let part = (day - onsets) / prior.days
        return part.replacing(with: 1, where: part .> 1)
    }
}
