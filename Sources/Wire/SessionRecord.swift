import Bytes
import JSON

/// A session as its account sees it: enough to notice one that isn't one's own.
public struct SessionRecord: JSONCodable {
    /// By what it is ended. Nobody can be signed in with it.
    public var id: Identifier
    /// The day on which it was made: its first millisecond since 1970, in UTC.
    public var made: Int64
    /// The day on which it was last used, likewise.
    public var lastUse: Int64
    /// Whether it is the one that asks.
    public var isThis: Bool

    /// A record.
    public init(id: Identifier, made: Int64, lastUse: Int64, isThis: Bool) {
        self.id = id
        self.made = made
        self.lastUse = lastUse
        self.isThis = isThis
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        id = try fields.identifier("id")
        made = try fields.integer("made")
        lastUse = try fields.integer("lastUse")
        isThis = try fields.truth("isThis")
    }

    /// The object.
    public var json: JSONValue {
        ["id": .identifier(id), "made": .integer(made), "lastUse": .integer(lastUse), "isThis": .bool(isThis)]
    }
}

/// The sessions of an account, the one used last first.
public struct SessionsAnswer: JSONCodable {
    /// The sessions.
    public var sessions: [SessionRecord]

    /// An answer.
    public init(sessions: [SessionRecord]) {
        self.sessions = sessions
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        sessions = []
        for session in try fields.list("sessions") { sessions.append(try SessionRecord(json: session)) }
    }

    /// The object.
    public var json: JSONValue {
        ["sessions": .array(sessions.map { $0.json })]
    }
}
