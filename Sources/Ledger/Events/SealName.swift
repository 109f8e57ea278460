/// The name under which two answers are sealed. It never leaves the device: the shim turns it into an id with the space's key.
public struct SealName: Hashable, Sendable {
    /// The kind of the answers.
    public let kind: EventKind
    /// What they are about.
    let about: EventSubject
    /// The occasion in words: a season, a week, a question's name in the library.
    private let occasion: String

    private init(_ kind: EventKind, _ about: EventSubject, _ occasion: String) {
        self.kind = kind
        self.about = about
        self.occasion = occasion
    }

    /// The seal of a season's answers.
    public init(_ kind: EventKind, _ season: Season) {
        self.init(kind, EventSubject(ordinal: Int32(truncatingIfNeeded: season.number)), season.text)
    }

    /// The seal of a week's answers.
    public init(_ kind: EventKind, _ week: Week) {
        self.init(kind, EventSubject(ordinal: Int32(truncatingIfNeeded: week.number)), week.text)
    }

    /// The seal of the answers to a question.
    public init(_ kind: EventKind, question: String) {
        self.init(kind, EventSubject(name: question), question)
    }

    /// The seal of the answers at a look at a journey's statements.
    public init(_ kind: EventKind, look: JourneyLook) {
        self.init(kind, EventSubject(name: look.name), look.name)
    }

    /// The seal of a season's checks.
    public static func check(_ season: Season) -> SealName { SealName(.checkAnswered, season) }
    /// The seal of a week's pulses.
    public static func pulse(_ week: Week) -> SealName { SealName(.pulseAnswered, week) }
    /// The seal of the answers to a question, by its name in the library.
    public static func question(_ id: String) -> SealName { SealName(.questionAnswered, question: id) }

    /// The seal of the answers at a look at a journey's statements.
    public static func look(_ look: JourneyLook) -> SealName { SealName(.journeyAnswered, look: look) }

    /// The name as the shim is told it: the first word of the kind's name, and the occasion.
    public var text: String { kind.rawValue.prefix { $0 != "." } + "/" + occasion }
}

extension Event {
    /// Under which seal it is kept until both have written theirs; nil for a kind whose rule asks for none, and for an event that
    /// can't be written at all.
    public var sealName: SealName? {
        guard case .oursSealed(each: let occasion) = kind.rule.audience, let subject = try? written().subject else {
            return nil
        }
        switch occasion {
        case .season: return Season(number: Int(subject.ordinal)).map { SealName(kind, $0) }
        case .week: return Week(number: Int(subject.ordinal)).map { SealName(kind, $0) }
        case .question: return SealName(kind, question: subject.name)
        case .journey: return JourneyLook(name: subject.name).map { SealName(kind, look: $0) }
        }
    }
}
