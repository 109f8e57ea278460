import Bytes
import Ledger
import Wire

/// Something about the state of a space that a person should be told, in plain words that the interface has.
public enum Notice: Equatable, Sendable {
    /// Entries of this author are missing: others name them, but they haven't come.
    case gap(author: Identifier, missing: Int)
    /// Two pasts of one device of this author exist: a copy of the device or its key may be writing.
    case fork(author: Identifier)
    /// The relay was restored from an older copy. What this person wrote and the relay lost is sent again.
    case relayRestored
    /// The relay shows less than it did, without saying why. Everything is read again.
    case rollback
    /// Envelopes that claim to be of this author could not be opened. They are kept.
    case quarantined(author: Identifier, reason: QuarantinedEnvelope.Reason, count: Int)
    /// A device of this author has a clock that is ahead by this many milliseconds.
    case clockAhead(author: Identifier, milliseconds: Int64)
    /// The space is closed. So many own entries stay on this device only.
    case spaceClosed(unsent: Int)
    /// This account is no member of the space.
    case notAMember
    /// The session has ended.
    case signedOut
    /// The relay's disk is full. Nothing is lost; it is tried again.
    case relayFull
    /// The relay will never take this entry, for this reason. It stays on this device.
    case parked(entry: Identifier, ErrorName)
    /// The relay had other words under the id of an entry; the own words were written again under another id.
    case rewritten(entry: Identifier)
    /// Part of what was kept on this device can't be read. It is fetched again.
    case storageDamaged
    /// The relay answered something that can't be read.
    case unreadableAnswer
}
