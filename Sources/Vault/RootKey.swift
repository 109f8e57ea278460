import Crypto
import Foundation

/// Key material from which other keys are derived with HKDF-SHA-256, and which is never used for anything else.
struct RootKey: Sendable {
    private let key: SymmetricKey

    /// The material of `bytes`.
    init(_ bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
    }

    /// `count` bytes under a label, with a salt or without.
    func derive(_ label: [UInt8], salt: [UInt8] = [], count: Int = 32) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, salt: salt, info: label, outputByteCount: count)
    }

    /// The same, as bytes.
    func deriveBytes(_ label: [UInt8], count: Int = 32) -> [UInt8] {
        derive(label, count: count).withUnsafeBytes { Array($0) }
    }
}
