/// Watches one filter for lasting changes: for each set of pillars, for each onset within the last four months, how much
/// better the answers are explained if both partners' closeness began to fall in all of these pillars there, or to rise.
///
/// A change that the filter knows nothing of leaves a signature in its errors, which follows from the filter's gains
/// alone. Along it, two sums suffice to compare "changed by ρ points" with "did not", for every ρ at once (Willsky and
/// Jones 1976; see docs/insight.md). What several pillars leave together is the sum of what each leaves. The cost of an
/// answer is constant.
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
        /// How much rarer than a change of one pillar alone a change of a given set of two, of three and of all four is.
        var together = [1, 0.05, 0.02, 0.1]
        /// Days between the onsets considered, of which there are eight.
        var onsetSpacing = 14.0
    }

    /// What the possible changes, each weighted with its odds, would add to a quantity.
    struct Shift: Sendable {
        /// In points.
        var sum = 0.0
        /// In points².
        var sumOfSquares = 0.0

        /// Adds what a change would do that for each point of its size adds `perPoint`.
        fileprivate mutating func add(_ size: PerOnset, _ sizeSquared: PerOnset, _ perPoint: PerOnset) {
            sum += (size * perPoint).sum()
            sumOfSquares += (sizeSquared * perPoint * perPoint).sum()
        }
    }

    /// What the watch makes of one series. Everything is summed over the onsets, each weighted with its odds.
    struct Verdict: Sendable {
        /// The odds of a fall of its pillar, alone or with others, against no change.
        var fall = 0.0
        /// The odds of any change of any pillar against no change.
        var odds = 0.0
        /// What a change would add to the filter's level.
        var level = Shift()
        /// What a change would add to the mean of both partners' levels.
        var couple = Shift()
        /// The day on which the fall began.
        var onset = 0.0
        /// How far the fall has come, in points.
        var fallen = 0.0
    }

    /// What the watch makes of the same pillars having changed together, by onset.
    struct Story {
        /// Which pillars: those of whose number the bit is set.
        fileprivate var pillars: Int
        /// The odds of any change of these, whenever it began, against none.
        fileprivate var odds: Double
        /// The odds of a fall, and these times its size.
        fileprivate var fall: PerOnset
        fileprivate var falling: PerOnset
        /// The size of a change and its square, times the odds.
        fileprivate var size: PerOnset
        fileprivate var sizeSquared: PerOnset

        fileprivate func holds(_ pillar: Int) -> Bool { pillars & (1 << pillar) != 0 }
    }

    /// One value for each onset considered. Where fewer have passed, the chance of the others is nought.
    fileprivate typealias PerOnset = SIMD8<Double>

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
    /// For each pillar Σ g·error/variance, where g is what a rise of one point adds to an error.
    private var scores = [PerOnset](repeating: .zero, count: 4)
    /// For each two pillars Σ g·g′/variance, row by row, of which the lower half is kept.
    private var informations = [PerOnset](repeating: .zero, count: 16)

    init(_ prior: Prior) {
        self.prior = prior
    }

    /// Moves on to `day`; `persistence` is the part of a deviation left since the last answers.
    ///
    /// - Returns: Whether a new onset is considered from now on.
    mutating func advance(to day: Double, persistence: Double) -> Bool {
        self.day = day
        for pillar in 0..<4 {
            for i in (16 * pillar + 8)..<(16 * pillar + 16) { signatures[i] *= persistence }
        }
        guard day >= newest + prior.onsetSpacing else { return false }
        newest = day
        let place = count % PerOnset.scalarCount
        count += 1
        onsets[place] = day
        chances[place] = prior.chancePerDay * prior.onsetSpacing
        for i in 0..<64 { signatures[i][place] = 0 }
        for pillar in 0..<4 {
            scores[pillar][place] = 0
            for other in 0...pillar { informations[4 * pillar + other][place] = 0 }
        }
        return true
    }

    /// Takes in that an answer of `series` differed by `error` from what the filter expected.
    mutating func update(_ series: Int, _ expectation: Expectation, error: Double) {
        let gain = expectation.gain
        let precision = 1 / expectation.variance
        let changed = changed
        var left = (PerOnset.zero, PerOnset.zero, PerOnset.zero, PerOnset.zero)
        left.0 = leave(0, series, gain, changed)
        left.1 = leave(1, series, gain, changed)
        left.2 = leave(2, series, gain, changed)
        left.3 = leave(3, series, gain, changed)
        let weighed = (left.0 * precision, left.1 * precision, left.2 * precision, left.3 * precision)
        scores[0] += weighed.0 * error
        scores[1] += weighed.1 * error
        scores[2] += weighed.2 * error
        scores[3] += weighed.3 * error
        informations[0] += left.0 * weighed.0
        informations[4] += left.1 * weighed.0
        informations[5] += left.1 * weighed.1
        informations[8] += left.2 * weighed.0
        informations[9] += left.2 * weighed.1
        informations[10] += left.2 * weighed.2
        informations[12] += left.3 * weighed.0
        informations[13] += left.3 * weighed.1
        informations[14] += left.3 * weighed.2
        informations[15] += left.3 * weighed.3
    }

    /// What a rise of one point in a pillar leaves in the error of an answer of `series`; takes it into the signatures.
    private mutating func leave(_ pillar: Int, _ series: Int, _ gain: State, _ changed: PerOnset) -> PerOnset {
        let first = 16 * pillar
        var left = -signatures[first + series] - signatures[first + 8 + series]
        if pillar == series & 3 { left += changed }
        for i in 0..<16 { signatures[first + i] += left * gain[i] }
        return left
    }

    /// What the watch makes of every set of pillars now. It stays so until the next answer or the next onset.
    func stories() -> [Story] {
        let precision = 1 / (prior.sizeSpread * prior.sizeSpread)
        let offset = prior.size * prior.size * precision
        return (1..<16).map { pillars in
            var (score, information) = (PerOnset.zero, PerOnset.zero)
            for pillar in 0..<4 where pillars & (1 << pillar) != 0 {
                score += scores[pillar]
                information += informations[5 * pillar]
                for other in 0..<pillar where pillars & (1 << other) != 0 {
                    information += 2 * informations[4 * pillar + other]
                }
            }
            // Gaussian prior and likelihood of the size: its posterior and the evidence ratio are closed forms.
            let posteriorPrecision = information + precision
            let variance = 1 / posteriorPrecision
            let rise = (score + precision * prior.size) * variance
            let fall = (score - precision * prior.size) * variance
            let scale =
                chances * ((variance * precision).squareRoot() * prior.together[pillars.nonzeroBitCount - 1])
            let riseOdds = scale * exponential((rise * rise * posteriorPrecision - offset) * 0.5)
            let fallOdds = scale * exponential((fall * fall * posteriorPrecision - offset) * 0.5)
            return Story(
                pillars: pillars, odds: (riseOdds + fallOdds).sum(), fall: fallOdds, falling: -(fallOdds * fall),
                size: riseOdds * rise + fallOdds * fall,
                sizeSquared: riseOdds * (rise * rise + variance) + fallOdds * (fall * fall + variance))
        }
    }

    /// What `stories`, which are this watch's own, add to the answer that the filter expects of `series`.
    func forecast(_ series: Int, _ stories: [Story]) -> (change: Shift, odds: Double) {
        let changed = changed
        var (change, odds) = (Shift(), 0.0)
        for story in stories {
            var answer = story.holds(series & 3) ? changed : PerOnset.zero
            for pillar in 0..<4 where story.holds(pillar) {
                let first = 16 * pillar
                answer -= signatures[first + series]
                answer -= signatures[first + 8 + series]
            }
            change.add(story.size, story.sizeSquared, answer)
            odds += story.odds
        }
        return (change, odds)
    }

    /// What `stories`, which are this watch's own, come to for `series`.
    func verdict(_ series: Int, _ stories: [Story]) -> Verdict {
        let pillar = series & 3
        let changed = changed
        var verdict = Verdict()
        var (fall, falling) = (PerOnset.zero, PerOnset.zero)
        for story in stories {
            var (level, partnersLevel) = (PerOnset.zero, PerOnset.zero)
            if story.holds(pillar) {
                (level, partnersLevel) = (changed, changed)
                fall += story.fall
                falling += story.falling
            }
            for pillar in 0..<4 where story.holds(pillar) {
                level -= signatures[16 * pillar + series]
                partnersLevel -= signatures[16 * pillar + (series ^ 4)]
            }
            verdict.odds += story.odds
            verdict.level.add(story.size, story.sizeSquared, level)
            verdict.couple.add(story.size, story.sizeSquared, (level + partnersLevel) * 0.5)
        }
        verdict.fall = fall.sum()
        verdict.onset = (fall * onsets).sum()
        verdict.fallen = (falling * changed).sum()
        return verdict
    }

    /// The part of a change that has taken place by now, by onset.
    private var changed: PerOnset {
        let part = (day - onsets) / prior.days
        return part.replacing(with: 1, where: part .> 1)
    }
}
