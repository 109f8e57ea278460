import Bytes
import Foundation
import GRDB
import StoreRules
import Wire

/// A relay's store in one SQLite file.
///
/// - Durability: write-ahead log with `synchronous=FULL`: a commit returns when the log is on disk.
/// - Erasure: `secure_delete` overwrites what is removed; erasing verbs also fold the log into the file and empty it, and what is
///   left in unused parts of pages goes with ``Tidying``.
/// - Speed: one writer shares commits among all who wait (``GroupCommit``); readers see the last commit and wait for nobody;
///   pages that were read lately are at hand (``PageCache``).
public final class SQLiteStore: MovableHome {
    /// The database's file within its directory.
    public static let fileName = "hearth.sqlite"

    /// Changes when the host restores an older copy.
    public let generation: Int64
    /// A key that only this relay knows.
    public let inventionKey: [UInt8]

    /// Why a database is refused that a newer program has used.
    public static let newerCause = "a newer program has used it"

    private let file: URL
    /// The number of the file in its file system, which another file of the same name doesn't have.
    private let fileNumber: Int?
    let pool: DatabasePool
    let writer: GroupCommit
    let pages: PageCache
    private let changes: PageChanges
    private let tidying: Tidying

    /// How many pages of 4 KiB the log grows to before it is folded into the file. Entries' ids are random, so each changes another
    /// page of their index; a longer log folds a page that changed many times only once.
    private static let logPages = 4096
    /// How much of the database the writer keeps in memory at most, in KiB: its index is what each append looks into.
    private static let writerCache = 8192

    /// Opens the store in `directory`, making and migrating it as needed.
    ///
    /// - Parameters:
    ///   - directory: a directory that exists and that no other relay uses.
    ///   - busyTimeout: how many seconds a change waits for another program that holds the database.
    ///   - randomBytes: as many random bytes as asked for; called a few times while opening, never later.
    public convenience init(
        directory: URL, busyTimeout: Double = 5, randomBytes: (Int) -> [UInt8]
    ) async throws(StoreError) {
        try await self.init(
            directory: directory, busyTimeout: busyTimeout, reserve: DiskReserve(directory: directory),
            randomBytes: randomBytes)
    }

    /// Opens the store with a reserve of one's own, and tidied in one's own way.
    init(
        directory: URL, busyTimeout: Double, reserve: any Reserve, tidying: Tidying = Tidying(),
        randomBytes: (Int) -> [UInt8]
    ) async throws(StoreError) {
        self.tidying = tidying
        do {
            let file = directory.appendingPathComponent(Self.fileName)
            let restoreGuard = RestoreGuard(directory: directory)
            let opened: Opened
            do {
                opened = try await Self.open(file, busyTimeout: busyTimeout, restoreGuard, randomBytes)
            } catch  where StoreError(database: error).name == .storageFull {
                // A full disk must not keep the relay from starting: people couldn't erase anything.
                reserve.release(nil)
                opened = try await Self.open(file, busyTimeout: busyTimeout, restoreGuard, randomBytes)
            }
            let pool = opened.pool
            (generation, inventionKey) = (opened.generation, opened.inventionKey)
            self.file = file
            fileNumber = Self.number(of: file)
            self.pool = pool
            restoreGuard.begin()
            let pages = PageCache()
            let changes = PageChanges(of: pages)
            self.pages = pages
            self.changes = changes
            writer = GroupCommit(
                pool: pool, reserve: reserve, tidying: tidying,
                beforeCommit: { db in
                    try restoreGuard.count(db)
                    changes.holdBack()
                },
                afterCommit: { hasHappened in
                    if hasHappened { restoreGuard.record() }
                    changes.letGo()
                })
        } catch {
            throw StoreError(database: error)
        }
    }

    /// Rewrites the database when something was erased and that is due.
    public func tidy() async throws(StoreError) {
        do {
            try await pool.writeWithoutTransaction { [tidying] db in tidying.catchUp(db) }
        } catch {
            throw StoreError(database: error)
        }
    }

    private typealias Opened = (pool: DatabasePool, generation: Int64, inventionKey: [UInt8])

