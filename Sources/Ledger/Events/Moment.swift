/// A moment worth remembering.
public struct MomentKept: EventFields {
    /// What it was; at most ``TextLimit/long`` long.
    public var text: String
    /// The day on which it was.
    public var day: Day

    /// A moment.
    public init(text: String, day: Day) {
        self.text = text
        self.day = day
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        text = try fields.words("text")
        day = try fields.day("day", as: .ordinal)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.words("text", text)
        fields.day("day", day, as: .ordinal)
    }
}
