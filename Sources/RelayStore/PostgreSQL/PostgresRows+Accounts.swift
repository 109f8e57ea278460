import Bytes
import StoreRules
import Wire

extension PostgresRows {
    static let accounts = """
        SELECT id, name, salt, secret, recovery_secret, person_by_passphrase, person_by_recovery, signing_public,
            signing_private, rounds FROM accounts
        """

    func account(_ id: Identifier) throws(StoreError) -> AccountRow? {
        try all(Self.accounts + " WHERE id = $1" + lock, .of(id), Self.account).first
    }

    func account(named name: SignInName) throws(StoreError) -> AccountRow? {
        let found = try all("SELECT account FROM names WHERE name = $1", .of(name.text)) { row throws(StoreError) in
            try row.value(0) as Identifier
        }
        guard let id = found.first else { return nil }
        return try account(id)
    }

    func put(_ account: AccountRow) throws(StoreError) {
        // Whoever takes the same name at the same time fails, and is told that it is taken when the transaction begins anew.
        try run(
            "INSERT INTO names (name, account) SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM names WHERE name = $1 AND account = $2)",
            .of(account.name.text, account.id))
        try run(
            """
            INSERT INTO accounts (id, name, salt, secret, recovery_secret, person_by_passphrase, person_by_recovery,
                signing_public, signing_private, rounds) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (id) DO UPDATE SET salt = excluded.salt, secret = excluded.secret,
                recovery_secret = excluded.recovery_secret, person_by_passphrase = excluded.person_by_passphrase,
                person_by_recovery = excluded.person_by_recovery, rounds = excluded.rounds
            """,
            .of(
                account.id, account.name.text, account.salt, account.secret, account.recoverySecret,
                account.personByPassphrase, account.personByRecovery, account.signingPublic, account.signingPrivate,
                Int64(account.rounds)))
    }

    func removeAccount(_ id: Identifier) throws(StoreError) {
        let spaces = try all("SELECT space FROM memberships WHERE account = $1", .of(id)) { row throws(StoreError) in
            try row.value(0) as Identifier
        }
        for space in spaces {
            try run("DELETE FROM members WHERE space = $1 AND account = $2", .of(space, id))
            try run("DELETE FROM match_lists WHERE space = $1 AND account = $2", .of(space, id))
            let lookups = try all(
                "DELETE FROM invitations WHERE space = $1 AND inviter = $2 RETURNING lookup", .of(space, id)
            ) { row throws(StoreError) in try row.value(0) as Identifier }
            for lookup in lookups { try run("DELETE FROM lookups WHERE lookup = $1", .of(lookup)) }
        }
        try run("DELETE FROM memberships WHERE account = $1", .of(id))
        try run("DELETE FROM sessions WHERE account = $1", .of(id))
        try run("DELETE FROM names WHERE name = (SELECT name FROM accounts WHERE id = $1)", .of(id))
        try run("DELETE FROM accounts WHERE id = $1", .of(id))
    }

    func goneUntil(_ mark: Identifier) throws(StoreError) -> Int64? {
        try all("SELECT until FROM gone WHERE mark = $1", .of(mark)) { row throws(StoreError) in
            try row.value(0) as Int64
        }.first
    }

    func putGone(_ mark: Identifier, until time: Int64) throws(StoreError) {
        try run(
            "INSERT INTO gone (mark, until) VALUES ($1, $2) ON CONFLICT (mark) DO UPDATE SET until = excluded.until",
            .of(mark, time))
    }

    func removeGone(until time: Int64) throws(StoreError) {
        try run("DELETE FROM gone WHERE until <= $1", .of(time))
    }

    func session(_ hash: SecretHash) throws(StoreError) -> Session? {
        try all("SELECT account, made, last_use FROM sessions WHERE hash = $1", .of(hash)) { row throws(StoreError) in
            Session(account: try row.value(0), made: try row.value(1), lastUse: try row.value(2))
        }.first
    }

    func sessions(of account: Identifier) throws(StoreError) -> [SecretHash: Session] {
        let found = try all("SELECT hash, made, last_use FROM sessions WHERE account = $1", .of(account)) {
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
            INSERT INTO sessions (hash, account, made, last_use) VALUES ($1, $2, $3, $4)
            ON CONFLICT (hash) DO UPDATE SET account = excluded.account, last_use = excluded.last_use
            """, .of(hash, session.account, session.made, session.lastUse))
    }

    func removeSessions(_ which: SessionSelection) throws(StoreError) {
        switch which {
        case .one(let hash): try run("DELETE FROM sessions WHERE hash = $1", .of(hash))
        case .all(let account, let except?):
            try run("DELETE FROM sessions WHERE account = $1 AND hash <> $2", .of(account, except))
        case .all(let account, nil): try run("DELETE FROM sessions WHERE account = $1", .of(account))
        case .madeUntil(let time): try run("DELETE FROM sessions WHERE made <= $1", .of(time))
        case .unusedSince(let time): try run("DELETE FROM sessions WHERE last_use <= $1", .of(time))
        }
    }

    static func account(_ row: Found) throws(StoreError) -> AccountRow {
        guard let name = SignInName(try row.value(1)) else {
            throw StoreError(.internal, cause: "an account without a name")
        }
        return AccountRow(
            id: try row.value(0), name: name, salt: row.bytes(2), rounds: Int(try row.value(9) as Int64),
            secret: try row.value(3), recoverySecret: try row.value(4), personByPassphrase: row.bytes(5),
            personByRecovery: row.bytes(6), signingPublic: row.bytes(7), signingPrivate: row.bytes(8))
    }
}
