public import Closeness

/// What one answer was expected to be, and what is known after it.
public struct Assessment: Sendable, Hashable {
    /// The answer expected before it was seen; its band holds nine answers out of ten.
    public var forecast: Estimate
    /// The person's level in the pillar after the answer: how close they feel, apart from the day's ups and downs.
    public var level: Estimate
    /// The couple's level in the pillar: the mean of both partners' levels.
    public var couple: Estimate
    /// How sure it is, from 0 to 1, that the pillar has really declined for this couple within the last four months.
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
        var watch: ChangeWatch
        /// The logarithm of the prior weight times the (slowly forgotten) likelihood of the answers.
        var evidence: Double
    }

    /// Days after which the likelihood of old answers counts 1/e in weighing the hypotheses.
    private static let evidenceDays = 700.0

    private var hypotheses: [Hypothesis]
    /// The day of the latest answer, if there is one.
    public private(set) var day: Double?

    /// A tracker that has seen nothing yet.
    public init() {
        self.init(Population(), ChangeWatch.Prior())
    }

    /// A tracker that assumes what it is told; up to eight hypotheses can be weighed.
    init(_ population: Population, _ change: ChangeWatch.Prior) {
        hypotheses = population.dynamics.map {
            Hypothesis(filter: Filter($0, population), watch: ChangeWatch(change), evidence: logarithm($0.weight))
        }
    }

    /// Takes in one answer and says what was expected of it and what is known now.
    ///
    /// Answers are to come in time order; one that is older than the last is taken as if given on that day.
    /// An answer with a ``Answer/fault`` teaches nothing.
    @discardableResult
    public mutating func observe(_ answer: Answer) -> Assessment {
        if answer.fault == nil { advance(to: answer.day) }
        let series = answer.series
        var forecast = Mixture()
        let weights = weights()
        for i in hypotheses.indices {
            let expectation = hypotheses[i].filter.expectation(series, answer)
            let change = hypotheses[i].watch.verdict(series)
            forecast.add(
                weights[i], mean: expectation.mean, variance: expectation.variance, change.answer, odds: change.odds)
            guard answer.fault == nil else { continue }
            let error = answer.value - expectation.mean
            hypotheses[i].filter.update(series, expectation, error: error)
            hypotheses[i].watch.update(series, expectation, error: error)
            hypotheses[i].evidence -= 0.5 * (logarithm(expectation.variance) + error * error / expectation.variance)
        }
        let view = view(of: series)
        return Assessment(
            forecast: forecast.estimate, level: view.level, couple: view.couple, drift: view.fall.confidence)
    }

    /// Like ``observe(_:)``, for answers from a file or a stream that are not known to be in order.
    ///
    /// - Throws: What is wrong with the answer; nothing is learned from it then.
    @discardableResult
    public mutating func observe(inOrder answer: Answer) throws(AnswerFault) -> Assessment {
        if let fault = answer.fault { throw fault }
        if let day, answer.day < day { throw .outOfOrder(after: day) }
        return observe(answer)
    }

    /// The level of one person in a pillar as of the latest answer.
    public func level(_ pillar: Pillar, of person: Partner) -> Estimate {
        view(of: seriesIndex(person, pillar)).level
    }

    /// The couple's level in a pillar as of the latest answer: the mean of both partners' levels.
    public func couple(_ pillar: Pillar) -> Estimate {
        view(of: seriesIndex(.a, pillar)).couple
    }

    /// Whether a pillar has declined, as of the latest answer.
    public func drift(_ pillar: Pillar) -> Drift {
        let fall = view(of: seriesIndex(.a, pillar)).fall
        return Drift(pillar: pillar, confidence: fall.confidence, fallen: fall.depth, since: fall.onset)
    }

    /// The filter whose idea of how closeness moves fits this couple best.
    var bestFilter: Filter {
        var best = hypotheses[0]
        for hypothesis in hypotheses where hypothesis.evidence > best.evidence { best = hypothesis }
        return best.filter
    }

    private mutating func advance(to day: Double) {
        let days = max(0, day - (self.day ?? day))
        guard days > 0 || self.day == nil else { return }
        self.day = day
        let keep = exponential(-days / Self.evidenceDays)
        for i in hypotheses.indices {
            if days > 0 { hypotheses[i].filter.advance(by: days) }
            hypotheses[i].watch.advance(to: day, persistence: hypotheses[i].filter.persistence(over: days))
            hypotheses[i].evidence *= keep
        }
    }

    /// What is known of one series, and of a fall of its pillar.
    private struct View {
        var level: Estimate
        var couple: Estimate
        var fall: (confidence: Double, depth: Double, onset: Double)
    }

    /// What all hypotheses together make of one series.
    private func view(of series: Int) -> View {
        let partner = series ^ 4
        var level = Mixture()
        var couple = Mixture()
        var (all, fall, depth, onset) = (0.0, 0.0, 0.0, 0.0)
        let weights = weights()
        for i in hypotheses.indices {
            let (mean, covariance) = (hypotheses[i].filter.mean, hypotheses[i].filter.covariance)
            let change = hypotheses[i].watch.verdict(series)
            level.add(
                weights[i], mean: mean[series], variance: covariance[series][series], change.level, odds: change.odds)
            let variance =
                (covariance[series][series] + covariance[partner][partner]) / 4 + covariance[series][partner] / 2
            couple.add(
                weights[i], mean: (mean[series] + mean[partner]) / 2, variance: variance, change.couple,
                odds: change.odds)
            all += weights[i] * (1 + change.odds)
            fall += weights[i] * change.fall
            depth += weights[i] * change.fallen
            onset += weights[i] * change.onset
        }
        return View(
            level: level.estimate, couple: couple.estimate,
            fall: fall > 0 ? (fall / all, max(0, depth / fall), onset / fall) : (0, 0, day ?? 0))
    }

    /// The hypotheses' weights, in their order, summing to 1.
    private func weights() -> SIMD8<Double> {
        var evidence = SIMD8<Double>(repeating: -.infinity)
        for i in hypotheses.indices { evidence[i] = hypotheses[i].evidence }
        let weights = exponential(evidence - evidence.max())
        return weights / weights.sum()
    }
}
