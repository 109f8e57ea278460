import Bytes

/// An entry as the log takes it in: an opened envelope.
public struct Entry: Equatable, Sendable {
    /// The entry's own id.
    public var id: Identifier
    /// The account of whoever wrote it.
    public var author: Identifier
    /// What it says: a body (see ``Body``), decrypted, without padding.
    public var body: [UInt8]
    /// Its place in its author's chain; nil while it isn't sealed into an envelope yet.
    public var link: Link?

    /// An entry.
    public init(id: Identifier, author: Identifier, body: [UInt8], link: Link? = nil) {
        self.id = id
        self.author = author
        self.body = body
        self.link = link
    }
}

/// An entry's place in the chain of what its author wrote in one space.
public struct Link: Equatable, Sendable {
    /// How many bytes a hash has.
    public static let hashByteCount = 32

    /// The hash of the entry's envelope, 32 bytes.
    public let hash: [UInt8]
    /// The hash of the author's previous open envelope, 32 bytes; zeros for the first.
    public let previous: [UInt8]
    /// The seal under which the entry was withheld until all had answered; zero when it was open at once.
    public let seal: Identifier

    /// A link.
    ///
    /// - Precondition: both hashes have 32 bytes.
    public init(hash: [UInt8], previous: [UInt8], seal: Identifier = .zero) {
        precondition(hash.count == Self.hashByteCount && previous.count == Self.hashByteCount, "a hash has 32 bytes")
        self.hash = hash
        self.previous = previous
        self.seal = seal
    }
}

/// An envelope that could not be opened, kept as it came.
public struct QuarantinedEnvelope: Equatable, Sendable {
    /// Why it could not be opened.
    public enum Reason: UInt8, CaseIterable, Sendable {
        /// Its layout is not that of an envelope, or of a version that is not known here.
        case malformed = 0
        /// The signature is not that of its author.
        case badSignature = 1
        /// It doesn't decrypt under the space's key.
        case undecryptable = 2
        /// Its author is not known to be a member of the space.
        case unknownAuthor = 3
        /// It carries the id of another entry, or belongs to another space.
        case misplaced = 4
        /// An entry with its id is here already and says something else.
        case conflicting = 5
    }

    /// The id it claims; zero when that can't be read.
    public var id: Identifier
    /// The author it claims; zero when that can't be read.
    public var author: Identifier
    /// Why it could not be opened.
    public var reason: Reason
    /// The envelope.
    public var envelope: [UInt8]

    /// A quarantined envelope.
    public init(id: Identifier, author: Identifier, reason: Reason, envelope: [UInt8]) {
        self.id = id
        self.author = author
        self.reason = reason
        self.envelope = envelope
    }
}

/// What is left of an entry that its author erased at the relay before this device had it.
public struct Tombstone: Hashable, Sendable {
    /// The entry's id.
    public var id: Identifier
    /// The account of whoever wrote and erased it.
    public var author: Identifier
    /// The hash of its envelope, 32 bytes, so that the author's chain can still be followed.
    public var hash: [UInt8]
    /// The seal under which it was put; zero when it was open at once, or when that wasn't kept.
    public var seal: Identifier

    /// What is left of an entry.
    ///
    /// - Precondition: `hash` has 32 bytes.
    public init(id: Identifier, author: Identifier, hash: [UInt8], seal: Identifier = .zero) {
        precondition(hash.count == Link.hashByteCount, "a hash has 32 bytes")
        self.seal = seal
        self.id = id
        self.author = author
        self.hash = hash
    }
}
