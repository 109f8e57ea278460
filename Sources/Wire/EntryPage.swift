import Bytes

/// The answer to a read: `version 1 ‖ generation 8 ‖ next 8 ‖ head 8 ‖ done 1 ‖ count 2 ‖ count × item`.
public struct EntryPage: Equatable, Sendable {
    /// No page that a relay makes has more bytes.
    public static let mostBytes = Limits.pageBytes + Limits.envelopeBytes + Limits.pageItems * 13 + 28

    /// Changes when the host restores an older copy; a client that sees it change reads again from 0.
    public var generation: Int64
    /// What to ask for as `after` next time: the number of the last item, or what was asked for when there is none.
    public var next: Int64
    /// The number of the space's newest entry when the page was made.
    public var head: Int64
    /// Whether nothing follows `next` as yet.
    public var isDone: Bool
    /// The items, by ascending number.
    public var items: [PageItem]

    /// A page.
    public init(generation: Int64, next: Int64, head: Int64, isDone: Bool, items: [PageItem]) {
        self.generation = generation
        self.next = next
        self.head = head
        self.isDone = isDone
        self.items = items
    }

    /// Reads a page that fills `bytes`. Envelopes in it are not looked into: one that can't be read must not stop the
    /// others.
    public init(parsing bytes: [UInt8]) throws(FormatError) {
        var reader = ByteReader(bytes[...])
        try reader.version()
        generation = try reader.number("generation")
        next = try reader.number("next")
        head = try reader.number("head")
        switch try reader.count(byteCount: 1, "done") {
        case 0: isDone = false
        case 1: isDone = true
        default: throw .invalid(field: "done")
        }
        let count = try reader.count(byteCount: 2, "count")
        guard count <= Limits.pageItems else { throw .tooLarge(field: "count") }
        items = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try PageItem(from: &reader)) }
        try reader.finish()
    }

    /// The bytes that are sent.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(items.reduce(28) { $0 + $1.byteCount })
        bytes.append(1)
        bytes.appendBigEndian(UInt64(bitPattern: generation))
        bytes.appendBigEndian(UInt64(bitPattern: next))
        bytes.appendBigEndian(UInt64(bitPattern: head))
        bytes.append(isDone ? 1 : 0)
        bytes.appendBigEndian(UInt16(items.count))
        for item in items { item.append(to: &bytes) }
        return bytes
    }
}

/// One item of a page: `number 8 ‖ kind 1 ‖ length 4 ‖ bytes`.
public struct PageItem: Equatable, Sendable {
    /// What an item holds.
    public enum Content: Equatable, Sendable {
        /// The bytes of an envelope as its author sent them, to be read with ``Envelope/init(parsing:)``.
        case envelope([UInt8])
        /// What is left of an entry that its author erased.
        case erased(ErasedEntry)
        /// A kind of item that a later version of the protocol added; skipped.
        case unknown(kind: UInt8, bytes: [UInt8])
    }

    /// The entry's number in its space, from 1, without gaps.
    public var number: Int64
    /// What the item holds.
    public var content: Content

    /// An item.
    public init(number: Int64, content: Content) {
        self.number = number
        self.content = content
    }

    init(from reader: inout ByteReader) throws(FormatError) {
        number = try reader.number("number")
        let kind = UInt8(truncatingIfNeeded: try reader.integer(byteCount: 1, "kind"))
        let length = try reader.count(byteCount: 4, "length")
        guard length <= Limits.envelopeBytes else { throw .tooLarge(field: "item") }
        let bytes = try reader.take(length, "item")
        switch kind {
        case 0: content = .envelope(Array(bytes))
        case 1: content = .erased(try ErasedEntry(parsing: bytes))
        default: content = .unknown(kind: kind, bytes: Array(bytes))
        }
    }

    var byteCount: Int {
        switch content {
        case .envelope(let bytes), .unknown(_, let bytes): 13 + bytes.count
        case .erased: 13 + ErasedEntry.byteCount
        }
    }

    func append(to output: inout [UInt8]) {
        output.appendBigEndian(UInt64(bitPattern: number))
        switch content {
        case .envelope(let bytes):
            output.append(0)
            output.appendBigEndian(UInt32(bytes.count))
            output.append(contentsOf: bytes)
        case .erased(let erased):
            output.append(1)
            output.appendBigEndian(UInt32(ErasedEntry.byteCount))
            erased.append(to: &output)
        case .unknown(let kind, let bytes):
            output.append(kind)
            output.appendBigEndian(UInt32(bytes.count))
            output.append(contentsOf: bytes)
        }
    }
}

/// What is left of an entry that its author erased: `entry id 16 ‖ author 16 ‖ seal 16 ‖ envelope hash 32`.
public struct ErasedEntry: Hashable, Sendable {
    /// How many bytes it has.
    public static let byteCount = 80

    /// The entry's id.
    public var entry: Identifier
    /// Who wrote and erased it.
    public var author: Identifier
    /// Its seal; zero when it was open.
    public var seal: Identifier
    /// The hash of the envelope, so that the author's chain can still be followed.
    public var hash: EnvelopeHash

    /// What is left of an entry.
    public init(entry: Identifier, author: Identifier, seal: Identifier, hash: EnvelopeHash) {
        self.entry = entry
        self.author = author
        self.seal = seal
        self.hash = hash
    }

    /// Reads what fills `bytes`.
    public init(parsing bytes: ArraySlice<UInt8>) throws(FormatError) {
        var reader = ByteReader(bytes)
        entry = try reader.identifier("entry id")
        author = try reader.identifier("author")
        seal = try reader.identifier("seal")
        hash = try reader.hash("envelope hash")
        try reader.finish()
    }

    /// The 80 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        append(to: &bytes)
        return bytes
    }

    func append(to output: inout [UInt8]) {
        entry.append(to: &output)
        author.append(to: &output)
        seal.append(to: &output)
        hash.append(to: &output)
    }
}
