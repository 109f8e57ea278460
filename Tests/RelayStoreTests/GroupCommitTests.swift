import Foundation
import GRDB
import RelayTestSupport
import StoreRules
import Synchronization
import Testing

@testable import RelayStore

@Suite struct GroupCommitTests {
    private func withWriter(
        _ body: (GroupCommit, DatabasePool, _ commits: @escaping @Sendable () -> Int) async throws -> Void
    ) async throws {
        let directory = try TemporaryDirectory()
        let pool = try DatabasePool(path: directory.url.appendingPathComponent("test.sqlite").path)
        try await pool.write { try $0.execute(sql: "CREATE TABLE items (value INTEGER PRIMARY KEY)") }
        let commits = Counter()
        let writer = GroupCommit(
            pool: pool, reserve: NoReserve(), tidying: Tidying(), beforeCommit: { _ in commits.increment() })
        try await body(writer, pool, { commits.value })
        try pool.close()
        withExtendedLifetime(directory) {}
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock { $0 } }
        func increment() { count.withLock { $0 += 1 } }
    }

    private func insert(_ value: Int) -> @Sendable (Database) throws -> Void {
        { try $0.execute(sql: "INSERT INTO items VALUES (?)", arguments: [value]) }
    }

    /// Holds the writer with a change until `count` of the group's changes wait behind it.
    private func whileHeld(
        _ writer: GroupCommit, waiting count: Int, _ add: (inout ThrowingTaskGroup<Void, any Error>) -> Void
    ) async throws {
        let gate = DispatchSemaphore(value: 0)
        let isHeld = Counter()
        async let first: Void = writer.perform { _ in
            isHeld.increment()
            gate.wait()
        }
        while isHeld.value == 0 { await Task.yield() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            add(&group)
            while writer.waitingCount < count { await Task.yield() }
            gate.signal()
            try await group.waitForAll()
        }
        try await first
    }

    @Test func changesThatWaitShareACommit() async throws {
        try await withWriter { writer, pool, commits in
            try await whileHeld(writer, waiting: 100) { group in
                for value in 0..<100 { group.addTask { try await writer.perform(self.insert(value)) } }
            }
            #expect(commits() == 2)
            #expect(try await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM items") } == 100)
        }
    }

    @Test func refusedChangeLeavesNoTraceAndItsNeighboursStay() async throws {
        try await withWriter { writer, pool, _ in
            let results = await withTaskGroup(of: (Int, Bool).self) { group in
                for value in 0..<50 {
                    group.addTask {
                        do {
                            try await writer.perform { db in
                                try self.insert(value)(db)
                                if value % 10 == 3 { throw StoreError(.malformed) }
                                // The database's own refusal fails the whole commit, which is then taken apart.
                                if value % 10 == 7 { try self.insert(value)(db) }
                            }
                            return (value, true)
                        } catch {
                            return (value, false)
                        }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            let kept = try await pool.read { try Set(Int.fetchAll($0, sql: "SELECT value FROM items")) }
            #expect(kept == Set((0..<50).filter { ![3, 7].contains($0 % 10) }))
            #expect(Set(results.filter(\.value).keys) == kept)
        }
    }

    @Test func closingFinishesWhatWasTaken() async throws {
        try await withWriter { writer, pool, _ in
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for value in 0..<100 {
                    group.addTask {
                        do {
                            try await writer.perform(self.insert(value))
                            return true
                        } catch {
                            #expect(error as? StoreError == StoreError(.busy))
                            return false
                        }
                    }
                }
                await writer.close()
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(try await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM items") } == taken)
            await expectRefusal(.busy) { try await writer.perform { _ in } }
        }
    }
}
