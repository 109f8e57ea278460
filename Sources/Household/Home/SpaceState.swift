import Bytes
import Ledger
import Sync
import Wire

/// One space on this device: the relay's record of it, its entries, and the names of its seals.
public struct SpaceState {
    /// The relay's record of it.
    public internal(set) var record: SpaceRecord
    /// Its entries, and what still has to reach the relay.
    var replica: Replica
    /// The ids that the shim gave for the names of seals, as far as they were asked for.
    var sealIDs: [String: Identifier] = [:]
    /// Names of seals that the shim has been asked for.
    var askedSeals: Set<String> = []
    /// Which entries answered each other, by the seals of which the relay was asked; nil until it has said.
    var pairs: [Identifier: [Identifier]?] = [:]
    /// How much the other had taken back when it was last asked what still waits.
    var seenRemovals = 0
    /// The state of the projection in which the relay's marks of erasing were last looked at.
    var seenMarks = 0
    /// Entries that were told of as erased without their author's word.
    var toldMarks: Set<Identifier> = []
    /// The other's public key by which their entries were last read; nil as long as none is known.
    var believedKey: [UInt8]?
    /// The keys under which segments are kept on this device, oldest first.
    var segmentKeys: [String] = []

    /// What its entries say.
    public var projection: Projection { replica.projection }

    init(_ record: SpaceRecord, author: Identifier, device: DeviceID, entropy: UInt64) {
        self.record = record
        replica = Replica(
            space: record.id, author: author, device: device, entropy: entropy, isClosed: record.state == .closed,
            wasReopened: record.opening > 0)
    }

    /// Whether an entry is somebody's own to take back: in a closed space nothing is written any more.
    func mayTakeBack(_ entry: Identifier, _ account: Identifier) -> Bool {
        guard record.state == .open, let position = projection.log.position(of: entry) else { return false }
        return projection.log.author(at: position) == account
            && projection.log.kind(at: position)?.rule.isErasable == true
    }

    /// Under what name the cursor is kept among this device's records.
    static func cursorKey(_ space: Identifier) -> String { "cursor/" + space.text }
    /// Under what name an item of the outbox is kept.
    static func outboxKey(_ space: Identifier, _ entry: Identifier) -> String { space.text + "/" + entry.text }
    /// Which space a kept segment or item of the outbox belongs to.
    static func space(ofKey key: String) -> Identifier? {
        Identifier(text: String(key.prefix { $0 != "/" }))
    }
}
