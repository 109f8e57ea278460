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
    /// How likely this hypothesis is before the first answer.
    var weight: Double
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
    /// How far a day lies from its level, in points.
    var deviationSpread = 1.5
    /// Correlation of two partners' deviations in the same pillar.
    var deviationBetweenPartners = 0.25
    /// Correlation of one person's deviations in two pillars.
    var deviationBetweenPillars = 0.55
    /// Correlation of the deviations of two partners in two different pillars.
    var deviationAcross = 0.18
    /// How many days of answers the assumed covariance of the deviations is worth.
    var covarianceDays = 20.0
    /// How many answers the assumed spread of a person's deviations is worth.
    var spreadAnswers = 10.0
    /// The days of answers after which older ones are slowly forgotten in the learned covariance.
    var memoryDays = 250.0
    /// The part of a deviation's variance that an answer's own noise adds to it.
    var answerNoise = 0.2
    /// The same for an answer of a long check, which averages several items.
    var checkNoise = 0.08
    /// Variance that rounding an answer adds, in points².
    var roundingVariance = 0.08
    /// The hypotheses about how closeness moves.
    var dynamics = [
        Dynamics(fadingDays: 0.65, levelVariancePerDay: 0.03, weight: 0.25),
        Dynamics(fadingDays: 0.65, levelVariancePerDay: 0.001, weight: 0.25),
        Dynamics(fadingDays: 5.5, levelVariancePerDay: 0.001, weight: 0.25),
        Dynamics(fadingDays: 8, levelVariancePerDay: 0.008, weight: 0.25),
    ]

    /// The correlations of the eight levels, row by row.
    var levelCorrelations: [PerSeries] {
        correlations(levelBetweenPartners, levelBetweenPillars, levelBetweenPartners * levelBetweenPillars)
    }

    /// The correlations of the eight deviations, row by row.
    var deviationCorrelations: [PerSeries] {
        correlations(deviationBetweenPartners, deviationBetweenPillars, deviationAcross)
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
