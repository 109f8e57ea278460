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
    /// What was written; at most ``TextLimit/long`` long. Empty where feelings alone were named.
    public var text: String
    /// What Hearth had asked, in the words in which it was read; nil when it hadn't.
    public var prompt: String?
    /// The feelings that were chosen, each as it goes on after “I feel”; at most ``mostFeelings``.
    public var feelings: [String]
    /// What else was noted of something that set the person off; nil for any other page.
    public var trigger: Trigger?
    /// The day that it is of; nil for the one on which it was written.
    public var day: Day?

    /// The most feelings of a page.
    public static let mostFeelings = 40
    /// How many Unicode scalars all words of a page may have together, so that an envelope holds them.
    private static let longest = TextLimit.long + TextLimit.value

    /// What goes with ``text``, which then says what happened.
    public struct Trigger: Equatable, Sendable {
        /// What the person did; at most ``TextLimit/part`` long.
        public var did: String
        /// What they would like; at most ``TextLimit/part`` long.
        public var wish: String

        /// What was done, and what is wished for.
        public init(did: String = "", wish: String = "") {
            self.did = did
            self.wish = wish
        }
    }

    /// A page.
    public init(
        text: String, prompt: String? = nil, feelings: [String] = [], trigger: Trigger? = nil, day: Day? = nil
    ) {
        self.text = text
        self.prompt = prompt
        self.feelings = feelings
        self.trigger = trigger
        self.day = day
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        text = try fields.text("text")
        prompt = try fields.optionalText("prompt")
        feelings = fields.has("feelings") ? try fields.names("feelings") : []
        let did = try fields.optionalText("did")
        let wish = try fields.optionalText("wish")
        trigger = did == nil && wish == nil ? nil : Trigger(did: did ?? "", wish: wish ?? "")
        day = fields.has("day") ? try fields.day("day", as: .ordinal) : nil
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        let all = [text, prompt ?? "", trigger?.did ?? "", trigger?.wish ?? ""]
        try fields.text("text", text)
        guard all.reduce(0, { $0 + $1.unicodeScalars.count }) <= Self.longest else {
            throw FieldDefect("text", .tooLong)
        }
        guard feelings.count <= Self.mostFeelings else { throw FieldDefect("feelings", .outOfRange) }
        try fields.optionalText("prompt", prompt)
        if !feelings.isEmpty { try fields.names("feelings", feelings) }
        try fields.optionalText("did", trigger?.did)
        try fields.optionalText("wish", trigger?.wish)
        if let day { fields.day("day", day, as: .ordinal) }
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
