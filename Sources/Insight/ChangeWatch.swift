/// Watches one filter for lasting changes: in each pillar, for each onset within the last half-year, how much better the
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
        /// Days between the onsets considered.
        var onsetSpacing = 14.0
        /// How many onsets are considered.
        var onsets = 12
    }

    /// What the possible changes, each weighted with its odds, would add to a quantity.
    struct Shift: Sendable {
        /// In points.
        var sum = 0.0
        /// In points².
        var sumOfSquares = 0.0
    }

    /// What the watch makes of one series. Everything is summed over the onsets, each weighted with its odds.
    struct Reading: Sendable {
        /// The odds of a fall against no change.
        var fall = 0.0
        /// The odds of a rise against no change.
        var rise = 0.0
        /// What a change would add to the filter's level.
        var level = Shift()
        /// What a change would add to the mean of both partners' levels.
        var couple = Shift()
        /// What a change would add to the answer that the filter expects.
        var answer = Shift()
        /// The day on which the fall began.
        var onset = 0.0
        /// How far the fall has come, in points.
        var fallen = 0.0

        /// The odds of either against no change.
        var odds: Double { fall + rise }
    }

    private let prior: Prior
    private var day = 0.0
    /// The days on which a change may have begun, oldest first.
    private var onsets: [Double] = []
    /// For each onset four, one for each pillar: by how much a rise of one point changes the filter's state.
    private var signatures: [State] = []
    /// For each signature: Σ g·error/variance and Σ g²/variance, where g is what a rise of one point adds to an error.
    private var scores: [Double] = []
    private var informations: [Double] = []

    init(_ prior: Prior) {
        self.prior = prior
    }

    /// Moves on to `day`; `persistence` is the part of a deviation left since the last answers.
    mutating func advance(to day: Double, persistence: Double) {
        self.day = day
        for i in signatures.indices { signatures[i].highHalf *= persistence }
        if let newest = onsets.last, day < newest + prior.onsetSpacing { return }
        if onsets.count == prior.onsets {
            onsets.removeFirst()
            signatures.removeFirst(4)
            scores.removeFirst(4)
            informations.removeFirst(4)
        }
        onsets.append(day)
        for _ in 0..<4 {
            signatures.append(.zero)
            scores.append(0)
            informations.append(0)
        }
    }

    /// Takes in that an answer of `series` differed by `error` from what the filter expected.
    mutating func update(_ series: Int, _ expectation: Expectation, error: Double) {
        let gain = expectation.gain
        let precision = 1 / expectation.variance
        for o in onsets.indices {
            let changed = changed(since: onsets[o])
            for pillar in 0..<4 {
                let i = 4 * o + pillar
                let known = signatures[i][series] + signatures[i][8 + series]
                let g = (pillar == series & 3 ? changed : 0) - known
                signatures[i] += gain * g
                scores[i] += g * precision * error
                informations[i] += g * precision * g
            }
        }
    }

    /// What the watch makes of `series` now.
    func reading(_ series: Int) -> Reading {
        var reading = Reading()
        let precision = 1 / (prior.sizeSpread * prior.sizeSpread)
        let chance = prior.chancePerDay * prior.onsetSpacing
        for o in onsets.indices {
            let i = 4 * o + (series & 3)
            // Gaussian prior and likelihood of the size: its posterior and the evidence ratio are closed forms.
            let posteriorPrecision = precision + informations[i]
            let variance = 1 / posteriorPrecision
            let scale = chance * (precision * variance).squareRoot()
            let rise = (scores[i] + precision * prior.size) * variance
            let fall = (scores[i] - precision * prior.size) * variance
            let offset = prior.size * prior.size * precision
            let riseOdds = scale * exponential(min(0.5 * (rise * rise * posteriorPrecision - offset), 300))
            let fallOdds = scale * exponential(min(0.5 * (fall * fall * posteriorPrecision - offset), 300))

            let sum = riseOdds * rise + fallOdds * fall
            let sumOfSquares = riseOdds * (rise * rise + variance) + fallOdds * (fall * fall + variance)
            let changed = changed(since: onsets[o])
            let level = changed - signatures[i][series]
            let couple = (level + changed - signatures[i][series ^ 4]) / 2
            let answer = level - signatures[i][8 + series]
            reading.level.sum += sum * level
            reading.level.sumOfSquares += sumOfSquares * level * level
            reading.couple.sum += sum * couple
            reading.couple.sumOfSquares += sumOfSquares * couple * couple
            reading.answer.sum += sum * answer
            reading.answer.sumOfSquares += sumOfSquares * answer * answer
            reading.rise += riseOdds
            reading.fall += fallOdds
            reading.onset += fallOdds * onsets[o]
            reading.fallen -= fallOdds * fall * changed
        }
        return reading
    }

    /// The part of a change begun at `onset` that has taken place by now.
    private func changed(since onset: Double) -> Double {
        min(1, (day - onset) / prior.days)
    }
}
