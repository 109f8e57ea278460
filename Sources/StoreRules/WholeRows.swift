import Bytes
import Wire

/// What a home finds besides, when all that is in it is moved to another one: everything there is, in pieces.
public protocol WholeRows: StoreRows {
    /// Accounts with ids above `after`, in ascending order, at most `count`.
    func accounts(after: Identifier, count: Int) throws(StoreError) -> [AccountRow]

    /// Marks above `after`, in ascending order, at most `count`, and until when nobody may take what they stand for.
    func goneMarks(after: Identifier, count: Int) throws(StoreError) -> [(mark: Identifier, until: Int64)]

    /// Spaces with ids above `after`, in ascending order, at most `count`, and their members.
    func spaces(after: Identifier, count: Int) throws(StoreError) -> [SpaceRow]

    /// Who joined which space, in the order in which all of them did, from behind `after`, at most `count`. The ordinal is the home's own.
    func joinings(
        after: Int64, count: Int
    ) throws(StoreError) -> [(ordinal: Int64, account: Identifier, space: Identifier)]

    /// The seals of a space that were released, and the entries that answered each other under each.
    func releasedSeals(in space: Identifier) throws(StoreError) -> [(seal: Identifier, entries: [Identifier])]

    /// The ids of a space's blobs.
    func blobs(in space: Identifier) throws(StoreError) -> [Identifier]
}
