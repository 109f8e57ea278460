import Dispatch
import StoreRules
import Synchronization

/// Connections that are used by one at a time, made when they are first needed.
final class PostgresPool: Sendable {
    private struct State {
        var idle: [PostgresConnection] = []
        var count = 0
        var waiting: [@Sendable (Turn) -> Void] = []
        var isClosed = false
    }

    /// What somebody who waits is given.
    private enum Turn: Sendable {
        case use(PostgresConnection)
        case connect
        case refused
    }

    private let address: String
    private let size: Int
    private let state = Mutex(State())
    /// libpq waits for answers, which threads of Swift's own must not.
    private let queue = DispatchQueue(label: "hearth.postgres", attributes: .concurrent)

    /// - Parameter size: how many connections there are at most.
    init(address: String, size: Int) {
        self.address = address
        self.size = size
    }

    /// Calls `body` with a connection, away from Swift's own threads.
    ///
    /// - Throws: what `body` throws; `busy` when there is no connection to be had, and when the pool is closed.
    func use<Value: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let result: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            take { [self] turn in
                queue.async {
                    continuation.resume(returning: self.result(turn, body))
                }
            }
        }
        return try result.get()
    }

    /// Lets no more in, and closes what nobody uses.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            state.idle = []
            defer { state.waiting = [] }
            return state.waiting
        }
        for next in waiting { next(.refused) }
    }

    private func result<Value>(
        _ turn: Turn, _ body: (PostgresConnection) throws(StoreError) -> Value
    ) -> Result<Value, StoreError> {
        let connection: PostgresConnection
        switch turn {
        case .refused: return .failure(StoreError(.busy))
        case .use(let idle) where idle.isAlive: connection = idle
        case .use, .connect:
            do throws(StoreError) {
                connection = try PostgresConnection(address)
            } catch {
                giveBack(nil)
                return .failure(error)
            }
        }
        defer { giveBack(connection.isBroken ? nil : connection) }
        do throws(StoreError) {
            return .success(try body(connection))
        } catch {
            return .failure(error)
        }
    }

    private func take(_ next: @escaping @Sendable (Turn) -> Void) {
        let turn: Turn? = state.withLock { state in
            if state.isClosed { return .refused }
            if let idle = state.idle.popLast() { return .use(idle) }
            if state.count < size {
                state.count += 1
                return .connect
            }
            state.waiting.append(next)
            return nil
        }
        if let turn { next(turn) }
    }

    /// Passes a connection on; nil for one that is gone.
    private func giveBack(_ connection: PostgresConnection?) {
        let next: (@Sendable (Turn) -> Void)? = state.withLock { state in
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            if let connection, !state.isClosed {
                state.idle.append(connection)
            } else {
                state.count -= 1
            }
            return nil
        }
        next?(connection.map { .use($0) } ?? .connect)
    }
}
