import Bytes
import Wire

/// An account as it is first kept: ``CreateAccountRequest`` with its secrets hashed and its name folded.
public struct NewAccount: Sendable {
    /// The folded name.
    public let name: SignInName
    /// The account's id.
    public let account: Identifier
    /// The passphrase's salt, 16 bytes.
    public let salt: [UInt8]
    /// The hash of the sign-in secret.
    public let secret: SecretHash
    /// The hash of the recovery secret.
    public let recoverySecret: SecretHash
    /// The person key, wrapped under the passphrase's wrap key.
    public let personByPassphrase: [UInt8]
    /// The person key, wrapped under the recovery code's wrap key.
    public let personByRecovery: [UInt8]
    /// The public half of the signing key.
    public let signingPublic: [UInt8]
    /// The private half, wrapped under the person key.
    public let signingPrivate: [UInt8]
    /// The private space.
    public let privateSpace: CreateSpaceRequest

    /// The account that `request` asks for.
    ///
    /// - Throws: ``StoreError`` named `nameInvalid` when its name breaks a rule.
    public init(_ request: CreateAccountRequest) throws(StoreError) {
        guard let name = SignInName(request.name) else { throw StoreError(.nameInvalid) }
        self.name = name
        account = request.account
        salt = request.salt
        secret = SecretHash(hashing: request.secret)
        recoverySecret = SecretHash(hashing: request.recoverySecret)
        personByPassphrase = request.personByPassphrase
        personByRecovery = request.personByRecovery
        signingPublic = request.signingPublic
        signingPrivate = request.signingPrivate
        privateSpace = request.privateSpace
    }
}
