import Bytes
import Ledger
import Wire

/// Something that a replica asks for.
///
/// Actions are performed in their order, and a request must not leave before all that is to be kept ahead of it is
/// durable. So a crash at any moment loses nothing and never makes one device write two different pasts.
public enum Action: Equatable, Sendable {
    /// Make an envelope, keep the entry's item of the outbox with it, and answer with ``Input/sealed(request:envelope:hash:)``.
    /// However long the envelope takes: what is to be kept or forgotten after this comes after it.
    case seal(request: Int, Sealing)
    /// Open envelopes, at most 512, and answer with ``Input/opened(request:_:)``.
    case open(request: Int, envelopes: [[UInt8]])
    /// Send a request and answer with ``Input/answered(request:body:)``, ``Input/refused(request:_:)`` or
    /// ``Input/unreachable(request:)``. The body is empty for reading.
    case send(request: Int, Route, body: [UInt8])
    /// Add a segment (which may be empty) to those kept, replace the cursor, and forget the items of the outbox that the
    /// segment now holds: all at once.
    case keep(segment: [UInt8], cursor: [UInt8], settled: [Identifier])
    /// Keep an item of the outbox under the entry's id, in place of an earlier one.
    case keepOutbox(entry: Identifier, item: [UInt8])
    /// Forget the item of the outbox under the entry's id.
    case forgetOutbox(entry: Identifier)
    /// Send ``Input/ticked`` at this time: milliseconds since 1970. Replaces an earlier one.
    case wake(at: Int64)
    /// What the replica shows has changed: its projection, what waits, or what is unsent.
    case changed
    /// Tell the person.
    case notice(Notice)
}

/// An envelope to be made: the nonce is put into the header (it holds zeros), and the id of the seal when one is named; the
/// body is padded, encrypted and signed.
public struct Sealing: Equatable, Sendable {
    /// The entry.
    public let entry: Identifier
    /// The header.
    public let header: EnvelopeHeader
    /// What the entry says.
    public let body: [UInt8]
    /// The name of the seal, for which the header holds zeros so far; nil when the header is right as it is.
    public let sealName: String?
    /// The beginning of what is kept under the entry's id. The envelope follows and then its hash, each with its count in 8
    /// bytes before it.
    public let kept: [UInt8]
}
