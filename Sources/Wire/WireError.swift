import JSON

/// An error answer: `{"error":…,"message":…,"retryAfter":…}`.
public struct WireError: Error, Equatable, Sendable {
    /// Which error.
    public var name: ErrorName
    /// Plain words, for logs and developers. The client has its own words for people.
    public var message: String
    /// Seconds after which trying again may help, when that is known.
    public var retryAfter: Int64?

    /// An error, by default with the words that go with its name.
    public init(_ name: ErrorName, message: String? = nil, retryAfter: Int64? = nil) {
        self.name = name
        self.message = message ?? name.message
        self.retryAfter = retryAfter
    }

    /// The error that tells why a request could not be read.
    public init(_ error: FormatError) {
        self.init(error.errorName, message: error.message)
    }
}

extension WireError: JSONCodable {
    /// Reads an error answer. A name that this version doesn't know reads as ``ErrorName/internal``.
    public init(json: JSONValue) throws(FormatError) {
        let fields = try JSONFields(json)
        name = ErrorName(rawValue: try fields.text("error")) ?? .internal
        message = try fields.text("message")
        retryAfter = fields.optionalInteger("retryAfter")
    }

    /// The answer's body.
    public var json: JSONValue {
        var members = [
            JSONMember("error", .string(name.rawValue)),
            JSONMember("message", .string(message)),
        ]
        if let retryAfter { members.append(JSONMember("retryAfter", .integer(retryAfter))) }
        return .object(members)
    }
}

extension ErrorName {
    /// Plain words for this error.
    var message: String {
        switch self {
        case .notSignedIn: "Sign in first."
        case .wrongSecret: "The name or the passphrase is wrong."
        case .nameTaken: "Someone else has this name."
        case .nameInvalid:
            "A name has 3 to 32 of the letters a–z, digits, dot, underscore and hyphen, and starts with a letter."
        case .malformed: "The request can't be read."
        case .notFound: "There is nothing here."
        case .notAMember: "This space isn't yours, or doesn't exist."
        case .spaceClosed: "This space is closed. It can still be read."
        case .reopeningOver: "This space can't be opened again: that takes both, within fourteen days."
        case .spaceFull: "This space already has two members."
        case .entryConflict: "Something else has this id."
        case .entryTooLarge: "The entry is larger than 64 KiB."
        case .batchTooLarge: "A batch holds at most 512 entries and 4 MiB."
        case .blobTooLarge: "A blob has at most 2 MiB."
        case .bodyTooLarge: "The request is too large."
        case .invitationUsed: "This invitation has already been used."
        case .invitationExpired: "This invitation has run out."
        case .invitationRevoked: "This invitation was taken back."
        case .invitationOwn: "This invitation is for the other person."
        case .tooManyInvitations: "This space has too many open invitations."
        case .matchTooSoon: "A list is given once for each topic, and for eight topics a day."
        case .matchClosed: "No list can be given for this topic: its week is over or has yet to come."
        case .tooManyTries: "Too many tries. Wait a while."
        case .tooManyStreams: "Too many open pages for one account."
        case .tooManySpaces: "This account has too many spaces."
        case .quotaFull: "All the room that one account or address may use is used. Nothing of this request was kept."
        case .storageFull: "The relay's disk is full. Nothing of this request was kept."
        case .busy: "The relay is busy. Nothing of this request was kept; try again."
        case .requestNotFromPage: "This request didn't come from the relay's own page."
        case .unsupportedType: "The body is of another type than is taken here."
        case .internal: "The relay failed."
        }
    }
}
