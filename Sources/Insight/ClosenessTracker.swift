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
        /// What the watch makes of the answers so far, if it has been asked since the last.
        var stories: [ChangeWatch.Story]?
    }

    /// Days after which the likelihood of old answers counts 1/e in weighing the hypotheses.
    private static let evidenceDays = 700.0
    /// A hypothesis this much less likely than the likeliest changes nothing that could be told.
    private static let leastWeight = 1e-12

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
        for (i, weight) in weights() {
            let expectation = hypotheses[i].filter.expectation(series, answer)
            let (change, odds) = hypotheses[i].watch.forecast(series, stories(i))
            forecast.add(weight, mean: expectation.mean, variance: expectation.variance, change, odds: odds)
        }
        follow(answer)
        settle()
        let view = view(of: series)
        return Assessment(
            forecast: forecast.estimate, level: view.level, couple: view.couple, drift: view.fall.confidence)
    }

    /// Takes in one answer as ``observe(_:)`` does and says nothing of it, which takes a fraction of the time: for going
    /// through answers of years.
    public mutating func follow(_ answer: Answer) {
        guard answer.fault == nil else { return }
        advance(to: answer.day)
        let series = answer.series
        for i in hypotheses.indices {
            let expectation = hypotheses[i].filter.expectation(series, answer)
            let error = answer.value - expectation.mean
            hypotheses[i].filter.update(series, expectation, error: error)
            hypotheses[i].watch.update(series, expectation, error: error)
            hypotheses[i].stories = nil
            hypotheses[i].evidence -= 0.5 * (logarithm(expectation.variance) + error * error / expectation.variance)
        }
    }

    /// Works out once what the answers so far come to, so that levels and drifts are told the sooner until the next answer.
    public mutating func settle() {
        for (i, _) in weights() { hypotheses[i].stories = stories(i) }
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
            let persistence = hypotheses[i].filter.persistence(over: days)
            if hypotheses[i].watch.advance(to: day, persistence: persistence) { hypotheses[i].stories = nil }
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
        for (i, weight) in weights() {
            let (mean, covariance) = (hypotheses[i].filter.mean, hypotheses[i].filter.covariance)
            let change = hypotheses[i].watch.verdict(series, stories(i))
            level.add(
                weight, mean: mean[series], variance: covariance[series][series], change.level, odds: change.odds)
            let variance =
                (covariance[series][series] + covariance[partner][partner]) / 4 + covariance[series][partner] / 2
            couple.add(
                weight, mean: (mean[series] + mean[partner]) / 2, variance: variance, change.couple,
                odds: change.odds)
            all += weight * (1 + change.odds)
            fall += weight * change.fall
            depth += weight * change.fallen
            onset += weight * change.onset
        }
        return View(
            level: level.estimate, couple: couple.estimate,
            fall: fall > 0 ? (fall / all, max(0, depth / fall), onset / fall) : (0, 0, day ?? 0))
    }

    /// What the watch of a hypothesis makes of the answers so far.
    private func stories(_ hypothesis: Int) -> [ChangeWatch.Story] {
        hypotheses[hypothesis].stories ?? hypotheses[hypothesis].watch.stories()
    }

    /// The hypotheses that still count, each with its weight; all weights together are 1.
    private func weights() -> [(hypothesis: Int, weight: Double)] {
        var evidence = SIMD8<Double>(repeating: -.infinity)
        for i in hypotheses.indices { evidence[i] = hypotheses[i].evidence }
        let weights = exponential(evidence - evidence.max())
        let sum = weights.sum()
        return hypotheses.indices.filter { weights[$0] > Self.leastWeight }.map { ($0, weights[$0] / sum) }
    }
}
