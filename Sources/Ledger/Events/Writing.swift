import Bytes

/// A thought about something: a sign, a cause, a pillar, a conversation.
public struct ReflectionWritten: EventFields {
    /// What it is about, such as `cause:money`.
    public var about: String
    /// The thought; at most ``TextLimit/long`` long.
    public var text: String
    /// The entry in whose place it stands, which its author took back for it; nil for a thought of its own.
    public var instead: Identifier?

    /// A reflection.
    public init(about: String, text: String, instead: Identifier? = nil) {
        self.about = about
        self.text = text
        self.instead = instead
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        about = try fields.name("about", as: .subject)
        text = try fields.text("text")
        instead = fields.has("instead") ? try fields.id("instead") : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.name("about", about, as: .subject)
        try fields.text("text", text)
        if let instead { fields.id("instead", instead) }
    }
}

/// A page of the journal.
public struct JournalWritten: EventFields {
    /// What was written; at most ``TextLimit/long`` long.
    public var text: String

    /// A page.
    public init(text: String) {
        self.text = text
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        text = try fields.text("text")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        try fields.text("text", text)
    }
}

/// An entry taken out by whoever wrote it: a page of the journal, or what they had written for both.
public struct EntryRemoved: EventFields {
    /// The entry.
    public var entry: Identifier

    /// A removal.
    public init(entry: Identifier) {
        self.entry = entry
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        entry = try fields.id("entry", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("entry", entry, as: .subject)
    }
}
