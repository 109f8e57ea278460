/// Finds numbers (places in an array) by a hash of what stands there.
///
/// Open addressing with linear probing. A slot holds 32 bits of the hash above a number plus one, so that nearly always the index
/// alone tells whether something is there; 0 is a free slot. What is entered stays.
public struct HashIndex: Sendable {
    @usableFromInline var slots: [UInt64]
    @usableFromInline var count = 0

    /// An index with room for as many numbers.
    @inlinable public init(capacity: Int = 0) {
        slots = [UInt64](repeating: 0, count: Self.size(for: capacity))
    }

    /// The number that was entered under a hash and is the one that is looked for; nil when there is none.
    ///
    /// - Parameter isMeant: whether a number that was entered under an equal hash, or nearly so, is the one.
    @inlinable public func number(of hash: UInt64, where isMeant: (Int) -> Bool) -> Int? {
        let tag = Self.tag(of: hash)
        var slot = Int(truncatingIfNeeded: tag) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == tag {
                let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
                if isMeant(number) { return number }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Enters a number, 0…4,294,967,294, under a hash. It must not be there yet.
    @inlinable public mutating func insert(_ number: Int, under hash: UInt64) {
        if (count + 1) * 2 > slots.count { resize(to: slots.count * 2) }
        put(Self.tag(of: hash) << 32 | UInt64(number + 1))
        count += 1
    }

    /// Makes room for as many numbers in all.
    @inlinable public mutating func reserve(_ capacity: Int) {
        let size = Self.size(for: capacity)
        if size > slots.count { resize(to: size) }
    }

    @usableFromInline mutating func resize(to size: Int) {
        let old = slots
        slots = [UInt64](repeating: 0, count: size)
        for slot in old where slot != 0 { put(slot) }
    }

    @inlinable mutating func put(_ value: UInt64) {
        var slot = Int(truncatingIfNeeded: value >> 32) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = value
    }

    /// 32 bits of a hash, mixed so that hashes made to agree in some of their bits are still told apart.
    @inlinable static func tag(of hash: UInt64) -> UInt64 {
        (hash &* 0x9E37_79B9_7F4A_7C15) >> 32
    }

    /// A power of two that leaves half of the slots free.
    @inlinable static func size(for capacity: Int) -> Int {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        return size
    }
}
