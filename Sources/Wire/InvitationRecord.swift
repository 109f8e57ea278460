import Bytes
import JSON

/// An invitation as the member who made it sees it.
public struct InvitationRecord: JSONCodable {
    /// What has become of an invitation.
    public enum State: String, Sendable {
        /// It can be accepted.
        case open
        /// It was accepted.
        case used
        /// It was not accepted in time.
        case expired
        /// It was taken back.
        case revoked
    }

    /// Its lookup id.
    public var lookup: Identifier
    /// What has become of it.
    public var state: State
    /// When it runs out: milliseconds since 1970.
    public var expires: Int64

    /// A record.
    public init(lookup: Identifier, state: State, expires: Int64) {
        self.lookup = lookup
        self.state = state
        self.expires = expires
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        lookup = try fields.identifier("lookup")
        guard let state = State(rawValue: try fields.text("state")) else { throw .invalid(field: "state") }
        self.state = state
        expires = try fields.integer("expires")
    }

    /// The object.
    public var json: JSONValue {
        ["lookup": .identifier(lookup), "state": .string(state.rawValue), "expires": .integer(expires)]
    }
}

/// The invitations that an account made into a space, newest first.
public struct InvitationsAnswer: JSONCodable {
    /// The invitations.
    public var invitations: [InvitationRecord]

    /// An answer.
    public init(invitations: [InvitationRecord]) {
        self.invitations = invitations
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        invitations = []
        for invitation in try fields.list("invitations") { invitations.append(try InvitationRecord(json: invitation)) }
    }

    /// The object.
    public var json: JSONValue {
        ["invitations": .array(invitations.map { $0.json })]
    }
}
