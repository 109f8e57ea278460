/// How many bytes the secrets and keys in requests have.
public enum KeyLength {
    /// The salt of the passphrase.
    public static let salt = 16
    /// A sign-in or recovery secret.
    public static let secret = 32
    /// A wrapped 32-byte key: nonce 12, ciphertext 32, tag 16.
    public static let wrapped = 60
    /// The nonce that such a key begins with.
    public static let nonce = 12
    /// An HMAC-SHA-256.
    public static let mac = 32
    /// A wrapped PKCS #8 signing key: its encodings differ in length between libraries.
    public static let wrappedSigning = 60...512
}
