import Bytes
import Crypto
import Foundation
import Wire

/// A photo as the relay keeps it, and what an entry carries of it (docs/protocol.md, *Photos*).
public struct PhotoBlob: Equatable, Sendable {
    /// The blob's id.
    public let id: Identifier
    /// What it is encrypted under.
    public let key: [UInt8]
    /// What the relay keeps.
    public let bytes: [UInt8]

    /// Pads and encrypts a picture under a key of its own.
    ///
    /// - Throws: ``FormatError/tooLarge(field:)`` for a picture of more than ``Limits/bodyBytes``.
    public init(sealing picture: [UInt8], using generator: inout some RandomNumberGenerator) throws(FormatError) {
        let padded = try Padding.pad(picture)
        let id: Identifier = generator.identifier()
        let key = generator.bytes(32)
        let nonce = generator.bytes(EnvelopeHeader.nonceByteCount)
        do {
            let box = try AES.GCM.seal(
                padded, using: SymmetricKey(data: key), nonce: AES.GCM.Nonce(data: nonce),
                authenticating: KeyLabel.photo(id))
            bytes = nonce + Array(box.ciphertext + box.tag)
        } catch {
            preconditionFailure("AES-GCM refuses only keys and nonces of a wrong length: \(error)")
        }
        self.id = id
        self.key = key
    }

    /// The hash of what the relay keeps.
    public var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// Decrypts a blob: the picture.
    ///
    /// - Throws: ``VaultError/badCiphertext``.
    public static func open(_ bytes: [UInt8], id: Identifier, key: [UInt8]) throws(VaultError) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(combined: bytes)
            let padded = try AES.GCM.open(box, using: SymmetricKey(data: key), authenticating: KeyLabel.photo(id))
            return try Padding.unpad(Array(padded))
        } catch {
            throw .badCiphertext
        }
    }
}
