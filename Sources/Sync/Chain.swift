import Bytes
import Ledger

/// The chains of all authors of a space: every open entry names the hash of its author's previous open one.
///
/// A hash that nobody knows is a *gap*: something was withheld or lost. Two entries after the same one are a harmless
/// branch when two devices of the author wrote them, each without knowing of the other; when it was one and the same
/// device it is a *fork*: a copy of the device, or of its key, is writing too.
struct Chain: Sendable {
    private var known: MarkTable
    /// Marks of hashes that are known without an entry: of erased entries, and of quarantined envelopes.
    private var bare: Set<UInt64> = []
    /// The first open entry that follows each mark.
    private var followers: MarkTable
    /// Further ones, where there are any.
    private var branches: [UInt64: [Log.Position]] = [:]
    /// Marks that entries name as their previous one and nobody knows, with the entries' author.
    private(set) var missing: [UInt64: Identifier] = [:]

    /// The chains of what the log holds.
    init(_ log: Log) {
        known = MarkTable(capacity: log.count)
        followers = MarkTable(capacity: log.count)
        for (mark, position) in log.aliases { known.insert(position, under: mark) }
        for tombstone in log.tombstones.values { bare.insert(tombstone.hash.mark) }
        for position in log.positions {
            if let mark = log.hashMark(at: position), known[mark] == nil { known.insert(position, under: mark) }
        }
        for position in log.positions where log.hashMark(at: position) != nil { _ = follow(position, log) }
        for position in log.aliases.values { forgive(position, log) }
    }

    /// Whether the hash with this mark is known.
    func knows(_ mark: UInt64) -> Bool {
        known[mark] != nil || bare.contains(mark)
    }

    /// Adds an entry.
    ///
    /// - Returns: whether its author's device has already written another open entry after the same one: a fork.
    mutating func add(_ position: Log.Position, _ log: Log) -> Bool {
        guard let mark = log.hashMark(at: position) else { return false }
        guard known[mark] == nil else { return false }
        learn(mark, position)
        return follow(position, log)
    }

    /// Adds the further link of an entry that its author sealed again. What it followed at first no longer matters: the
    /// relay lost it, and it comes again as well.
    mutating func add(_ position: Log.Position, again link: Link, _ log: Log) {
        guard known[link.hash.mark] == nil else { return }
        learn(link.hash.mark, position)
        forgive(position, log)
        let previous = link.previous.mark
        if previous != 0, !knows(previous) { missing[previous] = log.author(at: position) }
    }

    private mutating func learn(_ mark: UInt64, _ position: Log.Position) {
        known.insert(position, under: mark)
        missing[mark] = nil
    }

    private mutating func forgive(_ position: Log.Position, _ log: Log) {
        missing[log.previousMark(at: position)] = nil
    }

    /// Adds a hash of which only the hash is known.
    mutating func add(bare hash: [UInt8]) {
        bare.insert(hash.mark)
        missing[hash.mark] = nil
    }

    /// Notes what an entry follows, and tells a fork.
    private mutating func follow(_ position: Log.Position, _ log: Log) -> Bool {
        let author = log.author(at: position)
        let previous = log.previousMark(at: position)
        if previous != 0, !knows(previous) { missing[previous] = author }
        guard !log.isSealed(at: position) else { return false }
        // First entries follow nothing; they are told apart by their author.
        let mark = previous == 0 ? author.bytes.mark : previous
        guard let first = followers[mark] else {
            followers.insert(position, under: mark)
            return false
        }
        let others = [first] + (branches[mark] ?? [])
        branches[mark, default: []].append(position)
        let device = log.stamp(at: position).device
        return others.contains { log.author(at: $0) == author && log.stamp(at: $0).device == device }
    }
}
