import Foundation
import GRDB
import RelayTestSupport
import Synchronization
import Testing

@testable import RelayStore

/// When a database is written anew after something was erased.
@Suite struct TidyingTests {
    /// A time that stands still until it is moved.
    private final class Clock: Sendable {
        private let time = Mutex(ContinuousClock.now)

        var now: ContinuousClock.Instant { time.withLock { $0 } }

        func advance(_ duration: Duration) { time.withLock { $0 += duration } }
    }

    private let directory: TemporaryDirectory
    private let database: DatabaseQueue
    private let clock = Clock()

    init() throws {
        directory = try TemporaryDirectory()
        var configuration = Configuration()
        configuration.journalMode = .wal
        database = try DatabaseQueue(
            path: directory.url.appendingPathComponent("x.sqlite").path, configuration: configuration)
        try database.write { db in try db.execute(sql: "CREATE TABLE words (text BLOB)") }
    }

    private func tidying(small: Int, largest: Int) -> Tidying {
        Tidying(small: small, largest: largest, now: { [clock] in clock.now })
    }

    /// Writes and erases a hundred pages, and lets `tidy` do what it does after that.
    ///
    /// - Returns: whether the database was written anew: then none of its pages is free.
    private func isRewritten(_ tidy: (Database) -> Void) throws -> Bool {
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "INSERT INTO words VALUES (zeroblob(409600))")
            try db.execute(sql: "DELETE FROM words")
            #expect(try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0 > 0)
            tidy(db)
            return try Int.fetchOne(db, sql: "PRAGMA freelist_count") == 0
        }
    }

    @Test func aSmallDatabaseIsBelow32MiBAndAVeryLargeOneAbove1GiB() throws {
        let size = try database.read { db in try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0 }
        #expect(Tidying.small * size == 32 << 20 && Tidying.largest * size == 1 << 30)
    }

    @Test func aSmallDatabaseIsWrittenAnewAtOnce() throws {
        let tidying = tidying(small: 1000, largest: 1000)
        #expect(try isRewritten(tidying.erased))
        // That took no time by this clock, so the next may come at once.
        #expect(try isRewritten(tidying.erased))
    }

    /// Whoever erases again and again keeps others waiting a twentieth of the time at most.
    @Test func whoErasesWithoutEndKeepsNobodyWaiting() throws {
        let slow = Clock()
        // Each look at the clock moves it on, as if rewriting had taken that long.
        let tidying = Tidying(
            small: 1000, largest: 1000,
            now: {
                slow.advance(.seconds(1))
                return slow.now
            })
        #expect(try isRewritten(tidying.erased))
        #expect(try !isRewritten(tidying.erased))
        slow.advance(.seconds(20))
        #expect(try isRewritten(tidying.erased))
    }

    @Test func aLargerOneIsWrittenAnewOnceADay() throws {
        let tidying = tidying(small: 10, largest: 1000)
        #expect(try !isRewritten(tidying.erased))
        #expect(try isRewritten(tidying.catchUp))
        // Nothing was erased since: nothing is due.
        clock.advance(.seconds(24 * 60 * 60))
        #expect(try !isRewritten(tidying.catchUp))
        #expect(try !isRewritten(tidying.erased))
        #expect(try isRewritten(tidying.catchUp))
        #expect(try !isRewritten(tidying.erased))
        clock.advance(.seconds(23 * 60 * 60))
        #expect(try !isRewritten(tidying.catchUp))
        clock.advance(.seconds(60 * 60))
        #expect(try isRewritten(tidying.catchUp))
    }

    @Test func aVeryLargeOneIsLeftToTheHost() throws {
        let tidying = tidying(small: 10, largest: 20)
        #expect(try !isRewritten(tidying.erased))
        #expect(try !isRewritten(tidying.catchUp))
        clock.advance(.seconds(48 * 60 * 60))
        #expect(try !isRewritten(tidying.catchUp))
    }

    /// What the relay does by the hour looks after a database that was too large to be written anew at once.
    @Test(arguments: [(small: 1000, isAtOnce: true), (10, false)])
    func theRelayTidiesWhenItErasesAndByTheHour(_ small: Int, _ isAtOnce: Bool) async throws {
        let store = try await SQLiteStore(
            directory: directory.url, busyTimeout: 5, reserve: DiskReserve(directory: directory.url),
            tidying: tidying(small: small, largest: 1000), randomBytes: Fresh.bytes)
        let isTidy = {
            try await store.pool.read { db in try Int.fetchOne(db, sql: "PRAGMA freelist_count") == 0 }
        }
        let ada = Person("ada")
        try await store.add(ada)
        let space = ada.privateSpace.id
        let envelopes = try (0..<20).map { _ in try ada.envelope(in: space, padded: 63_488) }
        _ = try await store.append(envelopes, space: space, account: ada.account)
        try await store.eraseAll(space: space, account: ada.account)
        #expect(try await isTidy() == isAtOnce)
        try await store.sweep(now: noon)
        #expect(try await isTidy())
        try await store.close()
    }
}
