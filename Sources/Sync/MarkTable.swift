import Ledger

/// Entries by the first eight bytes of a hash. Open addressing with linear probing: hashes need no hashing, and ten
/// years are entered in a few milliseconds.
struct MarkTable: Sendable {
    private var marks: [UInt64]
    private var positions: [Log.Position?]
    private var count = 0

    init(capacity: Int) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        marks = [UInt64](repeating: 0, count: size)
        positions = [Log.Position?](repeating: nil, count: size)
    }

    /// The entry that was entered under a mark.
    subscript(mark: UInt64) -> Log.Position? {
        var slot = slot(of: mark)
        while let position = positions[slot] {
            if marks[slot] == mark { return position }
            slot = (slot + 1) & (marks.count - 1)
        }
        return nil
    }

    /// Enters an entry under a mark that none has yet.
    mutating func insert(_ position: Log.Position, under mark: UInt64) {
        if (count + 1) * 2 > marks.count {
            var larger = MarkTable(capacity: marks.count)
            for slot in marks.indices {
                if let position = positions[slot] { larger.put(position, under: marks[slot]) }
            }
            marks = larger.marks
            positions = larger.positions
        }
        put(position, under: mark)
        count += 1
    }

    private mutating func put(_ position: Log.Position, under mark: UInt64) {
        var slot = slot(of: mark)
        while positions[slot] != nil { slot = (slot + 1) & (marks.count - 1) }
        marks[slot] = mark
        positions[slot] = position
    }

    private func slot(of mark: UInt64) -> Int {
        Int(truncatingIfNeeded: mark & UInt64(marks.count - 1))
    }
}
