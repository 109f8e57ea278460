import RelayStore
import StoreRules
import Synchronization

/// A relay's store that keeps everything in memory, for tests, and the smallest example of a home: ``MemoryTables`` are what is
/// kept, ``MemoryRows`` finds and puts rows in them, and this is what makes transactions of that.
public final class MemoryStore: DatabaseHome {
    private struct State {
        var tables = MemoryTables()
        var isClosed = false
    }

    /// Never changes: nobody restores an older copy of memory.
    public let generation: Int64 = 1
    /// A key that only this relay knows.
    public let inventionKey = Fresh.bytes(32)

    /// Held for as long as a transaction takes, so that they happen one after the other.
    private let state = Mutex(State())

    /// An empty store.
    public init() {}

    /// How many withheld entries transactions that write have read by their seal, all in all.
    public var withheldRead: Int { state.withLock { $0.tables.withheldRead } }

    /// Calls `body` with the rows as the last transaction left them.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any StoreRows) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try inTransaction { tables throws(StoreError) in try body(MemoryRows(tables)) }
    }

    /// Calls `body` with rows of its own, which take the place of the store's unless it throws.
    public func write<Value: Sendable>(
        leaving trace: Trace, in room: Room, _ body: @escaping @Sendable (any WritableRows) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        // Nothing is left in any file, so there is no trace to remove.
        try inTransaction { tables throws(StoreError) in
            let rows = MemoryRows(tables)
            let value = try body(rows)
            tables = rows.tables
            return value
        }
    }

    /// Lets go of everything. Verbs called afterwards throw `busy`.
    public func close() async throws(StoreError) {
        state.withLock { $0 = State(isClosed: true) }
    }

    private func inTransaction<Value>(
        _ body: (inout MemoryTables) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        // The lock passes on results only.
        let result: Result<Value, StoreError> = state.withLock { state in
            if state.isClosed { return .failure(StoreError(.busy)) }
            do throws(StoreError) {
                return .success(try body(&state.tables))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
