import Bytes
import Wire

/// What a database home puts and removes within a transaction. Rows that were put are found from then on; when the transaction fails,
/// the home undoes all of it.
///
/// A row has an owner, an account or a space, and goes with it. `put` replaces the row with the same key and keeps its place in the
/// order.
public protocol WritableRows: StoreRows {
    // MARK: Accounts and sessions

    /// Puts an account.
    func put(_ account: AccountRow) throws(StoreError)

    /// Removes an account with its sessions, memberships, match lists and the invitations it has made.
    func removeAccount(_ id: Identifier) throws(StoreError)

    /// Notes that nobody may take what this mark stands for until `time`.
    func putGone(_ mark: Identifier, until time: Int64) throws(StoreError)

    /// Forgets the marks that hold until `time` or before.
    func removeGone(until time: Int64) throws(StoreError)

    /// Puts the session of a token.
    func put(_ session: Session, for hash: SecretHash) throws(StoreError)

    /// Removes sessions.
    func removeSessions(_ which: SessionSelection) throws(StoreError)

    // MARK: Spaces and invitations

    /// Puts a space, but not its members.
    func put(_ space: SpaceRow) throws(StoreError)

    /// Puts a member of a space.
    func put(_ member: MemberRow, in space: Identifier) throws(StoreError)

    /// Removes what members said to open spaces again that were left at `time` or before and are closed.
    func removeReopenings(leftUntil time: Int64) throws(StoreError)

    /// Removes a space with everything in it.
    func removeSpace(_ id: Identifier) throws(StoreError)

    /// Puts an invitation.
    func put(_ invitation: InvitationRow) throws(StoreError)

    /// Removes invitations that run out at `time` or before and weren't accepted.
    func removeInvitations(expiredBy time: Int64) throws(StoreError)

    /// Removes the keys and greetings within invitations that run out at `time` or before.
    func removeInvitationKeys(expiredBy time: Int64) throws(StoreError)

    // MARK: Entries

    /// Puts an entry: a withheld one by its id, another one by its number.
    func put(_ entry: EntryRow, in space: Identifier) throws(StoreError)

    /// Removes a withheld entry.
    func removeWithheld(_ id: Identifier, in space: Identifier) throws(StoreError)

    /// Notes that a seal was released, and by which entries: one of each member, in the order of the members.
    func putReleased(_ seal: Identifier, by entries: [Identifier], in space: Identifier) throws(StoreError)

    // MARK: Blobs

    /// Puts a blob.
    func put(_ blob: BlobRow, in space: Identifier) throws(StoreError)

    /// Removes a blob.
    func removeBlob(_ id: Identifier, in space: Identifier) throws(StoreError)

    // MARK: Match

    /// Removes the lists that were put at `time` or before.
    func removeMatchLists(putUntil time: Int64) throws(StoreError)

    /// Removes all members' lists.
    func removeMatchLists(in space: Identifier) throws(StoreError)

    /// Puts a member's list for a topic.
    func put(_ list: MatchListRow, in space: Identifier) throws(StoreError)
}
