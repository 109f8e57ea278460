import Wire

/// What changes with a passphrase.
public struct NewPassphrase: Sendable {
    /// The new salt, 16 bytes.
    public let salt: [UInt8]
    /// The hash of the new sign-in secret.
    public let secret: SecretHash
    /// The person key, wrapped under the new wrap key.
    public let personByPassphrase: [UInt8]

    /// A new passphrase's salt, the hash of its sign-in secret, and the person key wrapped by it.
    public init(salt: [UInt8], secret: SecretHash, personByPassphrase: [UInt8]) {
        self.salt = salt
        self.secret = secret
        self.personByPassphrase = personByPassphrase
    }
}
