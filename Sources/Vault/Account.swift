import Bytes
import Crypto
import Wire

/// An account with its keys open, as a device has it after sign-in.
public struct Account: Sendable {
    /// The account's id.
    public let id: Identifier
    /// Wraps the signing key and the space keys.
    let person: WrappingKey
    /// Signs what the person writes.
    public let signing: SigningKey

    /// What others need to check what this person signs.
    public var card: Card {
        do {
            return try Card(account: id, signingPublic: signing.publicBytes)
        } catch {
            preconditionFailure("a P-256 key has 65 bytes: \(error)")
        }
    }

    /// A new account, and all that its maker needs once.
    public struct New: Sendable {
        /// The account.
        public let account: Account
        /// The key of its private space.
        public let privateSpace: SpaceKey
        /// The code for the person's paper.
        public let recoveryCode: RecoveryCode
        /// What the relay gets.
        public let request: CreateAccountRequest
    }

    /// Makes the keys of a new account.
    public static func make(
        name: String, passphrase text: String, using generator: inout some RandomNumberGenerator
    ) -> New {
        let passphrase = Passphrase(text, salt: generator.bytes(KeyLength.salt))
        let recoveryCode = RecoveryCode(using: &generator)
        let account = Account(
            id: generator.identifier(), person: WrappingKey(SymmetricKey(data: generator.bytes(32))),
            signing: SigningKey(using: &generator))
        let space = SpaceKey(using: &generator)
        let request = CreateAccountRequest(
            name: name, account: account.id, salt: passphrase.salt, secret: passphrase.secret,
            recoverySecret: recoveryCode.secret,
            personByPassphrase: account.personKey(wrappedFor: passphrase, using: &generator),
            personByRecovery: account.personKey(wrappedFor: recoveryCode, using: &generator),
            signingPublic: account.signing.publicBytes,
            signingPrivate: account.person.wrap(account.signing.pkcs8, label: KeyLabel.signingKey, using: &generator),
            privateSpace: CreateSpaceRequest(id: space.id, key: account.wrap(space, using: &generator)))
        return New(account: account, privateSpace: space, recoveryCode: recoveryCode, request: request)
    }

    /// The account that a passphrase opens.
    ///
    /// - Throws: ``VaultError/keyDoesNotOpen`` for another passphrase or a changed record.
    public init(record: AccountRecord, passphrase: Passphrase) throws(VaultError) {
        try self.init(
            id: record.account, personKey: record.personByPassphrase, by: passphrase.wrap,
            signingPrivate: record.signingPrivate)
    }

    /// The account that a recovery code opens.
    ///
    /// - Throws: ``VaultError/keyDoesNotOpen`` for another code.
    public init(
        recovering answer: StartRecoveryAnswer, signingPrivate: [UInt8], recoveryCode: RecoveryCode
    ) throws(VaultError) {
        try self.init(
            id: answer.account, personKey: answer.personByRecovery, by: recoveryCode.wrap,
            signingPrivate: signingPrivate)
    }

    private init(id: Identifier, person: WrappingKey, signing: SigningKey) {
        self.id = id
        self.person = person
        self.signing = signing
    }

    private init(
        id: Identifier, personKey: [UInt8], by wrap: WrappingKey, signingPrivate: [UInt8]
    ) throws(VaultError) {
        let raw = try wrap.unwrap(personKey, label: KeyLabel.personKey)
        let person = WrappingKey(SymmetricKey(data: raw))
        let signing = try SigningKey(pkcs8: try person.unwrap(signingPrivate, label: KeyLabel.signingKey))
        self.init(id: id, person: person, signing: signing)
    }

    /// The person key wrapped under a passphrase: for a new account, and for a change of passphrase.
    public func personKey(
        wrappedFor passphrase: Passphrase, using generator: inout some RandomNumberGenerator
    ) -> [UInt8] {
        passphrase.wrap.wrap(person.bytes, label: KeyLabel.personKey, using: &generator)
    }

    /// The person key wrapped under a recovery code.
    public func personKey(
        wrappedFor code: RecoveryCode, using generator: inout some RandomNumberGenerator
    ) -> [UInt8] {
        code.wrap.wrap(person.bytes, label: KeyLabel.personKey, using: &generator)
    }

    /// A space key wrapped under the person key.
    public func wrap(_ space: SpaceKey, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        person.wrap(space.bytes, label: KeyLabel.spaceKey(space.id), using: &generator)
    }

    /// The key of a space this person is a member of.
    ///
    /// - Throws: ``VaultError/keyDoesNotOpen`` when it was wrapped for another space or by another person.
    public func unwrap(_ key: [UInt8], of space: Identifier) throws(VaultError) -> SpaceKey {
        SpaceKey(id: space, bytes: try person.unwrap(key, label: KeyLabel.spaceKey(space)))
    }

    /// What the relay gets when this person accepts an invitation into a space.
    public func accept(
        _ invitation: Invitation, into space: SpaceKey, using generator: inout some RandomNumberGenerator
    ) -> AcceptInvitationRequest {
        AcceptInvitationRequest(
            lookup: invitation.lookup, key: wrap(space, using: &generator), card: card,
            mac: invitation.mac(of: card, as: .invited, space: space.id))
    }
}
