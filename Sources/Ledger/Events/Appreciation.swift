import Bytes

/// Thanks, in one line.
public struct AppreciationSent: EventFields {
    /// The line; at most ``TextLimit/line`` long.
    public var text: String
    /// The entry in whose place it stands, which its author took back for it; nil for thanks of their own.
    public var instead: Identifier?

    /// Thanks.
    public init(text: String, instead: Identifier? = nil) {
        self.text = text
        self.instead = instead
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        text = try fields.words("text")
        instead = fields.has("instead") ? try fields.id("instead", as: .subject) : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.words("text", text)
        if let instead { fields.id("instead", instead, as: .subject) }
    }
}
