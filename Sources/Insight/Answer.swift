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
    /// Of a check, on how many statements the answer rests: the fewer, the noisier. A pulse has one line for each pillar, whatever
    /// stands here.
    public var statements: Int

    /// On how many statements a check's answer rests unless something else is known.
    public static let usualStatements = 4

    /// An answer of `person` about `pillar`. Nothing is checked here; see ``fault``.
    public init(
        person: Partner, pillar: Pillar, day: Double, value: Double, source: Source = .pulse,
        statements: Int = usualStatements
    ) {
        self.person = person
        self.pillar = pillar
        self.day = day
        self.value = value
        self.source = source
        self.statements = statements
    }

    /// An answer as it is written in a file, with every field checked.
    ///
    /// - Throws: What is wrong with the first field that is.
    public init(person: String, pillar: String, day: Double, value: Double, of source: String) throws(AnswerFault) {
        guard let person = Partner(rawValue: person) else { throw .unknownPerson(person) }
        guard let pillar = Pillar(rawValue: pillar) else { throw .unknownPillar(pillar) }
        guard let source = Source(rawValue: source) else { throw .unknownSource(source) }
        self.init(person: person, pillar: pillar, day: day, value: value, source: source)
        if let fault { throw fault }
    }

    /// How many times the noise of a check of the usual length this answer has: a mean of half as many statements has twice the
    /// variance.
    var noiseFactor: Double {
        source == .pulse ? 1 : Double(Self.usualStatements) / Double(max(statements, 1))
    }

    /// Why this answer can't be used, if it can't: its value is not on the scale, or its day is no day.
    public var fault: AnswerFault? {
        if !(value >= 0 && value <= 10) { return .valueOffScale(value) }
        if !(day.magnitude <= 1e7) { return .noSuchDay(day) }
        return nil
    }
}

/// Why an answer can't be used.
public enum AnswerFault: Error, Sendable, Equatable {
    /// The person is neither `a` nor `b`.
    case unknownPerson(String)
    /// There is no such pillar.
    case unknownPillar(String)
    /// The answer is of neither a pulse nor a check.
    case unknownSource(String)
    /// The value is not within 0…10.
    case valueOffScale(Double)
    /// The day is not a number, or further away than 10⁷ days.
    case noSuchDay(Double)
    /// The day lies before the last answer's, which is given.
    case outOfOrder(after: Double)
}
