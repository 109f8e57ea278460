import Bytes

/// A name that occurs in many entries (a practice, a question, a conversation), as a small number.
///
/// Numbers are given in the order in which names were first seen, so they mean nothing outside of their ``Log``.
public struct Symbol: Hashable, Sendable {
    let number: UInt32

    /// The symbol of an entry that is about nothing in particular.
    static let none = Symbol(number: UInt32.max)
}

/// The names that occur in a log, each once, found by their bytes.
struct SymbolTable: Sendable {
    private var text: [UInt8] = []
    /// Where each name ends in `text`; it begins where the one before ends.
    private var ends: [Int] = []
    private var index = HashIndex(capacity: 128)

    /// The symbol for a name, made when it is new.
    mutating func symbol(for name: UnsafeBufferPointer<UInt8>) -> Symbol {
        let hash = Self.hash(of: name)
        if let number = number(of: name, hash) { return Symbol(number: UInt32(number)) }
        text.append(contentsOf: name)
        ends.append(text.count)
        index.insert(ends.count - 1, under: hash)
        return Symbol(number: UInt32(ends.count - 1))
    }

    /// The symbol for a name, or nil when no entry has it.
    func existing(_ name: UnsafeBufferPointer<UInt8>) -> Symbol? {
        number(of: name, Self.hash(of: name)).map { Symbol(number: UInt32($0)) }
    }

    /// The symbol for a name, or nil when no entry has it.
    func existing(_ name: String) -> Symbol? {
        Array(name.utf8).withUnsafeBufferPointer { existing($0) }
    }

    /// Calls `body` with the bytes of a symbol's name.
    func withName<Result>(of symbol: Symbol, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(Int(symbol.number))])) }
    }

    private func number(of name: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
        index.number(of: hash) { number in
            let range = range(number)
            guard range.count == name.count else { return false }
            for offset in 0..<name.count where text[range.lowerBound + offset] != name[offset] { return false }
            return true
        }
    }

    private func range(_ number: Int) -> Range<Int> {
        (number == 0 ? 0 : ends[number - 1])..<ends[number]
    }

    private static func hash(of name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var checksum = Checksum()
        checksum.add(name)
        return checksum.value
    }
}
