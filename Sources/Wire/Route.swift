import Bytes

/// Every request that the relay answers, as one value: the client prints it, the relay parses it.
public enum Route: Hashable, Sendable {
    /// Whether the relay is well.
    case health
    /// Makes an account.
    case createAccount
    /// Asks for the salt of a name.
    case startSignIn
    /// Signs in.
    case signIn
    /// Asks for the person key wrapped under the recovery key.
    case startRecovery
    /// Sets a new passphrase with the recovery code.
    case recover
    /// Sets a new passphrase with the old one.
    case changePassphrase
    /// Sets a new recovery code.
    case changeRecoveryCode
    /// Reads the account record.
    case account
    /// Ends this session.
    case signOut
    /// Lists the account's sessions.
    case sessions
    /// Ends one of them.
    case endSession(Identifier)
    /// Erases the account.
    case deleteAccount
    /// Makes a shared space with one member.
    case createSpace
    /// Makes an invitation into a space.
    case invite(space: Identifier)
    /// Lists the invitations this account made into a space.
    case invitations(space: Identifier)
    /// Takes an invitation back.
    case revokeInvitation(space: Identifier, lookup: Identifier)
    /// Looks at an invitation.
    case openInvitation
    /// Joins a space by an invitation.
    case acceptInvitation
    /// Appends a batch.
    case append(space: Identifier)
    /// Reads the entries after a number.
    case read(space: Identifier, after: Int64)
    /// Reads what is withheld.
    case sealed(space: Identifier)
    /// Asks which entries answered each other under a seal.
    case seal(space: Identifier, seal: Identifier)
    /// Erases an own entry.
    case erase(space: Identifier, entry: Identifier)
    /// Erases all own entries of a space.
    case eraseAll(space: Identifier)
    /// Puts a match list.
    case putMatch(space: Identifier, topic: Identifier)
    /// Reads an intersection.
    case match(space: Identifier, topic: Identifier)
    /// Leaves a space and so closes it.
    case leave(space: Identifier)
    /// Says that one would open a closed space again.
    case wishReopening(space: Identifier)
    /// Takes that back.
    case withdrawReopening(space: Identifier)
    /// Reads what both said with which a space was opened again.
    case reopening(space: Identifier)
    /// Puts a blob: bytes that the relay keeps beside the entries, such as an encrypted photo.
    case putBlob(space: Identifier, blob: Identifier)
    /// Reads a blob.
    case blob(space: Identifier, blob: Identifier)
    /// Erases an own blob.
    case eraseBlob(space: Identifier, blob: Identifier)
    /// Opens the live stream.
    case live

    /// The method of a request.
    public enum Method: String, Sendable {
        /// Reads.
        case get = "GET"
        /// Does something.
        case post = "POST"
        /// Replaces something.
        case put = "PUT"
        /// Removes something.
        case delete = "DELETE"
    }

    /// The request's method.
    public var method: Method {
        switch self {
        case .health, .account, .sessions, .invitations, .read, .sealed, .seal, .match, .reopening, .blob, .live:
            .get
        case .createAccount, .startSignIn, .signIn, .startRecovery, .recover, .changePassphrase, .changeRecoveryCode,
            .createSpace, .invite, .openInvitation, .acceptInvitation, .append, .leave:
            .post
        case .putMatch, .wishReopening, .putBlob: .put
        case .signOut, .endSession, .deleteAccount, .revokeInvitation, .erase, .eraseAll, .withdrawReopening,
            .eraseBlob:
            .delete
        }
    }

    /// The request's path, with its query when it has one.
    public var path: String {
        switch self {
        case .health: "/health"
        case .createAccount: "/api/accounts"
        case .startSignIn: "/api/sign-in/start"
        case .signIn: "/api/sign-in"
        case .startRecovery: "/api/recovery/start"
        case .recover: "/api/recovery"
        case .changePassphrase: "/api/passphrase"
        case .changeRecoveryCode: "/api/recovery-code"
        case .account, .deleteAccount: "/api/account"
        case .signOut: "/api/session"
        case .sessions: "/api/sessions"
        case .endSession(let session): "/api/sessions/\(session.text)"
        case .createSpace: "/api/spaces"
        case .invite(let space), .invitations(let space): "/api/spaces/\(space.text)/invitations"
        case .revokeInvitation(let space, let lookup): "/api/spaces/\(space.text)/invitations/\(lookup.text)"
        case .openInvitation: "/api/invitations/open"
        case .acceptInvitation: "/api/invitations/accept"
        case .append(let space), .eraseAll(let space): "/api/spaces/\(space.text)/entries"
        case .read(let space, let after): "/api/spaces/\(space.text)/entries?after=\(after)"
        case .sealed(let space): "/api/spaces/\(space.text)/sealed"
        case .seal(let space, let seal): "/api/spaces/\(space.text)/seals/\(seal.text)"
        case .erase(let space, let entry): "/api/spaces/\(space.text)/entries/\(entry.text)"
        case .putMatch(let space, let topic), .match(let space, let topic):
            "/api/spaces/\(space.text)/match/\(topic.text)"
        case .leave(let space): "/api/spaces/\(space.text)/leave"
        case .wishReopening(let space), .withdrawReopening(let space), .reopening(let space):
            "/api/spaces/\(space.text)/reopening"
        case .putBlob(let space, let blob), .blob(let space, let blob), .eraseBlob(let space, let blob):
            "/api/spaces/\(space.text)/blobs/\(blob.text)"
        case .live: "/api/live"
        }
    }

