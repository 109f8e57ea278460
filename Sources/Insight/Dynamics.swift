import Closeness

/// One value for each of the eight series: partner a's four pillars, then partner b's.
typealias PerSeries = SIMD8<Double>

/// The state: eight levels in the lower half, the eight deviations of the moment in the upper half.
typealias State = SIMD16<Double>

extension Answer {
    /// Which of the eight series this answer belongs to.
    var series: Int { seriesIndex(person, pillar) }
}

/// The place of a person's pillar among the eight series.
func seriesIndex(_ person: Partner, _ pillar: Pillar) -> Int {
    let offset = person == .a ? 0 : 4
    switch pillar {
    case .emotional: return offset
    case .physical: return offset + 1
    case .intellectual: return offset + 2
    case .experiential: return offset + 3
    }
}

/// How strongly the eight series are assumed to move together.
struct Ties: Sendable {
    /// Correlation of the two partners in the same pillar.
    var betweenPartners: Double
    /// Correlation of one person's two pillars.
    var betweenPillars: Double
    /// Correlation of the two partners in two different pillars.
    var across: Double

    /// The means of a matrix over all pairs of series that stand to one another alike: of each with itself, and of the others.
    static func means(_ matrix: [PerSeries]) -> (own: Double, ties: Ties) {
        var own = 0.0
        var ties = Ties(betweenPartners: 0, betweenPillars: 0, across: 0)
        for i in 0..<8 {
            for j in 0..<8 {
                switch (i / 4 == j / 4, i % 4 == j % 4) {
                case (true, true): own += matrix[i][j] / 8
                case (true, false): ties.betweenPillars += matrix[i][j] / 24
                case (false, true): ties.betweenPartners += matrix[i][j] / 8
                case (false, false): ties.across += matrix[i][j] / 24
                }
            }
        }
        return (own, ties)
    }

    /// These ties, moved towards `others` by this part of the way.
    func moved(towards others: Ties, by part: Double) -> Ties {
        Ties(
            betweenPartners: betweenPartners + part * (others.betweenPartners - betweenPartners),
            betweenPillars: betweenPillars + part * (others.betweenPillars - betweenPillars),
            across: across + part * (others.across - across))
    }

    /// The correlations, row by row.
    var matrix: [PerSeries] {
        (0..<8).map { i in
            var row = PerSeries()
            for j in 0..<8 {
                let (samePerson, samePillar) = (i / 4 == j / 4, i % 4 == j % 4)
                row[j] = samePerson ? (samePillar ? 1 : betweenPillars) : (samePillar ? betweenPartners : across)
            }
            return row
        }
    }
}

/// How closeness is assumed to move, for one hypothesis of the bank that ``ClosenessTracker`` weighs.
struct Dynamics: Sendable {
    /// Days in which a deviation from the level fades to 1/e.
    var fadingDays: Double
    /// How far a day lies from its level before this couple's answers have shown it, in points.
    var deviationSpread: Double
    /// How the deviations hang together before this couple's answers have shown it.
    var deviationTies: Ties
    /// How many days of answers the ties of the deviations are worth as assumed; infinite if they aren't learned.
    var tiesDays: Double
    /// How many days of answers the covariance of the deviations that follows from ties and spreads is worth.
    var covarianceDays: Double
    /// Variance that a level gains each day, in points².
    var levelVariancePerDay: Double
    /// How the levels' movements hang together.
    var levelTies: Ties
    /// How likely this hypothesis is before the first answer.
    var weight: Double

    /// Moods of a day, which colour everything a person answers, around levels that soon move: a daily diary.
    static func ofDays(weight: Double) -> Dynamics {
        Dynamics(
            fadingDays: 0.6, deviationSpread: 1.5,
            deviationTies: Ties(betweenPartners: 0.25, betweenPillars: 0.55, across: 0.18), tiesDays: .infinity,
            covarianceDays: 20, levelVariancePerDay: 0.05,
            levelTies: Ties(betweenPartners: 0.55, betweenPillars: 0.5, across: 0.28), weight: weight)
    }

    /// Moods of a week, more loosely tied, around levels that move slowly, each pillar much by itself: a weekly pulse.
    static func ofWeeks(levelVariancePerDay: Double, weight: Double) -> Dynamics {
        Dynamics(
            fadingDays: 5.5, deviationSpread: 1.1,
            deviationTies: Ties(betweenPartners: 0.15, betweenPillars: 0.25, across: 0.08), tiesDays: 8,
            covarianceDays: 80, levelVariancePerDay: levelVariancePerDay,
            levelTies: Ties(betweenPartners: 0.6, betweenPillars: 0.25, across: 0.15), weight: weight)
    }
}

/// What is assumed about a couple before its first answer. Points are those of the 0–10 scale.
///
/// The figures come from a diary of forty couples and from simulated ones; see docs/insight.md.
struct Population: Sendable {
    /// The level expected of anybody, in points.
    var level = 6.0
    /// How far levels lie apart between people, in points.
    var levelSpread = 2.0
    /// How people's levels hang together.
    var levelTies = Ties(betweenPartners: 0.55, betweenPillars: 0.5, across: 0.28)
    /// How many answers the assumed spread of a person's deviations is worth.
    var spreadAnswers = 6.0
    /// Where ties are learned: how many days of answers a person's spread is worth as that of each of their pillars.
    var pillarSpreadDays = 20.0
    /// The days of answers after which older ones are slowly forgotten in the learned covariance.
    var memoryDays = 250.0
    /// The part of a deviation's variance that an answer's own noise adds to it.
    var answerNoise = 0.17
    /// The same for an answer of a long check, which averages several items.
    var checkNoise = 0.06
    /// Variance that rounding an answer adds, in points².
    var roundingVariance = 0.08
    /// The hypotheses about how closeness moves.
    var dynamics = [
        Dynamics.ofDays(weight: 0.6),
        Dynamics.ofWeeks(levelVariancePerDay: 0.0003, weight: 0.2),
        Dynamics.ofWeeks(levelVariancePerDay: 0.0015, weight: 0.2),
    ]
}
