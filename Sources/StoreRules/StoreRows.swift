import Bytes
import Wire

/// What a database home finds within a transaction. It knows no rule; ``Rules`` says what to look for.
///
/// These verbs and those of ``WritableRows`` throw only what the database says: `storageFull`, `busy`, `internal`.
public protocol StoreRows {
    // MARK: Accounts and sessions

    /// The account with this id.
    func account(_ id: Identifier) throws(StoreError) -> AccountRow?

    /// The account with this name.
    func account(named name: SignInName) throws(StoreError) -> AccountRow?

    /// Until when nobody may take what this mark stands for, in milliseconds since 1970; nil when it is free.
    func goneUntil(_ mark: Identifier) throws(StoreError) -> Int64?

    /// The session of this token.
    func session(_ hash: SecretHash) throws(StoreError) -> Session?

    /// The sessions of an account by the hashes of their tokens.
    func sessions(of account: Identifier) throws(StoreError) -> [SecretHash: Session]

    // MARK: Spaces and invitations

    /// The space with this id, and its members.
    func space(_ id: Identifier) throws(StoreError) -> SpaceRow?

    /// The spaces that `account` is a member of, in the order it joined.
    func spaces(of account: Identifier) throws(StoreError) -> [SpaceRow]

    /// The invitation with this look-up id.
    func invitation(_ lookup: Identifier) throws(StoreError) -> InvitationRow?

    /// The invitations to a space in the order they were made.
    func invitations(to space: Identifier) throws(StoreError) -> [InvitationRow]

    // MARK: Entries

    /// The entry with this id, withheld or numbered.
    func entry(_ id: Identifier, in space: Identifier) throws(StoreError) -> EntryRow?

    /// The entries with the numbers above `after` in ascending order: at most `count`, and none after the one with which they
    /// reach `bytes` bytes.
    func entries(
        in space: Identifier, after: Int64, count: Int, bytes: Int
    ) throws(StoreError) -> [EntryRow]

    /// What is withheld under `seal`, or under any when it is nil, in the order it was put.
    func withheld(in space: Identifier, under seal: Identifier?) throws(StoreError) -> [EntryRow]

    /// Whether anything of `author` is withheld under `seal`. It is asked for each sealed entry that comes, so it mustn't take longer
    /// the more there is.
    func hasWithheld(in space: Identifier, under seal: Identifier, by author: Identifier) throws(StoreError) -> Bool

    /// How many entries of `author` are withheld, and their bytes together.
    func withheldTotal(in space: Identifier, by author: Identifier) throws(StoreError) -> (count: Int, bytes: Int64)

    /// The entries that answered each other when a seal was released; nil when it wasn't, none when that is not known any more.
    func released(_ seal: Identifier, in space: Identifier) throws(StoreError) -> [Identifier]?

    // MARK: Blobs

    /// The blob with this id.
    func blob(_ id: Identifier, in space: Identifier) throws(StoreError) -> BlobRow?

    /// Blobs that `author` has put, at most `count`.
    func blobs(in space: Identifier, by author: Identifier, count: Int) throws(StoreError) -> [BlobRow]

    // MARK: Match

    /// The lists about `topic`, or about any when it is nil, that were put after `time`.
    func matchLists(
        in space: Identifier, about topic: Identifier?, after time: Int64
    ) throws(StoreError) -> [MatchListRow]
}
