import Bytes
import StoreRules
import Wire

/// What a relay keeps (docs/protocol.md), as the relay sees it. A database fulfils it as a ``DatabaseHome``; the tests' `…Contract`
/// suites hold every home to it.
///
/// For all verbs:
/// - When one returns, what it did is on disk. When it throws, nothing of it was done.
/// - Verbs are atomic and appear to happen one after the other.
/// - The store has no clock and no randomness: `now` is milliseconds since 1970, tokens and ids come from outside.
/// - A space that does not exist and one whose member `account` is not are refused alike with `notAMember`.
/// - What makes room, and the ways in and out, work on a full disk. Everything else is refused there with `storageFull`, a database
///   held by someone else with `busy`, any other failure of the database with `internal`.
public protocol RelayStore: Sendable {
    /// Changes when the host restores an older copy. From 1 to 2⁵³ − 1.
    var generation: Int64 { get }

    /// A key that only this relay knows, 32 bytes, the same for ever: unknown names get their salt from it.
    var inventionKey: [UInt8] { get }

    // MARK: Accounts

    /// Makes an account with its private space, and a session.
    ///
    /// - Throws: `nameTaken`, also when the same request is repeated or the name's account was deleted lately; `malformed` when
    ///   another account or space has the id or had it.
    func createAccount(_ account: NewAccount, session: SecretHash, now: Int64) async throws(StoreError) -> AccountRecord

    /// By which salt and how many rounds the passphrase of an account is stretched, or nil when nobody has the name.
    func stretching(name: SignInName) async throws(StoreError) -> (salt: [UInt8], rounds: Int)?

    /// Makes a session.
    ///
    /// - Throws: `wrongSecret`, the same for an unknown name.
    func signIn(
        name: SignInName, secret: SecretHash, session: SecretHash, now: Int64
    ) async throws(StoreError) -> AccountRecord

    /// What the recovery code opens.
    ///
    /// - Throws: `wrongSecret`, the same for an unknown name.
    func startRecovery(name: SignInName, recoverySecret: SecretHash) async throws(StoreError) -> StartRecoveryAnswer

    /// Sets a new passphrase by the recovery code, ends all sessions and makes one. Of what it replaces no byte remains in the files.
    ///
    /// - Throws: `wrongSecret`, the same for an unknown name.
    func recover(
        name: SignInName, recoverySecret: SecretHash, passphrase: NewPassphrase, session: SecretHash, now: Int64
    ) async throws(StoreError) -> AccountRecord

    /// Sets a new passphrase, ends all sessions but `session`, and the recovery code unless a new one comes with it. Of what it
    /// replaces no byte remains in the files.
    ///
    /// - Throws: `wrongSecret`.
    func changePassphrase(
        account: Identifier, currentSecret: SecretHash, passphrase: NewPassphrase, session: SecretHash
    ) async throws(StoreError)

    /// Stretches the passphrase that there is by more rounds, with the same salt. Sessions and recovery code stay. Of what it replaces no
    /// byte remains in the files.
    ///
    /// - Throws: `wrongSecret`, `malformed` for another salt, and for no more rounds than there are.
    func stretchPassphrase(
        account: Identifier, currentSecret: SecretHash, passphrase: NewPassphrase
    ) async throws(StoreError)

    /// Replaces the recovery code. Of the old one no byte remains in the files.
    ///
    /// - Throws: `wrongSecret`.
    func changeRecoveryCode(
        account: Identifier, currentSecret: SecretHash, recoverySecret: SecretHash, personByRecovery: [UInt8]
    ) async throws(StoreError)

    /// The account record.
    ///
    /// - Throws: `notSignedIn` when the account is gone.
    func account(_ account: Identifier) async throws(StoreError) -> AccountRecord

    /// Erases the account: its keys, sessions, private space, invitations, match lists, own entries and blobs. Shared spaces close. The
    /// bytes are gone from the database's files when this returns. It goes in steps: when it throws something else than
    /// `wrongSecret`, some entries may be erased already, and repeating it goes on. Its ids can't be used again, its name not for
    /// 90 days.
    ///
    /// - Returns: the other members of its shared spaces.
    /// - Throws: `wrongSecret`.
    func deleteAccount(
        _ account: Identifier, secret: SecretHash, now: Int64
    ) async throws(StoreError) -> [Identifier]

    // MARK: Sessions

    /// The session, or nil when there is none or it has ended: 90 days after its last use, 400 days after it was made.
    func session(_ session: SecretHash, now: Int64) async throws(StoreError) -> Session?

