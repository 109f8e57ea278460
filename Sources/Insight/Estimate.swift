/// A quantity that is known up to an error: what is expected, and how far off that may be.
public struct Estimate: Sendable, Hashable {
    /// The expected value, in points of the 0–10 scale.
    public var mean: Double
    /// The standard deviation, in the same points.
    public var sd: Double

    /// An estimate with this mean and standard deviation.
    public init(mean: Double, sd: Double) {
        self.mean = mean
        self.sd = sd
    }

    /// The band that should hold the truth nine times out of ten: mean ± 1.645 standard deviations.
    public var band: ClosedRange<Double> {
        let reach = 1.6448536269514722 * sd
        return (mean - reach)...(mean + reach)
    }
}

/// A weighted mixture of views on one quantity, reduced to its mean and variance.
struct Mixture {
    private var weight = 0.0
    private var first = 0.0
    private var second = 0.0

    /// Adds a filter's view with weight `weight`, and the same view with a change added at `weight` · odds.
    mutating func add(_ weight: Double, mean: Double, variance: Double, _ change: ChangeWatch.Shift, odds: Double) {
        self.weight += weight * (1 + odds)
        first += weight * ((1 + odds) * mean + change.sum)
        second += weight * ((1 + odds) * (mean * mean + variance) + 2 * mean * change.sum + change.sumOfSquares)
    }

    var estimate: Estimate {
        let mean = first / weight
        return Estimate(mean: mean, sd: max(second / weight - mean * mean, 0).squareRoot())
    }
}
