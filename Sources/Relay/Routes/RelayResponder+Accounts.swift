import Bytes
import Crypto
import Hummingbird
import RelayStore
import StoreRules
import Wire

extension RelayResponder {
    func createAccount(_ call: RelayCall) async throws -> Response {
        let request = try call.read(CreateAccountRequest.self)
        let account = try NewAccount(request)
        // Accounts that were made and names that are taken count, each for itself: names can't be listed by trying them all.
        let attempt = try newAccounts.begin([.address(call.address, .account)], now: call.now)
        let taken: Throttle.Try
        do {
            taken = try takenNames.begin([.address(call.address, .account)], now: call.now)
        } catch {
            newAccounts.succeed(attempt)
            throw error
        }
        let token = newToken()
        do {
            let record = try await store.createAccount(account, session: token.hash, now: call.now)
            takenNames.succeed(taken)
            return signedIn(record, token, call, status: .created)
        } catch {
            newAccounts.succeed(attempt)
            if error.name != .nameTaken { takenNames.succeed(taken) }
            throw error
        }
    }

    func startSignIn(_ call: RelayCall) async throws -> Response {
        let name = try name(call.read(StartSignInRequest.self).name)
        // The invented salt is computed for known names, too, so that both take the same time.
        let invented = HMAC<SHA256>.authenticationCode(
            for: Array(name.text.utf8), using: SymmetricKey(data: store.inventionKey))
        let known = try await store.stretching(name: name)
        return .json(
            StartSignInAnswer(
                salt: known?.salt ?? Array(invented.prefix(KeyLength.salt)),
                rounds: known?.rounds ?? PassphraseRounds.now))
    }

    func signIn(_ call: RelayCall) async throws -> Response {
        let request = try call.read(SignInRequest.self)
        let name = try name(request.name)
        let token = newToken()
        let record = try await counted([.name(name.text, .signIn), .address(call.address, .signIn)], call) {
            try await store.signIn(
                name: name, secret: SecretHash(hashing: request.secret), session: token.hash, now: call.now)
        }
        // With as many sessions as there may be, the one that was not used for longest has just ended.
        endSessions(of: record.account)
        return signedIn(record, token, call, status: .ok)
    }

    func startRecovery(_ call: RelayCall) async throws -> Response {
        let request = try call.read(StartRecoveryRequest.self)
        let name = try name(request.name)
        let answer = try await unguessable(name, call) {
            try await store.startRecovery(name: name, recoverySecret: SecretHash(hashing: request.recoverySecret))
        }
        return .json(answer)
    }

    func recover(_ call: RelayCall) async throws -> Response {
        let request = try call.read(RecoverRequest.self)
        let name = try name(request.name)
        let token = newToken()
        let passphrase = NewPassphrase(
            salt: request.salt, secret: SecretHash(hashing: request.secret),
            personByPassphrase: request.personByPassphrase,
            recovery: request.recovery.map { (SecretHash(hashing: $0.secret), $0.personByRecovery) },
            rounds: request.rounds)
        let record = try await unguessable(name, call) {
            try await store.recover(
                name: name, recoverySecret: SecretHash(hashing: request.recoverySecret), passphrase: passphrase,
                session: token.hash, now: call.now)
        }
        endSessions(of: record.account)
        return signedIn(record, token, call, status: .ok)
    }

    func changePassphrase(_ call: RelayCall) async throws -> Response {
        let request = try call.read(ChangePassphraseRequest.self)
        let visitor = try call.signedIn()
        let current = SecretHash(hashing: request.currentSecret)
        let passphrase = NewPassphrase(
            salt: request.salt, secret: SecretHash(hashing: request.secret),
            personByPassphrase: request.personByPassphrase,
            recovery: request.recovery.map { (SecretHash(hashing: $0.secret), $0.personByRecovery) },
            rounds: request.rounds)
        try await counted([.session(visitor.token.hash, .passphrase)], call) {
            if request.isSame {
                try await store.stretchPassphrase(
                    account: visitor.account, currentSecret: current, passphrase: passphrase)
            } else {
                try await store.changePassphrase(
                    account: visitor.account, currentSecret: current, passphrase: passphrase,
                    session: visitor.token.hash)
            }
        }
        if request.isSame { return .empty }
        endSessions(of: visitor.account)
        return .empty
    }