    /// Notes that the session was used.
    func useSession(_ session: SecretHash, now: Int64) async throws(StoreError)

    /// Ends the session, if there is one.
    func endSession(_ session: SecretHash) async throws(StoreError)

    /// The account's sessions that haven't ended, the one used last first.
    ///
    /// - Parameter current: the session in which this is asked.
    func sessions(account: Identifier, current: SecretHash, now: Int64) async throws(StoreError) -> [SessionRecord]

    /// Ends one of the account's sessions.
    ///
    /// - Throws: `notFound`.
    func endSession(_ id: Identifier, account: Identifier) async throws(StoreError)

    // MARK: Spaces and invitations

    /// Makes a shared space with one member. Repeated by the same member it does nothing.
    ///
    /// - Throws: `notAMember` when someone else has a space with this id; `tooManySpaces`.
    func createSpace(_ space: CreateSpaceRequest, account: Identifier) async throws(StoreError)

    /// Closes the space for both. Its open invitations are revoked; its match lists vanish, and what was said to open it again, also
    /// from the database's files. Repeated it does nothing.
    ///
    /// - Returns: all members.
    /// - Throws: `notAMember`; `malformed` for a private space.
    func leave(space: Identifier, account: Identifier, now: Int64) async throws(StoreError) -> [Identifier]

