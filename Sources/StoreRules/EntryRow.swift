import Bytes
import Wire

/// An entry as a home keeps it. Its id is its own within its space, and no more than that: else an id would tell whether
/// it exists in someone else's.
public struct EntryRow: Sendable {
    /// How far an entry has come.
    public enum Standing: Sendable {
        /// It waits under a seal and has no number.
        case withheld(seal: Identifier)
        /// It has this number.
        case numbered(Int64)
        /// It had this number, and what is left of it is an ``ErasedEntry``.
        case erased(Int64)
    }

    /// The entry's id.
    public let id: Identifier
    /// Who wrote it.
    public let author: Identifier
    /// How far it has come.
    public let standing: Standing
    /// The envelope, or the ``ErasedEntry``.
    public let bytes: [UInt8]

    /// An entry.
    public init(id: Identifier, author: Identifier, standing: Standing, bytes: [UInt8]) {
        self.id = id
        self.author = author
        self.standing = standing
        self.bytes = bytes
    }

    /// The entry's number; 0 while it is withheld.
    public var number: Int64 {
        switch standing {
        case .withheld: 0
        case .numbered(let number), .erased(let number): number
        }
    }
}
