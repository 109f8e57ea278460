/// What a person put for one statement, on Hearth's scale from 0 (not at all) to 10 (completely).
public struct ItemAnswer: Sendable, Hashable {
    /// As it is; nil when left out.
    public var felt: Double?
    /// As one would wish it; nil when left out.
    public var wished: Double?

    /// Creates an answer. Values beyond the scale are taken for its ends, what isn't a number for left out.
    public init(felt: Double?, wished: Double?) {
        self.felt = Self.onScale(felt)
        self.wished = Self.onScale(wished)
    }

    private static func onScale(_ value: Double?) -> Double? {
        guard let value, !value.isNaN else { return nil }
        return min(max(value, 0), 10)
    }
}

/// What the answers of one person to a check say about each aspect: felt, wished, and how sure that is.
public struct Reading: Sendable, Hashable {
    /// The mean of the statements about one aspect.
    public struct Level: Sendable, Hashable {
        /// The mean, from 0 to 10.
        public let value: Double
        /// Its standard error, in the same points.
        ///
        /// Few statements say little about how far their own answers scatter, so their scatter is taken together with what is
        /// assumed beforehand, a standard deviation of ``assumedDeviation`` points worth ``assumedAnswers`` answers:
        /// √(((3 · 1.5² + Σ(x − mean)²) / (3 + n − 1)) / n). A single answer has an error of 1.5 points, four that agree 0.53.
        public let error: Double
        /// How many statements were answered.
        public let answered: Int

        /// How far single answers are assumed to scatter, in points.
        public static let assumedDeviation = 1.5
        static let assumedAnswers = 3.0

        /// The level that these answers give; nil without any.
        init?(_ values: [Double]) {
            guard !values.isEmpty else { return nil }
            let count = Double(values.count)
            var sum = 0.0
            for value in values { sum += value }
            let mean = sum / count
            var squares = Self.assumedAnswers * Self.assumedDeviation * Self.assumedDeviation
            for value in values { squares += (value - mean) * (value - mean) }
            value = mean
            error = (squares / (Self.assumedAnswers + count - 1) / count).squareRoot()
            answered = values.count
        }

        /// A level known from elsewhere, such as an estimate over many weeks.
        public init(value: Double, error: Double, answered: Int) {
            self.value = value
            self.error = error
            self.answered = answered
        }
    }

    private struct Side: Sendable, Hashable {
        let aspect: Aspect
        let felt: Level?
        let wished: Level?
    }

    /// In the order of ``Aspect/asked``; only aspects with an answer.
    private let sides: [Side]

    /// A reading from levels; aspects for which both are nil are unanswered.
    public init(felt: (Aspect) -> Level?, wished: (Aspect) -> Level?) {
        sides = Aspect.asked.compactMap { aspect in
            let side = Side(aspect: aspect, felt: felt(aspect), wished: wished(aspect))
            return side.felt == nil && side.wished == nil ? nil : side
        }
    }

    /// What a season's check says: for each aspect the mean of its items, those of former checks included. Items without an answer,
    /// be it that the person left them out or that the season didn't ask them, are missing: the mean is of the others, and less sure.
    ///
    /// - Parameter answers: by item id; ids that the check doesn't have, such as a newer version's, are ignored.
    public init(check: Check, answers: [String: ItemAnswer]) {
        func level(_ aspect: Aspect, _ part: (ItemAnswer) -> Double?) -> Level? {
            Level(check.all.compactMap { $0.aspect == aspect ? answers[$0.id].flatMap(part) : nil })
        }
        self.init(felt: { level($0) { $0.felt } }, wished: { level($0) { $0.wished } })
    }

    /// How it is.
    public func felt(_ aspect: Aspect) -> Level? {
        sides.first { $0.aspect == aspect }?.felt
    }

    /// How it is wished.
    public func wished(_ aspect: Aspect) -> Level? {
        sides.first { $0.aspect == aspect }?.wished
    }

    /// Wished less felt, from −10 to 10: above 0 when more is wished for than there is. Nil unless both were answered.
    public func gap(_ aspect: Aspect) -> Double? {
        guard let felt = felt(aspect), let wished = wished(aspect) else { return nil }
        return wished.value - felt.value
    }

    /// Whether nothing was answered.
    public var isEmpty: Bool { sides.isEmpty }
}
