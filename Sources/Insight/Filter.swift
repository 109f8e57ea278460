/// A Kalman filter over the eight series of a couple under one ``Dynamics``, which also learns the covariance of the
/// deviations as it goes.
///
/// An answer is level + deviation + noise. Levels walk at random, deviations are Ornstein–Uhlenbeck, so any spacing
/// of answers is handled and a week without one costs nothing. Every step is of constant cost. See docs/insight.md.
struct Filter: Sendable {
    let population: Population
    private(set) var dynamics: Dynamics
    /// The variance that the levels gain each day, row by row.
    private var levelGain: [PerSeries]
    private let assumedCovariance: [PerSeries]

    /// Whether the covariance of the deviations is still being learned.
    private var learns = true

    private(set) var mean: State
    private(set) var covariance: [State]
    /// The deviations' covariance as learned so far, row by row.
    private(set) var deviationCovariance: [PerSeries]

    /// Sums of E[d·dᵀ] over the days answered, and how many days that makes.
    private var deviationProducts: [PerSeries]
    private var deviationDays = 0.0
    /// For each partner: the sum of squared deviations in units of the assumed ones, and their number.
    private var squares: (a: Double, b: Double) = (0, 0)
    private var counts: (a: Double, b: Double) = (0, 0)
    /// Which series have been answered since time last moved.
    private var answered: UInt8 = 0

    init(_ dynamics: Dynamics, _ population: Population) {
        self.population = population
        self.dynamics = dynamics
        let deviation = dynamics.deviationSpread * dynamics.deviationSpread
        assumedCovariance = dynamics.deviationTies.matrix.map { $0 * deviation }
        deviationCovariance = assumedCovariance
        levelGain = dynamics.levelTies.matrix.map { $0 * dynamics.levelVariancePerDay }
        deviationProducts = Array(repeating: .zero, count: 8)
        mean = .zero
        covariance = []
        forgetAnswers()
    }

    /// The same filter before its first answer, with the covariance of the deviations kept as learned, for good, and with
    /// levels that move by at least `levelVariancePerDay`.
    func restarted(levelVariancePerDay: Double = 0) -> Filter {
        var filter = self
        filter.learns = false
        filter.dynamics.levelVariancePerDay = max(levelVariancePerDay, dynamics.levelVariancePerDay)
        filter.levelGain = dynamics.levelTies.matrix.map { $0 * filter.dynamics.levelVariancePerDay }
        filter.forgetAnswers()
        return filter
    }

    private mutating func forgetAnswers() {
        let spread = population.levelSpread * population.levelSpread
        mean = State(lowHalf: PerSeries(repeating: population.level), highHalf: .zero)
        covariance =
            population.levelTies.matrix.map { State(lowHalf: $0 * spread, highHalf: .zero) }
            + deviationCovariance.map { State(lowHalf: .zero, highHalf: $0) }
        answered = 0
    }

    /// The part of a deviation that is left after `days`.
    func persistence(over days: Double) -> Double { exponential(-days / dynamics.fadingDays) }

    /// Moves the time on by `days` > 0, learning first from what was answered before.
    mutating func advance(by days: Double) {
        let persistence = persistence(over: days)
        let fresh = 1 - persistence * persistence
        if learns { learn(freshness: fresh) }
        mean.highHalf *= persistence
        for i in 0..<8 {
            covariance[i].lowHalf += levelGain[i] * days
            covariance[i].highHalf *= persistence
            var row = covariance[8 + i]
            row.lowHalf *= persistence
            row.highHalf = row.highHalf * (persistence * persistence) + deviationCovariance[i] * fresh
            covariance[8 + i] = row
        }
    }