    /// Keeps that a member would open a space again that one of the two has left, and opens it when both would, of the same opening.
    /// Repeated, or when it is open, it does nothing.
    ///
    /// - Returns: the members when that opened the space, else nobody.
    /// - Throws: `notAMember`; `reopeningOver` fourteen days after it was left, and for a space that the two don't share any more;
    ///   `malformed` when the statement is no envelope of the member's or of an opening that was ended and begun anew.
    func wishReopening(
        _ wish: ReopeningWish, space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> [Identifier]

    /// Takes that back, also from the database's files. Where there is nothing to take back it does nothing.
    ///
    /// - Throws: `notAMember`.
    func withdrawReopening(space: Identifier, account: Identifier) async throws(StoreError)

    /// The statements with which both opened the space again, in the order of the members; none while it is closed.
    ///
    /// - Throws: `notAMember`.
    func reopening(space: Identifier, account: Identifier) async throws(StoreError) -> [[UInt8]]

    /// Makes an invitation. Repeated with the same content it returns the same.
    ///
    /// - Returns: when it runs out, in milliseconds since 1970.
    /// - Throws: `notAMember`, `spaceClosed`, `spaceFull` (also for a private space), `tooManyInvitations`; `malformed` when
    ///   the card is not the account's own or the lookup id is in use.
    func invite(
        _ invitation: InviteRequest, space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> Int64

    /// The invitations that this account made into the space, newest first.
    func invitations(
        space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> [InvitationRecord]

    /// Takes an own invitation back. Repeated it does nothing.
    ///
    /// - Throws: `notAMember`, `notFound`, `invitationUsed`.
    func revokeInvitation(_ lookup: Identifier, space: Identifier, account: Identifier) async throws(StoreError)

    /// Looks at an invitation.
    ///
    /// - Parameter account: who looks, when signed in.
    /// - Throws: `notFound`, `invitationUsed`, `invitationExpired`, `invitationRevoked`, `invitationOwn`.
    func openInvitation(
        _ lookup: Identifier, account: Identifier?, now: Int64
    ) async throws(StoreError) -> OpenInvitationAnswer

    /// Joins the space. All its invitations are used up. Repeated by the same account it does nothing.
    ///
    /// - Returns: the members, both.
    /// - Throws: as ``openInvitation(_:account:now:)``; `spaceClosed`, `spaceFull`, `tooManySpaces`; `malformed` when the card is
    ///   not the account's own.
    func acceptInvitation(
        _ acceptance: AcceptInvitationRequest, account: Identifier, now: Int64
    ) async throws(StoreError) -> [Identifier]

    // MARK: Entries

    /// Appends the envelopes in order, each once however often it comes. Open ones get the space's next numbers, sealed ones
    /// are withheld until every member of a space of two has put one under the same seal; then all of them get their numbers.
    ///
    /// - Throws: `notAMember`, `spaceClosed`, `quotaFull`; `malformed` when an envelope names another space or author;
    ///   `entryConflict` when an entry with the same id has other bytes.
    func append(
        _ envelopes: [Envelope], space: Identifier, account: Identifier
    ) async throws(StoreError) -> AppendOutcome

    /// The entries with numbers above `after`, up to ``Limits/pageItems`` of them and about ``Limits/pageBytes``: the bytes of a
    /// ``EntryPage``, as they are sent.
    ///
    /// - Throws: `notAMember`.
    func page(space: Identifier, after: Int64, account: Identifier) async throws(StoreError) -> [UInt8]

    /// What ``page(space:after:account:)`` would give, if it is in memory and small, so that it takes none to have it; nil otherwise.
    func pageAtHand(space: Identifier, after: Int64, account: Identifier) -> [UInt8]?

    /// The newest number of each of the account's spaces.
    func heads(account: Identifier) async throws(StoreError) -> [Identifier: Int64]

    /// What is withheld.
    ///
    /// - Throws: `notAMember`.
    func sealed(space: Identifier, account: Identifier) async throws(StoreError) -> SealedAnswer

    /// About how many bytes reading what is withheld takes: those of all that waits in the space.
    ///
    /// - Throws: `notAMember`.
    func sealedSize(space: Identifier, account: Identifier) async throws(StoreError) -> Int

    /// Which entries answered each other when a seal was released. That is written down for good, whatever is erased or put later.
    ///
    /// - Throws: `notAMember`; `notFound` when it wasn't released.
    func released(_ seal: Identifier, space: Identifier, account: Identifier) async throws(StoreError) -> ReleasedSeal

    /// Erases an own entry. Its number, id, author, seal and hash remain; a withheld one vanishes. The bytes are gone from the
    /// database's files when this returns. Repeated it does nothing.
    ///
    /// - Throws: `notAMember`; `notFound` when there is no such entry or another wrote it.
    func erase(_ entry: Identifier, space: Identifier, account: Identifier) async throws(StoreError)

    /// Erases all own entries, blobs and match lists of the space, as ``erase(_:space:account:)`` does, in steps: when it throws, some may
    /// be erased already, and repeating it goes on.
    ///
    /// - Throws: `notAMember`.
    func eraseAll(space: Identifier, account: Identifier) async throws(StoreError)

    // MARK: Blobs

    /// Keeps a blob, bytes beside the entries, once however often it comes. It counts in the space as an entry does.
    ///
    /// - Throws: `notAMember`, `spaceClosed`, `quotaFull`, `blobTooLarge`; `malformed` when it isn't as long as what is padded;
    ///   `entryConflict` when there is another blob with the same id.
    func putBlob(
        _ bytes: [UInt8], as blob: Identifier, space: Identifier, account: Identifier
    ) async throws(StoreError)

    /// What a blob holds, whoever of the members has put it.
    ///
    /// - Throws: `notAMember`; `notFound` when there is no such blob.
    func blob(_ blob: Identifier, space: Identifier, account: Identifier) async throws(StoreError) -> [UInt8]

    /// Erases an own blob. The bytes are gone from the database's files when this returns, and the id may be used again.
    ///
    /// - Throws: `notAMember`; `notFound` when there is no such blob or another has put it.
    func eraseBlob(_ blob: Identifier, space: Identifier, account: Identifier) async throws(StoreError)

    // MARK: Match

    /// Keeps the account's list for a topic, once and for good. The same list put again is a repetition.
    ///
    /// - Parameter week: the week that the topic belongs to, as ``MatchWeek`` counts; nil when the client doesn't say.
    /// - Throws: `notAMember`, `spaceClosed`, `matchTooSoon`; `matchClosed` for a week that is not now; `malformed` when there are
    ///   not exactly 64 different tokens.
    func putMatch(
        _ tokens: [Identifier], topic: Identifier, week: Int64?, space: Identifier, account: Identifier, now: Int64
    ) async throws(StoreError) -> MatchOutcome

    /// The tokens in every member's list, in ascending order; empty until all have put one.
    ///
    /// - Throws: `notAMember`.
    func match(topic: Identifier, space: Identifier, account: Identifier) async throws(StoreError) -> [Identifier]

    // MARK: The store itself

    /// Looks whether everything can be read and changed.
    ///
    /// - Throws: why not; the cause says it in words.
    func check() async throws(StoreError)

    /// Removes ended sessions, and the keys within invitations that have run out.
    func sweep(now: Int64) async throws(StoreError)

    /// Finishes what is under way and closes the database. Verbs called afterwards throw `busy`.
    func close() async throws(StoreError)
}
