import Bytes

/// All entries of one space that this device has.
///
/// Bodies stay as the bytes they came in, one after the other in one array; beside them is one small record an entry,
/// with what folding and finding need. So ten years open in a blink, and only what is shown is ever decoded.
///
/// Entries keep the ``Position`` at which they arrived. Their *order*, by stamp, author and id, is the same on every
/// device; ``precedes(_:_:)`` and ``ordered`` give it.
public struct Log: Sendable {
    /// Where an entry is in its log. It stays the same as long as the log lives, and means nothing in another log.
    public struct Position: Hashable, Sendable {
        let number: UInt32

        init(_ index: Int) {
            number = UInt32(truncatingIfNeeded: index)
        }

        var index: Int { Int(number) }
    }

    /// Bodies, and the hashes and seals of envelopes.
    var arena = Arena()
    var records: [LogRecord] = []
    var ids = HashIndex()
    var symbols = SymbolTable()
    private let kinds: [EventKind]
    /// Entries that their author sealed again with the same words, by the first eight bytes of their further hashes.
    public private(set) var aliases: [UInt64: Position] = [:]

    /// The authors that occur, in the order in which they were first seen.
    public private(set) var authors: [Identifier] = []
    /// Envelopes that could not be opened and that no entry has taken the place of.
    public var quarantine: [QuarantinedEnvelope] {
        quarantined.compactMap { $0 }
    }

    /// The same as they came, with nil for each that an entry has taken the place of.
    private var quarantined: [QuarantinedEnvelope?] = []
    /// Where in it those are whose place an entry would take, by the id they claim. Somebody may send thousands of them, and none may
    /// cost anything when an entry comes.
    private var quarantinePlaces: [Identifier: [Int]] = [:]
    /// What tells the quarantined envelopes apart.
    private var quarantineMarks: Set<UInt64> = []
    /// What is left of entries that were erased at the relay, by id. Some may still be here.
    public private(set) var tombstones: [Identifier: Tombstone] = [:]

    /// A log without entries.
    public init() {
        kinds = EventKind.allCases
        // The names of kinds come first, so that a kind's symbol is its place in `kinds`.
        for kind in kinds {
            _ = Array(kind.rawValue.utf8).withUnsafeBufferPointer { symbols.symbol(for: $0) }
        }
    }

    /// How many entries there are.
    public var count: Int {
        records.count
    }

    /// All positions, in the order in which entries arrived.
    public var positions: LazyMapSequence<Range<Int>, Position> {
        records.indices.lazy.map { Position($0) }
    }

    /// Where the entry with this id is, or nil when it isn't here.
    public func position(of id: Identifier) -> Position? {
        ids.number(of: Self.hash(of: id)) { records[$0].id == id }.map { Position($0) }
    }

    /// Ids of entries are random, so their own bits serve as the hash.
    private static func hash(of id: Identifier) -> UInt64 { id.low ^ id.high }

    // MARK: Order

    /// Whether the entry at `left` comes before the one at `right`: by stamp, then author, then id.
    public func precedes(_ left: Position, _ right: Position) -> Bool {
        let left = records[left.index]
        let right = records[right.index]
        if left.stamp != right.stamp { return left.stamp < right.stamp }
        if left.author != right.author { return authors[Int(left.author)] < authors[Int(right.author)] }
        return left.id < right.id
    }

    /// All positions in the order that every device agrees on.
    public var ordered: [Position] {
        positions.sorted { precedes($0, $1) }
    }

    // MARK: Reading

    /// The id of the entry.
    public func id(at position: Position) -> Identifier {
        records[position.index].id
    }

    /// The account of whoever wrote the entry.
    public func author(at position: Position) -> Identifier {
        authors[Int(records[position.index].author)]
    }

    /// When the entry was written; all zero when that can't be read.
    public func stamp(at position: Position) -> Stamp {
        records[position.index].stamp
    }

    /// By how many minutes the clocks where the entry was written were ahead of UTC; nil when it doesn't say.
    public func offset(at position: Position) -> Int? {
        records[position.index].offset
    }

    /// The kind of the entry's event; nil when it is unknown here or can't be read.
    public func kind(at position: Position) -> EventKind? {
        records[position.index].kind
    }

    /// What the entry is about: a practice, a question, a sign, a conversation; nil when nothing in particular.
    public func subject(at position: Position) -> String? {
        let symbol = records[position.index].subject
        return symbol == .none ? nil : text(of: symbol)
    }

    /// The body of the entry as it came.
    public func body(at position: Position) -> [UInt8] {
        arena[records[position.index].body]
    }

    /// What the entry says.
    public func content(at position: Position) -> Body.Content {
        arena.withBytes(records[position.index].body) { Body(reading: $0, 0..<$0.count).content }
    }

    /// The entry's event; nil when it is unknown here or can't be read.
    public func event(at position: Position) -> Event? {
        guard case .event(let event) = content(at: position) else { return nil }
        return event
    }

