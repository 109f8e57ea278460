import Bytes
import Sync
import Wire

/// A relay in memory with the rules of docs/protocol.md: numbers without gaps, idempotent appends, seals, erasing,
/// closing, and being restored from an older copy.
struct ModelRelay {
    struct Kept {
        var envelope: Envelope
        var hash: [UInt8]
        var isErased = false
    }

    let members: [Identifier]
    private(set) var generation: Int64 = 1
    /// Released entries; the number of each is its index plus one.
    private(set) var released: [Kept] = []
    /// Entries that wait for the other's under the same seal.
    private(set) var withheld: [Kept] = []
    var isClosed = false
    /// Answers appends that hold one of these with `entryTooLarge`, as a relay with a smaller limit would.
    var refusedEntries: Set<Identifier> = []
    private var pageItems = 7

    init(members: [Identifier]) {
        self.members = members
    }

    var head: Int64 { Int64(released.count) }

    /// All entries that the relay has, released or not.
    var entries: Set<Identifier> {
        Set((released + withheld).map(\.envelope.header.entry))
    }

    /// The seals under which the account has put an entry.
    func answeredSeals(by account: Identifier) -> Set<Identifier> {
        Set((released + withheld).map(\.envelope.header).filter { $0.author == account && $0.isSealed }.map(\.seal))
    }

    /// Whether the account has put an entry under a seal.
    func hasAnswered(_ account: Identifier, _ seal: Identifier) -> Bool {
        (released + withheld).contains { $0.envelope.header.author == account && $0.envelope.header.seal == seal }
    }

    mutating func answer(_ route: Route, _ body: [UInt8], from account: Identifier) -> Result<[UInt8], WireError> {
        switch route {
        case .append: append(body, from: account)
        case .read(_, let after): .success(page(after: after))
        case .sealed: .success(sealedAnswer(for: account))
        case .erase(_, let entry): erasure(of: entry)
        default: .failure(WireError(.notFound))
        }
    }

    private mutating func erasure(of entry: Identifier) -> Result<[UInt8], WireError> {
        guard entries.contains(entry) else { return .failure(WireError(.notFound)) }
        erase(entry)
        return .success([])
    }

    private mutating func append(_ body: [UInt8], from account: Identifier) -> Result<[UInt8], WireError> {
        guard !isClosed else { return .failure(WireError(.spaceClosed)) }
        guard let batch = try? Batch(parsing: body) else { return .failure(WireError(.malformed)) }
        var copy = self
        var numbers: [Int64] = []
        for envelope in batch.envelopes {
            let header = envelope.header
            guard header.author == account else { return .failure(WireError(.malformed)) }
            guard !refusedEntries.contains(header.entry) else { return .failure(WireError(.entryTooLarge)) }
            if let index = copy.released.firstIndex(where: { $0.envelope.header.entry == header.entry }) {
                let kept = copy.released[index]
                guard kept.envelope.bytes == envelope.bytes else { return .failure(WireError(.entryConflict)) }
                numbers.append(Int64(index + 1))
            } else if let kept = copy.withheld.first(where: { $0.envelope.header.entry == header.entry }) {
                guard kept.envelope.bytes == envelope.bytes else { return .failure(WireError(.entryConflict)) }
                numbers.append(0)
            } else {
                numbers.append(copy.put(envelope))
            }
        }
        self = copy
        return .success(AppendAnswer(numbers: numbers).body)
    }

    private mutating func put(_ envelope: Envelope) -> Int64 {
        let header = envelope.header
        let kept = Kept(envelope: envelope, hash: ModelVault.hash(of: envelope.bytes))
        guard header.isSealed, !released.contains(where: { $0.envelope.header.seal == header.seal }) else {
            released.append(kept)
            return head
        }
        withheld.append(kept)
        guard members.allSatisfy({ hasAnswered($0, header.seal) }) else { return 0 }
        released += withheld.filter { $0.envelope.header.seal == header.seal }
        withheld.removeAll { $0.envelope.header.seal == header.seal }
        return Int64(released.lastIndex { $0.envelope.header.entry == header.entry }! + 1)
    }

    private func page(after: Int64) -> [UInt8] {
        let start = min(Int(after), released.count)
        let end = min(start + pageItems, released.count)
        let items = (start..<end).map { index in
            let kept = released[index]
            let header = kept.envelope.header
            let content: PageItem.Content =
                kept.isErased
                ? .erased(
                    ErasedEntry(
                        entry: header.entry, author: header.author, seal: header.seal, hash: EnvelopeHash(kept.hash)!))
                : .envelope(kept.envelope.bytes)
            return PageItem(number: Int64(index + 1), content: content)
        }
        let next = max(after, Int64(end))
        return EntryPage(
            generation: generation, next: start < released.count ? next : after, head: head,
            isDone: end == released.count, items: items
        ).bytes
    }

    private func sealedAnswer(for account: Identifier) -> [UInt8] {
        let others = Set(withheld.map(\.envelope.header).filter { $0.author != account }.map(\.seal))
        return SealedAnswer(
            waiting: others.filter { !hasAnswered(account, $0) }.sorted(),
            envelopes: withheld.filter { $0.envelope.header.author == account }.map(\.envelope.bytes)
        ).bytes
    }

    /// Puts an older copy in place of this one, as a host does after losing a disk.
    mutating func restore(_ older: ModelRelay) {
        let generation = generation + 1
        self = older
        self.generation = generation
    }

    /// Becomes an older copy without a word, as after a host has put a whole directory back.
    mutating func setBack(to older: ModelRelay) {
        self = older
    }

    /// Erases an entry: only what its author's chain needs is left.
    mutating func erase(_ entry: Identifier) {
        withheld.removeAll { $0.envelope.header.entry == entry }
        if let index = released.firstIndex(where: { $0.envelope.header.entry == entry }) {
            released[index].isErased = true
        }
    }

    /// Changes a byte of a released envelope, as a host that tampers would.
    mutating func tamper(at index: Int, byte: Int) {
        var bytes = released[index].envelope.bytes
        bytes[byte] ^= 0x40
        if let envelope = try? Envelope(parsing: bytes) { released[index].envelope = envelope }
    }

    /// Withholds a released entry from everybody and closes the numbers up, as a host that hides one would.
    mutating func hide(at index: Int) {
        released.remove(at: index)
    }
}
