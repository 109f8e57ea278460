import Bytes
import Wire

extension Rules {
    /// Makes an account with its private space, and a session. Repeated it is refused like anybody's try at a name that is taken:
    /// whoever lost the answer signs in, where tries are counted.
    public func createAccount(
        _ account: NewAccount, session: SecretHash, now: Int64, in rows: some WritableRows
    ) throws(StoreError) -> AccountRecord {
        let new = account.row
        guard try rows.account(named: new.name) == nil, try rows.goneUntil(mark(of: new.name)) ?? now <= now else {
            throw StoreError(.nameTaken)
        }
        guard
            try rows.account(new.id) == nil, try rows.space(account.privateSpace.id) == nil,
            try rows.goneUntil(new.id) == nil, try rows.goneUntil(mark(of: account.privateSpace.id)) == nil
        else {
            throw StoreError(.malformed)
        }
        try rows.put(new)
        try addSpace(account.privateSpace, kind: .private, account: new.id, in: rows)
        try addSession(session, of: new.id, now: now, in: rows)
        return try self.account(new.id, in: rows)
    }

    /// By which salt and how many rounds the passphrase of an account is stretched, or nil when nobody has the name.
    public func stretching(
        name: SignInName, in rows: some StoreRows
    ) throws(StoreError) -> (salt: [UInt8], rounds: Int)? {
        guard let account = try rows.account(named: name) else { return nil }
        return (account.salt, account.rounds)
    }

    /// Makes a session.
    public func signIn(
        name: SignInName, secret: SecretHash, session: SecretHash, now: Int64, in rows: some WritableRows
    ) throws(StoreError) -> AccountRecord {
        // An unknown name is refused like a wrong secret.
        guard let kept = try rows.account(named: name), kept.secret == secret else { throw StoreError(.wrongSecret) }
        try addSession(session, of: kept.id, now: now, in: rows)
        return try account(kept.id, in: rows)
    }

    /// What the recovery code opens.
    public func startRecovery(
        name: SignInName, recoverySecret: SecretHash, in rows: some StoreRows
    ) throws(StoreError) -> StartRecoveryAnswer {
        let kept = try account(named: name, recoverySecret: recoverySecret, in: rows)
        return StartRecoveryAnswer(account: kept.id, personByRecovery: kept.personByRecovery)
    }

    /// Sets a new passphrase by the recovery code, ends all sessions and makes one. A code that comes with it takes the place of the
    /// one that was used.
    public func recover(
        name: SignInName, recoverySecret: SecretHash, passphrase: NewPassphrase, session: SecretHash, now: Int64,
        in rows: some WritableRows
    ) throws(StoreError) -> AccountRecord {
        var kept = try account(named: name, recoverySecret: recoverySecret, in: rows)
        if let new = passphrase.recovery {
            kept.recoverySecret = new.secret
            kept.personByRecovery = new.personByRecovery
        }
        try put(passphrase, of: kept, keeping: nil, in: rows)
        try addSession(session, of: kept.id, now: now, in: rows)
        return try account(kept.id, in: rows)
    }

    /// Sets a new passphrase, ends all sessions but `session`, and the recovery code unless a new one comes with it.
    public func changePassphrase(
        account: Identifier, currentSecret: SecretHash, passphrase: NewPassphrase, session: SecretHash,
        in rows: some WritableRows
    ) throws(StoreError) {
        var kept = try self.account(account, secret: currentSecret, in: rows)
        kept.recoverySecret = passphrase.recovery?.secret ?? .unset
        kept.personByRecovery = passphrase.recovery?.personByRecovery ?? []
        try put(passphrase, of: kept, keeping: session, in: rows)
    }

    /// Stretches the passphrase that there is by more rounds, with the same salt. Sessions and recovery code stay.
    public func stretchPassphrase(
        account: Identifier, currentSecret: SecretHash, passphrase: NewPassphrase, in rows: some WritableRows
    ) throws(StoreError) {
        var kept = try self.account(account, secret: currentSecret, in: rows)
        guard passphrase.salt == kept.salt, passphrase.rounds > kept.rounds else { throw StoreError(.malformed) }
        kept.rounds = passphrase.rounds
        kept.secret = passphrase.secret
        kept.personByPassphrase = passphrase.personByPassphrase
        try rows.put(kept)
    }

