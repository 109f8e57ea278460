import Bytes

/// On how many devices a guided conversation is held.
public enum ConversationDevices: String, CaseIterable, Sendable {
    /// One, passed from hand to hand.
    case one
    /// One each, live.
    case two
}

/// The beginning of a guided conversation.
public struct ConversationStarted: EventFields {
    /// The conversation's own id.
    public var conversation: Identifier
    /// The script's name in the library.
    public var script: String
    /// On how many devices it is held.
    public var devices: ConversationDevices
    /// The account of whoever speaks first.
    public var first: Identifier

    /// A beginning.
    public init(conversation: Identifier, script: String, devices: ConversationDevices, first: Identifier) {
        self.conversation = conversation
        self.script = script
        self.devices = devices
        self.first = first
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        conversation = try fields.id("conversation", as: .subject)
        script = try fields.name("script")
        devices = try fields.choice("devices")
        first = try fields.id("first")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("conversation", conversation, as: .subject)
        try fields.name("script", script)
        fields.choice("devices", devices)
        fields.id("first", first)
    }
}

/// A step of a conversation's script.
public struct ConversationStep: Hashable, Sendable {
    /// Its name in the script, by which it is found; nil in what was written before steps were named.
    public var name: String?
    /// Its place, counted from 0, in the script of whoever wrote it: what older versions go by, and where to go on when the name is
    /// no longer known.
    public var number: Int

    /// A step.
    public init(name: String? = nil, number: Int) {
        self.name = name
        self.number = number
    }
}

/// A guided conversation's move to a step and turn.
public struct ConversationMoved: EventFields {
    /// Steps and turns count from 0.
    public static let indexRange = 0...9999

    /// The conversation.
    public var conversation: Identifier
    /// The step of the script that it is at now.
    public var step: ConversationStep
    /// The turn within the step.
    public var turn: Int
    /// The account of whoever speaks now.
    public var speaker: Identifier
    /// When the turn began, for its timer: milliseconds since 1970.
    public var startedAt: Int64
    /// What the script asked for, such as "yes" or "not quite" to "did I get it?".
    public var answer: String?
    /// What was written on the way; at most ``TextLimit/long`` long.
    public var note: String?

    /// A move.
    public init(
        conversation: Identifier, step: ConversationStep, turn: Int, speaker: Identifier, startedAt: Int64,
        answer: String? = nil,
        note: String? = nil
    ) {
        self.conversation = conversation
        self.step = step
        self.turn = turn
        self.speaker = speaker
        self.startedAt = startedAt
        self.answer = answer
        self.note = note
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        conversation = try fields.id("conversation", as: .subject)
        step = ConversationStep(
            name: try fields.optionalName("stepName"), number: try fields.whole("step", in: Self.indexRange, as: .value)
        )
        turn = try fields.whole("turn", in: Self.indexRange)
        speaker = try fields.id("speaker")
        startedAt = try fields.milliseconds("startedAt")
        answer = try fields.optionalName("answer")
        note = try fields.optionalText("note")
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("conversation", conversation, as: .subject)
        try fields.whole("step", step.number, in: Self.indexRange, as: .value)
        try fields.optionalName("stepName", step.name)
        try fields.whole("turn", turn, in: Self.indexRange)
        fields.id("speaker", speaker)
        try fields.milliseconds("startedAt", startedAt)
        try fields.optionalName("answer", answer)
        try fields.optionalText("note", note)
    }
}

/// A pause in a guided conversation.
public struct ConversationPaused: EventFields {
    /// The conversation.
    public var conversation: Identifier
    /// When they come back: milliseconds since 1970; nil when it is left open.
    public var until: Int64?
    /// Whether coming back before that takes both. It didn't in what earlier versions wrote.
    public var takesBoth: Bool

    /// A pause.
    public init(conversation: Identifier, until: Int64? = nil, takesBoth: Bool = false) {
        self.conversation = conversation
        self.until = until
        self.takesBoth = takesBoth
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        conversation = try fields.id("conversation", as: .subject)
        until = try fields.optionalMilliseconds("until")
        takesBoth = fields.has("both") ? try fields.flag("both") : false
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("conversation", conversation, as: .subject)
        try fields.optionalMilliseconds("until", until)
        if takesBoth { fields.flag("both", true) }
    }
}

/// A guided conversation that went on or ended.
public struct ConversationMark: EventFields {
    /// The conversation.
    public var conversation: Identifier

    /// A conversation.
    public init(conversation: Identifier) {
        self.conversation = conversation
    }

    init(reading fields: inout FieldReader) throws(FieldDefect) {
        conversation = try fields.id("conversation", as: .subject)
    }

    func write(to fields: inout FieldWriter) throws(FieldDefect) {
        fields.id("conversation", conversation, as: .subject)
    }
}
