import Bytes
import Foundation
import GRDB
import Wire

extension SQLiteStore {
    /// Makes an account.
    public func createAccount(
        _ account: NewAccount, session: SecretHash, now: Int64
    ) async throws(StoreError) -> AccountRecord {
        let generation = generation
        return try await writer.perform { db in
            if let row = try Row.fetchOne(
                db, sql: "SELECT id, secret FROM accounts WHERE name = ?", arguments: [account.name.text])
            {
                let id: Identifier = row[0]
                let secret: SecretHash = row[1]
                guard id == account.account, secret == account.secret else { throw StoreError(.nameTaken) }
            } else {
                try Self.insert(account, db)
            }
            try Self.insertSession(db, session, account.account, now)
            return try Self.record(db, account.account, generation)
        }
    }

    private static func insert(_ account: NewAccount, _ db: Database) throws {
        let isTaken = try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM accounts WHERE id = ?) OR EXISTS (SELECT 1 FROM spaces WHERE id = ?)",
            arguments: [account.account, account.privateSpace.id])
        guard isTaken == false else { throw StoreError(.malformed) }
        try db.execute(
            sql: """
                INSERT INTO accounts (id, name, salt, secret, recovery_secret, person_by_passphrase, person_by_recovery,
                    signing_public, signing_private) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                account.account, account.name.text, Data(account.salt), account.secret, account.recoverySecret,
                Data(account.personByPassphrase), Data(account.personByRecovery), Data(account.signingPublic),
                Data(account.signingPrivate),
            ])
        try insertSpace(db, account.privateSpace, kind: .private, account: account.account)
    }

    /// The salt of a name.
    public func salt(name: SignInName) async throws(StoreError) -> [UInt8]? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT salt FROM accounts WHERE name = ?", arguments: [name.text])?.bytes(0)
        }
    }

    /// Signs in.
    public func signIn(
        name: SignInName, secret: SecretHash, session: SecretHash, now: Int64
    ) async throws(StoreError) -> AccountRecord {
        let generation = generation
        return try await writer.perform(checksFirst: true) { db in
            let account = try Self.account(db, name: name, column: "secret", secret)
            try Self.insertSession(db, session, account, now)
            return try Self.record(db, account, generation)
        }
    }

    /// Opens what the recovery code opens.
    public func startRecovery(
        name: SignInName, recoverySecret: SecretHash
    ) async throws(StoreError) -> StartRecoveryAnswer {
        try await read { db in
            let account = try Self.account(db, name: name, column: "recovery_secret", recoverySecret)
            let row = try Row.fetchOne(
                db, sql: "SELECT person_by_recovery FROM accounts WHERE id = ?", arguments: [account])
            return StartRecoveryAnswer(account: account, personByRecovery: row?.bytes(0) ?? [])
        }
    }

    /// Sets a new passphrase by the recovery code.
    public func recover(
        name: SignInName, recoverySecret: SecretHash, passphrase: NewPassphrase, session: SecretHash, now: Int64
    ) async throws(StoreError) -> AccountRecord {
        let generation = generation
        return try await writer.perform(checksFirst: true) { db in
            let account = try Self.account(db, name: name, column: "recovery_secret", recoverySecret)
            try Self.update(db, account, passphrase)
            try db.execute(sql: "DELETE FROM sessions WHERE account = ?", arguments: [account])
            try Self.insertSession(db, session, account, now)
            return try Self.record(db, account, generation)
        }
    }

    /// Sets a new passphrase by the current one.
    public func changePassphrase(
        account: Identifier, currentSecret: SecretHash, passphrase: NewPassphrase, session: SecretHash
    ) async throws(StoreError) {
        try await writer.perform(checksFirst: true) { db in
            try Self.requireSecret(db, account, currentSecret)
            try Self.update(db, account, passphrase)
            try db.execute(
                sql: "DELETE FROM sessions WHERE account = ? AND hash <> ?", arguments: [account, session])
        }
    }

    /// Replaces the recovery code.
    public func changeRecoveryCode(
        account: Identifier, currentSecret: SecretHash, recoverySecret: SecretHash, personByRecovery: [UInt8]
    ) async throws(StoreError) {
        try await writer.perform(checksFirst: true) { db in
            try Self.requireSecret(db, account, currentSecret)
            try db.execute(
                sql: "UPDATE accounts SET recovery_secret = ?, person_by_recovery = ? WHERE id = ?",
                arguments: [recoverySecret, Data(personByRecovery), account])
        }
    }

    /// Reads the account record.
    public func account(_ account: Identifier) async throws(StoreError) -> AccountRecord {
        let generation = generation
        return try await read { try Self.record($0, account, generation) }
    }

    /// Erases the account.
    public func deleteAccount(_ account: Identifier, secret: SecretHash) async throws(StoreError) -> [Identifier] {
        try await writer.perform(trace: .none, changing: .everything) { db in
            try Self.requireSecret(db, account, secret)
            var others: [Identifier] = []
            for space in try SpaceRow.all(db, of: account) {
                let left = try Identifier.fetchAll(
                    db, sql: "SELECT account FROM members WHERE space = ? AND account <> ?",
                    arguments: [space.row, account])
                if left.isEmpty {
                    try db.execute(
                        sql: "DELETE FROM entries WHERE position BETWEEN ? AND ?",
                        arguments: [space.firstPosition, space.lastPosition])
                    try db.execute(sql: "DELETE FROM spaces WHERE row = ?", arguments: [space.row])
                } else {
                    try Self.eraseAll(db, space, author: account)
                    try Self.close(db, space)
                    others += left
                }
            }
            // Sessions, memberships, invitations and match lists go with the account.
            try db.execute(sql: "DELETE FROM accounts WHERE id = ?", arguments: [account])
            return others
        }
    }

    // MARK: Parts

    /// The account of this name and secret; `column` says which secret. An unknown name is refused like a wrong secret.
    private static func account(
        _ db: Database, name: SignInName, column: String, _ secret: SecretHash
    ) throws -> Identifier {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT id, \(column) FROM accounts WHERE name = ?", arguments: [name.text])
        else { throw StoreError(.wrongSecret) }
        let stored: SecretHash = row[1]
        guard stored == secret else { throw StoreError(.wrongSecret) }
        return row[0]
    }

    private static func requireSecret(_ db: Database, _ account: Identifier, _ secret: SecretHash) throws {
        let stored = try SecretHash.fetchOne(
            db, sql: "SELECT secret FROM accounts WHERE id = ?", arguments: [account])
        guard stored == secret else { throw StoreError(.wrongSecret) }
    }

    private static func update(_ db: Database, _ account: Identifier, _ passphrase: NewPassphrase) throws {
        try db.execute(
            sql: "UPDATE accounts SET salt = ?, secret = ?, person_by_passphrase = ? WHERE id = ?",
            arguments: [Data(passphrase.salt), passphrase.secret, Data(passphrase.personByPassphrase), account])
    }

    private static func insertSession(
        _ db: Database, _ session: SecretHash, _ account: Identifier, _ now: Int64
    ) throws {
        try db.execute(
            sql: "INSERT INTO sessions (hash, account, last_use) VALUES (?, ?, ?)", arguments: [session, account, now])
    }

    static func record(_ db: Database, _ account: Identifier, _ generation: Int64) throws -> AccountRecord {
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT name, salt, person_by_passphrase, signing_public, signing_private FROM accounts WHERE id = ?
                    """,
                arguments: [account])
        else { throw StoreError(.notSignedIn) }
        return AccountRecord(
            name: row[0], account: account, salt: row.bytes(1), personByPassphrase: row.bytes(2),
            signingPublic: row.bytes(3), signingPrivate: row.bytes(4),
            spaces: try SpaceRow.all(db, of: account).map { try $0.record(db, account, generation) })
    }
}
