import StoreRules
import Wire

extension NewAccount {
    /// The account that `request` asks for, with its secrets hashed and its name folded.
    ///
    /// - Throws: ``StoreError`` named `nameInvalid` when its name breaks a rule.
    public init(_ request: CreateAccountRequest) throws(StoreError) {
        guard let name = SignInName(request.name) else { throw StoreError(.nameInvalid) }
        self.init(
            row: AccountRow(
                id: request.account, name: name, salt: request.salt, rounds: request.rounds,
                secret: SecretHash(hashing: request.secret),
                recoverySecret: SecretHash(hashing: request.recoverySecret),
                personByPassphrase: request.personByPassphrase, personByRecovery: request.personByRecovery,
                signingPublic: request.signingPublic, signingPrivate: request.signingPrivate),
            privateSpace: request.privateSpace)
    }
}
