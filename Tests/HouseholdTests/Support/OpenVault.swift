import Bytes
import Sync
import Wire

/// Stands in for the cryptography: envelopes of the real layout whose "ciphertext" is the padded body and whose "signature" is
/// the author's public key.
enum OpenVault {
    /// An entry's envelope, and its hash.
    static func seal(
        header: [UInt8], body: [UInt8], sealName: String?, signer: [UInt8]
    ) throws -> (envelope: [UInt8], hash: [UInt8]) {
        var header = try EnvelopeHeader(parsing: header[...])
        if let sealName { header.seal = try sealID(sealName) }
        let ciphertext = try Padding.pad(body) + [UInt8](repeating: 0xAA, count: Envelope.tagByteCount)
        let envelope = header.bytes + ciphertext + signer.suffix(Envelope.signatureByteCount)
        return (envelope, hash(of: envelope))
    }

    /// Bytes with their count before them, as they follow one another in what is kept.
    static func counted(_ bytes: [UInt8]) -> [UInt8] {
        var counted: [UInt8] = []
        counted.appendBigEndian(UInt64(bytes.count))
        return counted + bytes
    }

    /// What stands in an envelope that one of these authors signed; nil when none of them did.
    static func open(_ bytes: [UInt8], authors: [(account: Identifier, key: [UInt8])]) -> [UInt8]? {
        guard let envelope = try? Envelope(parsing: bytes),
            let author = authors.first(where: { $0.account == envelope.header.author }),
            Array(envelope.signature) == Array(author.key.suffix(Envelope.signatureByteCount))
        else { return nil }
        return try? Padding.unpad(Array(envelope.ciphertext.dropLast(Envelope.tagByteCount)))
    }

    /// The id that stands for the name of a seal.
    static func sealID(_ name: String) throws -> Identifier {
        Identifier(Array(hash(of: Array(name.utf8)).prefix(Identifier.byteCount))) ?? .zero
    }

    /// Thirty-two bytes that differ when the given ones do.
    static func hash(of bytes: [UInt8]) -> [UInt8] {
        (0..<4).flatMap { lane -> [UInt8] in
            var sum: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(lane)
            for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            return (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64($0 * 8)) }
        }
    }
}
