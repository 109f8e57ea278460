import Bytes

/// A promise to the other, small enough for one line.
public struct PromiseMade: EventFields {
    /// The promise's own id. The same one again, by whoever made it, says it anew.
    public var promise: Identifier
    /// What is promised; at most ``TextLimit/line`` long.
    public var text: String
    /// The day by which; nil when none was said.
    public var day: Day?

    /// A promise.
    public init(promise: Identifier, text: String, day: Day? = nil) {
        self.promise = promise
        self.text = text
        self.day = day
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        promise = try fields.id("promise", as: .subject)
        text = try fields.words("text")
        day = fields.has("day") ? try fields.day("day") : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("promise", promise)
        try fields.words("text", text)
        if let day { fields.word("day", day.text) }
    }
}

/// A promise that was kept or let go.
public struct PromiseMark: EventFields {
    /// The promise.
    public var promise: Identifier

    /// A promise.
    public init(promise: Identifier) {
        self.promise = promise
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        promise = try fields.id("promise", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("promise", promise)
    }
}
