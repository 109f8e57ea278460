import Bytes
import Ledger
import Sync
import Wire

extension Home {
    /// Takes over entries that were written elsewhere, into the private space; they keep their times. Those that are here already
    /// are passed over.
    public mutating func adopt(_ entries: [(entry: Identifier, body: [UInt8])], _ world: inout World) {
        guard let space = privateSpace?.record.id, let index = index(of: space) else { return }
        let actions = spaces[index].replica.adopt(
            entries.map { ($0.entry, $0.body) }, now: Int64(world.now))
        perform(actions, for: space, &world)
    }

    /// Whether an entry is here, in whichever space.
    public func has(_ entry: Identifier) -> Bool {
        spaces.contains { $0.projection.log.position(of: entry) != nil }
    }
}
