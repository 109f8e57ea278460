import Wire

// Whoever signs in has just typed the passphrase: then it can be stretched by as many rounds as are asked for today. The salt stays, and so
// do sessions and recovery code: nothing but the guessing has become dearer. What comes of it waits for nobody; whatever goes wrong, the
// next sign-in tries again.

extension SigningIn {
    /// Has the passphrase stretched further, where the account has fewer rounds than passphrases have today.
    func stretchFurther(_ account: AccountRecord, _ world: inout World) {
        guard account.rounds < world.passphraseRounds else { return }
        world.perform(
            .stretchPassphrase(account, passphrase: passphrase.given, rounds: world.passphraseRounds)
        ) { .signIn(.stretched(account, $0)) }
    }

    func sendStretched(
        _ record: AccountRecord, _ outcome: Outcome<Replacement<PersonByPassphrase>>, _ world: inout World
    ) {
        guard let wrapped = try? outcome.get() else { return }
        let request = ChangePassphraseRequest(
            currentSecret: wrapped.currentSecret, salt: record.salt, secret: wrapped.new.secret,
            personByPassphrase: wrapped.new.personByPassphrase, rounds: wrapped.new.rounds, isSame: true)
        world.perform(.relay(.changePassphrase, body: request.body)) { .signIn(.stretchTold($0)) }
    }

    /// The home takes the record as it is now.
    func takeStretched(_ outcome: Outcome<[UInt8]>, _ world: inout World) {
        guard outcome.isSuccess else { return }
        world.perform(.relay(.account, for: AccountRecord.self)) { HomeReply.accountFetched($0) }
    }
}