    /// The route's name for logs and metrics: it holds no id.
    public var name: String {
        switch self {
        case .health: "health"
        case .createAccount: "createAccount"
        case .startSignIn: "startSignIn"
        case .signIn: "signIn"
        case .startRecovery: "startRecovery"
        case .recover: "recover"
        case .changePassphrase: "changePassphrase"
        case .changeRecoveryCode: "changeRecoveryCode"
        case .account: "account"
        case .signOut: "signOut"
        case .sessions: "sessions"
        case .endSession: "endSession"
        case .deleteAccount: "deleteAccount"
        case .createSpace: "createSpace"
        case .invite: "invite"
        case .invitations: "invitations"
        case .revokeInvitation: "revokeInvitation"
        case .openInvitation: "openInvitation"
        case .acceptInvitation: "acceptInvitation"
        case .append: "append"
        case .read: "read"
        case .sealed: "sealed"
        case .seal: "seal"
        case .erase: "erase"
        case .eraseAll: "eraseAll"
        case .putMatch: "putMatch"
        case .match: "match"
        case .leave: "leave"
        case .wishReopening: "wishReopening"
        case .withdrawReopening: "withdrawReopening"
        case .reopening: "reopening"
        case .putBlob: "putBlob"
        case .blob: "blob"
        case .eraseBlob: "eraseBlob"
        case .live: "live"
        }
    }

    /// The header that every changing request carries, with the value ``pageHeaderValue``. A page of another origin
    /// can't send it.
    public static let pageHeader = "X-Hearth"
    /// The value of ``pageHeader``.
    public static let pageHeaderValue = "1"

    /// Whether the request must carry ``pageHeader``.
    public var needsPageHeader: Bool {
        method != .get
    }

    /// Whether the request needs a session.
    public var needsSession: Bool {
        switch self {
        case .health, .createAccount, .startSignIn, .signIn, .startRecovery, .recover, .openInvitation: false
        case .changePassphrase, .changeRecoveryCode, .account, .signOut, .sessions, .endSession, .deleteAccount,
            .createSpace, .invite,
            .invitations, .revokeInvitation, .acceptInvitation, .append, .read, .sealed, .seal, .erase, .eraseAll,
            .putMatch,
            .match, .leave, .wishReopening, .withdrawReopening, .reopening, .putBlob, .blob, .eraseBlob, .live:
            true
        }
    }

    /// The largest body, in bytes, that the request may have.
    public var bodyLimit: Int {
        if case .append = self { return Limits.batchBytes }
        if case .putBlob = self { return Limits.blobBytes }
        return method == .get ? 0 : Limits.jsonBytes
    }

    /// Whether its body is binary.
    private var isBinary: Bool {
        switch self {
        case .append, .putBlob: true
        case .health, .createAccount, .startSignIn, .signIn, .startRecovery, .recover, .changePassphrase,
            .changeRecoveryCode, .account, .signOut, .sessions, .endSession, .deleteAccount, .createSpace, .invite,
            .invitations, .revokeInvitation, .openInvitation, .acceptInvitation, .read, .sealed, .seal, .erase,
            .eraseAll,
            .putMatch, .match, .leave, .wishReopening, .withdrawReopening, .reopening, .blob, .eraseBlob, .live:
            false
        }
    }

    /// Whether it takes a body of this type. One that doesn't say its type is read as what the route takes.
    ///
    /// - Parameter type: the value of the `Content-Type` header, with its parameters.
    public func takes(type: String?) -> Bool {
        guard let type, bodyLimit > 0 else { return true }
        let expected = isBinary ? "application/octet-stream" : "application/json"
        return type.prefix { $0 != ";" && $0 != " " && $0 != "\t" }.lowercased() == expected
    }
}
