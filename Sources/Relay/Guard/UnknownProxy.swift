import HTTPTypes
import Logging
import Synchronization

/// Notices that requests come through a proxy of which the relay wasn't told, and says so once. All who come through it share one address
/// then, and with it the limits of one.
final class UnknownProxy: Sendable {
    private let logger: Logger
    private let isTold = Atomic(false)

    init(logger: Logger) {
        self.logger = logger
    }

    /// Looks at a request's headers.
    func look(at headers: HTTPFields) {
        guard headers.contains(ClientAddress.forwardedFor), !isTold.exchange(true, ordering: .relaxed) else { return }
        logger.warning(
            """
            requests come with X-Forwarded-For, as from a proxy: if one stands before this relay, start it with --behind-proxy, or all who \
            come through it count as one
            """)
    }
}
