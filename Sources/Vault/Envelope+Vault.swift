import Bytes
import Crypto
import Foundation
import Wire

extension Envelope {
    /// Pads, encrypts and signs a body.
    ///
    /// - Parameters:
    ///   - body: What the entry says, a JSON object.
    ///   - header: All but the nonce, which is drawn here.
    ///   - space: The key of the header's space.
    ///   - signing: The author's key.
    /// - Throws: ``FormatError/tooLarge(field:)`` for a body that fits no envelope.
    public init(
        sealing body: [UInt8], header: EnvelopeHeader, space: SpaceKey, signing: SigningKey,
        using generator: inout some RandomNumberGenerator
    ) throws(FormatError) {
        precondition(header.space == space.id, "the key is another space's")
        let padded = try Padding.pad(body)
        var header = header
        header.nonce = generator.bytes(EnvelopeHeader.nonceByteCount)
        let ciphertext: [UInt8]
        do {
            let box = try AES.GCM.seal(
                padded, using: space.entryKey(epoch: header.epoch), nonce: AES.GCM.Nonce(data: header.nonce),
                authenticating: header.bytes)
            ciphertext = Array(box.ciphertext + box.tag)
        } catch {
            preconditionFailure("AES-GCM refuses only keys and nonces of a wrong length: \(error)")
        }
        let signature = signing.signature(over: header.bytes + ciphertext)
        try self.init(header: header, ciphertext: ciphertext, signature: signature)
    }

    /// Checks the signature, then decrypts: the body.
    ///
    /// - Parameters:
    ///   - space: The key of the space it was read from.
    ///   - author: The card of the account that the header names.
    /// - Throws: ``VaultError/otherSpace``, ``VaultError/badSignature`` or ``VaultError/badCiphertext``.
    public func open(space: SpaceKey, author: Card) throws(VaultError) -> [UInt8] {
        guard header.space == space.id else { throw .otherSpace }
        guard header.author == author.account, author.verifies(signature, over: signed) else { throw .badSignature }
        do {
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: header.nonce), ciphertext: ciphertext.dropLast(Self.tagByteCount),
                tag: ciphertext.suffix(Self.tagByteCount))
            let key = space.entryKey(epoch: header.epoch)
            return try Padding.unpad(Array(try AES.GCM.open(box, using: key, authenticating: additionalData)))
        } catch {
            throw .badCiphertext
        }
    }

    /// What the author's next open envelope in this space names as its *previous*.
    public var hash: EnvelopeHash {
        EnvelopeHash(Array(SHA256.hash(data: bytes)))!
    }
}
