import Bytes

/// The form in which a log is kept: pieces that are only ever added, and that may be joined by putting their bytes one
/// after the other. Integers are big-endian.
///
/// | field | bytes | |
/// |---|---|---|
/// | mark | 4 | `HLOG` |
/// | version | 1 | 1 |
/// | length | 4 | of all that follows the checksum |
/// | checksum | 8 | ``Checksum`` of all that follows it |
/// | authors | 2 | how many accounts are named |
/// | accounts | 16 each | |
/// | frames | 4 | how many follow |
///
/// | frame | bytes | |
/// |---|---|---|
/// | flags | 1 | bits 0–1: 0 an entry, 1 a quarantined envelope, 2 a tombstone; 4: a seal follows; 8: the previous hash follows; 16: there is no previous |
/// | author | 2 | which of the accounts |
/// | id | 16 | |
/// | hash | 32 | of an entry's or tombstone's envelope |
/// | seal | 16 | when flag 4 is set |
/// | previous | 32 | when flag 8 is set; else, without flag 16, it is the hash of this author's last open entry in this segment |
/// | reason | 1 | of a quarantined envelope |
/// | length | 4 | of an entry's body or a quarantined envelope |
/// | bytes | length | |
///
/// The body of an entry may be replaced by as many blanks (see ``Log/blank(_:in:)``): the frame is then what is left of an erased
/// entry.
public struct Segment: Sendable {
    static let mark: [UInt8] = [0x48, 0x4C, 0x4F, 0x47]
    static let version: UInt8 = 1
    /// What takes the place of erased words. No body begins with it.
    static let blank = UInt8(ascii: " ")
    /// Mark, version, length and checksum.
    static let headerByteCount = 17

    /// What a frame holds and which of its parts are there.
    enum Flags {
        static let content: UInt8 = 0b11
        static let entry: UInt8 = 0
        static let quarantined: UInt8 = 1
        static let tombstone: UInt8 = 2
        static let seal: UInt8 = 4
        static let previous: UInt8 = 8
        static let first: UInt8 = 16
    }

    private var accounts: [Identifier] = []
    /// The hash of each account's last open entry.
    private var heads: [[UInt8]] = []
    private var frames: [UInt8] = []
    private var count: UInt32 = 0

    /// A segment without entries.
    public init() {}

    /// Whether there is nothing in it.
    public var isEmpty: Bool {
        count == 0
    }

    /// Adds an entry.
    ///
    /// - Precondition: the entry has a link.
    public mutating func add(_ entry: Entry) {
        guard let link = entry.link else { preconditionFailure("an entry is kept once it is sealed into an envelope") }
        let account = account(entry.author)
        var flags = Flags.entry
        let isSealed = !link.seal.isZero
        if isSealed { flags |= Flags.seal }
        let isFirst = link.previous.allSatisfy { $0 == 0 }
        let follows = !isFirst && heads[account] == link.previous
        if isFirst { flags |= Flags.first } else if !follows { flags |= Flags.previous }
        begin(flags, account, entry.id)
        frames.append(contentsOf: link.hash)
        if isSealed { link.seal.append(to: &frames) }
        if flags & Flags.previous != 0 { frames.append(contentsOf: link.previous) }
        finish(entry.body)
        if !isSealed { heads[account] = link.hash }
    }

    /// Adds an envelope that could not be opened.
    public mutating func add(_ envelope: QuarantinedEnvelope) {
        begin(Flags.quarantined, account(envelope.author), envelope.id)
        frames.append(envelope.reason.rawValue)
        finish(envelope.envelope)
    }

    /// Adds what is left of an erased entry.
    public mutating func add(_ tombstone: Tombstone) {
        let isSealed = !tombstone.seal.isZero
        begin(Flags.tombstone | (isSealed ? Flags.seal : 0), account(tombstone.author), tombstone.id)
        frames.append(contentsOf: tombstone.hash)
        if isSealed { tombstone.seal.append(to: &frames) }
    }

    /// The bytes to keep.
    public var bytes: [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(frames.count + accounts.count * Identifier.byteCount + 6)
        content.appendBigEndian(UInt16(accounts.count))
        for account in accounts { account.append(to: &content) }
        content.appendBigEndian(count)
        content.append(contentsOf: frames)
        var bytes = Self.mark
        bytes.reserveCapacity(Self.headerByteCount + content.count)
        bytes.append(Self.version)
        bytes.appendBigEndian(UInt32(content.count))
        bytes.appendBigEndian(Checksum.of(content))
        bytes.append(contentsOf: content)
        return bytes
    }

    private mutating func account(_ id: Identifier) -> Int {
        if let index = accounts.firstIndex(of: id) { return index }
        accounts.append(id)
        heads.append([])
        return accounts.count - 1
    }

    private mutating func begin(_ flags: UInt8, _ account: Int, _ id: Identifier) {
        count += 1
        frames.append(flags)
        frames.appendBigEndian(UInt16(account))
        id.append(to: &frames)
    }

    private mutating func finish(_ bytes: [UInt8]) {
        frames.appendBigEndian(UInt32(bytes.count))
        frames.append(contentsOf: bytes)
    }
}
