import Bytes
import GRDB
import StoreRules
import Wire

extension SQLiteRows {
    static let accounts = """
        SELECT id, name, salt, secret, recovery_secret, person_by_passphrase, person_by_recovery, signing_public,
            signing_private, rounds FROM accounts
        """

    func account(_ id: Identifier) throws(StoreError) -> AccountRow? {
        try all(Self.accounts + " WHERE id = ?", [id], Self.account).first
    }

    func account(named name: SignInName) throws(StoreError) -> AccountRow? {
        try all(Self.accounts + " WHERE name = ?", [name.text], Self.account).first
    }

    func put(_ account: AccountRow) throws(StoreError) {
        try run(
            """
            INSERT INTO accounts (id, name, salt, secret, recovery_secret, person_by_passphrase, person_by_recovery,
                signing_public, signing_private, rounds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET salt = excluded.salt, secret = excluded.secret,
                recovery_secret = excluded.recovery_secret, person_by_passphrase = excluded.person_by_passphrase,
                person_by_recovery = excluded.person_by_recovery, rounds = excluded.rounds
            """,
            [
                account.id, account.name.text, Blob(account.salt), account.secret, account.recoverySecret,
                Blob(account.personByPassphrase), Blob(account.personByRecovery), Blob(account.signingPublic),
                Blob(account.signingPrivate), Int64(account.rounds),
            ])
    }

    func removeAccount(_ id: Identifier) throws(StoreError) {
        note(.everything)
        // The schema takes what the account owns along.
        try run("DELETE FROM accounts WHERE id = ?", [id])
    }

    func goneUntil(_ mark: Identifier) throws(StoreError) -> Int64? {
        try all("SELECT until FROM gone WHERE mark = ?", [mark]) { row throws(StoreError) in try row.value(0) as Int64 }
            .first
    }

    func putGone(_ mark: Identifier, until time: Int64) throws(StoreError) {
        try run("INSERT OR REPLACE INTO gone (mark, until) VALUES (?, ?)", [mark, time])
    }

    func removeGone(until time: Int64) throws(StoreError) {
        try run("DELETE FROM gone WHERE until <= ?", [time])
    }

    func session(_ hash: SecretHash) throws(StoreError) -> Session? {
        try all("SELECT account, made, last_use FROM sessions WHERE hash = ?", [hash]) { row throws(StoreError) in
            Session(account: try row.value(0), made: try row.value(1), lastUse: try row.value(2))
        }.first
    }

    func sessions(of account: Identifier) throws(StoreError) -> [SecretHash: Session] {
        let found = try all("SELECT hash, made, last_use FROM sessions WHERE account = ?", [account]) {
            row throws(StoreError) in
            (
                try row.value(0) as SecretHash,
                Session(account: account, made: try row.value(1), lastUse: try row.value(2))
            )
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    func put(_ session: Session, for hash: SecretHash) throws(StoreError) {
        try run(
            """
            INSERT INTO sessions (hash, account, made, last_use) VALUES (?, ?, ?, ?)
            ON CONFLICT (hash) DO UPDATE SET account = excluded.account, last_use = excluded.last_use
            """, [hash, session.account, session.made, session.lastUse])
    }

    func removeSessions(_ which: SessionSelection) throws(StoreError) {
        switch which {
        case .one(let hash): try run("DELETE FROM sessions WHERE hash = ?", [hash])
        case .all(let account, let except?):
            try run("DELETE FROM sessions WHERE account = ? AND hash <> ?", [account, except])
        case .all(let account, nil): try run("DELETE FROM sessions WHERE account = ?", [account])
        case .madeUntil(let time): try run("DELETE FROM sessions WHERE made <= ?", [time])
        case .unusedSince(let time): try run("DELETE FROM sessions WHERE last_use <= ?", [time])
        }
    }

    static func account(_ row: Found) throws(StoreError) -> AccountRow {
        guard let name = SignInName(try row.value(1)) else {
            throw StoreError(.internal, cause: "an account without a name")
        }
        return AccountRow(
            id: try row.value(0), name: name, salt: row.bytes(2), rounds: Int(try row.value(9) as Int64),
            secret: try row.value(3),
            recoverySecret: try row.value(4),
            personByPassphrase: row.bytes(5), personByRecovery: row.bytes(6), signingPublic: row.bytes(7),
            signingPrivate: row.bytes(8))
    }
}
