import Synchronization
import Wire

/// How many bytes each address has sent to be kept, so that one can't fill the disk with ever new accounts.
final class Traffic: Sendable {
    private struct Sent {
        var since: Int64
        var bytes = 0
    }

    private let limit: Int
    private let window: Int64
    private let sent = Mutex<[String: Sent]>([:])

    /// - Parameters:
    ///   - limit: how many bytes an address has within the window.
    ///   - window: milliseconds.
    init(limit: Int, window: Int64) {
        self.limit = limit
        self.window = window
    }

    /// Counts bytes that an address sends.
    ///
    /// - Throws: `quotaFull` when it has sent as many as it may; then nothing is counted.
    func count(_ bytes: Int, from address: String, now: Int64) throws(WireError) {
        let wait: Int64? = sent.withLock { sent in
            var own = sent[address] ?? Sent(since: now)
            if now - own.since >= window { own = Sent(since: now) }
            guard own.bytes + bytes <= limit else { return own.since + window - now }
            own.bytes += bytes
            sent[address] = own
            return nil
        }
        if let wait { throw WireError(.quotaFull, retryAfter: (wait + 999) / 1000) }
    }

    /// Takes back what was counted of bytes that weren't kept, and will be counted again.
    func takeBack(_ bytes: Int, from address: String) {
        sent.withLock { sent in
            let counted = sent[address]?.bytes ?? 0
            sent[address]?.bytes = max(0, counted - bytes)
        }
    }

    /// Forgets what no longer counts.
    func sweep(now: Int64) {
        sent.withLock { sent in sent = sent.filter { now - $0.value.since < window } }
    }
}
