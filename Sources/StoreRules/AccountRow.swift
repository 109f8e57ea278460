import Bytes
import Wire

/// An account as a home keeps it.
public struct AccountRow: Sendable {
    /// The account's id.
    public let id: Identifier
    /// The folded name; no two accounts have the same.
    public let name: SignInName
    /// The passphrase's salt, 16 bytes.
    public var salt: [UInt8]
    /// How many rounds the passphrase is stretched by.
    public var rounds: Int
    /// The hash of the sign-in secret.
    public var secret: SecretHash
    /// The hash of the recovery secret; ``SecretHash/unset`` when there is none.
    public var recoverySecret: SecretHash
    /// The person key, wrapped under the passphrase's wrap key.
    public var personByPassphrase: [UInt8]
    /// The person key, wrapped under the recovery code's wrap key; empty when there is none.
    public var personByRecovery: [UInt8]
    /// The public half of the signing key.
    public let signingPublic: [UInt8]
    /// The private half, wrapped under the person key.
    public let signingPrivate: [UInt8]

    /// An account.
    public init(
        id: Identifier, name: SignInName, salt: [UInt8], rounds: Int, secret: SecretHash, recoverySecret: SecretHash,
        personByPassphrase: [UInt8], personByRecovery: [UInt8], signingPublic: [UInt8], signingPrivate: [UInt8]
    ) {
        self.id = id
        self.name = name
        self.salt = salt
        self.rounds = rounds
        self.secret = secret
        self.recoverySecret = recoverySecret
        self.personByPassphrase = personByPassphrase
        self.personByRecovery = personByRecovery
        self.signingPublic = signingPublic
        self.signingPrivate = signingPrivate
    }
}
