import Bytes
import Ledger
import Wire

/// Something that happened to a replica from outside. Writing is apart: ``Replica/write(_:as:under:now:)``.
public enum Input: Sendable {
    /// What was kept on this device has been read: all segments one after the other, the last cursor, and the outbox.
    /// Comes once and first.
    case restored(segments: [UInt8], cursor: [UInt8]?, outbox: [[UInt8]])
    /// The device is online and signed in: requests can be tried. Also sent when the live stream was connected again.
    case wentOnline
    /// Requests can't be tried.
    case wentOffline
    /// The live stream has ended. Requests can be tried, but what answers them may have been set back meanwhile.
    case streamEnded
    /// The answer to ``Action/seal(request:_:)``. The item is kept with it, or can't be.
    case sealed(request: Int, envelope: [UInt8], hash: [UInt8])
    /// The envelope of ``Action/seal(request:_:)`` can't be made: the entry is too large for one, or the key is not at hand.
    case sealingFailed(request: Int, isTooLarge: Bool)
    /// The relay answered a request; what with depends on the request. A page may come with what was opened of it on the way:
    /// one opening an item, in their order, nil for an item that holds no envelope. One that failed is asked for again.
    case answered(request: Int, body: [UInt8], opened: [Opening?] = [])
    /// The relay refused a request.
    case refused(request: Int, WireError)
    /// No answer came: no connection, a time-out, a broken one.
    case unreachable(request: Int)
    /// The answer to ``Action/open(request:envelopes:)``: one opening an envelope, in their order.
    case opened(request: Int, [Opening])
    /// The live stream told the number of the space's newest entry.
    case announced(head: Int64)
    /// The live stream told that a seal waits or was released.
    case sealAnnounced
    /// A key became known: envelopes that are in quarantine, or being opened without it, may open now.
    case keysChanged
    /// The account's record says that the space is closed.
    case closed
    /// Both members have opened the space again. What was written while it was closed, and what was on its way then, stays here.
    case reopened
    /// The relay erased these own entries on request. They stay here, and are not sent again to a relay that lost them.
    case erased([Identifier])
    /// The time of ``Action/wake(at:)`` has come.
    case ticked
}

/// What came of opening an envelope. The hash is the SHA-256 of the whole envelope.
public enum Opening: Equatable, Sendable {
    /// The signature is its author's, and this is the body without padding.
    case opened(body: [UInt8], hash: [UInt8])
    /// It can't be opened.
    case failed(QuarantinedEnvelope.Reason, hash: [UInt8])
}
