import Bytes
import Wire

/// Identifiers and envelopes with recognisable bytes.
enum Sample {
    static func identifier(_ value: UInt8) -> Identifier {
        Identifier([UInt8](repeating: value, count: Identifier.byteCount))!
    }

    static func hash(_ value: UInt8) -> EnvelopeHash {
        EnvelopeHash([UInt8](repeating: value, count: EnvelopeHash.byteCount))!
    }

    static let header = EnvelopeHeader(
        space: identifier(1), epoch: 0x0102_0304, author: identifier(2), entry: identifier(3), seal: identifier(4),
        previous: hash(5), nonce: [UInt8](repeating: 6, count: 12))

    static func envelope(_ header: EnvelopeHeader = header, padded: Int = 256) throws(FormatError) -> Envelope {
        try Envelope(
            header: header, ciphertext: [UInt8](repeating: 7, count: padded + 16),
            signature: [UInt8](repeating: 8, count: 64))
    }

    static func card(_ value: UInt8) throws(FormatError) -> Card {
        try Card(account: identifier(value), signingPublic: [4] + [UInt8](repeating: value, count: 64))
    }
}