    func changeRecoveryCode(_ call: RelayCall) async throws -> Response {
        let request = try call.read(ChangeRecoveryCodeRequest.self)
        let visitor = try call.signedIn()
        try await counted([.session(visitor.token.hash, .recoveryCode)], call) {
            try await store.changeRecoveryCode(
                account: visitor.account, currentSecret: SecretHash(hashing: request.currentSecret),
                recoverySecret: SecretHash(hashing: request.recoverySecret), personByRecovery: request.personByRecovery)
        }
        return .empty
    }

    func signOut(_ call: RelayCall) async throws -> Response {
        let visitor = try call.signedIn()
        try await store.endSession(visitor.token.hash)
        sessions.forget(visitor.token)
        hub.end(account: visitor.account)
        return signedOut(call)
    }

    func sessions(_ call: RelayCall) async throws -> Response {
        let visitor = try call.signedIn()
        let sessions = try await store.sessions(
            account: visitor.account, current: visitor.token.hash, now: call.now)
        return .json(SessionsAnswer(sessions: sessions))
    }

    func endSession(_ call: RelayCall, _ session: Identifier) async throws -> Response {
        let account = try call.account()
        try await store.endSession(session, account: account)
        endSessions(of: account)
        return .empty
    }

    func deleteAccount(_ call: RelayCall) async throws -> Response {
        let request = try call.read(DeleteAccountRequest.self)
        let visitor = try call.signedIn()
        let others = try await counted([.session(visitor.token.hash, .deletion)], call) {
            try await store.deleteAccount(
                visitor.account, secret: SecretHash(hashing: request.secret), now: call.now)
        }
        endSessions(of: visitor.account)
        hub.publish(.account, to: others)
        return signedOut(call)
    }

    // MARK: Parts

    private func name(_ typed: String) throws(WireError) -> SignInName {
        guard let name = SignInName(typed) else { throw WireError(.nameInvalid) }
        return name
    }

    private func newToken() -> Sessions.Token {
        Sessions.Token(bytes: environment.randomBytes(32))
    }

    /// Counts a try at giving a secret, makes it wait, and takes it back when the secret was right.
    private func counted<Value>(
        _ keys: [Throttle.Key], _ call: RelayCall, _ body: () async throws -> Value
    ) async throws -> Value {
        let attempt = try tries.begin(keys, now: call.now)
        if attempt.delay > .zero { try await environment.sleep(attempt.delay) }
        do {
            let value = try await body()
            tries.succeed(attempt)
            return value
        } catch let error as StoreError where error.name != .wrongSecret {
            tries.succeed(attempt)
            throw error
        }
    }

    /// Counts wrong tries at a recovery code and makes them wait. A right one is never refused: it has 128 random bits, which nobody
    /// guesses, so refusing it would keep out its owner alone.
    private func unguessable<Value>(
        _ name: SignInName, _ call: RelayCall, _ body: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await body()
        } catch let error as StoreError where error.name == .wrongSecret {
            let attempt = try tries.begin(
                [.name(name.text, .recovery), .address(call.address, .recovery)], now: call.now)
            if attempt.delay > .zero { try await environment.sleep(attempt.delay) }
            throw error
        }
    }

    private func endSessions(of account: Identifier) {
        sessions.forget(account: account)
        hub.end(account: account)
    }

    private func signedIn(
        _ record: AccountRecord, _ token: Sessions.Token, _ call: RelayCall, status: HTTPResponse.Status
    ) -> Response {
        var response = Response.json(record, status: status)
        response.headers[.setCookie] = SessionCookie.setting(token, isSecure: call.isSecure)
        return response
    }

    private func signedOut(_ call: RelayCall) -> Response {
        var response = Response.empty
        response.headers[.setCookie] = SessionCookie.setting(nil, isSecure: call.isSecure)
        return response
    }
}
