/// For each symbol the entry that says the latest about it.
struct LatestTable: Sendable {
    private static let none = UInt32.max
    private var slots: [UInt32] = []

    /// The entry for a symbol.
    subscript(symbol: Symbol) -> Log.Position? {
        get {
            guard symbol.number < UInt32(slots.count) else { return nil }
            let slot = slots[Int(symbol.number)]
            return slot == Self.none ? nil : Log.Position(Int(slot))
        }
        set {
            guard symbol != .none else { return }
            let index = Int(symbol.number)
            while slots.count <= index { slots.append(Self.none) }
            slots[index] = newValue?.number ?? Self.none
        }
    }

    /// All entries, in no order that another device would share.
    var positions: [Log.Position] {
        var positions: [Log.Position] = []
        for slot in slots where slot != Self.none { positions.append(Log.Position(Int(slot))) }
        return positions
    }
}
