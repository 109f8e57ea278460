import Foundation
import GRDB
import StoreRules
import Synchronization

/// Runs changes in as few commits as possible without keeping any of them waiting.
///
/// While one commit waits for the disk, changes queue up; the next commit takes all of them. Each caller hears of its own
/// change only after the commit that holds it. A change that is refused leaves no trace and does not disturb the others; when
/// the database itself fails, every change of that commit is tried again in a commit of its own, so that one change can't
/// fail its neighbours.
final class GroupCommit: Sendable {
    /// Tells the caller the result; the argument is the failure of the commit, if it failed.
    private typealias Delivery = @Sendable (StoreError?) -> Void

    private struct Change: Sendable {
        /// Does the change within the commit's transaction and keeps the result. Throws only what fails the whole commit.
        let run: @Sendable (Database) throws -> Delivery
        /// Tells the caller that the change was not even begun.
        let refuse: @Sendable (StoreError) -> Void
        let trace: Trace
        let room: Room
    }

    private struct State {
        var waiting: [Change] = []
        var isRunning = false
        var isClosed = false
    }

    /// The most changes in one commit.
    private static let largestGroup = 1024

    private let pool: DatabasePool
    private let reserve: any Reserve
    private let tidying: Tidying
    private let state = Mutex(State())
    private let beforeCommit: @Sendable (Database) throws -> Void
    private let afterCommit: @Sendable (_ hasHappened: Bool) -> Void

    /// - Parameters:
    ///   - reserve: what changes in ``Room/reserved`` use when the disk is full.
    ///   - tidying: told when something was erased.
    ///   - beforeCommit: called within every commit, after its changes.
    ///   - afterCommit: called after every commit, whether it happened or not, before anybody hears of it.
    init(
        pool: DatabasePool, reserve: any Reserve, tidying: Tidying,
        beforeCommit: @escaping @Sendable (Database) throws -> Void,
        afterCommit: @escaping @Sendable (_ hasHappened: Bool) -> Void = { _ in }
    ) {
        self.pool = pool
        self.reserve = reserve
        self.tidying = tidying
        self.beforeCommit = beforeCommit
        self.afterCommit = afterCommit
    }

    /// How many changes wait for the next commit.
    var waitingCount: Int {
        state.withLock { $0.waiting.count }
    }

    /// Does `body` and returns when it is on disk.
    ///
    /// - Parameters:
    ///   - trace: what may remain in the files of what `body` removes.
    ///   - room: what it may use of the disk.
    func perform<Value: Sendable>(
        leaving trace: Trace = .some, in room: Room = .ordinary, _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            submit(
                Change(
                    run: { db in
                        let result = try Self.attempt(db, body)
                        return { failure in continuation.resume(returning: failure.map { .failure($0) } ?? result) }
                    },
                    refuse: { continuation.resume(returning: .failure($0)) }, trace: trace, room: room))
        }
        return try result.get()
    }

    /// Takes no more changes and waits until those taken are done.
    func close() async {
        state.withLock { $0.isClosed = true }
        await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { db in
                self.drain(db)
                continuation.resume()
            }
        }
    }

    /// The result of `body`, also when it refuses before it has changed anything. Throws what fails the whole commit.
    private static func attempt<Value>(
        _ db: Database, _ body: (Database) throws -> Value
    ) throws -> Result<Value, StoreError> {
        let changes = db.totalChangesCount
        do {
            return .success(try body(db))
        } catch let error as StoreError where error.cause == nil && db.totalChangesCount == changes {
            return .failure(error)
        }
    }

    private func submit(_ change: Change) {
        enum Next { case start, wait, refuse }
        let next: Next = state.withLock { state in
            if state.isClosed { return .refuse }
            state.waiting.append(change)
            if state.isRunning { return .wait }
            state.isRunning = true
            return .start
        }
        switch next {
        case .start: pool.asyncWriteWithoutTransaction { self.drain($0) }
        case .wait: break
        case .refuse: change.refuse(StoreError(.busy))
        }
    }

    private func drain(_ db: Database) {
        while true {
            let group = state.withLock { state in
                let group = Array(state.waiting.prefix(Self.largestGroup))
                state.waiting.removeFirst(group.count)
                if group.isEmpty { state.isRunning = false }
                return group
            }
            if group.isEmpty { return }
            let mayGrow = reserve.fill(db)
            let allowed = mayGrow ? group : group.filter { $0.room == .reserved }
            if !mayGrow {
                for change in group where change.room == .ordinary { change.refuse(StoreError(.storageFull)) }
            }
            do {
                if allowed.count > 1 {
                    for answer in try commit(allowed, db) { answer() }
                    continue
                }
            } catch {
                // Each is tried again in a commit of its own.
            }
            for change in allowed { commit(change, db) }
        }
    }

    /// Commits one change and tells its caller. When the disk is full, one that may use the reserve is tried again with it.
    private func commit(_ change: Change, _ db: Database) {
        do {
            for answer in try commit([change], db) { answer() }
        } catch {
            let failure = StoreError(database: error)
            guard failure.name == .storageFull, change.room == .reserved else { return change.refuse(failure) }
            reserve.release(db)
            do {
                for answer in try commit([change], db) { answer() }
            } catch {
                change.refuse(StoreError(database: error))
            }
        }
    }

    /// Commits `group` and returns what tells its callers. When this throws, nothing was kept.
    private func commit(_ group: [Change], _ db: Database) throws -> [() -> Void] {
        var deliveries: [Delivery] = []
        var hasErased = false
        var hasHappened = false
        defer { afterCommit(hasHappened) }
        do {
            try db.beginTransaction(.immediate)
            for change in group {
                let before = db.totalChangesCount
                deliveries.append(try change.run(db))
                if change.trace == .none && db.totalChangesCount != before { hasErased = true }
            }
            try beforeCommit(db)
            try db.commit()
            hasHappened = true
        } catch {
            if db.isInsideTransaction { try? db.rollback() }
            throw error
        }
        let failure = group.contains { $0.trace == .none } ? foldLog(db) : nil
        if hasErased && failure == nil { tidying.erased(db) }
        return zip(group, deliveries).map { change, deliver in { deliver(change.trace == .none ? failure : nil) } }
    }

    /// Folds the write-ahead log into the database and empties it. Readers hold it for milliseconds at most; the busy timeout
    /// outlasts them.
    private func foldLog(_ db: Database) -> StoreError? {
        do {
            do {
                try db.checkpoint(.truncate)
            } catch  where StoreError(database: error).name == .storageFull {
                reserve.release(db)
                try db.checkpoint(.truncate)
            }
            return nil
        } catch {
            return StoreError(.busy, cause: StoreError(database: error).cause)
        }
    }
}

extension StoreError {
    /// The name for a failure of the database.
    init(database error: any Error) {
        if let error = error as? StoreError {
            self = error
        } else if let error = error as? DatabaseError {
            // SQLite's own words may quote values; its code can't.
            let cause = "SQLite \(error.extendedResultCode.rawValue)"
            switch error.resultCode {
            case .SQLITE_FULL: self.init(.storageFull, cause: cause)
            // The file beside the log can't grow.
            case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
                self.init(.storageFull, cause: cause)
            // Interrupted: the task that reads was cancelled. Misused: the pool was closed.
            case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_INTERRUPT, .SQLITE_MISUSE: self.init(.busy, cause: cause)
            default: self.init(.internal, cause: cause)
            }
        } else if error is CancellationError {
            self.init(.busy, cause: "cancelled")
        } else {
            self.init(.internal, cause: "\(type(of: error))")
        }
    }
}
