/// An answer to a proposal.
public enum ProposalAnswer: String, CaseIterable, Sendable {
    /// Gladly.
    case yes
    /// Perhaps later.
    case notNow
    /// Please don't propose it again.
    case never
}

/// Someone's answer to one practice that was proposed.
public struct ProposalAnswered: EventFields {
    /// The round of proposals it came in.
    public var round: String
    /// The practice's name in the library.
    public var practice: String
    /// The answer.
    public var answer: ProposalAnswer

    /// An answer.
    public init(round: String, practice: String, answer: ProposalAnswer) {
        self.round = round
        self.practice = practice
        self.answer = answer
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        round = try fields.name("round")
        practice = try fields.name("practice", as: .subject)
        answer = try fields.choice("answer", as: .value)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("round", round)
        try fields.name("practice", practice, as: .subject)
        fields.choice("answer", answer, as: .value)
    }
}

/// A practice that entered the plan.
public struct PlanEntered: EventFields {
    /// The practice's name in the library.
    public var practice: String
    /// The round of proposals in which both said yes.
    public var round: String

    /// A practice for the plan.
    public init(practice: String, round: String) {
        self.practice = practice
        self.round = round
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        practice = try fields.name("practice", as: .subject)
        round = try fields.name("round")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("practice", practice, as: .subject)
        try fields.name("round", round)
    }
}

/// A practice that rests: it left the plan and may come back.
public struct PlanRested: EventFields {
    /// The practice's name in the library.
    public var practice: String

    /// A practice to rest.
    public init(practice: String) {
        self.practice = practice
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        practice = try fields.name("practice", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("practice", practice, as: .subject)
    }
}
