import Bytes

/// What something of ours is.
public enum PursuitSort: String, CaseIterable, Sendable {
    case hobby, project, book, trip, goal
}

/// Something that two people would do together over some time: a hobby, a project, a book, a trip or a goal.
public struct PursuitBegun: EventFields {
    /// Its own id. The same one again says it anew, and asks the other anew.
    public var pursuit: Identifier
    /// What it is.
    public var sort: PursuitSort
    /// What it is called; at most ``TextLimit/line`` long.
    public var text: String

    /// Something to do together.
    public init(pursuit: Identifier, sort: PursuitSort, text: String) {
        self.pursuit = pursuit
        self.sort = sort
        self.text = text
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        pursuit = try fields.id("pursuit", as: .subject)
        sort = try fields.choice("sort")
        text = try fields.words("text")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("pursuit", pursuit, as: .subject)
        fields.choice("sort", sort)
        try fields.words("text", text)
    }
}

/// A yes to something that the other would do together.
public struct PursuitJoined: EventFields {
    /// What it is about.
    public var pursuit: Identifier
    /// The entry that said what it is: a yes to something else is none.
    public var begun: Identifier

    /// A yes.
    public init(pursuit: Identifier, begun: Identifier) {
        self.pursuit = pursuit
        self.begun = begun
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        pursuit = try fields.id("pursuit", as: .subject)
        begun = try fields.id("begun")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("pursuit", pursuit, as: .subject)
        fields.id("begun", begun)
    }
}

/// What comes next, as either of the two says.
public struct PursuitStepped: EventFields {
    /// What it is a step of.
    public var pursuit: Identifier
    /// The step; at most ``TextLimit/line`` long.
    public var text: String
    /// The day on which; nil when none was said.
    public var day: Day?

    /// A step.
    public init(pursuit: Identifier, text: String, day: Day? = nil) {
        self.pursuit = pursuit
        self.text = text
        self.day = day
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        pursuit = try fields.id("pursuit", as: .subject)
        text = try fields.words("text")
        day = fields.has("day") ? try fields.day("day") : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("pursuit", pursuit, as: .subject)
        try fields.words("text", text)
        if let day { fields.day("day", day) }
    }
}

/// A step that has been taken.
public struct PursuitReached: EventFields {
    /// What it is a step of.
    public var pursuit: Identifier
    /// The entry that said the step.
    public var step: Identifier

    /// A step that has been taken.
    public init(pursuit: Identifier, step: Identifier) {
        self.pursuit = pursuit
        self.step = step
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        pursuit = try fields.id("pursuit", as: .subject)
        step = try fields.id("step")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("pursuit", pursuit, as: .subject)
        fields.id("step", step)
    }
}

/// A note on it by either of the two; once it has ended, a look back.
public struct PursuitNoted: EventFields {
    /// What it is about.
    public var pursuit: Identifier
    /// The note; at most ``TextLimit/long`` long.
    public var text: String

    /// A note.
    public init(pursuit: Identifier, text: String) {
        self.pursuit = pursuit
        self.text = text
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        pursuit = try fields.id("pursuit", as: .subject)
        text = try fields.words("text")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("pursuit", pursuit, as: .subject)
        try fields.words("text", text)
    }
}

/// That it is done, or let go.
public struct PursuitEnded: EventFields {
    /// What has ended.
    public var pursuit: Identifier
    /// Whether it is done; let go otherwise, which is as good.
    public var isDone: Bool

    /// An end.
    public init(pursuit: Identifier, isDone: Bool) {
        self.pursuit = pursuit
        self.isDone = isDone
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        pursuit = try fields.id("pursuit", as: .subject)
        isDone = try fields.flag("done")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("pursuit", pursuit, as: .subject)
        fields.flag("done", isDone)
    }
}
