import Bytes
import Ledger
import Wire

/// An own entry that the relay hasn't acknowledged, kept on the device until it has.
public struct OutboxItem: Equatable, Sendable {
    /// How the entry is withheld until all have answered.
    enum Seal: Equatable, Sendable {
        /// Not at all.
        case open
        /// Under the seal of this name.
        case named(String)
        /// Under the seal with this id, known from an earlier envelope of the entry.
        case known(Identifier)
    }

    /// Items are sealed and sent by ascending number.
    var number: Int64
    let entry: Identifier
    let body: [UInt8]
    let seal: Seal
    /// Where in the chain it was sealed, and its envelope; nil until then.
    var sealed: SealedEnvelope?
    /// Why the relay will never take it; nil as long as it may.
    var parked: ErrorName?

    /// An envelope with its place in the chain.
    struct SealedEnvelope: Equatable, Sendable {
        var bytes: [UInt8]
        var link: Link
    }

    init(number: Int64, entry: Identifier, body: [UInt8], seal: Seal) {
        self.number = number
        self.entry = entry
        self.body = body
        self.seal = seal
    }

    /// Whether it is withheld under a seal.
    var isSealed: Bool {
        seal != .open
    }

    /// `version 1 (=1) ‖ number 8 ‖ entry 16 ‖ body ‖ seal kind 1 ‖ seal ‖ parked ‖ envelope ‖ hash`; what has no size
    /// has its count in 8 bytes before it.
    public var bytes: [UInt8] {
        var bytes = bytesBeforeEnvelope
        bytes.append(counted: sealed?.bytes ?? [])
        bytes.append(counted: sealed?.link.hash ?? [])
        return bytes
    }

    /// The beginning of the bytes, which is the same with every envelope.
    var bytesBeforeEnvelope: [UInt8] {
        var bytes: [UInt8] = [1]
        bytes.append(number: number)
        bytes.append(contentsOf: entry.bytes)
        bytes.append(counted: body)
        switch seal {
        case .open:
            bytes.append(0)
            bytes.append(counted: [])
        case .named(let name):
            bytes.append(1)
            bytes.append(counted: Array(name.utf8))
        case .known(let id):
            bytes.append(2)
            bytes.append(counted: id.bytes)
        }
        bytes.append(counted: Array((parked?.rawValue ?? "").utf8))
        return bytes
    }

    /// The item of these bytes; nil when they are something else.
    public init?(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard reader.byte() == 1, let number = reader.number(),
            let entry = reader.identifier(), let body = reader.counted(), let kind = reader.byte(),
            let seal = reader.counted(),
            let parked = reader.counted(), let envelope = reader.counted(), let hash = reader.counted(), reader.isAtEnd
        else { return nil }
        switch kind {
        case 0: self.seal = .open
        case 1: self.seal = .named(String(decoding: seal, as: UTF8.self))
        case 2:
            guard let id = Identifier(seal) else { return nil }
            self.seal = .known(id)
        default: return nil
        }
        self.number = number
        self.entry = entry
        self.body = body
        self.parked =
            parked.isEmpty ? nil : ErrorName(rawValue: String(decoding: parked, as: UTF8.self)) ?? .internal
        guard !envelope.isEmpty else { return }
        // An envelope that can't be read again is made anew from the body.
        guard hash.count == Link.hashByteCount, let parsed = try? Envelope(parsing: envelope) else { return }
        sealed = SealedEnvelope(
            bytes: envelope,
            link: Link(hash: hash, previous: parsed.header.previous.bytes, seal: parsed.header.seal))
    }
}
