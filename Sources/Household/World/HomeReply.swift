import Bytes
import Sync
import Wire

/// What a home waits for.
public enum HomeReply: Equatable, Sendable {
    /// All records of a store of this device.
    case loaded(Effect.Store, Outcome<[LoadedRecord]>)
    /// One's own public signing key.
    case ownKeyFound(Outcome<[UInt8]>)
    /// Whether records were kept.
    case stored(Outcome<Completion>)
    /// The account's newest record.
    case accountFetched(Outcome<AccountRecord>)
    /// Who is signed in to the account.
    case sessionsListed(Outcome<SessionsAnswer>)
    /// Whether the keys of these spaces are open.
    case spacesOpened([Identifier], Outcome<Completion>)
    /// The ids of seals.
    case sealsNamed(space: Identifier, names: [String], Outcome<[Identifier?]>)
    /// Whether a card was signed with an invitation's secret, and the secrets of others to try.
    case cardVerified(MemberRecord.Introduction, space: Identifier, others: [[UInt8]], Outcome<Completion>)
    /// The envelope of an entry, which is kept with it.
    case entrySealed(space: Identifier, request: Int, Outcome<MadeEnvelope>)
    /// Which entries answered each other when a seal was released.
    case pairFound(space: Identifier, seal: Identifier, Outcome<ReleasedSeal>)
    /// What stood in envelopes.
    case envelopesOpened(space: Identifier, request: Int, Outcome<[Opening]>)
    /// What the relay answered to a replica's request.
    case requestAnswered(space: Identifier, request: Int, Outcome<[UInt8]>)
    /// A page of a space that a replica asked for.
    case pageRead(space: Identifier, request: Int, Outcome<ReadPage>)
    /// Whether the relay has erased what was taken out.
    case entryErased(space: Identifier, Identifier, Outcome<[UInt8]>)
    /// Whether the relay has closed a space.
    case leavingTold(Identifier, Outcome<[UInt8]>)
    /// Whether the relay has erased all that I wrote into a space.
    case erasingTold(Identifier, Outcome<[UInt8]>)
    /// The statement that I would open a space again, of the opening that has ended.
    case reopeningSealed(Identifier, opening: Int64, Outcome<MadeEnvelope>)
    /// Whether the relay keeps that statement, or has forgotten it.
    case reopeningTold(Identifier, isWished: Bool, Outcome<[UInt8]>)
    /// What both said with which a space was opened again, as the relay says.
    case reopeningRead(Identifier, Outcome<ReopeningAnswer>)
    /// What stood in the other's statement.
    case reopeningOpened(Identifier, Outcome<[Opening]>)
    /// The segments of which entries are to be taken out.
    case segmentsToBlank(Outcome<[LoadedRecord]>)
    /// Whether photos have been sent, ahead of entries.
    case photosSent(space: Identifier, [Identifier], ahead: [UInt8], request: Int, Outcome<SentPhotos>)
    /// Whether the relay has erased a photo of an entry that was taken out.
    case photoErased(space: Identifier, Identifier, Identifier, Outcome<[UInt8]>)
    /// Whether the relay has erased a photo that no entry carries.
    case photoDropped(Outcome<[UInt8]>)
    /// The coach's data.
    case coachFetched(Outcome<[UInt8]>)
}
