public import Closeness

/// One of the two people of a couple. Which of them is `a` is settled once and has no meaning.
public enum Partner: String, CaseIterable, Sendable, Hashable {
    /// The one whose answers come first on a day.
    case a
    /// The other one.
    case b
}

/// How close one person feels in one pillar on one day, as they answered it.
public struct Answer: Sendable, Hashable {
    /// What kind of asking an answer comes from; the longer, the less noisy.
    public enum Source: String, CaseIterable, Sendable, Hashable {
        /// The weekly pulse: one line for each pillar.
        case pulse
        /// The season's check: several items for each pillar, averaged.
        case check
    }

    /// Who answered.
    public var person: Partner
    /// What the answer is about.
    public var pillar: Pillar
    /// When, in days since any fixed day of the couple's choosing; fractions are allowed.
    public var day: Double
    /// Felt closeness, from 0 to 10.
    public var value: Double
    /// Where the answer comes from.
    public var source: Source

    /// An answer of `person` about `pillar`.
    public init(person: Partner, pillar: Pillar, day: Double, value: Double, source: Source = .pulse) {
        self.person = person
        self.pillar = pillar
        self.day = day
        self.value = value
        self.source = source
    }
}

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
