import Bytes
import Ledger

/// Entries by the first eight bytes of a hash, which need no further hashing: ten years are entered in a few milliseconds.
struct MarkTable: Sendable {
    private var entries: [(mark: UInt64, position: Log.Position)] = []
    private var index: HashIndex

    init(capacity: Int) {
        index = HashIndex(capacity: capacity)
        entries.reserveCapacity(capacity)
    }

    /// The entry that was entered under a mark.
    subscript(mark: UInt64) -> Log.Position? {
        index.number(of: mark) { entries[$0].mark == mark }.map { entries[$0].position }
    }

    /// Enters an entry under a mark that none has yet.
    mutating func insert(_ position: Log.Position, under mark: UInt64) {
        index.insert(entries.count, under: mark)
        entries.append((mark, position))
    }
}
