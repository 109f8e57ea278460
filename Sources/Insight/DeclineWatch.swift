/// Watches one filter for declines: in each pillar, for each onset within the last months, how much better the answers
/// are explained if both partners' closeness began to fall there.
///
/// A decline that the filter knows nothing of leaves a signature in its errors, which follows from the filter's gains
/// alone. Along it, two sums suffice to compare "declined by ρ points" with "did not", for every ρ at once (Willsky and
/// Jones 1976; see docs/insight.md). The cost of an answer is constant.
struct DeclineWatch: Sendable {
    /// A decline as imagined: how long it takes, how deep it may be, how often it happens.
    struct Prior: Sendable {
        /// Days over which a decline takes place, evenly.
        var fallDays = 42.0
        /// The depth expected of a decline, in points.
        var depth = 1.5
        /// The standard deviation of that depth, in points.
        var depthSpread = 0.75
        /// The chance that a decline of a pillar starts in a given day.
        var chancePerDay = 0.0007
        /// Days between the onsets considered.
        var onsetSpacing = 14.0
        /// How many onsets are considered.
        var onsets = 16
    }

    /// What the watch makes of one series: the odds of a decline of its pillar against none, and, weighted with the
    /// odds of each onset and summed over them, what the decline would add to the filter's view.
    struct Reading: Sendable {
        /// The odds of a decline against none.
        var odds = 0.0
        /// Odds-weighted sum of what is to be added to the filter's level, in points.
        var levelShift = 0.0
        /// Odds-weighted sum of what is to be added to the expected answer, in points.
        var answerShift = 0.0
        /// Odds-weighted sum of the squares of ``answerShift``, in points².
        var answerShiftSquared = 0.0
        /// Odds-weighted sum of the squares of ``levelShift``, in points².
        var levelShiftSquared = 0.0
        /// Odds-weighted sum of the onset's day.
        var onset = 0.0
        /// Odds-weighted sum of how far the decline has come, in points (positive).
        var fallen = 0.0
    }

    private struct Signature: Sendable {
        /// By how much a decline of one point changes the filter's state.
        var state = State.zero
        /// Σ g·error/variance, where g is what a decline of one point adds to an error.
        var score = 0.0
        /// Σ g²/variance.
        var information = 0.0
    }

    let prior: Prior
    /// The days at which a decline may have begun, oldest first.
    private var onsets: [Double] = []
    /// Four signatures for each onset, one for each pillar.
    private var signatures: [Signature] = []
    private var day = 0.0

    init(_ prior: Prior) {
        self.prior = prior
    }

    /// Moves on to `day`; `persistence` is the part of a deviation left since the last answers.
    mutating func advance(to day: Double, persistence: Double) {
        self.day = day
        for i in signatures.indices { signatures[i].state.highHalf *= persistence }
        if let newest = onsets.last, day < newest + prior.onsetSpacing { return }
        if onsets.count == prior.onsets {
            onsets.removeFirst()
            signatures.removeFirst(4)
        }
        onsets.append(day)
        for _ in 0..<4 { signatures.append(Signature()) }
    }

    /// Takes in that an answer of `series` differed by `error` from what the filter expected.
    mutating func update(_ series: Int, _ expectation: Expectation, error: Double) {
        let gain = expectation.gain
        let pillar = series & 3
        for o in onsets.indices {
            let fall = fallen(since: onsets[o])
            for p in 0..<4 {
                let i = 4 * o + p
                var g = -signatures[i].state[series] - signatures[i].state[8 + series]
                if p == pillar { g -= fall }
                signatures[i].state += gain * g
                let weighted = g / expectation.variance
                signatures[i].score += weighted * error
                signatures[i].information += weighted * g
            }
        }
    }

    /// What the watch makes of `series` now.
    func reading(_ series: Int) -> Reading {
        var sum = Reading()
        let precision = 1 / (prior.depthSpread * prior.depthSpread)
        let chance = prior.chancePerDay * prior.onsetSpacing
        for o in onsets.indices {
            let signature = signatures[4 * o + (series & 3)]
            // Gaussian prior and Gaussian likelihood of the depth: the evidence ratio and the posterior are closed forms.
            let posteriorPrecision = precision + signature.information
            let depth = (precision * prior.depth + signature.score) / posteriorPrecision
            let exponent = 0.5 * (depth * depth * posteriorPrecision - prior.depth * prior.depth * precision)
            let odds = chance * (precision / posteriorPrecision).squareRoot() * exponential(exponent)
            let fall = fallen(since: onsets[o])
            let level = -fall - signature.state[series]
            let answer = level - signature.state[8 + series]
            let depthSquared = depth * depth + 1 / posteriorPrecision
            sum.odds += odds
            sum.levelShift += odds * depth * level
            sum.levelShiftSquared += odds * depthSquared * level * level
            sum.answerShift += odds * depth * answer
            sum.answerShiftSquared += odds * depthSquared * answer * answer
            sum.onset += odds * onsets[o]
            sum.fallen += odds * depth * fall
        }
        return sum
    }

    /// The part of a decline begun at `onset` that has taken place by now.
    private func fallen(since onset: Double) -> Double {
        min(1, (day - onset) / prior.fallDays)
    }
}