    /// Replaces the recovery code.
    public func changeRecoveryCode(
        account: Identifier, currentSecret: SecretHash, recoverySecret: SecretHash, personByRecovery: [UInt8],
        in rows: some WritableRows
    ) throws(StoreError) {
        var kept = try self.account(account, secret: currentSecret, in: rows)
        kept.recoverySecret = recoverySecret
        kept.personByRecovery = personByRecovery
        try rows.put(kept)
    }

    /// The account record.
    public func account(
        _ account: Identifier, in rows: some StoreRows
    ) throws(StoreError) -> AccountRecord {
        guard let kept = try rows.account(account) else { throw StoreError(.notSignedIn) }
        var spaces: [SpaceRecord] = []
        for space in try rows.spaces(of: account) { spaces.append(try record(space, for: account)) }
        let hasCode = kept.recoverySecret != .unset
        return AccountRecord(
            name: kept.name.text, account: account, salt: kept.salt, rounds: kept.rounds,
            personByPassphrase: kept.personByPassphrase,
            signingPublic: kept.signingPublic, signingPrivate: kept.signingPrivate,
            hasRecoveryCode: hasCode,
            recoveryMark: hasCode ? Array(kept.personByRecovery.prefix(KeyLength.nonce)) : nil,
            spaces: spaces)
    }

    /// Begins to delete the account: its shared spaces close.
    ///
    /// - Returns: all its spaces. What it has put there has to be erased before ``deleteAccount(_:secret:in:)``.
    public func closeAccount(
        _ account: Identifier, secret: SecretHash, in rows: some WritableRows
    ) throws(StoreError) -> [Identifier] {
        _ = try self.account(account, secret: secret, in: rows)
        let spaces = try rows.spaces(of: account)
        for space in spaces where space.kind == .shared { try close(space, left: nil, in: rows) }
        return spaces.map { $0.id }
    }

    /// Erases the account: its keys, sessions, private space, invitations and match lists. Its id and that of its private space are
    /// never given again, and its name not for a while: else somebody else would be taken for who has gone.
    ///
    /// - Returns: the other members of its shared spaces.
    public func deleteAccount(
        _ account: Identifier, secret: SecretHash, now: Int64, in rows: some WritableRows
    ) throws(StoreError) -> [Identifier] {
        let gone = try self.account(account, secret: secret, in: rows)
        try rows.putGone(account, until: .max)
        try rows.putGone(mark(of: gone.name), until: now + Limits.nameRest)
        var others: [Identifier] = []
        for var space in try rows.spaces(of: account) {
            let left = space.accounts.filter { $0 != account }
            if left.isEmpty {
                try rows.removeSpace(space.id)
                try rows.putGone(mark(of: space.id), until: .max)
            } else {
                // What counts for each follows the members, of whom one goes.
                space.used = left.map { space.used(by: $0) }
                try rows.put(space)
                others += left
            }
        }
        try rows.removeAccount(account)
        return others
    }

    // MARK: Parts

    /// What stands for a name that is gone: not the name, so that it isn't kept, though whoever has the database can try names.
    private func mark(of name: SignInName) -> Identifier {
        mark(Array("hearth/v1/gone".utf8) + Array(name.text.utf8))
    }

    private func account(
        named name: SignInName, recoverySecret: SecretHash, in rows: some StoreRows
    ) throws(StoreError) -> AccountRow {
        guard let kept = try rows.account(named: name), recoverySecret != .unset, kept.recoverySecret == recoverySecret
        else {
            throw StoreError(.wrongSecret)
        }
        return kept
    }

    private func account(
        _ account: Identifier, secret: SecretHash, in rows: some StoreRows
    ) throws(StoreError) -> AccountRow {
        guard let kept = try rows.account(account), kept.secret == secret else { throw StoreError(.wrongSecret) }
        return kept
    }

    private func put(
        _ passphrase: NewPassphrase, of account: AccountRow, keeping session: SecretHash?,
        in rows: some WritableRows
    ) throws(StoreError) {
        var account = account
        account.salt = passphrase.salt
        account.rounds = passphrase.rounds
        account.secret = passphrase.secret
        account.personByPassphrase = passphrase.personByPassphrase
        try rows.put(account)
        try rows.removeSessions(.all(account: account.id, except: session))
    }
}
