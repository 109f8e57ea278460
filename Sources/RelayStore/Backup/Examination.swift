import Foundation
import GRDB
import StoreRules
import Wire

/// Reads a whole database and says what is wrong with it, in sentences that name nobody.
public enum Examination {
    /// How many lines SQLite tells of damage.
    private static let most = 20

    /// Examines the database in `directory`, which a relay may use meanwhile.
    ///
    /// - Returns: what is wrong with it; nothing for a database that can be relied on.
    public static func of(_ directory: URL) throws(BackupError) -> [String] {
        let file = directory.appendingPathComponent(SQLiteStore.fileName)
        guard FileManager.default.fileExists(atPath: file.path) else { throw .noDatabase }
        do {
            let damage = try damage(in: file)
            // What is damaged can't be asked for more.
            return damage.isEmpty ? try contents(of: file) : damage
        } catch let error as BackupError {
            throw error
        } catch {
            throw BackupError(error)
        }
    }

    /// The database in a file, to be read only.
    static func reading(_ file: URL) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        return try DatabaseQueue(path: file.path, configuration: configuration)
    }

    /// What SQLite itself finds in a database of ours.
    ///
    /// - Throws: ``BackupError/foreign``, ``BackupError/newer``.
    static func damage(in file: URL) throws -> [String] {
        do {
            return try reading(file).read { db in
                let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check(\(most))")
                guard lines == ["ok"] else { return lines.map { "The file is damaged: \($0)." } }
                guard try db.tableExists("meta"), try db.tableExists("grdb_migrations") else {
                    throw BackupError.foreign
                }
                if try SQLiteSchema.migrator.hasBeenSuperseded(db) { throw BackupError.newer }
                let loose = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
                return loose == 0 ? [] : ["Rows that belong to what isn't there: \(loose)."]
            }
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
            return ["The file is damaged: \(error.message ?? "it can't be read")."]
        }
    }

    /// What is wrong in a database that isn't damaged. One that an older program has made becomes one of ours when it is opened, and isn't
    /// looked into before.
    static func contents(of file: URL) throws -> [String] {
        do {
            return try reading(file).read { db in
                guard try SQLiteSchema.migrator.hasCompletedMigrations(db) else { return [] }
                try SQLiteSchema.verify(db)
                return try counted(db) + envelopes(db)
            }
        } catch let error as StoreError {
            return ["The database can't be used: \(error.cause ?? error.name.rawValue)."]
        }
    }

    /// What must not be there, and how it is counted.
    private static let faults = [
        ("Entries of no space", "SELECT COUNT(*) FROM entries WHERE position >> 32 NOT IN (SELECT row FROM spaces)"),
        (
            "Spaces whose entries aren't numbered from 1 to the newest",
            """
            SELECT COUNT(*) FROM spaces WHERE head <>
                (SELECT COUNT(*) FROM entries WHERE position > row << 32 AND position <= (row << 32) + head)
            """
        ),
        (
            "Entries behind the newest",
            "SELECT COUNT(*) FROM entries JOIN spaces ON row = position >> 32 WHERE position & 4294967295 > head"
        ),
        (
            "Spaces with more members than they may have, or with none",
            """
            SELECT COUNT(*) FROM spaces WHERE (SELECT COUNT(*) FROM members WHERE space = row)
                NOT BETWEEN 1 AND CASE kind WHEN 'private' THEN 1 ELSE 2 END
            """
        ),
        (
            "Accounts whose secrets have a wrong length",
            "SELECT COUNT(*) FROM accounts WHERE length(secret) <> 32 OR length(recovery_secret) <> 32"
        ),
    ]

    private static func counted(_ db: Database) throws -> [String] {
        try faults.compactMap { fault, sql in
            let count = try Int.fetchOne(db, sql: sql) ?? 0
            return count == 0 ? nil : "\(fault): \(count)."
        }
    }

    /// Whether each entry is what its row says.
    private static func envelopes(_ db: Database) throws -> [String] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT spaces.id, entry, author, bytes FROM entries JOIN spaces ON row = position >> 32
                WHERE entries.kind = 0
                UNION ALL SELECT spaces.id, entry, author, bytes FROM sealed JOIN spaces ON row = space
                """)
        var wrong = 0
        while let row = try rows.next() {
            let told = [row[0], row[1], row[2]].map { Array($0 as Data) }
            let header = try? Envelope(parsing: Array(row[3] as Data)).header
            if header.map({ [$0.space.bytes, $0.entry.bytes, $0.author.bytes] }) != told { wrong += 1 }
        }
        return wrong == 0 ? [] : ["Entries that aren't what their rows say: \(wrong)."]
    }
}