    private static func open(
        _ file: URL, busyTimeout: Double, _ restoreGuard: RestoreGuard, _ randomBytes: (Int) -> [UInt8]
    ) async throws -> Opened {
        var configuration = Configuration()
        configuration.label = "store"
        configuration.busyMode = .timeout(busyTimeout)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        let pool = try DatabasePool(path: file.path, configuration: configuration)
        // DatabasePool sets `synchronous` to NORMAL after `prepareDatabase`, so it is set here and read back.
        try await pool.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = \(Self.logPages)")
            try db.execute(sql: "PRAGMA cache_size = -\(Self.writerCache)")
            guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2,
                try Int.fetchOne(db, sql: "PRAGMA secure_delete") == 1,
                try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
            else { throw StoreError(.internal, cause: "SQLite refused durable settings") }
        }
        if try await pool.read({ try SQLiteSchema.migrator.hasBeenSuperseded($0) }) {
            throw StoreError(.internal, cause: Self.newerCause)
        }
        try SQLiteSchema.migrator.migrate(pool)
        try await pool.read { try SQLiteSchema.verify($0) }
        let fresh = number(randomBytes(8))
        let freshKey = randomBytes(32)
        let (generation, key) = try await pool.write { db in
            let key = try meta(db, "inventionKey") ?? Data(freshKey)
            try setMeta(db, "inventionKey", key)
            var generation: Int64 = try meta(db, "generation") ?? fresh
            if try restoreGuard.isOlder(db) { generation = fresh }
            try setMeta(db, "generation", generation)
            return (generation, Array(key))
        }
        return (pool, generation, key)
    }

    /// Finishes what is under way, folds the log into the file and closes it.
    public func close() async throws(StoreError) {
        await writer.close()
        do {
            try await pool.writeWithoutTransaction { db in
                do {
                    try db.checkpoint(.truncate)
                } catch  where StoreError(database: error).name == .storageFull {
                    // The disk has no room for what is in the log: there it is safe, and folded in after the next start.
                }
            }
            try pool.close()
        } catch {
            throw StoreError(database: error)
        }
    }

    private static func number(of file: URL) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: file.path))?[.systemFileNumber] as? Int
    }

    /// Looks whether the file is where it was, can be read, and isn't held by another program.
    public func check() async throws(StoreError) {
        guard let number = Self.number(of: file), number == fileNumber else {
            throw StoreError(.internal, cause: "the database's file was moved away")
        }
        do {
            try await pool.read { db in _ = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM meta") }
            try await pool.writeWithoutTransaction { db in
                try db.beginTransaction(.immediate)
                try db.rollback()
            }
        } catch {
            let error = StoreError(database: error)
            throw error.name == .busy ? StoreError(.busy, cause: "another program holds the database") : error
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
        do {
            return try await pool.read { db in try body(SQLiteRows(db)) }
        } catch {
            throw StoreError(database: error)
        }
    }

    /// Takes the key over that only this relay knows.
    public func adopt(inventionKey: [UInt8]) async throws(StoreError) {
        try await writer.perform { db in try Self.setMeta(db, "inventionKey", Data(inventionKey)) }
    }

    /// Calls `body` within a commit and returns when it is on disk.
    public func write<Value: Sendable>(
        leaving trace: Trace, in room: Room, _ body: @escaping @Sendable (any WritableRows) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await writer.perform(leaving: trace, in: room) { [changes] db in
            let rows = SQLiteRows(db)
            defer { changes.note(rows.changed) }
            return try body(rows)
        }
    }

    /// A page: one that was read lately, or from the last commit.
    public func page(space: Identifier, after: Int64, account: Identifier) async throws(StoreError) -> [UInt8] {
        if let page = pageAtHand(space: space, after: after, account: account) { return page }
        let ticket = pages.ticket(for: space)
        let rules = Rules(generation: generation)
        let page = try await read { rows throws(StoreError) in
            try rules.page(space: space, after: after, account: account, in: rows).bytes
        }
        pages.keep(page, after: after, account: account, ticket)
        return page
    }

    /// The same page, if it was read before and nothing has changed since.
    public func pageAtHand(space: Identifier, after: Int64, account: Identifier) -> [UInt8]? {
        pages.page(space: space, after: after, account: account)
    }

    static func meta<Value: DatabaseValueConvertible>(_ db: Database, _ key: String) throws -> Value? {
        try Value.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key])
    }

    static func setMeta(_ db: Database, _ key: String, _ value: some DatabaseValueConvertible) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", arguments: [key, value])
    }

    /// A number from 1 to 2⁵³ − 1, which JSON carries exactly.
    static func number(_ bytes: [UInt8]) -> Int64 {
        let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return Int64(max(1, value >> 11))
    }
}
