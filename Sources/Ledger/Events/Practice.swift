import Bytes

/// A practice that was done.
public struct PracticeDone: EventFields {
    /// How much it can have helped: 0 not at all … 4 a lot.
    public static let helpScale = 0...4

    /// The practice's name in the library.
    public var practice: String
    /// The day on which it was done.
    public var day: Day
    /// How much it helped, one of ``helpScale``; nil when it wasn't said.
    public var helped: Int?
    /// How it was; at most ``TextLimit/long`` long.
    public var note: String?
    /// The entry in whose place it stands, which its author took back for it; nil for a word of its own.
    public var instead: Identifier?

    /// A practice done.
    public init(practice: String, day: Day, helped: Int? = nil, note: String? = nil, instead: Identifier? = nil) {
        self.practice = practice
        self.day = day
        self.helped = helped
        self.note = note
        self.instead = instead
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        practice = try fields.name("practice", as: .subject)
        day = try fields.day("day", as: .ordinal)
        helped = try fields.optionalWhole("helped", in: Self.helpScale, as: .value)
        note = try fields.optionalText("note")
        instead = fields.has("instead") ? try fields.id("instead") : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("practice", practice, as: .subject)
        fields.day("day", day, as: .ordinal)
        try fields.optionalWhole("helped", helped, in: Self.helpScale, as: .value)
        try fields.optionalText("note", note)
        if let instead { fields.id("instead", instead) }
    }
}

/// A practice that was left out on a day. No reason is asked.
public struct PracticeSkipped: EventFields {
    /// The practice's name in the library.
    public var practice: String
    /// The day on which it was left out.
    public var day: Day

    /// A practice left out.
    public init(practice: String, day: Day) {
        self.practice = practice
        self.day = day
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        practice = try fields.name("practice", as: .subject)
        day = try fields.day("day", as: .ordinal)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("practice", practice, as: .subject)
        fields.day("day", day, as: .ordinal)
    }
}
