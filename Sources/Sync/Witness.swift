import Bytes
import Ledger
import Wire

/// What the relay had at one number of a space. A relay that was set back to an older copy has something else there, even when
/// so much was written since that the number looks right.
struct Witness: Hashable, Sendable {
    let number: Int64
    let entry: Identifier
    /// Of the envelope; 0 when the entry was erased.
    var checksum: UInt64

    /// What an envelope is known by that the relay has at a number.
    init(_ number: Int64, _ entry: Identifier, envelope: [UInt8]) {
        self.number = number
        self.entry = entry
        checksum = max(1, Checksum.of(envelope))
    }

    /// What an item of a page is known by.
    init(_ item: PageItem) {
        switch item.content {
        case .envelope(let bytes):
            let header = try? EnvelopeHeader(parsing: bytes[...])
            self.init(item.number, header?.entry ?? .zero, envelope: bytes)
        case .erased(let erased): self.init(item.number, erased.entry, checksum: 0)
        case .unknown(_, let bytes): self.init(item.number, .zero, envelope: bytes)
        }
    }

    private init(_ number: Int64, _ entry: Identifier, checksum: UInt64) {
        self.number = number
        self.entry = entry
        self.checksum = checksum
    }

    /// Whether a page shows at its number what was there: the same, or what is left of it once it was erased. What was erased
    /// doesn't come back by itself.
    func isBorneOut(by item: PageItem) -> Bool {
        let now = Witness(item)
        return now == self || now.checksum == 0 && now.number == number && now.entry == entry
    }

    /// `number 8 ‖ entry 16 ‖ checksum 8`; zeros stand for none.
    static func append(_ witness: Witness?, to bytes: inout [UInt8]) {
        bytes.append(number: witness?.number ?? 0)
        bytes.append(contentsOf: (witness?.entry ?? .zero).bytes)
        bytes.appendBigEndian(witness?.checksum ?? 0)
    }

    /// The next one of what was kept, nil inside when there is none.
    static func next(_ reader: inout ByteReader) -> Witness?? {
        guard let number = reader.number(), number >= 0, let entry = reader.identifier(),
            let checksum = reader.integer(byteCount: 8)
        else { return nil }
        return .some(number == 0 ? nil : Witness(number, entry, checksum: checksum))
    }
}
