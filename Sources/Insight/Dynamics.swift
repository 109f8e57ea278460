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

/// How closeness is assumed to move, for one hypothesis of the bank that ``ClosenessTracker`` weighs.
struct Dynamics: Sendable {
    /// Days in which a deviation from the level fades to 1/e.
    var fadingDays: Double
    /// Variance that a level gains each day, in points².
    var levelVariancePerDay: Double
    /// How far a day lies from its level before this couple's answers have shown it, in points.
    var deviationSpread: Double
    /// How the deviations hang together before this couple's answers have shown it.
    var correlations: DeviationCorrelations
    /// How likely this hypothesis is before the first answer.
    var weight: Double

    /// Whether levels move under this hypothesis by as much as one would see in a drawing.
    var levelWanders: Bool { levelVariancePerDay > 0.001 }
}

/// The correlations assumed among the deviations of a day.
struct DeviationCorrelations: Sendable {
    /// Of the two partners in the same pillar.
    var betweenPartners: Double
    /// Of one person in two pillars.
    var betweenPillars: Double
    /// Of the two partners in two different pillars.
    var across: Double

    /// Moods of a day, which colour everything a person answers, as the diary shows.
    static let ofDays = DeviationCorrelations(betweenPartners: 0.25, betweenPillars: 0.55, across: 0.18)
    /// The looser ties of what lasts for weeks.
    static let ofWeeks = DeviationCorrelations(betweenPartners: 0.15, betweenPillars: 0.25, across: 0.08)
}

/// What is assumed about a couple before its first answer. Points are those of the 0–10 scale.
///
/// The figures come from a diary of forty couples and from the published spread of such answers; see docs/insight.md.
struct Population: Sendable {
    /// The level expected of anybody, in points.
    var level = 6.0
    /// How far levels lie apart between people, in points.
    var levelSpread = 2.0
    /// Correlation of two partners' levels in the same pillar.
    var levelBetweenPartners = 0.55
    /// Correlation of one person's levels in two pillars.
    var levelBetweenPillars = 0.5
    /// How many days of answers the assumed covariance of the deviations is worth.
    var covarianceDays = 30.0
    /// How many answers the assumed spread of a person's deviations is worth.
    var spreadAnswers = 10.0
    /// The days of answers after which older ones are slowly forgotten in the learned covariance.
    var memoryDays = 250.0
    /// The part of a deviation's variance that an answer's own noise adds to it.
    var answerNoise = 0.17
    /// The same for an answer of a long check, which averages several items.
    var checkNoise = 0.06
    /// Variance that rounding an answer adds, in points².
    var roundingVariance = 0.08
    /// The hypotheses about how closeness moves: moods of a day around a level that wanders (a diary), moods of a
    /// week around a steady level, and moods of a week around a level that slowly wanders.
    var dynamics = [
        Dynamics(fadingDays: 0.6, levelVariancePerDay: 0.05, deviationSpread: 1.5, correlations: .ofDays, weight: 0.6),
        Dynamics(
            fadingDays: 5.5, levelVariancePerDay: 0.0001, deviationSpread: 1.2, correlations: .ofWeeks, weight: 0.35),
        Dynamics(
            fadingDays: 5.5, levelVariancePerDay: 0.004, deviationSpread: 1.2, correlations: .ofWeeks, weight: 0.05),
    ]

    /// The correlations of the eight levels, row by row.
    var levelCorrelations: [PerSeries] {
        correlations(levelBetweenPartners, levelBetweenPillars, levelBetweenPartners * levelBetweenPillars)
    }

    /// The correlations of the eight deviations under one hypothesis, row by row.
    func deviationCorrelations(_ dynamics: Dynamics) -> [PerSeries] {
        let assumed = dynamics.correlations
        return correlations(assumed.betweenPartners, assumed.betweenPillars, assumed.across)
    }

    private func correlations(_ partners: Double, _ pillars: Double, _ across: Double) -> [PerSeries] {
        (0..<8).map { i in
            var row = PerSeries()
            for j in 0..<8 {
                let (samePerson, samePillar) = (i / 4 == j / 4, i % 4 == j % 4)
                row[j] = samePerson ? (samePillar ? 1 : pillars) : (samePillar ? partners : across)
            }
            return row
        }
    }
}
