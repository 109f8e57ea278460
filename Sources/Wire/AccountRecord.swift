import Bytes
import JSON

/// All that the relay keeps for an account and its own devices need to open everything.
public struct AccountRecord: JSONCodable {
    /// The sign-in name, folded.
    public var name: String
    /// The account's id.
    public var account: Identifier
    /// The passphrase's salt, 16 bytes.
    public var salt: [UInt8]
    /// How many rounds the passphrase is stretched by.
    public var rounds: Int
    /// The person key, wrapped under the passphrase's wrap key.
    public var personByPassphrase: [UInt8]
    /// The public half of the signing key, 65 bytes raw, uncompressed.
    public var signingPublic: [UInt8]
    /// The private half, PKCS #8, wrapped under the person key.
    public var signingPrivate: [UInt8]
    /// Whether there is a recovery code that opens the account; a new passphrase ends it.
    public var hasRecoveryCode: Bool
    /// By what that code is told from the one before: the nonce, 12 bytes, with which it wraps the person key. Nil without a code,
    /// and from a relay that doesn't say.
    public var recoveryMark: [UInt8]?
    /// The private space first, then the shared ones in the order they were joined.
    public var spaces: [SpaceRecord]

    /// A record.
    public init(
        name: String, account: Identifier, salt: [UInt8], rounds: Int = PassphraseRounds.fewest,
        personByPassphrase: [UInt8], signingPublic: [UInt8],
        signingPrivate: [UInt8], hasRecoveryCode: Bool = true, recoveryMark: [UInt8]? = nil, spaces: [SpaceRecord]
    ) {
        self.recoveryMark = recoveryMark
        self.hasRecoveryCode = hasRecoveryCode
        self.name = name
        self.account = account
        self.salt = salt
        self.rounds = rounds
        self.personByPassphrase = personByPassphrase
        self.signingPublic = signingPublic
        self.signingPrivate = signingPrivate
        self.spaces = spaces
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        name = try fields.text("name")
        account = try fields.identifier("account")
        salt = try fields.bytes("salt", count: KeyLength.salt)
        rounds = try PassphraseRounds.read(fields)
        personByPassphrase = try fields.bytes("personByPassphrase", count: KeyLength.wrapped)
        signingPublic = try fields.bytes("signingPublic", count: Card.publicKeyByteCount)
        signingPrivate = try fields.bytes("signingPrivate", counts: KeyLength.wrappedSigning)
        // What was kept before this was told had one.
        hasRecoveryCode = fields.optional("hasRecoveryCode")?.bool ?? true
        if fields.optional("recoveryMark") != nil {
            recoveryMark = try fields.bytes("recoveryMark", count: KeyLength.nonce)
        }
        spaces = []
        for space in try fields.list("spaces") { spaces.append(try SpaceRecord(json: space)) }
    }

    /// The object.
    public var json: JSONValue {
        var members = [
            JSONMember("name", .string(name)), JSONMember("account", .identifier(account)),
            JSONMember("salt", .bytes(salt)), JSONMember("personByPassphrase", .bytes(personByPassphrase)),
            JSONMember("signingPublic", .bytes(signingPublic)), JSONMember("signingPrivate", .bytes(signingPrivate)),
            JSONMember("hasRecoveryCode", .bool(hasRecoveryCode)),
        ]
        members += PassphraseRounds.members(rounds)
        if let recoveryMark { members.append(JSONMember("recoveryMark", .bytes(recoveryMark))) }
        members.append(JSONMember("spaces", .array(spaces.map { $0.json })))
        return .object(members)
    }
}

/// A space as one of its members sees it.
public struct SpaceRecord: JSONCodable {
    /// Whom a space is for.
    public enum Kind: String, Sendable {
        /// One account alone.
        case `private`
        /// Two people.
        case shared
    }

    /// Whether a space takes new entries.
    public enum State: String, Sendable {
        /// It does.
        case open
        /// A member has left it; it can only be read.
        case closed
    }

