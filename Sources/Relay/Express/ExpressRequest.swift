import Bytes
import NIOCore
import NIOHTTP1
import Wire

/// A request that may be answered on the connection's event loop, and who makes it.
struct ExpressRequest {
    enum Kind {
        case append(space: Identifier)
        case read(space: Identifier, after: Int64)
    }

    let kind: Kind
    let account: Identifier
    /// Where it comes from.
    let address: String
    /// Whether its client speaks TLS.
    let isSecure: Bool
    let head: HTTPRequestHead
    /// When it arrived.
    let start: ContinuousClock.Instant
    /// As much of the body as has come.
    var body = ByteBuffer()

    /// The route's name for logs and metrics.
    var name: String {
        switch kind {
        case .append(let space): Route.append(space: space).name
        case .read(let space, let after): Route.read(space: space, after: after).name
        }
    }
}
