import RelayStore
import StoreRules
import Synchronization

/// How the store is. It is looked at once at a time, however many ask, and not more often than each second.
final class Health: Sendable {
    private struct Look {
        let task: Task<StoreError?, Never>
        let time: Int64
    }

    /// How long an answer holds, in milliseconds.
    private static let age: Int64 = 1000

    private let store: any RelayStore
    private let latest = Mutex<Look?>(nil)

    init(store: any RelayStore) {
        self.store = store
    }

    /// Why the store can't be used, or nil when it is well.
    func trouble(now: Int64) async -> StoreError? {
        let task = latest.withLock { latest in
            if let latest, now - latest.time < Self.age, now >= latest.time { return latest.task }
            let store = store
            let task = Task {
                do throws(StoreError) {
                    try await store.check()
                    return nil as StoreError?
                } catch {
                    return error
                }
            }
            latest = Look(task: task, time: now)
            return task
        }
        return await task.value
    }
}
