import Bytes
import Foundation
import GRDB
import RelayTestSupport
import StoreRules
import Synchronization
import Testing
import Wire

@testable import RelayStore

/// No room is set aside, and none is needed.
struct NoReserve: Reserve {
    func fill(_ db: Database) -> Bool { true }
    func release(_ db: Database?) {}
}

/// A reserve of pages within a database that may not grow beyond a number of them.
final class PageReserve: Reserve {
    private struct State {
        var limit: Int?
        var isReleased = false
    }

    private let state = Mutex(State())

    /// Whether it had to be used.
    var isReleased: Bool { state.withLock { $0.isReleased } }

    func fill(_ db: Database) -> Bool {
        state.withLock { $0.limit == nil || !$0.isReleased }
    }

    func release(_ db: Database?) {
        state.withLock { state in
            guard let db, let limit = state.limit else { return }
            state.isReleased = true
            try? db.execute(sql: "PRAGMA max_page_count = \(limit + 500)")
        }
    }

    /// From now on the database may have only as many pages as it has, and a few; nil lets it grow.
    func limit(_ store: SQLiteStore, further: Int?) async throws {
        try await store.pool.writeWithoutTransaction { db in
            let pages = try further.map { try (Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0) + $0 }
            self.state.withLock { $0 = State(limit: pages) }
            try db.execute(sql: "PRAGMA max_page_count = \(pages ?? 1_000_000)")
        }
    }
}

/// What still works on a full disk.
@Suite struct ReserveTests {
    let directory: TemporaryDirectory
    let reserve = PageReserve()
    let ada = Person("ada")
    let ben = Person("ben")

    init() throws {
        directory = try TemporaryDirectory()
    }

    /// A store that somebody else has filled to the last page.
    private func full(_ body: (SQLiteStore, _ space: Identifier, _ session: SecretHash) async throws -> Void)
        async throws
    {
        let store = try await SQLiteStore(
            directory: directory.url, busyTimeout: 5, reserve: reserve, randomBytes: Fresh.bytes)
        let session = try await store.add(ada)
        try await store.add(ben)
        let space = try await store.pair(ada, ben)
        for _ in 0..<20 { try await store.append(try ada.envelope(in: space, padded: 5120), by: ada) }
        try await reserve.limit(store, further: 4)
        for padded in [5120, 256] {
            await expectRefusal(.storageFull) {
                for _ in 0..<1000 {
                    try await store.append(try ben.envelope(in: ben.privateSpace.id, padded: padded), by: ben)
                }
            }
        }
        try await body(store, space, session)
        try await store.close()
    }

    @Test func peopleStillComeInAndGoOut() async throws {
        try await full { store, _, session in
            var sessions: [SecretHash] = []
            // More than fit what is left of a page.
            for index in 0..<Limits.sessions { sessions.append(try await store.signIn(ada, now: noon + Int64(index))) }
            for index in 0..<Limits.sessions { _ = try await store.signIn(ben, now: noon + Int64(index)) }
            #expect(reserve.isReleased)
            try await store.useSession(sessions[31], now: noon + hour)
            try await store.endSession(sessions[31])
            #expect(try await store.session(sessions[31], now: noon) == nil)
            _ = session
            // Nothing else may use what was set aside.
            await expectRefusal(.storageFull) {
                try await store.append(try ada.envelope(in: ada.privateSpace.id), by: ada)
            }
            await expectRefusal(.storageFull) { try await store.add(Person("eve")) }
            try await reserve.limit(store, further: nil)
            try await store.append(try ada.envelope(in: ada.privateSpace.id), by: ada)
        }
    }

    @Test func peopleStillEraseLeaveAndDelete() async throws {
        try await full { store, space, session in
            let page = try await store.read(space: space, after: 0, account: ada.account)
            let first = try #require(page.envelopes[1].map { try EnvelopeHeader(parsing: $0[...]) })
            try await store.erase(first.entry, space: space, account: ada.account)
            #expect(try await store.leave(space: space, account: ada.account, now: noon).count == 2)
            try await store.changePassphrase(
                account: ada.account, currentSecret: SecretHash(hashing: ada.secret),
                passphrase: NewPassphrase(
                    salt: Fresh.bytes(16), secret: SecretHash(hashing: [7]), personByPassphrase: Fresh.bytes(60)),
                session: session)
            try await store.eraseAll(space: space, account: ada.account)
            #expect(try await store.read(space: space, after: 0, account: ben.account).envelopes.isEmpty)
            #expect(
                try await store.deleteAccount(ada.account, secret: SecretHash(hashing: [7]), now: noon) == [ben.account]
            )
            #expect(try await store.stretching(name: SignInName("ada")!)?.salt == nil)
        }
    }

    @Test func aFileOfTheDiskIsSetAsideAndComesBack() async throws {
        let file = directory.url.appendingPathComponent("hearth.reserve")
        let size = { try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int }
        let store = try await SQLiteStore(directory: directory.url, randomBytes: Fresh.bytes)
        try await store.add(ada)
        #expect(try size() == DiskReserve.byteCount)
        try await store.close()
        // What a crash between giving it away and filling it again leaves.
        try Data(count: 1000).write(to: file)
        let again = try await SQLiteStore(directory: directory.url, randomBytes: Fresh.bytes)
        try await again.add(ben)
        #expect(try size() == DiskReserve.byteCount)
        try await again.close()
    }
}
