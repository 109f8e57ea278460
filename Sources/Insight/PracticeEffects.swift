public import Closeness

/// That a couple did a practice on a day.
public struct PracticeUse: Sendable, Hashable {
    /// The practice's id.
    public var practice: String
    /// When, counted as in the answers.
    public var day: Double

    /// A use of `practice` on `day`.
    public init(practice: String, day: Double) {
        self.practice = practice
        self.day = day
    }
}

/// How the answers in the week after a practice compare with those of other weeks, for one couple.
///
/// This is what went together, not what caused what: people may choose a practice in a week that was going well anyway.
public struct PracticeEffect: Sendable, Hashable {
    /// What may be said of it.
    public enum Finding: Sendable, Hashable {
        /// Too few weeks with or without it, or too wide a band: "we can't tell yet".
        case cannotTell
        /// Answers were higher after it, and nine times out of ten that is more than chance.
        case higherAfterwards
        /// Answers were lower after it, and nine times out of ten that is more than chance.
        case lowerAfterwards
        /// The band is narrow and lies around nothing: "no difference that we can see".
        case littleDifference
    }

    /// The practice's id.
    public var practice: String
    /// How much higher the answers about its pillars were in the week after it, in points of the 0–10 scale, shrunk
    /// towards nothing as long as little is known.
    public var effect: Estimate
    /// On how many days with answers the practice had been done in the week before.
    public var daysWith: Int
    /// On how many days with answers it had not.
    public var daysWithout: Int

    /// How many days with and without a practice there must be before anything is said.
    public static let enoughDays = 4
    /// How narrow the band must be, on either side, before "little difference" is said, in points.
    public static let narrow = 0.35

    /// What may be said of it.
    public var finding: Finding {
        guard daysWith >= Self.enoughDays, daysWithout >= Self.enoughDays else { return .cannotTell }
        let band = effect.band
        if band.lowerBound > 0 { return .higherAfterwards }
        if band.upperBound < 0 { return .lowerAfterwards }
        return max(-band.lowerBound, band.upperBound) <= Self.narrow ? .littleDifference : .cannotTell
    }
}

/// Estimates, for all practices together, how the answers in the week after them differ from those of other weeks.
///
/// Each practice is an input to the couple's own filter: it adds an unknown number of points, the same for both partners
/// and all its pillars, to answers given up to seven days after it. What it would leave in the filter's errors follows
/// from the filter's gains (as in ``ChangeWatch``), so the estimates are those of a linear regression with correlated
/// errors and a prior that expects nothing; practices done in the same weeks share what can't be told apart.
public struct PracticeEffects: Sendable {
    /// The prior standard deviation of an effect, in points.
    static let expectedSize = 0.5
    /// For how many days a practice can show.
    static let reach = 7.0

    /// One effect for each practice that was used, by practice id.
    public private(set) var effects: [PracticeEffect] = []

    /// The effects of `uses` on `answers`, both in any order; `pillars` says what a practice feeds.
    ///
    /// The cost grows with answers × practices² and with practices³; meant for some dozens of practices.
    public init(_ answers: [Answer], uses: [PracticeUse], pillars: (String) -> [Pillar]) {
        let answers = answers.filter { $0.fault == nil }.sorted { $0.day < $1.day }
        let practices = Set(uses.map { $0.practice }).sorted()
        guard !practices.isEmpty else { return }
        var tracker = ClosenessTracker()
        for answer in answers { tracker.follow(answer) }
        var inputs = practices.map { practice in
            Input(
                days: uses.filter { $0.practice == practice }.map { $0.day }.sorted(),
                feeds: pillars(practice).reduce(into: PerSeries.zero) { feeds, pillar in
                    feeds[seriesIndex(.a, pillar)] = 1
                    feeds[seriesIndex(.b, pillar)] = 1
                })
        }
        effects = Self.regress(tracker.bestFilter.restarted(), answers, &inputs).enumerated().map { i, effect in
            PracticeEffect(
                practice: practices[i], effect: effect, daysWith: inputs[i].daysWith, daysWithout: inputs[i].daysWithout
            )
        }
    }

