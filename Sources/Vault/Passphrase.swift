import Crypto
import CryptoExtras
import Foundation

/// What a passphrase opens: the door of the relay and the person key.
public struct Passphrase: Sendable {
    /// Rounds of PBKDF2-HMAC-SHA-256.
    public static let rounds = 600_000

    /// The random salt, 16 bytes.
    public let salt: [UInt8]
    /// What the relay is shown at sign-in, 32 bytes; it keeps only a hash of it.
    public let secret: [UInt8]
    /// Wraps the person key.
    let wrap: WrappingKey

    /// Stretches a passphrase, in NFKC so that every keyboard's spelling of it is the same. Takes a tenth of a second.
    public init(_ text: String, salt: [UInt8]) {
        let password = Array(text.precomposedStringWithCompatibilityMapping.utf8)
        let root = RootKey(Self.stretch(password, salt: salt))
        self.salt = salt
        secret = root.deriveBytes(KeyLabel.signIn)
        wrap = WrappingKey(root.derive(KeyLabel.wrap))
    }

    /// 32 bytes that take a tenth of a second, so that nobody tries many.
    static func stretch(_ bytes: [UInt8], salt: [UInt8]) -> [UInt8] {
        do {
            let stretched = try KDF.Insecure.PBKDF2.deriveKey(
                from: bytes, salt: salt, using: .sha256, outputByteCount: 32, rounds: rounds)
            return stretched.withUnsafeBytes { Array($0) }
        } catch {
            preconditionFailure("PBKDF2 refuses only too few rounds: \(error)")
        }
    }
}
