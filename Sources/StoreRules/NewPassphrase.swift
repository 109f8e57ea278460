import Wire

/// What changes with a passphrase.
public struct NewPassphrase: Sendable {
    /// The new salt, 16 bytes.
    public let salt: [UInt8]
    /// How many rounds it is stretched by.
    public let rounds: Int
    /// The hash of the new sign-in secret.
    public let secret: SecretHash
    /// The person key, wrapped under the new wrap key.
    public let personByPassphrase: [UInt8]

    /// The recovery code that comes with it: the hash of its secret, and the person key wrapped by it. Nil when none does.
    public let recovery: (secret: SecretHash, personByRecovery: [UInt8])?

    /// A new passphrase's salt, the hash of its sign-in secret, and the person key wrapped by it.
    public init(
        salt: [UInt8], secret: SecretHash, personByPassphrase: [UInt8],
        recovery: (secret: SecretHash, personByRecovery: [UInt8])? = nil, rounds: Int = PassphraseRounds.fewest
    ) {
        self.recovery = recovery
        self.rounds = rounds
        self.salt = salt
        self.secret = secret
        self.personByPassphrase = personByPassphrase
    }
}
