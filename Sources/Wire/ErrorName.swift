/// The stable names of the errors that the relay answers with.
public enum ErrorName: String, CaseIterable, Sendable {
    /// The request needs a session, or its session has ended.
    case notSignedIn
    /// The name or the secret is wrong; which of them is never said.
    case wrongSecret
    /// Another account has this name.
    case nameTaken
    /// The name breaks the rules of ``SignInName``.
    case nameInvalid
    /// The request is not what the protocol says.
    case malformed
    /// There is no such thing, or no such path.
    case notFound
    /// The space does not exist or this account is no member of it; which of them is never said.
    case notAMember
    /// Someone has left this space: it can be read, nothing new can be put.
    case spaceClosed
    /// A space can't be opened again: too long ago, or not by the two who shared it.
    case reopeningOver
    /// The space has all the members it can have.
    case spaceFull
    /// An entry, or a blob, with this id exists and has other bytes.
    case entryConflict
    /// An envelope is larger than 64 KiB.
    case entryTooLarge
    /// A batch has more than 512 envelopes or 4 MiB.
    case batchTooLarge
    /// A blob is larger than 2 MiB.
    case blobTooLarge
    /// A JSON body is larger than 64 KiB.
    case bodyTooLarge
    /// The invitation has already been accepted.
    case invitationUsed
    /// The invitation was not accepted in time.
    case invitationExpired
    /// The inviter took the invitation back.
    case invitationRevoked
    /// The invitation was opened by the person who made it.
    case invitationOwn
    /// The space has too many open invitations.
    case tooManyInvitations
    /// This topic's list was given and stays as it is, or too many topics were put today.
    case matchTooSoon
    /// No list can be given for this topic: its week is over or has yet to come.
    case matchClosed
    /// Too many tries at signing in, or too many new accounts, lately.
    case tooManyTries
    /// The account has too many live streams.
    case tooManyStreams
    /// The account is a member of too many spaces.
    case tooManySpaces
    /// The account, or its address for now, has used all the room that one may have; nothing was kept of this request.
    case quotaFull
    /// The relay's disk is full; nothing was kept of this request.
    case storageFull
    /// The relay is too busy right now; nothing was kept of this request.
    case busy
    /// The header that only the relay's own page can send is missing.
    case requestNotFromPage
    /// The request's body says that it is of another type than its route takes.
    case unsupportedType
    /// The relay failed; nothing is known about what was kept of this request.
    case `internal`

    /// The HTTP status of an answer with this error.
    public var status: Int {
        switch self {
        case .malformed, .nameInvalid: 400
        case .notSignedIn, .wrongSecret: 401
        case .requestNotFromPage, .notAMember: 403
        case .notFound: 404
        case .nameTaken, .spaceClosed, .spaceFull, .entryConflict, .invitationOwn, .tooManySpaces,
            .matchClosed:
            409
        case .invitationUsed, .invitationExpired, .invitationRevoked, .reopeningOver: 410
        case .entryTooLarge, .batchTooLarge, .blobTooLarge, .bodyTooLarge: 413
        case .unsupportedType: 415
        case .tooManyInvitations, .matchTooSoon, .tooManyTries, .tooManyStreams: 429
        case .internal: 500
        case .busy: 503
        case .storageFull, .quotaFull: 507
        }
    }
}
