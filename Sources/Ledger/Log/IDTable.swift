import Bytes

/// Which position of the log has which id.
///
/// Open addressing with linear probing. Ids of entries are random, so their own bits serve as the hash. A slot holds 32
/// bits of the id above a position plus one, so that nearly always the table alone tells whether an id is there; 0 is a
/// free slot.
struct IDTable: Sendable {
    private var slots = [UInt64](repeating: 0, count: 64)
    private var count = 0

    /// The position of `id`; `idAt` tells the id at a position.
    func position(of id: Identifier, idAt: (Int) -> Identifier) -> Int? {
        let tag = Self.tag(of: id)
        var slot = Self.slot(of: tag, in: slots.count)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == tag {
                let position = Int(slots[slot] & 0xFFFF_FFFF) - 1
                if idAt(position) == id { return position }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Notes that `id`, which must be new, is at `position`.
    mutating func insert(_ id: Identifier, at position: Int) {
        if (count + 1) * 2 > slots.count { resize(to: slots.count * 2) }
        put(Self.tag(of: id) << 32 | UInt64(position + 1))
        count += 1
    }

    /// Makes room for this many ids in all.
    mutating func reserve(_ capacity: Int) {
        var size = slots.count
        while size < capacity * 2 { size *= 2 }
        if size > slots.count { resize(to: size) }
    }

    private mutating func resize(to size: Int) {
        let old = slots
        slots = [UInt64](repeating: 0, count: size)
        for slot in old where slot != 0 { put(slot) }
    }

    private mutating func put(_ value: UInt64) {
        var slot = Self.slot(of: value >> 32, in: slots.count)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = value
    }

    /// 32 bits of an id, mixed so that ids made to agree in some of their bits are still told apart.
    private static func tag(of id: Identifier) -> UInt64 {
        ((id.low ^ id.high) &* 0x9E37_79B9_7F4A_7C15) >> 32
    }

    private static func slot(of tag: UInt64, in count: Int) -> Int {
        Int(truncatingIfNeeded: tag) & (count - 1)
    }
}
