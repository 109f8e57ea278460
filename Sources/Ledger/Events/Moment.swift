import Bytes

/// A moment worth remembering.
public struct MomentKept: EventFields {
    /// What it was; at most ``TextLimit/long`` long.
    public var text: String
    /// The day on which it was.
    public var day: Day
    /// The entry in whose place it stands, which its author took back for it; nil for a moment of its own.
    public var instead: Identifier?

    /// A moment.
    public init(text: String, day: Day, instead: Identifier? = nil) {
        self.text = text
        self.day = day
        self.instead = instead
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        text = try fields.words("text")
        day = try fields.day("day", as: .ordinal)
        instead = fields.has("instead") ? try fields.id("instead", as: .subject) : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.words("text", text)
        fields.day("day", day, as: .ordinal)
        if let instead { fields.id("instead", instead, as: .subject) }
    }
}
