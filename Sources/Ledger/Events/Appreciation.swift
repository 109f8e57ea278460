/// Thanks, in one line.
public struct AppreciationSent: EventFields {
    /// The line; at most ``TextLimit/line`` long.
    public var text: String

    /// Thanks.
    public init(text: String) {
        self.text = text
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        text = try fields.words("text")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.words("text", text)
    }
}
