import Bytes
import StoreRules

/// A relay's store in a PostgreSQL database, which several relays may share.
///
/// - Durability: as the database is set; `synchronous_commit` must not be off, which is looked at.
/// - Erasure: what is removed can't be read any more, but PostgreSQL overwrites no byte: it stays in the files until their room is used
///   again, and in the log until that is recycled (docs/hosting.md).
/// - Full disk: nothing is set aside, for PostgreSQL itself stops then.
public final class PostgresStore: MovableHome {
    /// Changes when the host restores an older copy.
    public let generation: Int64
    /// A key that only these relays know.
    public let inventionKey: [UInt8]

    /// Why a database is refused that a newer program has used.
    public static let newerCause = SQLiteStore.newerCause

    /// How often a transaction is tried that others get in the way of.
    private static let tries = 10

    private let pool: PostgresPool

    /// Opens the store, making and changing its tables as needed.
    ///
    /// - Parameters:
    ///   - address: a connection string or address as libpq takes them, `postgresql://…`.
    ///   - connections: how many are used at most.
    ///   - randomBytes: as many random bytes as asked for; called a few times while opening, never later.
    public init(
        address: String, connections: Int = 16, randomBytes: (Int) -> [UInt8]
    ) async throws(StoreError) {
        pool = PostgresPool(address: address, size: connections)
        let fresh = SQLiteStore.number(randomBytes(8))
        let freshKey = randomBytes(32)
        (generation, inventionKey) = try await pool.use { connection throws(StoreError) in
            try PostgresSchema.migrate(connection)
            return try Self.begin(connection, fresh, freshKey)
        }
    }

    /// The generation and the key, made where there are none. A database that lies elsewhere than it did was restored: as a dump its tables are
    /// others, as a copy of the files that has caught up it is on another time line.
    private static func begin(
        _ connection: PostgresConnection, _ fresh: Int64, _ freshKey: [UInt8]
    ) throws(StoreError) -> (Int64, [UInt8]) {
        try connection.execute("BEGIN")
        do throws(StoreError) {
            try connection.execute("LOCK TABLE meta")
            let place = try text(
                """
                SELECT concat_ws('/', system_identifier, timeline_id, 'meta'::regclass::oid)
                FROM pg_control_system(), pg_control_checkpoint()
                """, connection)
            let settings = try text("SHOW synchronous_commit", connection)
            guard settings != "off" else {
                throw StoreError(.internal, cause: "synchronous_commit is off, so what is acknowledged could be lost")
            }
            let key = try meta("inventionKey", connection) ?? freshKey
            try setMeta("inventionKey", key, connection)
            var generation = try meta("generation", connection) ?? fresh.postgresBytes
            if try meta("place", connection) != Array(place.utf8) { generation = fresh.postgresBytes }
            try setMeta("generation", generation, connection)
            try setMeta("place", Array(place.utf8), connection)
            try connection.execute("COMMIT")
            guard let number = generation.withUnsafeBytes({ Int64(postgresBytes: $0) }) else {
                throw StoreError(.internal, cause: "a generation that is no number")
            }
            return (number, key)
        } catch {
            connection.rollBack()
            throw error
        }
    }

    /// Calls `body` with the rows as the last commit left them.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any StoreRows) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await readWhole { rows throws(StoreError) in try body(rows) }
    }

    /// Calls `body` with all rows as the last commit left them.
    public func readWhole<Value: Sendable>(
        _ body: @escaping @Sendable (any WholeRows) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await pool.use { connection throws(StoreError) in
            try Self.attempt(
                connection, beginning: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", isWriting: false, body)
        }
    }

    /// Calls `body` within a transaction and returns when it is on disk.
    public func write<Value: Sendable>(
        leaving trace: Trace, in room: Room, _ body: @escaping @Sendable (any WritableRows) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await pool.use { connection throws(StoreError) in
            try Self.attempt(connection, beginning: "BEGIN ISOLATION LEVEL READ COMMITTED", isWriting: true, body)
        }
    }

    /// Runs a transaction, again when others got in its way.
    private static func attempt<Value>(
        _ connection: PostgresConnection, beginning: String, isWriting: Bool,
        _ body: (PostgresRows) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        var left = tries
        while true {
            left -= 1
            do throws(StoreError) {
                try connection.execute(beginning)
                let value = try body(PostgresRows(connection, isWriting: isWriting))
                try connection.execute("COMMIT")
                return value
            } catch {
                connection.rollBack()
                guard left > 0, error.cause != nil, connection.mayTryAgain else { throw error }
            }
        }
    }

    /// Looks whether the database can be asked and changed.
    public func check() async throws(StoreError) {
        try await pool.use { connection throws(StoreError) in
            guard try Self.text("SHOW transaction_read_only", connection) == "off" else {
                throw StoreError(.busy, cause: "this PostgreSQL may only be read")
            }
            _ = try Self.meta("generation", connection)
        }
    }

    /// Nothing: PostgreSQL cleans up by itself.
    public func tidy() async throws(StoreError) {}

    /// Takes the key over that only these relays know.
    public func adopt(inventionKey: [UInt8]) async throws(StoreError) {
        try await pool.use { connection throws(StoreError) in
            try Self.setMeta("inventionKey", inventionKey, connection)
        }
    }

    /// Lets go of the connections. Verbs called afterwards throw `busy`.
    public func close() async throws(StoreError) {
        pool.close()
    }

    static func meta(_ key: String, _ connection: PostgresConnection) throws(StoreError) -> [UInt8]? {
        let found = try connection.run("SELECT value FROM meta WHERE key = $1", .of(key))
        return found.count == 0 ? nil : found.value(0, 0)
    }

    static func setMeta(_ key: String, _ value: [UInt8], _ connection: PostgresConnection) throws(StoreError) {
        _ = try connection.run(
            "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            .of(key, value))
    }

    private static func text(_ sql: String, _ connection: PostgresConnection) throws(StoreError) -> String {
        let found = try connection.run(sql)
        guard found.count == 1, let text: String = found.value(0, 0) else {
            throw StoreError(.internal, cause: "PostgreSQL doesn't say how it is set")
        }
        return text
    }
}