    /// Takes the posterior of the day that ends into the learned covariance, as a step of the EM algorithm would.
    ///
    /// The learned covariance is the mean of an inverse Wishart distribution whose prior has each partner's own spread and
    /// the couple's own ties. `freshness` is the part of the day's deviation that the next will not share.
    private mutating func learn(freshness: Double) {
        guard answered != 0 else { return }
        let deviation = mean.highHalf
        for i in 0..<8 {
            deviationProducts[i] += (covariance[8 + i].highHalf + deviation * deviation[i]) * freshness
        }
        deviationDays += freshness
        for i in 0..<8 where answered & (1 << i) != 0 {
            let square = (covariance[8 + i][8 + i] + deviation[i] * deviation[i]) / assumedCovariance[i][i]
            if i < 4 {
                squares.a += square * freshness
                counts.a += freshness
            } else {
                squares.b += square * freshness
                counts.b += freshness
            }
        }
        answered = 0
        if deviationDays > population.memoryDays {
            let keep = population.memoryDays / deviationDays
            deviationDays *= keep
            for i in 0..<8 { deviationProducts[i] *= keep }
            (squares.a, squares.b, counts.a, counts.b) = (
                squares.a * keep, squares.b * keep, counts.a * keep, counts.b * keep
            )
        }
        let prior = population.spreadAnswers
        let ownA = ((prior + squares.a) / (prior + counts.a)).squareRoot()
        let ownB = ((prior + squares.b) / (prior + counts.b)).squareRoot()
        let own = PerSeries(lowHalf: SIMD4(repeating: ownA), highHalf: SIMD4(repeating: ownB))
        let days = dynamics.covarianceDays
        let expected =
            dynamics.tiesDays.isFinite
            ? tiedCovariance(own)
            : assumedCovariance.indices.map { assumedCovariance[$0] * own * own[$0] }
        for i in 0..<8 {
            deviationCovariance[i] = (expected[i] * days + deviationProducts[i]) / (days + deviationDays)
        }
    }

    /// The covariance that follows from each series' own spread and this couple's ties, which are learned from all pairs of
    /// series that stand to one another alike; `own` is by what factor a person's spread differs from the assumed one.
    ///
    /// Such means are the ties of a possible covariance, and so is what lies between two of them.
    private func tiedCovariance(_ own: PerSeries) -> [PerSeries] {
        let assumed = dynamics.deviationSpread * dynamics.deviationSpread
        let days = population.pillarSpreadDays
        var seen = PerSeries.zero
        for i in 0..<8 { seen[i] = deviationProducts[i][i] }
        let spread = ((own * own * (assumed * days) + seen) / (days + deviationDays)).squareRoot()
        let part = deviationDays / (deviationDays + dynamics.tiesDays)
        var ties = dynamics.deviationTies
        if part > 0 {
            let means = Ties.means(deviationProducts.indices.map { deviationProducts[$0] / (spread * spread[$0]) })
            ties = ties.moved(
                towards: Ties(
                    betweenPartners: means.ties.betweenPartners / means.own,
                    betweenPillars: means.ties.betweenPillars / means.own, across: means.ties.across / means.own),
                by: part)
        }
        let matrix = ties.matrix
        return matrix.indices.map { matrix[$0] * spread * spread[$0] }
    }

    /// The variance of an answer's own noise, in points².
    func noise(_ series: Int, _ answer: Answer) -> Double {
        let part = answer.source == .pulse ? population.answerNoise : population.checkNoise * answer.noiseFactor
        return part * deviationCovariance[series][series] + population.roundingVariance
    }

    /// What is expected of an answer of a series, before it is seen: its mean, its variance, and its covariance with the state.
    func expectation(_ series: Int, _ answer: Answer) -> Expectation {
        let covarianceWithState = covariance[series] + covariance[8 + series]
        return Expectation(
            mean: mean[series] + mean[8 + series],
            variance: covarianceWithState[series] + covarianceWithState[8 + series] + noise(series, answer),
            covarianceWithState: covarianceWithState)
    }

    /// Takes in an answer of a series: `error` is by how much it differs from what was expected.
    mutating func update(_ series: Int, _ expectation: Expectation, error: Double) {
        let gain = expectation.gain
        for i in 0..<16 { covariance[i] -= expectation.covarianceWithState * gain[i] }
        mean += gain * error
        answered |= 1 << UInt8(series)
    }
}

/// What a filter expects of an answer before it is seen.
struct Expectation: Sendable {
    var mean: Double
    var variance: Double
    var covarianceWithState: State

    /// How the state moves for each point by which the answer differs from what was expected.
    var gain: State { covarianceWithState / variance }
}
