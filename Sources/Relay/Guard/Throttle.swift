import StoreRules
import Synchronization
import Wire

/// Slows down and then refuses those who try too often.
final class Throttle: Sendable {
    /// What a try is for. Each purpose has its own budget, so that tries at one thing never stand in the way of another.
    enum Purpose: Hashable, Sendable {
        case signIn, recovery, passphrase, recoveryCode, deletion, account
    }

    /// What tries are counted by.
    enum Key: Hashable, Sendable {
        /// The folded sign-in name.
        case name(String, Purpose)
        /// A session in which the secret is given once more. Not its account: whoever stole one session must not be able to use up
        /// the tries of the others.
        case session(SecretHash, Purpose)
        /// Where the request comes from.
        case address(String, Purpose)
    }

    /// A try that has been let through.
    struct Try: Sendable {
        fileprivate let keys: [Key]
        fileprivate let time: Int64
        /// How long its answer must wait.
        let delay: Duration
    }

    private let limit: Int
    private let window: Int64
    private let times = Mutex<[Key: [Int64]]>([:])

    /// - Parameters:
    ///   - limit: how many tries a key has within the window.
    ///   - window: milliseconds.
    init(limit: Int, window: Int64) {
        self.limit = limit
        self.window = window
    }

    /// Counts a try against every key.
    ///
    /// The delay is 0 for the first try that a key has in the window, a quarter of a second for the second, and doubles
    /// up to eight seconds.
    ///
    /// - Throws: `tooManyTries` when a key has none left.
    func begin(_ keys: [Key], now: Int64) throws(WireError) -> Try {
        let count: Result<Int, WireError> = times.withLock { times in
            var most = 0
            for key in keys {
                let recent = (times[key] ?? []).filter { $0 > now - window }
                times[key] = recent.isEmpty ? nil : recent
                if recent.count >= limit, let first = recent.first {
                    return .failure(WireError(.tooManyTries, retryAfter: (first + window - now + 999) / 1000))
                }
                most = max(most, recent.count)
            }
            for key in keys { times[key, default: []].append(now) }
            return .success(most)
        }
        let before = try count.get()
        let delay = before == 0 ? 0 : min(250 << (before - 1), 8000)
        return Try(keys: keys, time: now, delay: .milliseconds(delay))
    }

    /// Takes back a try that turned out to be the right person's.
    func succeed(_ attempt: Try) {
        times.withLock { times in
            for key in attempt.keys {
                if let index = times[key]?.lastIndex(of: attempt.time) { times[key]?.remove(at: index) }
                if times[key]?.isEmpty == true { times[key] = nil }
            }
        }
    }

    /// Forgets what no longer counts.
    func sweep(now: Int64) {
        times.withLock { times in
            times = times.compactMapValues { all in
                let recent = all.filter { $0 > now - window }
                return recent.isEmpty ? nil : recent
            }
        }
    }
}