    /// The hash of the entry's envelope, 32 bytes; nil while it isn't sealed into one yet.
    public func hash(at position: Position) -> [UInt8]? {
        let record = records[position.index]
        guard record.hasLink else { return nil }
        let start = Int(record.linkStart)
        return arena[start..<start + Link.hashByteCount]
    }

    /// The seal under which the entry was written; zero when it was open at once.
    public func seal(at position: Position) -> Identifier {
        let record = records[position.index]
        guard record.isSealed else { return .zero }
        let start = Int(record.linkStart) + Link.hashByteCount
        return Identifier(arena[start..<start + Identifier.byteCount]) ?? .zero
    }

    /// The first eight bytes of the entry's hash, which are enough to find it by; nil while it isn't sealed into an
    /// envelope yet.
    public func hashMark(at position: Position) -> UInt64? {
        let record = records[position.index]
        guard record.hasLink else { return nil }
        let start = Int(record.linkStart)
        return arena.withBytes(start..<start + 8) { $0.word(at: 0) }
    }

    /// The first eight bytes of the hash that the entry names as its author's previous one; 0 for the first.
    public func previousMark(at position: Position) -> UInt64 {
        records[position.index].previousMark
    }

    /// Whether the entry was written under a seal.
    public func isSealed(at position: Position) -> Bool {
        records[position.index].isSealed
    }

    /// How many entries are of a kind or version that is unknown here.
    public var unknownCount: Int {
        records.count { $0.state == .unknown }
    }

    /// Entries that can't be read, though they decrypted: not JSON, or with a field that can't be what it is.
    public var defective: [Position] {
        positions.filter { records[$0.index].state == .defective }
    }

    // MARK: Symbols

    /// The symbol of a name, or nil when no entry is about it.
    public func symbol(for name: String) -> Symbol? {
        symbols.existing(name)
    }

    /// The name of a symbol of this log.
    public func text(of symbol: Symbol) -> String {
        symbols.withName(of: symbol) { String(decoding: $0, as: UTF8.self) }
    }

    // MARK: Inserting

    /// What came of taking an entry in.
    public enum Insertion: Equatable, Sendable {
        /// It is new, and here now.
        case inserted(Position)
        /// It was here already, with the same words. A hash that it wasn't known by is noted.
        case known(Position)
        /// Another entry has its id. Nothing was changed.
        case conflicting(Position)
    }

    /// Takes an entry in, in any order and however often.
    public mutating func insert(_ entry: Entry) -> Insertion {
        if let known = takeAgain(entry) { return known }
        let start = arena.count
        arena.append(entry.body)
        let author = authorIndex(entry.author)
        var fields = FieldReader(glancing: true)
        let position = entry.body.withUnsafeBufferPointer {
            append(id: entry.id, author: author, body: $0, 0..<$0.count, bodyStart: start, &fields)
        }
        if let link = entry.link { attach(link, to: position) }
        return .inserted(position)
    }

    /// Takes in an entry that was written just now: what its body would tell is known.
    public mutating func insert(_ written: WrittenEntry) -> Insertion {
        let entry = written.entry
        if let known = takeAgain(entry) { return known }
        var record = LogRecord(
            id: entry.id, author: authorIndex(entry.author), bodyStart: UInt32(arena.count),
            bodyCount: UInt32(entry.body.count))
        arena.append(entry.body)
        record.state = .event
        record.stamp = written.stamp
        record.offset = written.offset
        record.kind = written.event.kind
        record.endsWithText = entry.body.withUnsafeBufferPointer { Self.endsWithText($0, 0..<$0.count) }
        record.ordinal = written.event.subject.ordinal
        record.value = written.event.value
        let name = written.event.subject.name
        if !name.isEmpty {
            record.subject = Array(name.utf8).withUnsafeBufferPointer { symbols.symbol(for: $0) }
        }
        return .inserted(append(record))
    }

    /// What comes of taking an entry in whose id is here already; nil when it isn't.
    private mutating func takeAgain(_ entry: Entry) -> Insertion? {
        guard let position = position(of: entry.id) else { return nil }
        let record = records[position.index]
        guard authors[Int(record.author)] == entry.author, arena[record.body] == entry.body else {
            return .conflicting(position)
        }
        if let link = entry.link { note(link, of: position) }
        return .known(position)
    }

    /// Gives an entry that was written here its place in the chain, once it is sealed into an envelope.
    public mutating func link(_ id: Identifier, _ link: Link) {
        guard let position = position(of: id) else { return }
        note(link, of: position)
    }

    /// Replaces the words of an entry by those that the relay has under its id.
    ///
    /// The position stays, but what it says changes: a projection must be folded again.
    public mutating func replace(_ entry: Entry) {
        guard let position = position(of: entry.id) else { return }
        let start = arena.count
        arena.append(entry.body)
        let author = authorIndex(entry.author)
        var fields = FieldReader(glancing: true)
        records[position.index] = entry.body.withUnsafeBufferPointer {
            record(id: entry.id, author: author, body: $0, 0..<$0.count, bodyStart: start, &fields)
        }
        if let link = entry.link { attach(link, to: position) }
    }

