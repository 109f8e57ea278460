/// A name that occurs in many entries (a practice, a question, a conversation), as a small number.
///
/// Numbers are given in the order in which names were first seen, so they mean nothing outside of their ``Log``.
public struct Symbol: Hashable, Sendable {
    let number: UInt32

    /// The symbol of an entry that is about nothing in particular.
    static let none = Symbol(number: UInt32.max)
}

/// The names that occur in a log, each once, found by their bytes.
///
/// Open addressing with linear probing; a slot holds a symbol's number plus one, 0 when it is free.
struct SymbolTable: Sendable {
    private var text: [UInt8] = []
    /// Where each name ends in `text`; it begins where the one before ends.
    private var ends: [Int] = []
    private var slots = [UInt32](repeating: 0, count: 256)

    /// The symbol for a name, made when it is new.
    mutating func symbol(for name: UnsafeBufferPointer<UInt8>) -> Symbol {
        let (existing, slot) = find(name)
        if let existing { return existing }
        text.append(contentsOf: name)
        ends.append(text.count)
        slots[slot] = UInt32(ends.count)
        if ends.count * 2 > slots.count { grow() }
        return Symbol(number: UInt32(ends.count - 1))
    }

    /// The symbol for a name, or nil when no entry has it.
    func existing(_ name: UnsafeBufferPointer<UInt8>) -> Symbol? {
        find(name).symbol
    }

    /// The symbol for a name, or nil when no entry has it.
    func existing(_ name: String) -> Symbol? {
        Array(name.utf8).withUnsafeBufferPointer { find($0).symbol }
    }

    /// Calls `body` with the bytes of a symbol's name.
    func withName<Result>(of symbol: Symbol, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(symbol.number)])) }
    }

    /// The symbol for a name, or nil and the free slot where it would go.
    private func find(_ name: UnsafeBufferPointer<UInt8>) -> (symbol: Symbol?, slot: Int) {
        var slot = Self.slot(of: name, in: slots.count)
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if isEqual(number, name) { return (Symbol(number: number), slot) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (nil, slot)
    }

    private func range(_ number: UInt32) -> Range<Int> {
        let index = Int(number)
        return (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    private func isEqual(_ number: UInt32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(number)
        guard range.count == name.count else { return false }
        for offset in 0..<name.count where text[range.lowerBound + offset] != name[offset] { return false }
        return true
    }

    private mutating func grow() {
        var larger = [UInt32](repeating: 0, count: slots.count * 2)
        text.withUnsafeBufferPointer { text in
            for number in 0..<UInt32(ends.count) {
                var slot = Self.slot(of: UnsafeBufferPointer(rebasing: text[range(number)]), in: larger.count)
                while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
                larger[slot] = number + 1
            }
        }
        slots = larger
    }

    private static func slot(of name: UnsafeBufferPointer<UInt8>, in count: Int) -> Int {
        var checksum = Checksum()
        checksum.add(name)
        return Int(truncatingIfNeeded: checksum.value & UInt64(count - 1))
    }
}