    private struct Input {
        /// When the practice was done, ascending.
        var days: [Double]
        /// 1 for each series that it feeds, 0 for the others.
        var feeds: PerSeries
        /// By how much one point of effect changes the filter's state.
        var signature = State.zero
        /// How many of `days` lie before the current day.
        var past = 0
        /// Whether it was done in the days before the current one.
        var isFresh = false
        var daysWith = 0
        var daysWithout = 0
        /// The last day counted in either.
        var counted = -Double.infinity

        init(days: [Double], feeds: PerSeries) {
            self.days = days
            self.feeds = feeds
        }

        /// Moves on to `day`. A use on the very day of an answer may have come after it, so it does not count yet.
        mutating func advance(to day: Double, persistence: Double) {
            signature.highHalf *= persistence
            while past < days.count, days[past] < day { past += 1 }
            isFresh = past > 0 && day - days[past - 1] <= PracticeEffects.reach
        }

        /// Counts `day`, once, if an answer of `series` tells something of this practice.
        mutating func count(_ day: Double, _ series: Int) {
            guard feeds[series] > 0, day > counted else { return }
            counted = day
            if isFresh { daysWith += 1 } else { daysWithout += 1 }
        }
    }

    /// The posterior of each input's effect.
    private static func regress(_ filter: Filter, _ answers: [Answer], _ inputs: inout [Input]) -> [Estimate] {
        var filter = filter
        let n = inputs.count
        var information = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
        var score = [Double](repeating: 0, count: n)
        for i in 0..<n { information[i][i] = 1 / (expectedSize * expectedSize) }
        var g = score
        var last: Double?
        for answer in answers {
            if answer.day != last {
                let gap = answer.day - (last ?? answer.day)
                last = answer.day
                if gap > 0 { filter.advance(by: gap) }
                for i in 0..<n { inputs[i].advance(to: answer.day, persistence: filter.persistence(over: gap)) }
            }
            let series = answer.series
            let expectation = filter.expectation(series, answer)
            let error = answer.value - expectation.mean
            filter.update(series, expectation, error: error)
            for i in 0..<n {
                inputs[i].count(answer.day, series)
                let added = inputs[i].isFresh ? inputs[i].feeds[series] : 0
                g[i] = added - inputs[i].signature[series] - inputs[i].signature[8 + series]
                inputs[i].signature += expectation.gain * g[i]
                score[i] += g[i] * error / expectation.variance
            }
            for i in 0..<n where g[i] != 0 {
                for j in 0...i { information[i][j] += g[i] * g[j] / expectation.variance }
            }
        }
        return solve(information, score)
    }

    /// The means and standard deviations of a Gaussian with this information matrix (its lower half) and this score, by
    /// Cholesky's decomposition.
    private static func solve(_ information: [[Double]], _ score: [Double]) -> [Estimate] {
        let n = score.count
        let lower = cholesky(information)
        // Column c of L⁻¹; the posterior covariance is L⁻ᵀ L⁻¹.
        var inverse = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
        for c in 0..<n {
            for i in c..<n {
                var sum = i == c ? 1.0 : 0.0
                for k in c..<i { sum -= lower[i][k] * inverse[k][c] }
                inverse[i][c] = sum / lower[i][i]
            }
        }
        var whitened = [Double](repeating: 0, count: n)
        for i in 0..<n {
            for c in 0...i { whitened[i] += inverse[i][c] * score[c] }
        }
        return (0..<n).map { i in
            var (mean, variance) = (0.0, 0.0)
            for k in i..<n {
                mean += inverse[k][i] * whitened[k]
                variance += inverse[k][i] * inverse[k][i]
            }
            return Estimate(mean: mean, sd: variance.squareRoot())
        }
    }
}
