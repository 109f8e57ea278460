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
        // Only accounts that were made count; so a try at a name that is taken is free.
        let attempt = try newAccounts.begin([.address(call.address)], now: call.now)
        let token = newToken()
        do {
            let record = try await store.createAccount(account, session: token.hash, now: call.now)
            return signedIn(record, token, call, status: .created)
        } catch {
            newAccounts.succeed(attempt)
            throw error
        }
    }

    func startSignIn(_ call: RelayCall) async throws -> Response {
        let name = try name(call.read(StartSignInRequest.self).name)
        // The invented salt is computed for known names, too, so that both take the same time.
        let invented = HMAC<SHA256>.authenticationCode(
            for: Array(name.text.utf8), using: SymmetricKey(data: store.inventionKey))
        let salt = try await store.salt(name: name)
        return .json(StartSignInAnswer(salt: salt ?? Array(invented.prefix(KeyLength.salt))))
    }

    func signIn(_ call: RelayCall) async throws -> Response {
        let request = try call.read(SignInRequest.self)
        let name = try name(request.name)
        let token = newToken()
        let record = try await counted([.name(name.text), .address(call.address)], call) {
            try await store.signIn(
                name: name, secret: SecretHash(hashing: request.secret), session: token.hash, now: call.now)
        }
        return signedIn(record, token, call, status: .ok)
    }

    func startRecovery(_ call: RelayCall) async throws -> Response {
        let request = try call.read(StartRecoveryRequest.self)
        let name = try name(request.name)
        let answer = try await counted([.name(name.text), .address(call.address)], call) {
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
            personByPassphrase: request.personByPassphrase)
        let record = try await counted([.name(name.text), .address(call.address)], call) {
            try await store.recover(
                name: name, recoverySecret: SecretHash(hashing: request.recoverySecret), passphrase: passphrase,
                session: token.hash, now: call.now)
        }
        endSessions(of: record.account)
        return signedIn(record, token, call, status: .ok)
    }

    func changePassphrase(_ call: RelayCall) async throws -> Response {
        let request = try call.read(ChangePassphraseRequest.self)
        guard let visitor = call.visitor else { throw WireError(.notSignedIn) }
        try await counted([.account(visitor.account)], call) {
            try await store.changePassphrase(
                account: visitor.account, currentSecret: SecretHash(hashing: request.currentSecret),
                passphrase: NewPassphrase(
                    salt: request.salt, secret: SecretHash(hashing: request.secret),
                    personByPassphrase: request.personByPassphrase),
                session: visitor.token.hash)
        }
        endSessions(of: visitor.account)
        return .empty
    }

    func changeRecoveryCode(_ call: RelayCall) async throws -> Response {
        let request = try call.read(ChangeRecoveryCodeRequest.self)
        let account = try call.account()
        try await counted([.account(account)], call) {
            try await store.changeRecoveryCode(
                account: account, currentSecret: SecretHash(hashing: request.currentSecret),
                recoverySecret: SecretHash(hashing: request.recoverySecret), personByRecovery: request.personByRecovery)
        }
        return .empty
    }

    func signOut(_ call: RelayCall) async throws -> Response {
        guard let visitor = call.visitor else { throw WireError(.notSignedIn) }
        try await store.endSession(visitor.token.hash)
        sessions.forget(visitor.token)
        hub.end(account: visitor.account)
        return signedOut(call)
    }

    func deleteAccount(_ call: RelayCall) async throws -> Response {
        let request = try call.read(DeleteAccountRequest.self)
        let account = try call.account()
        let others = try await counted([.account(account)], call) {
            try await store.deleteAccount(account, secret: SecretHash(hashing: request.secret))
        }
        endSessions(of: account)
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
