public import Closeness

/// One point of a line to draw: how close somebody felt on a day, and the band that holds the truth nine times out of ten.
public struct TrendPoint: Sendable, Hashable {
    /// The day, counted as in the answers.
    public var day: Double
    /// The expected level, from 0 to 10.
    public var mean: Double
    /// The band's lower edge, from 0 to 10.
    public var lower: Double
    /// The band's upper edge, from 0 to 10.
    public var upper: Double

    init(day: Double, mean: Double, variance: Double) {
        let band = Estimate(mean: mean, sd: variance.squareRoot()).band
        self.day = day
        self.mean = min(10, max(0, mean))
        lower = min(10, max(0, band.lowerBound))
        upper = min(10, max(0, band.upperBound))
    }
}

/// How the levels of two people have moved, seen from today: every point uses all answers, earlier and later ones.
///
/// The cost grows with the number of answers and of points; ten years of weekly answers take some ten milliseconds.
public struct Trends: Sendable {
    /// By how much levels are taken to move at least, in points² a day: if they were taken to be steady, they would be
    /// drawn as straight lines, whatever happened.
    private static let levelVariancePerDay = 0.005

    private var lines: [[TrendPoint]] = Array(repeating: [], count: 8)
    private var coupleLines: [[TrendPoint]] = Array(repeating: [], count: 4)

    /// The trends over `days`, with a point every `step` days from its first day on and one on its last.
    ///
    /// A line begins where somebody's first answer about its pillar lies; the couple's, where both have answered. After
    /// the last answer it goes on, with a widening band. Answers may be in any order; those with a fault are left out.
    /// At most 2,000 points are drawn: a smaller `step` than that allows is widened.
    public init(_ answers: [Answer], over days: ClosedRange<Double>, every step: Double) {
        let answers = answers.filter { $0.fault == nil }.sorted { $0.day < $1.day }
        guard let opening = answers.first, days.upperBound >= opening.day else { return }
        var tracker = ClosenessTracker()
        var begins = PerSeries(repeating: .infinity)
        for answer in answers {
            tracker.follow(answer)
            begins[answer.series] = min(begins[answer.series], answer.day)
        }
        let filter = tracker.bestFilter.restarted(levelVariancePerDay: Self.levelVariancePerDay)
        let drawn = Self.days(max(days.lowerBound, opening.day)...days.upperBound, every: step)
        for look in Smoother(filter, answers, days: drawn).looks() {
            for i in 0..<8 where look.day >= begins[i] {
                lines[i].append(TrendPoint(day: look.day, mean: look.mean[i], variance: look.variance[i]))
            }
            for i in 0..<4 where look.day >= max(begins[i], begins[i + 4]) {
                coupleLines[i].append(
                    TrendPoint(
                        day: look.day, mean: (look.mean[i] + look.mean[i + 4]) / 2, variance: look.coupleVariance[i]))
            }
        }
    }

    /// One person's line in a pillar; empty if they have not answered about it.
    public func line(_ pillar: Pillar, of person: Partner) -> [TrendPoint] {
        lines[seriesIndex(person, pillar)]
    }

    /// The couple's line in a pillar, the mean of both; empty unless both have answered about it.
    public func coupleLine(_ pillar: Pillar) -> [TrendPoint] {
        coupleLines[seriesIndex(.a, pillar)]
    }

    private static func days(_ range: ClosedRange<Double>, every step: Double) -> [Double] {
        let length = range.upperBound - range.lowerBound
        let step = max(step > 0 ? step : 1, length / 1999)
        var days: [Double] = []
        while Double(days.count) * step < length { days.append(range.lowerBound + Double(days.count) * step) }
        days.append(range.upperBound)
        return days
    }
}
