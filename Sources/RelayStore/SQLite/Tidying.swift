import Foundation
import GRDB
import Synchronization

/// Rewrites the database after something was erased.
///
/// `secure_delete` overwrites what is removed. But when SQLite moves rows between pages to make room, it leaves copies of them in the
/// unused part of the pages where they were, and those it never overwrites. Only a database that is written anew has none.
///
/// That takes time and keeps other changes waiting: a small database is rewritten at once, as long as that takes a twentieth of the
/// time at most; a larger one once a day.
final class Tidying: Sendable {
    private struct State {
        /// Whether something was erased since the database was last written anew.
        var isDue = false
        /// When a small database may be written anew again.
        var next: ContinuousClock.Instant?
        /// When a larger one may.
        var nextLarge: ContinuousClock.Instant?
    }

    /// Pages of 4 KiB up to which a database is small.
    static let small = 8192
    /// Pages beyond which a database is never rewritten by itself: that would take minutes, and as much room again.
    static let largest = 262_144

    private let small: Int
    private let largest: Int
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex(State())

    init(
        small: Int = Tidying.small, largest: Int = Tidying.largest,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.small = small
        self.largest = largest
        self.now = now
    }

    /// Notes that something was erased, and rewrites a small database.
    func erased(_ db: Database) {
        let isTime = state.withLock { state in
            state.isDue = true
            return state.next.map { $0 <= now() } ?? true
        }
        if isTime { rewrite(db, upTo: small) }
    }

    /// Rewrites the database when that is due.
    func catchUp(_ db: Database) {
        let isTime = state.withLock { state in
            guard state.isDue, state.nextLarge.map({ $0 <= now() }) ?? true else { return false }
            state.nextLarge = now() + .seconds(24 * 60 * 60)
            return true
        }
        if isTime { rewrite(db, upTo: largest) }
    }

    /// What fails, for want of room mostly, is tried again later: what was erased is erased all the same.
    private func rewrite(_ db: Database, upTo pages: Int) {
        let start = now()
        do {
            let count = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            guard count <= pages else { return }
            // Of a small one no copy comes to another file meanwhile.
            try db.execute(sql: "PRAGMA temp_store = \(count <= small ? "MEMORY" : "FILE")")
            try db.execute(sql: "VACUUM")
            try db.checkpoint(.truncate)
            state.withLock { $0.isDue = false }
        } catch {
            // Still due.
        }
        let end = now()
        state.withLock { $0.next = end + (end - start) * 20 }
    }
}
