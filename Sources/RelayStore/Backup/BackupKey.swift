import Crypto

/// What a backup is sealed under, so that a copy on somebody else's disk tells nothing of names and times either.
public struct BackupKey: Sendable {
    /// How many bytes of secret there must be. They are taken as they are, so they must be random.
    public static let leastByteCount = 32
    /// How many are read at most.
    public static let mostByteCount = 4096

    private let secret: SymmetricKey

    /// A key from a secret; nil when it is too short to be one, or too long.
    public init?(_ secret: [UInt8]) {
        guard (Self.leastByteCount...Self.mostByteCount).contains(secret.count) else { return nil }
        self.secret = SymmetricKey(data: secret)
    }

    /// The key of one backup.
    func key(salt: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, salt: salt, info: Array("hearth/v1/backup".utf8), outputByteCount: 32)
    }
}
