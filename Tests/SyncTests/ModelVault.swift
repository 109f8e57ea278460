import Bytes
import Ledger
import Sync
import Wire

/// Stands in for the cryptography: envelopes with the real layout whose "signature" notices every changed byte, and
/// whose "ciphertext" is the padded body.
enum ModelVault {
    static func seal(_ sealing: Sealing, nonce: [UInt8]) -> (bytes: [UInt8], hash: [UInt8]) {
        var header = sealing.header
        header.nonce = nonce
        if let name = sealing.sealName { header.seal = sealIdentifier(name) }
        let ciphertext = try! Padding.pad(sealing.body) + [UInt8](repeating: 0xAA, count: 16)
        let signed = header.bytes + ciphertext
        let bytes = signed + signature(of: signed)
        return (bytes, hash(of: bytes))
    }

    /// What is kept of an entry with its envelope.
    static func item(_ sealing: Sealing, _ envelope: (bytes: [UInt8], hash: [UInt8])) -> [UInt8] {
        var item = sealing.kept
        for part in [envelope.bytes, envelope.hash] {
            item.appendBigEndian(UInt64(part.count))
            item += part
        }
        return item
    }

    static func open(_ bytes: [UInt8]) -> Opening {
        let hash = hash(of: bytes)
        guard let envelope = try? Envelope(parsing: bytes) else { return .failed(.malformed, hash: hash) }
        guard Array(envelope.signature) == signature(of: Array(envelope.signed)) else {
            return .failed(.badSignature, hash: hash)
        }
        guard let body = try? Padding.unpad(Array(envelope.ciphertext.dropLast(16))) else {
            return .failed(.undecryptable, hash: hash)
        }
        return .opened(body: body, hash: hash)
    }

    /// What the items of a page come to; nothing when those are no page.
    static func open(page: [UInt8]) -> [Opening?] {
        (try? EntryPage(parsing: page))?.items.map { item in
            if case .envelope(let bytes) = item.content { open(bytes) } else { nil }
        } ?? []
    }

    static func sealIdentifier(_ name: String) -> Identifier {
        Identifier(Array(hash(of: Array(name.utf8)).prefix(16)))!
    }

    static func hash(of bytes: [UInt8]) -> [UInt8] {
        spread(Checksum.of(bytes), into: 32)
    }

    private static func signature(of bytes: [UInt8]) -> [UInt8] {
        spread(Checksum.of(bytes) ^ 0x5157, into: 64)
    }

    private static func spread(_ seed: UInt64, into count: Int) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        return generator.bytes(count)
    }
}
