import Logging
import Metrics
import Synchronization

/// Logs and counts requests. Neither holds a path, an id, a name, an address or anything of the content.
final class RequestRecord: Sendable {
    private struct Kind: Hashable {
        let route: String
        let status: Int
    }

    private let logger: Logger
    /// Making a timer asks the metrics' backend each time, so each kind keeps its own. There are as many as routes and statuses.
    private let timers = Mutex<[Kind: Metrics.Timer]>([:])

    init(logger: Logger) {
        self.logger = logger
    }

    /// Notes a request that was answered after `duration`.
    func note(_ route: String, status: Int, _ duration: Duration) {
        let level: Logger.Level = status >= 500 ? .error : status >= 400 ? .info : .debug
        let nanoseconds = duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
        logger.log(
            level: level, "request",
            metadata: [
                "route": "\(route)", "status": "\(status)",
                "milliseconds": "\((Double(nanoseconds) / 1e5).rounded() / 10)",
            ])
        timer(Kind(route: route, status: status)).recordNanoseconds(nanoseconds)
    }

    private func timer(_ kind: Kind) -> Metrics.Timer {
        timers.withLock { timers in
            if let timer = timers[kind] { return timer }
            let timer = Metrics.Timer(
                label: "hearth_request_duration",
                dimensions: [("route", kind.route), ("status", String(kind.status))])
            timers[kind] = timer
            return timer
        }
    }
}
