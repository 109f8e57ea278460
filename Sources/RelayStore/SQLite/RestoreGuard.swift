import Foundation
import GRDB
import Synchronization

/// Notices that the database is an older copy than the one last used here.
///
/// The database counts its commits. A small file beside it records that count at every 256th commit and when the store closes.
/// A database that counts less than the file was restored from a copy; the file then follows it. (Whoever restores the whole directory
/// restores both; then clients notice that they know of newer entries than the relay does.)
final class RestoreGuard: Sendable {
    private static let interval: Int64 = 256

    private let file: URL

    init(directory: URL) {
        file = directory.appendingPathComponent("hearth.commits")
    }

    /// The count in the file, or nil when there is none.
    func recorded() -> Int64? {
        (try? String(contentsOf: file, encoding: .utf8)).flatMap {
            Int64($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    /// Whether the database has fewer commits than `recorded`; if so it takes over that count, so that it is noticed once.
    func isOlder(_ db: Database, than recorded: Int64) throws -> Bool {
        let commits: Int64 = try SQLiteStore.meta(db, "commits") ?? 0
        guard commits < recorded else { return false }
        try SQLiteStore.setMeta(db, "commits", recorded)
        return true
    }

    /// Counts a commit that is about to happen.
    func count(_ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO meta (key, value) VALUES ('commits', 1)
                ON CONFLICT (key) DO UPDATE SET value = value + 1 RETURNING value
                """)
        let commits = try Int64.fetchOne(statement) ?? 0
        // This commit may still fail; the one before it is on disk.
        if commits % Self.interval == 0 { write(commits - 1) }
    }

    /// Records the count as it is.
    func record(_ db: Database) throws {
        write(try SQLiteStore.meta(db, "commits") ?? 0)
    }

    /// A count that can't be written only makes a restored copy harder to notice; the disk may be full, and the commit matters more.
    private func write(_ commits: Int64) {
        try? Data("\(commits)\n".utf8).write(to: file, options: .atomic)
    }
}
