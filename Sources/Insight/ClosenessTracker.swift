/// What one answer was expected to be, and what is known after it.
public struct Assessment: Sendable, Hashable {
    /// The answer expected before it was seen; its band holds nine answers out of ten.
    public var forecast: Estimate
    /// The person's level in the pillar after the answer: how close they feel, apart from the day's ups and downs.
    public var level: Estimate
    /// The couple's level in the pillar: the mean of both partners' levels.
    public var couple: Estimate
    /// How sure it is, from 0 to 1, that the pillar has really declined for this couple within the last months.
    public var drift: Double
}

/// Follows how close two people feel, pillar by pillar, as their answers come in.
///
/// Holds a bank of filters, each with its own idea of how closeness moves, and weighs them by how well they foretold
/// this couple's answers. Every answer costs the same, however long the history. The same answers in the same order
/// give the same results, bit for bit, on every machine.
public struct ClosenessTracker: Sendable {
    private struct Hypothesis: Sendable {
        var filter: Filter
        var watch: DeclineWatch
        /// The logarithm of the prior weight times the (slowly forgotten) likelihood of the answers.
        var evidence: Double
    }

    private var hypotheses: [Hypothesis]
    private var day: Double?

    /// A tracker that has seen nothing yet.
    public init() {
        self.init(Population(), DeclineWatch.Prior())
    }

    init(_ population: Population, _ decline: DeclineWatch.Prior) {
        hypotheses = population.dynamics.map {
            Hypothesis(
                filter: Filter($0, population), watch: DeclineWatch(decline), evidence: logarithm($0.weight))
        }
    }

    /// Takes in one answer and says what was expected of it and what is known now.
    ///
    /// Answers are to come in time order. One that is older than the last is taken as if given on that day.
    public mutating func observe(_ answer: Answer) -> Assessment {
        advance(to: answer.day)
        let series = answer.series
        let partnerSeries = series ^ 4
        var forecast = Mixture()
        var level = Mixture()
        var couple = Mixture()
        var declined = 0.0
        var total = 0.0
        let weights = weights()
        for i in hypotheses.indices {
            let expectation = hypotheses[i].filter.expectation(series, answer.source)
            let before = hypotheses[i].watch.reading(series)
            forecast.add(
                weights[i], before.odds, mean: expectation.mean, variance: expectation.variance,
                shift: before.answerShift, shiftSquared: before.answerShiftSquared)
            let error = answer.value - expectation.mean
            hypotheses[i].filter.update(series, expectation, error: error)
            hypotheses[i].watch.update(series, expectation, error: error)
            hypotheses[i].evidence -=
                0.5 * (logarithm(expectation.variance) + error * error / expectation.variance)
        }
        let posterior = self.weights()
        for i in hypotheses.indices {
            let filter = hypotheses[i].filter
            let after = hypotheses[i].watch.reading(series)
            declined += posterior[i] * after.odds
            total += posterior[i] * (1 + after.odds)
            level.add(
                posterior[i], after.odds, mean: filter.mean[series], variance: filter.covariance[series][series],
                shift: after.levelShift, shiftSquared: after.levelShiftSquared)
            let variance =
                filter.covariance[series][series] + 2 * filter.covariance[series][partnerSeries]
                + filter.covariance[partnerSeries][partnerSeries]
            couple.add(
                posterior[i], after.odds, mean: (filter.mean[series] + filter.mean[partnerSeries]) / 2,
                variance: variance / 4, shift: after.levelShift, shiftSquared: after.levelShiftSquared)
        }
        return Assessment(
            forecast: forecast.estimate, level: level.estimate, couple: couple.estimate, drift: declined / total)
    }

    private mutating func advance(to day: Double) {
        let days = day - (self.day ?? day)
        guard days > 0 || self.day == nil else { return }
        self.day = day
        for i in hypotheses.indices {
            if days > 0 { hypotheses[i].filter.advance(by: days) }
            hypotheses[i].watch.advance(to: day, persistence: hypotheses[i].filter.persistence(over: days))
        }
        let keep = exponential(-days / 700)
        for i in hypotheses.indices { hypotheses[i].evidence *= keep }
    }

    /// The hypotheses' weights, in their order, summing to 1.
    private func weights() -> [Double] {
        var best = -Double.infinity
        for hypothesis in hypotheses { best = max(best, hypothesis.evidence) }
        var weights = hypotheses.map { exponential($0.evidence - best) }
        var sum = 0.0
        for weight in weights { sum += weight }
        for i in weights.indices { weights[i] /= sum }
        return weights
    }
}

/// A weighted mixture of estimates, reduced to its mean and variance.
private struct Mixture {
    private var weight = 0.0
    private var first = 0.0
    private var second = 0.0

    /// Adds a filter's view with weight `weight`, and the same view with a decline added at `weight` · `odds`.
    mutating func add(
        _ weight: Double, _ odds: Double, mean: Double, variance: Double, shift: Double, shiftSquared: Double
    ) {
        self.weight += weight * (1 + odds)
        first += weight * ((1 + odds) * mean + shift)
        second += weight * ((1 + odds) * (mean * mean + variance) + 2 * mean * shift + shiftSquared)
    }

    var estimate: Estimate {
        let mean = first / weight
        return Estimate(mean: mean, sd: max(second / weight - mean * mean, 0).squareRoot())
    }
}
