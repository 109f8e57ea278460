import Foundation
import GRDB
import Synchronization

/// Notices that the database is an older copy than the one last used here.
///
/// The database counts its commits and its starts. A small file beside it, which is no part of a copy of the database, follows that
/// count with every commit. A database that counts less than the file was restored from a copy; the file then follows it. So was
/// one that comes without the file.
///
/// Whoever restores the whole directory restores both, unless they remove the file; then clients notice that the relay has something
/// else where they read last.
final class RestoreGuard: Sendable {
    private struct State {
        /// Kept open, so that a commit costs one short write; nil when it can't be.
        var file: FileHandle?
        /// What the database counts once the commit under way has happened.
        var count: Int64 = 0
    }

    private let url: URL
    private let state = Mutex(State())

    init(directory: URL) {
        url = Self.file(in: directory)
    }

    /// The file that counts.
    static func file(in directory: URL) -> URL { directory.appendingPathComponent("hearth.commits") }

    /// Whether the database is an older copy, or comes without its file. It then goes on from the higher count, so that this is
    /// noticed once. Counts the start.
    func isOlder(_ db: Database) throws -> Bool {
        let recorded = (try? String(contentsOf: url, encoding: .utf8)).flatMap {
            Int64($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        let commits: Int64? = try SQLiteStore.meta(db, "commits")
        try SQLiteStore.setMeta(db, "commits", max(commits ?? 0, recorded ?? 0))
        try count(db)
        return (commits ?? 0) < recorded ?? (commits == nil ? 0 : .max)
    }

    /// Counts a commit that is about to happen.
    func count(_ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO meta (key, value) VALUES ('commits', 1)
                ON CONFLICT (key) DO UPDATE SET value = value + 1 RETURNING value
                """)
        let commits = try Int64.fetchOne(statement) ?? 0
        state.withLock { $0.count = commits }
    }

    /// Begins to follow the database, whose start has been counted.
    func begin() {
        if !FileManager.default.fileExists(atPath: url.path) {
            _ = FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        state.withLock { $0.file = try? FileHandle(forWritingTo: url) }
        record()
        state.withLock { try? $0.file?.synchronize() }
    }

    /// Writes down that the commit that was counted last has happened. It isn't waited for until it is on the disk: one that a power
    /// failure takes back, or that can't be written, only makes a restored copy harder to notice, and the commit matters more.
    func record() {
        state.withLock { state in
            let digits = String(state.count)
            // Of one length, so that writing over it never leaves half of another.
            let line = String(repeating: "0", count: max(0, 19 - digits.count)) + digits + "\n"
            try? state.file?.seek(toOffset: 0)
            try? state.file?.write(contentsOf: Data(line.utf8))
        }
    }
}
