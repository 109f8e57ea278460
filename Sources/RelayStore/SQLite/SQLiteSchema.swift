import GRDB
import StoreRules

/// The tables, and how older ones become newer ones. A migration that was released is never changed.
enum SQLiteSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: version1)
        }
        migrator.registerMigration("2") { db in
            try db.execute(sql: version2)
        }
        migrator.registerMigration("3") { db in
            try db.execute(sql: version3)
        }
        migrator.registerMigration("4") { db in
            try db.execute(sql: version4)
        }
        migrator.registerMigration("5") { db in
            try db.execute(sql: version5)
        }
        migrator.registerMigration("6") { db in
            try db.execute(sql: version6)
        }
        migrator.registerMigration("7") { db in
            try db.execute(sql: version7)
        }
        migrator.registerMigration("rounds") { db in
            try db.execute(sql: rounds)
        }
        migrator.registerMigration("greetings") { db in
            try db.execute(sql: greetings)
        }
        return migrator
    }

    /// What the first and the second member of a space have put (`SpaceRow.used`), counted of what is there.
    private static let version2 = """
        ALTER TABLE spaces ADD COLUMN used_first INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE spaces ADD COLUMN used_second INTEGER NOT NULL DEFAULT 0;
        CREATE TEMPORARY TABLE put AS
            SELECT space, author, SUM(bytes) AS bytes FROM (
                SELECT position >> 32 AS space, author, SUM(length(bytes) + 256) AS bytes FROM entries GROUP BY 1, 2
                UNION ALL
                SELECT space, author, SUM(length(bytes) + 256) FROM sealed GROUP BY 1, 2
            ) GROUP BY 1, 2;
        UPDATE spaces SET
            used_first = COALESCE((
                SELECT bytes FROM put WHERE put.space = row AND author = (
                    SELECT account FROM members WHERE members.space = row ORDER BY ordinal LIMIT 1)), 0),
            used_second = COALESCE((
                SELECT bytes FROM put WHERE put.space = row AND author = (
                    SELECT account FROM members WHERE members.space = row ORDER BY ordinal LIMIT 1 OFFSET 1)), 0);
        DROP TABLE put;
        """

    /// Looks whether a database has the tables and columns that it should have.
    ///
    /// - Throws: a ``StoreError`` when somebody else has changed them.
    static func verify(_ db: Database) throws {
        let right = try DatabaseQueue()
        try migrator.migrate(right)
        guard try columns(db) == right.read({ try columns($0) }) else {
            throw StoreError(.internal, cause: "its tables aren't as they should be")
        }
    }

    private static func columns(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT tables.name || '.' || columns.name FROM sqlite_master AS tables
                JOIN pragma_table_info(tables.name) AS columns
                WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' ORDER BY 1
                """)
    }

    /// What nobody may take, and until when: ids of accounts that are gone and, by marks, their names and spaces.
    private static let version3 = """
        CREATE TABLE gone (
            mark BLOB PRIMARY KEY NOT NULL,
            until INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX gone_until ON gone (until);
        """

    /// When a session was made; of those before, when they were last used.
    private static let version4 = """
        ALTER TABLE sessions ADD COLUMN made INTEGER NOT NULL DEFAULT 0;
        UPDATE sessions SET made = last_use;
        CREATE INDEX sessions_made ON sessions (made);
        """

    /// The entries that answered each other when a seal was released; the week that a match list is for, as `MatchWeek` counts.
    private static let version5 = """
        ALTER TABLE released_seals ADD COLUMN first BLOB;
        ALTER TABLE released_seals ADD COLUMN second BLOB;
        ALTER TABLE match_lists ADD COLUMN week INTEGER NOT NULL DEFAULT 0;
        UPDATE match_lists SET week = (put / 86400000 + 3) / 7;
        CREATE INDEX match_lists_put ON match_lists (put);
        """

    /// How often a space was opened again, when it was left, and what its members said to open it again. One that was left before
    /// this stays closed.
    private static let version6 = """
        ALTER TABLE spaces ADD COLUMN opening INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE spaces ADD COLUMN left_at INTEGER;
        ALTER TABLE members ADD COLUMN reopening INTEGER;
        ALTER TABLE members ADD COLUMN statement BLOB;
        CREATE INDEX spaces_left_at ON spaces (left_at) WHERE left_at IS NOT NULL;
        """

    /// How many rounds each account's passphrase is stretched by; of those before, as many as all had.
    private static let rounds = "ALTER TABLE accounts ADD COLUMN rounds INTEGER NOT NULL DEFAULT 600000"

    /// What whoever is invited reads first, sealed; of invitations before that, nothing.
    private static let greetings = "ALTER TABLE invitations ADD COLUMN greeting BLOB"

    /// What is kept beside the entries.
    private static let version7 = """
        CREATE TABLE blobs (
            ordinal INTEGER PRIMARY KEY,
            space INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            blob BLOB NOT NULL,
            author BLOB NOT NULL,
            bytes BLOB NOT NULL,
            UNIQUE (space, blob)
        );
        CREATE INDEX blobs_author ON blobs (space, author);
        """

    /// An entry's `position` is its space's `row` × 2³² + its number, so that a space's entries lie together in the order they
    /// are read. In `entries`, `kind` and `bytes` are those of a page item. `entry` has a plain index because an id is
    /// unique within its space only: otherwise an id would tell whether it exists in someone else's.
    private static let version1 = """
        CREATE TABLE meta (
            key TEXT PRIMARY KEY NOT NULL,
            value NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE accounts (
            id BLOB PRIMARY KEY NOT NULL,
            name TEXT NOT NULL UNIQUE,
            salt BLOB NOT NULL,
            secret BLOB NOT NULL,
            recovery_secret BLOB NOT NULL,
            person_by_passphrase BLOB NOT NULL,
            person_by_recovery BLOB NOT NULL,
            signing_public BLOB NOT NULL,
            signing_private BLOB NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE sessions (
            hash BLOB PRIMARY KEY NOT NULL,
            account BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
            last_use INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX sessions_account ON sessions (account);
        CREATE INDEX sessions_last_use ON sessions (last_use);

        CREATE TABLE spaces (
            row INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            head INTEGER NOT NULL DEFAULT 0
        );

        CREATE TABLE members (
            ordinal INTEGER PRIMARY KEY,
            space INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            account BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
            key BLOB NOT NULL,
            card BLOB,
            mac BLOB,
            role INTEGER,
            UNIQUE (space, account)
        );
        CREATE INDEX members_account ON members (account);

        CREATE TABLE invitations (
            ordinal INTEGER PRIMARY KEY,
            lookup BLOB NOT NULL UNIQUE,
            space INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            inviter BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
            invited BLOB,
            key BLOB,
            card BLOB NOT NULL,
            mac BLOB NOT NULL,
            state TEXT NOT NULL,
            expires INTEGER NOT NULL
        );
        CREATE INDEX invitations_space ON invitations (space);
        CREATE INDEX invitations_inviter ON invitations (inviter);
        CREATE INDEX invitations_expires ON invitations (expires) WHERE key IS NOT NULL;

        CREATE TABLE entries (
            position INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            entry BLOB NOT NULL,
            author BLOB NOT NULL,
            bytes BLOB NOT NULL
        );
        CREATE INDEX entries_entry ON entries (entry);

        CREATE TABLE sealed (
            ordinal INTEGER PRIMARY KEY,
            space INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            seal BLOB NOT NULL,
            author BLOB NOT NULL,
            entry BLOB NOT NULL,
            bytes BLOB NOT NULL,
            UNIQUE (space, entry)
        );
        CREATE INDEX sealed_seal ON sealed (space, seal, author);

        CREATE TABLE released_seals (
            space INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            seal BLOB NOT NULL,
            PRIMARY KEY (space, seal)
        ) WITHOUT ROWID;

        CREATE TABLE match_lists (
            space INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            topic BLOB NOT NULL,
            account BLOB NOT NULL REFERENCES accounts ON DELETE CASCADE,
            tokens BLOB NOT NULL,
            put INTEGER NOT NULL,
            PRIMARY KEY (space, topic, account)
        ) WITHOUT ROWID;
        CREATE INDEX match_lists_account ON match_lists (account);
        """
}