    /// The space's id.
    public var id: Identifier
    /// Whom it is for.
    public var kind: Kind
    /// Whether it takes new entries.
    public var state: State
    /// The space key, wrapped under this member's person key.
    public var key: [UInt8]
    /// The number of its newest entry, 0 when there is none.
    public var head: Int64
    /// Changes when the host restores an older copy.
    public var generation: Int64
    /// All its members, this one among them.
    public var members: [MemberRecord]
    /// How often both have opened it again after one of them had left.
    public var opening: Int64
    /// Until when both may open it again, by the relay's clock; nil for one that is open, and for one that nobody can open.
    public var reopenUntil: Int64?
    /// Whether this member has said that they would.
    public var isReopeningWished: Bool

    /// A record.
    public init(
        id: Identifier, kind: Kind, state: State, key: [UInt8], head: Int64, generation: Int64, members: [MemberRecord],
        opening: Int64 = 0, reopenUntil: Int64? = nil, isReopeningWished: Bool = false
    ) {
        self.opening = opening
        self.reopenUntil = reopenUntil
        self.isReopeningWished = isReopeningWished
        self.id = id
        self.kind = kind
        self.state = state
        self.key = key
        self.head = head
        self.generation = generation
        self.members = members
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        id = try fields.identifier("id")
        guard let kind = Kind(rawValue: try fields.text("kind")) else { throw .invalid(field: "kind") }
        guard let state = State(rawValue: try fields.text("state")) else { throw .invalid(field: "state") }
        self.kind = kind
        self.state = state
        key = try fields.bytes("key", count: KeyLength.wrapped)
        head = try fields.integer("head")
        generation = try fields.integer("generation")
        members = []
        for member in try fields.list("members") { members.append(try MemberRecord(json: member)) }
        // From a relay or a device before this, none was ever opened again.
        opening = fields.optionalInteger("opening") ?? 0
        reopenUntil = fields.optionalInteger("reopenUntil")
        isReopeningWished = fields.optional("reopeningWished")?.bool ?? false
    }

    /// The object. What is said of opening again stands there only when there is something to say.
    public var json: JSONValue {
        var fields = [
            JSONMember("id", .identifier(id)), JSONMember("kind", .string(kind.rawValue)),
            JSONMember("state", .string(state.rawValue)), JSONMember("key", .bytes(key)),
            JSONMember("head", .integer(head)), JSONMember("generation", .integer(generation)),
            JSONMember("members", .array(members.map { $0.json })),
        ]
        if opening > 0 { fields.append(JSONMember("opening", .integer(opening))) }
        if let reopenUntil { fields.append(JSONMember("reopenUntil", .integer(reopenUntil))) }
        if isReopeningWished { fields.append(JSONMember("reopeningWished", .bool(true))) }
        return .object(fields)
    }
}

/// A member of a space.
public struct MemberRecord: JSONCodable {
    /// What an invitation carried of a member. The relay can't make it up: the HMAC needs the invitation's secret.
    public struct Introduction: Equatable, Sendable {
        /// The member's card.
        public var card: Card
        /// The HMAC over role, space and card under the invitation's MAC key, 32 bytes.
        public var mac: [UInt8]
        /// Which side of the invitation the member was on.
        public var role: InvitationRole

        /// An introduction.
        public init(card: Card, mac: [UInt8], role: InvitationRole) {
            self.card = card
            self.mac = mac
            self.role = role
        }
    }

    /// The member's account.
    public var account: Identifier
    /// What the invitation carried; nil in a private space and until an invitation was accepted.
    public var introduction: Introduction?

    /// A record.
    public init(account: Identifier, introduction: Introduction? = nil) {
        self.account = account
        self.introduction = introduction
    }

    /// Reads the object.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        account = try fields.identifier("account")
        guard fields.optional("card") != nil else { return }
        guard let number = UInt8(exactly: try fields.integer("role")), let role = InvitationRole(rawValue: number)
        else {
            throw .invalid(field: "role")
        }
        introduction = Introduction(
            card: try fields.card("card"), mac: try fields.bytes("mac", count: KeyLength.mac), role: role)
    }

    /// The object.
    public var json: JSONValue {
        var members = [JSONMember("account", .identifier(account))]
        if let introduction {
            members.append(JSONMember("card", .bytes(introduction.card.bytes)))
            members.append(JSONMember("mac", .bytes(introduction.mac)))
            members.append(JSONMember("role", .integer(introduction.role.rawValue)))
        }
        return .object(members)
    }
}
