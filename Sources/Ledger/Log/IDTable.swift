/// Which position of the log has which id. Open addressing with linear probing; a slot holds a position plus one, 0 when
/// it is free. Ids of entries are random, so their own bits serve as the hash.
struct IDTable: Sendable {
    private var slots = [UInt32](repeating: 0, count: 64)
    private var count = 0

    /// The position of `id`; `idAt` tells the id at a position.
    func position(of id: ID, idAt: (Int) -> ID) -> Int? {
        var slot = Self.slot(of: id, in: slots.count)
        while slots[slot] != 0 {
            let position = Int(slots[slot]) - 1
            if idAt(position) == id { return position }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Notes that `id`, which must be new, is at `position`.
    mutating func insert(_ id: ID, at position: Int, idAt: (Int) -> ID) {
        if (count + 1) * 2 > slots.count { resize(to: slots.count * 2, idAt: idAt) }
        put(id, position)
        count += 1
    }

    /// Makes room for this many ids in all.
    mutating func reserve(_ capacity: Int, idAt: (Int) -> ID) {
        var size = slots.count
        while size < capacity * 2 { size *= 2 }
        if size > slots.count { resize(to: size, idAt: idAt) }
    }

    private mutating func resize(to size: Int, idAt: (Int) -> ID) {
        let old = slots
        slots = [UInt32](repeating: 0, count: size)
        for slot in old where slot != 0 { put(idAt(Int(slot) - 1), Int(slot) - 1) }
    }

    private mutating func put(_ id: ID, _ position: Int) {
        var slot = Self.slot(of: id, in: slots.count)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(position + 1)
    }

    private static func slot(of id: ID, in count: Int) -> Int {
        // Multiplied, so that ids made to agree in their last bits are still spread.
        Int(truncatingIfNeeded: ((id.low ^ id.high) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
    }
}
