import Bytes
import Crypto
import Foundation
import Wire

/// The key with which a person signs what they write: ECDSA P-256 with SHA-256.
public struct SigningKey: Sendable {
    private let key: P256.Signing.PrivateKey

    /// A new key.
    public init(using generator: inout some RandomNumberGenerator) {
        while true {
            // All but one in 2³² of random 32 bytes are a P-256 scalar.
            if let key = try? P256.Signing.PrivateKey(rawRepresentation: generator.bytes(32)) {
                self.key = key
                return
            }
        }
    }

    /// The key in its PKCS #8 form.
    ///
    /// - Throws: ``VaultError/notAKey``.
    init(pkcs8: [UInt8]) throws(VaultError) {
        do { key = try P256.Signing.PrivateKey(derRepresentation: pkcs8) } catch { throw .notAKey }
    }

    /// PKCS #8.
    var pkcs8: [UInt8] { Array(key.derRepresentation) }

    /// The public half: 65 bytes, uncompressed.
    public var publicBytes: [UInt8] { Array(key.publicKey.x963Representation) }

    /// A signature over `bytes`: raw r ‖ s, 64 bytes, another one every time.
    func signature(over bytes: some DataProtocol) -> [UInt8] {
        do {
            return Array(try key.signature(for: bytes).rawRepresentation)
        } catch {
            preconditionFailure("a private key always signs: \(error)")
        }
    }
}

extension Card {
    /// Whether `signature` over `bytes` is this person's.
    func verifies(_ signature: some DataProtocol, over bytes: some DataProtocol) -> Bool {
        guard let key = try? P256.Signing.PublicKey(x963Representation: signingPublic),
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
        else { return false }
        return key.isValidSignature(signature, for: bytes)
    }
}
