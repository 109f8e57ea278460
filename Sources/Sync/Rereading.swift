import Bytes
import Ledger
import Wire

/// What a reading from the start has found so far.
struct Rereading: Sendable {
    /// Entries that the relay has, or has erased.
    var confirmed: Set<Identifier> = []
    /// The hash of the own open entry that came last.
    var head = Replica.noHash
    /// Whether the last page was read.
    var isPageDone = false
    /// Whether the answer about sealed entries came.
    var isSealedDone = false
}

/// Envelopes that are being opened, and what is to be noted with them once they are.
struct Arrival: Sendable {
    /// The request to open them.
    var request: Int
    /// The envelopes, by ascending number.
    let envelopes: [ArrivedEnvelope]
    /// Where they come from.
    let source: Source
    /// What came of opening them; nil until then.
    var openings: [Opening]?

    /// Whether one more key may open some of them: not when all are open already.
    var mayGainByKey: Bool {
        openings?.contains {
            switch $0 {
            case .opened: false
            case .failed: true
            }
        } ?? true
    }

    enum Source: Equatable, Sendable {
        /// The page after the cursor, which goes to `next` then, where `witness` stands; the last one there is when `isLast`.
        case page(next: Int64, witness: Witness?, isLast: Bool)
        /// A page of the newest entries, ahead of the cursor.
        case newest
        /// The answer about sealed entries.
        case sealed
        /// This device, which keeps what it couldn't open.
        case quarantine

        /// Whether it may hold an entry after the number `head`, or one of the newest before it.
        func reaches(_ head: Int64) -> Bool {
            switch self {
            case .page(let next, _, _): next > head
            case .newest, .sealed, .quarantine: true
            }
        }
    }
}

/// The newest entries of a long history, which are read before what lies between.
struct NewestEntries: Sendable {
    /// What their next page is asked after; nil once all are on their way.
    private(set) var after: Int64?
    /// The number of the last one.
    let head: Int64

    init(after: Int64, head: Int64) {
        self.after = after
        self.head = head
    }

    /// Takes note of a page of them.
    mutating func advance(to page: EntryPage) {
        after = page.isDone || page.next >= head ? nil : page.next
    }
}

/// An envelope that came from the relay.
struct ArrivedEnvelope: Sendable {
    let bytes: [UInt8]
    let entry: Identifier
    let author: Identifier
    let link: (previous: [UInt8], seal: Identifier)
    /// The relay's number; nil when it didn't come with a page.
    let number: Int64?
}
