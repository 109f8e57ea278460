import Bytes
import Ledger

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
    let request: Int
    /// The envelopes, by ascending number.
    let envelopes: [ArrivedEnvelope]
    /// Where the cursor goes then; nil when they don't come from a page.
    let next: Int64?
    /// Whether the page was the last one.
    let isDone: Bool
    /// What came of opening them; nil until then.
    var openings: [Opening]?
}

/// An envelope that came from the relay.
struct ArrivedEnvelope: Sendable {
    let bytes: [UInt8]
    let entry: Identifier
    let author: Identifier
    let link: (previous: [UInt8], seal: Identifier)
}
