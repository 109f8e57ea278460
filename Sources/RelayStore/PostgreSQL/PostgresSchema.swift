import StoreRules

/// The tables, and how older ones become newer ones. A step that was released is never changed.
///
/// Each table begins with what it is spread by in a cluster: a space's id, an account's, or what it is looked up by. Ids are random, so
/// that they spread evenly. No table refers to another.
enum PostgresSchema {
    /// Makes or changes the tables as needed. Relays that start at the same time wait for each other.
    ///
    /// - Throws: ``PostgresStore/newerCause`` as the cause when a newer program has changed them.
    static func migrate(_ connection: PostgresConnection) throws(StoreError) {
        try connection.execute("SELECT pg_advisory_lock(7522013)")
        defer { try? connection.execute("SELECT pg_advisory_unlock(7522013)") }
        try connection.execute("CREATE TABLE IF NOT EXISTS meta (key text PRIMARY KEY, value bytea NOT NULL)")
        let done = Int(try PostgresStore.meta("schema", connection).flatMap(number) ?? 0)
        guard done <= steps.count else { throw StoreError(.internal, cause: PostgresStore.newerCause) }
        for (index, step) in steps.enumerated().dropFirst(done) {
            try connection.execute("BEGIN")
            do throws(StoreError) {
                try connection.execute(step)
                try PostgresStore.setMeta("schema", Int64(index + 1).postgresBytes, connection)
                try connection.execute("COMMIT")
            } catch {
                connection.rollBack()
                throw error
            }
        }
    }

    private static func number(_ bytes: [UInt8]) -> Int64? {
        bytes.withUnsafeBytes { Int64(postgresBytes: $0) }
    }

    private static let steps = [version1]

    /// An entry's bytes are random, so PostgreSQL isn't asked to compress them.
    private static let version1 = """
        CREATE TABLE accounts (
            id bytea PRIMARY KEY,
            name text NOT NULL,
            salt bytea NOT NULL,
            rounds bigint NOT NULL,
            secret bytea NOT NULL,
            recovery_secret bytea NOT NULL,
            person_by_passphrase bytea NOT NULL,
            person_by_recovery bytea NOT NULL,
            signing_public bytea NOT NULL,
            signing_private bytea NOT NULL
        );
        CREATE TABLE names (name text PRIMARY KEY, account bytea NOT NULL);
        CREATE TABLE gone (mark bytea PRIMARY KEY, until bigint NOT NULL);
        CREATE INDEX gone_until ON gone (until);
        CREATE TABLE sessions (
            hash bytea PRIMARY KEY,
            account bytea NOT NULL,
            made bigint NOT NULL,
            last_use bigint NOT NULL
        );
        CREATE INDEX sessions_account ON sessions (account);
        CREATE INDEX sessions_made ON sessions (made);
        CREATE INDEX sessions_last_use ON sessions (last_use);
        CREATE TABLE memberships (
            account bytea NOT NULL,
            space bytea NOT NULL,
            ordinal bigint GENERATED ALWAYS AS IDENTITY,
            PRIMARY KEY (account, space)
        );

        CREATE TABLE spaces (
            id bytea PRIMARY KEY,
            kind text NOT NULL,
            state text NOT NULL,
            head bigint NOT NULL,
            used_first bigint NOT NULL,
            used_second bigint NOT NULL,
            opening bigint NOT NULL,
            left_at bigint
        );
        CREATE INDEX spaces_left_at ON spaces (left_at) WHERE left_at IS NOT NULL;
        CREATE TABLE members (
            space bytea NOT NULL,
            account bytea NOT NULL,
            ordinal bigint NOT NULL,
            key bytea NOT NULL,
            card bytea,
            mac bytea,
            role bigint,
            reopening bigint,
            statement bytea,
            PRIMARY KEY (space, account)
        );
        CREATE TABLE lookups (lookup bytea PRIMARY KEY, space bytea NOT NULL);
        CREATE TABLE invitations (
            space bytea NOT NULL,
            lookup bytea NOT NULL,
            ordinal bigint GENERATED ALWAYS AS IDENTITY,
            inviter bytea NOT NULL,
            invited bytea,
            key bytea,
            card bytea NOT NULL,
            mac bytea NOT NULL,
            greeting bytea,
            state text NOT NULL,
            expires bigint NOT NULL,
            PRIMARY KEY (space, lookup)
        );
        CREATE INDEX invitations_expires ON invitations (expires);
        CREATE TABLE entries (
            space bytea NOT NULL,
            number bigint NOT NULL,
            kind bigint NOT NULL,
            entry bytea NOT NULL,
            author bytea NOT NULL,
            bytes bytea NOT NULL,
            PRIMARY KEY (space, number)
        );
        ALTER TABLE entries ALTER COLUMN bytes SET STORAGE EXTERNAL;
        CREATE INDEX entries_entry ON entries (space, entry);
        CREATE TABLE sealed (
            space bytea NOT NULL,
            entry bytea NOT NULL,
            ordinal bigint GENERATED ALWAYS AS IDENTITY,
            seal bytea NOT NULL,
            author bytea NOT NULL,
            bytes bytea NOT NULL,
            PRIMARY KEY (space, entry)
        );
        ALTER TABLE sealed ALTER COLUMN bytes SET STORAGE EXTERNAL;
        CREATE INDEX sealed_seal ON sealed (space, seal, author);
        CREATE TABLE released_seals (
            space bytea NOT NULL,
            seal bytea NOT NULL,
            first bytea,
            second bytea,
            PRIMARY KEY (space, seal)
        );
        CREATE TABLE match_lists (
            space bytea NOT NULL,
            topic bytea NOT NULL,
            account bytea NOT NULL,
            tokens bytea NOT NULL,
            put bigint NOT NULL,
            week bigint NOT NULL,
            PRIMARY KEY (space, topic, account)
        );
        CREATE INDEX match_lists_put ON match_lists (put);
        CREATE TABLE blobs (
            space bytea NOT NULL,
            blob bytea NOT NULL,
            author bytea NOT NULL,
            bytes bytea NOT NULL,
            PRIMARY KEY (space, blob)
        );
        ALTER TABLE blobs ALTER COLUMN bytes SET STORAGE EXTERNAL;
        CREATE INDEX blobs_author ON blobs (space, author);
        """
}
