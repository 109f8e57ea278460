import Bytes
import JSON

/// Makes a space with one member; also the private space within ``CreateAccountRequest``.
public struct CreateSpaceRequest: JSONCodable {
    /// The new space's random id.
    public var id: Identifier
    /// The space key, wrapped under the member's person key.
    public var key: [UInt8]

    /// A request.
    public init(id: Identifier, key: [UInt8]) {
        self.id = id
        self.key = key
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        id = try fields.identifier("id")
        key = try fields.bytes("key", count: KeyLength.wrapped)
    }

    /// The object.
    public var json: JSONValue {
        [
            "id": .identifier(id),
            "key": .bytes(key),
        ]
    }
}

/// Makes an invitation.
public struct InviteRequest: JSONCodable {
    /// The lookup id derived from the invitation's secret.
    public var lookup: Identifier
    /// The space key, wrapped under the invitation's wrap key.
    public var key: [UInt8]
    /// The inviter's card.
    public var card: Card
    /// The HMAC over role, space and card under the invitation's MAC key, 32 bytes.
    public var mac: [UInt8]
    /// The sealed ``Greeting``; nil for none.
    public var greeting: [UInt8]?

    /// A request.
    public init(lookup: Identifier, key: [UInt8], card: Card, mac: [UInt8], greeting: [UInt8]? = nil) {
        self.lookup = lookup
        self.key = key
        self.card = card
        self.mac = mac
        self.greeting = greeting
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        lookup = try fields.identifier("lookup")
        key = try fields.bytes("key", count: KeyLength.wrapped)
        card = try fields.card("card")
        mac = try fields.bytes("mac", count: KeyLength.mac)
        greeting = try fields.greeting()
    }

    /// The object.
    public var json: JSONValue {
        var members = [
            JSONMember("lookup", .identifier(lookup)), JSONMember("key", .bytes(key)),
            JSONMember("card", .bytes(card.bytes)), JSONMember("mac", .bytes(mac)),
        ]
        if let greeting { members.append(JSONMember("greeting", .bytes(greeting))) }
        return .object(members)
    }
}

/// An invitation was made.
public struct InviteAnswer: JSONCodable {
    /// When it runs out: milliseconds since 1970.
    public var expires: Int64

    /// An answer.
    public init(expires: Int64) {
        self.expires = expires
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        expires = try fields.integer("expires")
    }

    /// The object.
    public var json: JSONValue {
        ["expires": .integer(expires)]
    }
}

/// Looks at an invitation.
public struct OpenInvitationRequest: JSONCodable {
    /// The lookup id derived from the invitation's secret.
    public var lookup: Identifier

    /// A request.
    public init(lookup: Identifier) {
        self.lookup = lookup
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        lookup = try fields.identifier("lookup")
    }

    /// The object.
    public var json: JSONValue {
        ["lookup": .identifier(lookup)]
    }
}

/// What an invitation holds.
public struct OpenInvitationAnswer: JSONCodable {
    /// The space it leads to.
    public var space: Identifier
    /// The space key, wrapped under the invitation's wrap key.
    public var key: [UInt8]
    /// The inviter's card.
    public var card: Card
    /// The HMAC over role, space and card under the invitation's MAC key, 32 bytes.
    public var mac: [UInt8]
    /// The sealed ``Greeting``; nil for none.
    public var greeting: [UInt8]?
    /// When it runs out: milliseconds since 1970.
    public var expires: Int64

    /// An answer.
    public init(
        space: Identifier, key: [UInt8], card: Card, mac: [UInt8], greeting: [UInt8]? = nil, expires: Int64
    ) {
        self.space = space
        self.key = key
        self.card = card
        self.mac = mac
        self.greeting = greeting
        self.expires = expires
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        space = try fields.identifier("space")
        key = try fields.bytes("key", count: KeyLength.wrapped)
        card = try fields.card("card")
        mac = try fields.bytes("mac", count: KeyLength.mac)
        greeting = try fields.greeting()
        expires = try fields.integer("expires")
    }

    /// The object.
    public var json: JSONValue {
        var members = [
            JSONMember("space", .identifier(space)), JSONMember("key", .bytes(key)),
            JSONMember("card", .bytes(card.bytes)), JSONMember("mac", .bytes(mac)),
            JSONMember("expires", .integer(expires)),
        ]
        if let greeting { members.append(JSONMember("greeting", .bytes(greeting))) }
        return .object(members)
    }
}

/// Joins a space.
public struct AcceptInvitationRequest: JSONCodable {
    /// The lookup id derived from the invitation's secret.
    public var lookup: Identifier
    /// The space key, wrapped under the new member's person key.
    public var key: [UInt8]
    /// The new member's card.
    public var card: Card
    /// The HMAC over role, space and card under the invitation's MAC key, 32 bytes.
    public var mac: [UInt8]

    /// A request.
    public init(lookup: Identifier, key: [UInt8], card: Card, mac: [UInt8]) {
        self.lookup = lookup
        self.key = key
        self.card = card
        self.mac = mac
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        lookup = try fields.identifier("lookup")
        key = try fields.bytes("key", count: KeyLength.wrapped)
        card = try fields.card("card")
        mac = try fields.bytes("mac", count: KeyLength.mac)
    }

    /// The object.
    public var json: JSONValue {
        [
            "lookup": .identifier(lookup),
            "key": .bytes(key),
            "card": .bytes(card.bytes),
            "mac": .bytes(mac),
        ]
    }
}

/// What became of a batch.
public struct AppendAnswer: JSONCodable {
    /// The entries' numbers in the order of the batch; 0 for a sealed entry that is not released yet.
    public var numbers: [Int64]

    /// An answer.
    public init(numbers: [Int64]) {
        self.numbers = numbers
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        numbers = try fields.integers("numbers")
    }

    /// The object.
    public var json: JSONValue {
        ["numbers": .array(numbers.map { .integer($0) })]
    }
}

/// A member's match list (exactly 64 tokens) or an intersection (fewer).
public struct MatchTokens: JSONCodable {
    /// The tokens.
    public var tokens: [Identifier]

    /// A list.
    public init(tokens: [Identifier]) {
        self.tokens = tokens
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        tokens = try fields.identifiers("tokens")
    }

    /// The object.
    public var json: JSONValue {
        ["tokens": .array(tokens.map { .identifier($0) })]
    }
}

extension JSONFields {
    /// The sealed greeting of an invitation; nil when there is none.
    fileprivate func greeting() throws(FormatError) -> [UInt8]? {
        if optional("greeting") == nil { return nil }
        return try bytes("greeting", count: Greeting.sealedByteCount)
    }
}
