import Bytes

/// An idea for a date that someone puts into the hat of the two.
public struct DateWanted: EventFields {
    /// The idea's name: of the library, or one of its own for an idea in somebody's own words.
    public var idea: String
    /// The idea in own words, at most ``TextLimit/line`` long; nil for one of the library.
    public var text: String?

    /// An idea in the hat.
    public init(idea: String, text: String? = nil) {
        self.idea = idea
        self.text = text
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        idea = try fields.name("idea", as: .subject)
        text = fields.has("text") ? try fields.words("text") : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("idea", idea, as: .subject)
        if let text { try fields.words("text", text) }
    }
}

/// An idea that someone takes out of the hat again.
public struct DateDropped: EventFields {
    /// The idea's name.
    public var idea: String

    /// An idea.
    public init(idea: String) { self.idea = idea }

    init(reading fields: inout FieldReader) throws(FieldDefect) { idea = try fields.name("idea", as: .subject) }

    func write(to fields: inout FieldWriter) throws(FieldDefect) { try fields.name("idea", idea, as: .subject) }
}

/// Whether someone never wants an idea to be drawn; written in the private space only.
public struct DateJudged: EventFields {
    /// The idea's name.
    public var idea: String
    /// Whether it is never to be drawn.
    public var isNever: Bool

    /// A word about an idea.
    public init(idea: String, isNever: Bool) {
        self.idea = idea
        self.isNever = isNever
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        idea = try fields.name("idea", as: .subject)
        isNever = try fields.flag("never")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("idea", idea, as: .subject)
        fields.flag("never", isNever)
    }
}

/// Ideas that someone drew for the other to choose from, face down for whoever drew them.
public struct DateDrawn: EventFields {
    /// How many can be drawn at once.
    public static let most = 7

    /// The date's own id.
    public var date: Identifier
    /// The ideas' names, in the order in which they were drawn.
    public var ideas: [String]

    /// A draw.
    public init(date: Identifier, ideas: [String]) {
        self.date = date
        self.ideas = ideas
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        date = try fields.id("date", as: .subject)
        ideas = try fields.names("ideas")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("date", date, as: .subject)
        try fields.names("ideas", ideas)
    }
}

/// The idea that the other turned over.
public struct DateChosen: EventFields {
    /// The date.
    public var date: Identifier
    /// The idea's name.
    public var idea: String

    /// A choice.
    public init(date: Identifier, idea: String) {
        self.date = date
        self.idea = idea
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        date = try fields.id("date", as: .subject)
        idea = try fields.name("idea")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("date", date, as: .subject)
        try fields.name("idea", idea)
    }
}

/// A day and an hour that someone suggests for a date.
public struct DatePlanned: EventFields {
    /// The date.
    public var date: Identifier
    /// The idea's name.
    public var idea: String
    /// When, in milliseconds since 1970.
    public var at: Int64
    /// The idea in own words, at most ``TextLimit/line`` long; nil for one of the library.
    public var text: String?

    /// A plan.
    public init(date: Identifier, idea: String, at: Int64, text: String? = nil) {
        self.date = date
        self.idea = idea
        self.at = at
        self.text = text
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        date = try fields.id("date", as: .subject)
        idea = try fields.name("idea")
        at = try fields.milliseconds("at")
        text = fields.has("text") ? try fields.words("text") : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("date", date, as: .subject)
        try fields.name("idea", idea)
        try fields.milliseconds("at", at)
        if let text { try fields.words("text", text) }
    }
}

/// A yes to a date at the day and hour that the other suggested.
public struct DateAgreed: EventFields {
    /// The date.
    public var date: Identifier
    /// The entry that suggested it: a yes to another idea, day or hour is none.
    public var plan: Identifier

    /// A yes.
    public init(date: Identifier, plan: Identifier) {
        self.date = date
        self.plan = plan
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        date = try fields.id("date", as: .subject)
        plan = try fields.id("plan")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("date", date, as: .subject)
        fields.id("plan", plan)
    }
}

/// A date that is over: put back, or looked back on.
public struct DateMark: EventFields {
    /// The date.
    public var date: Identifier

    /// A date.
    public init(date: Identifier) { self.date = date }

    init(reading fields: inout FieldReader) throws(FieldDefect) { date = try fields.id("date", as: .subject) }

    func write(to fields: inout FieldWriter) throws(FieldDefect) { fields.id("date", date, as: .subject) }
}