    /// Takes note of an envelope that could not be opened, unless it is kept already.
    ///
    /// - Returns: whether it is new.
    @discardableResult
    public mutating func quarantine(_ envelope: QuarantinedEnvelope) -> Bool {
        guard quarantineMarks.insert(Checksum.of(envelope.envelope)).inserted else { return false }
        if envelope.reason != .conflicting { quarantinePlaces[envelope.id, default: []].append(quarantined.count) }
        quarantined.append(envelope)
        return true
    }

    /// Whether an envelope that claims this id could not be opened, and no entry has taken its place.
    public func isQuarantined(_ id: Identifier) -> Bool {
        quarantinePlaces[id] != nil || quarantined.contains { $0?.id == id }
    }

    /// Takes note of an entry that was erased. One that is here stays: what a relay says can't take words away.
    ///
    /// - Returns: whether it is new.
    @discardableResult
    public mutating func erase(_ tombstone: Tombstone) -> Bool {
        guard tombstones[tombstone.id] == nil else { return false }
        tombstones[tombstone.id] = tombstone
        return true
    }

    // MARK: Parts of inserting

    /// The number of an author, given when it is new.
    mutating func authorIndex(_ author: Identifier) -> UInt16 {
        if let index = authors.firstIndex(of: author) { return UInt16(index) }
        precondition(authors.count < Int(UInt16.max), "a space has two members, not thousands")
        authors.append(author)
        return UInt16(authors.count - 1)
    }

    /// Appends the record of a new entry whose body is in the arena already.
    mutating func append(
        id: Identifier, author: UInt16, body text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, bodyStart: Int,
        _ fields: inout FieldReader
    ) -> Position {
        append(record(id: id, author: author, body: text, range, bodyStart: bodyStart, &fields))
    }

    private mutating func append(_ record: LogRecord) -> Position {
        let position = Position(records.count)
        records.append(record)
        ids.insert(position.index, under: Self.hash(of: record.id))
        if !quarantinePlaces.isEmpty, let places = quarantinePlaces.removeValue(forKey: record.id) {
            for place in places { quarantined[place] = nil }
        }
        return position
    }

    private mutating func record(
        id: Identifier, author: UInt16, body text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, bodyStart: Int,
        _ fields: inout FieldReader
    ) -> LogRecord {
        var record = LogRecord(id: id, author: author, bodyStart: UInt32(bodyStart), bodyCount: UInt32(range.count))
        guard let head = BodyHead(reading: text, range, fields: &fields) else { return record }
        record.stamp = head.stamp
        record.offset = head.offset
        record.fieldsStart = head.fieldsStart.flatMap { UInt8(exactly: $0 - range.lowerBound) }
        record.endsWithText = Self.endsWithText(text, range)
        guard head.version == Body.version,
            let symbol = symbols.existing(UnsafeBufferPointer(rebasing: text[head.kind])),
            symbol.number < UInt32(kinds.count)
        else {
            record.state = .unknown
            return record
        }
        let kind = kinds[Int(symbol.number)]
        guard head.fieldsStart != nil, (try? Event(kind, reading: &fields)) != nil else { return record }
        record.state = .event
        record.kind = kind
        record.ordinal = fields.glance.ordinal
        record.value = fields.glance.value
        record.subject = subject(text, fields.glance.subject)
        return record
    }

    /// Whether a body ends like `…"}}`.
    private static func endsWithText(_ text: UnsafeBufferPointer<UInt8>, _ body: Range<Int>) -> Bool {
        body.count >= 3 && text[body.upperBound - 3] == UInt8(ascii: "\"")
    }

    private mutating func subject(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Symbol {
        guard !range.isEmpty else { return .none }
        let spelled = UnsafeBufferPointer(rebasing: text[range])
        guard spelled.contains(UInt8(ascii: "\\")) else { return symbols.symbol(for: spelled) }
        // Rare: a name with an escape. Its characters count, not their spelling.
        return Array(decodedString(in: text, range).utf8).withUnsafeBufferPointer { symbols.symbol(for: $0) }
    }

    /// Attaches the link, or notes its hash as another one of the same entry.
    mutating func note(_ link: Link, of position: Position) {
        guard let hash = hash(at: position) else { return attach(link, to: position) }
        guard hash != link.hash else { return }
        aliases[link.hash.withUnsafeBufferPointer { $0.word(at: 0) }] = position
    }

    private mutating func attach(_ link: Link, to position: Position) {
        let start = arena.count
        arena.append(link.seal.isZero ? link.hash : link.hash + link.seal.bytes)
        records[position.index].linkStart = UInt32(start)
        records[position.index].isSealed = !link.seal.isZero
        records[position.index].previousMark = link.previous.withUnsafeBufferPointer { $0.word(at: 0) }
    }
}
