/// The SHA-256 of a secret: all that the store ever holds of sign-in secrets, recovery secrets and session tokens.
///
/// A plain hash is enough because every one of them has 256 bits that nobody can guess: two are derived from PBKDF2 or
/// from 128 random bits, the third is random.
public struct SecretHash: Hashable, Sendable {
    /// How many bytes a hash has.
    public static let byteCount = 32

    /// Thirty-two zero bytes, to which no secret is known to hash.
    public static let unset = SecretHash(zeros: ())

    private init(zeros: Void) {
        bytes = [UInt8](repeating: 0, count: Self.byteCount)
    }

    /// The 32 bytes.
    public let bytes: [UInt8]

    /// The hash that a home has kept, or nil for another length.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// Whether both are the same, in a time that doesn't depend on where they differ.
    public static func == (left: SecretHash, right: SecretHash) -> Bool {
        guard left.bytes.count == right.bytes.count else { return false }
        var difference: UInt8 = 0
        for index in left.bytes.indices { difference |= left.bytes[index] ^ right.bytes[index] }
        return difference == 0
    }
}
