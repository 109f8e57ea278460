import Bytes
import NIOCore
import NIOHTTP1
import StoreRules
import Wire

/// Answers the two requests that phones make all day, appends and reads of a page, on the connection's event loop as far as nothing
/// has to be waited for.
///
/// Only what goes smoothly is answered here: a session that is known, a batch that is small and kept, a page. Whatever else a request is or meets, it is handed on to ``RelayResponder`` as if nobody had looked at it before, also
/// after the store refused it: an append may be repeated. So all that says no is in one place, and nothing here needs to.
final class Express: Sendable {
    /// Larger batches are handed on: an event loop has other connections to serve.
    private static let largestBody = 64 * 1024

    private let responder: RelayResponder
    private let date = DateHeader()

    private static let appendHeaders = headers(type: "application/json")
    private static let readHeaders = headers(type: "application/octet-stream")

    init(_ responder: RelayResponder) {
        self.responder = responder
    }

    /// The request that begins with `head`, or nil when it is not for here.
    ///
    /// - Parameter phrases: what the connection's requests have said before.
    func request(
        _ head: HTTPRequestHead, from channel: any Channel, _ phrases: inout ExpressPhrases
    ) -> ExpressRequest? {
        guard head.uri.hasPrefix("/api/spaces/"), head.isKeepAlive, let kind = kind(head, &phrases) else { return nil }
        let configuration = responder.configuration
        let isSecure = ClientAddress.isSecure(
            forwardedProtocol: head.headers.first(name: ClientAddress.forwardedProtocol.rawName),
            isBehindProxy: configuration.isBehindProxy, hasTLS: configuration.tls != nil)
        guard let token = phrases.token(in: head.headers["Cookie"], isSecure: isSecure),
            let visitor = responder.sessions.known(token, now: responder.environment.now())
        else { return nil }
        let address = phrases.address(
            of: channel,
            forwarded: configuration.isBehindProxy ? head.headers[ClientAddress.forwardedFor.rawName] : nil)
        return ExpressRequest(
            kind: kind, account: visitor.account, address: address, isSecure: isSecure, head: head, start: .now)
    }

    private func kind(_ head: HTTPRequestHead, _ phrases: inout ExpressPhrases) -> ExpressRequest.Kind? {
        let length = head.headers.first(name: "Content-Length")
        switch head.method {
        case .GET:
            guard length == nil, !head.headers.contains(name: "Transfer-Encoding"),
                case .read(let space, let after) = phrases.route(.get, path: head.uri)
            else { return nil }
            return .read(space: space, after: after)
        case .POST:
            guard let length = length.flatMap({ Int($0) }), length <= Self.largestBody,
                head.headers.first(name: Route.pageHeader) == Route.pageHeaderValue,
                let route = phrases.route(.post, path: head.uri), case .append(let space) = route,
                route.takes(type: head.headers.first(name: "Content-Type"))
            else { return nil }
            return .append(space: space)
        default: return nil
        }
    }

    /// The body of the answer to `request` and what it holds already, or nil when it is not for here after all.
    func answer(_ request: ExpressRequest) async -> (body: ByteBuffer, share: MemoryBudget.Share?)? {
        do {
            switch request.kind {
            case .read(let space, let after):
                let atHand = responder.store.pageAtHand(space: space, after: after, account: request.account)
                // Mostly such a page is gone as soon as it is written. What isn't is counted then (``share(_:of:)``).
                if let atHand, responder.budget.isRoomy { return (ByteBuffer(bytes: atHand), nil) }
                let share = responder.budget.share(account: request.account, address: request.address)
                if let atHand {
                    try share.hold(atHand.count)
                    return (ByteBuffer(bytes: atHand), share)
                }
                try share.hold(EntryPage.mostBytes)
                let page = try await responder.store.page(space: space, after: after, account: request.account)
                try share.hold(page.count)
                return (ByteBuffer(bytes: page), share)
            case .append(let space):
                let batch = try Batch(parsing: Array(request.body.readableBytesView))
                let (traffic, size) = (responder.traffic, request.body.readableBytes)
                try traffic.count(size, from: request.address, now: responder.environment.now())
                do {
                    let outcome = try await responder.store.append(
                        batch.envelopes, space: space, account: request.account)
                    return (answer(outcome, space: space), nil)
                } catch {
                    // Whoever it is handed on to counts it in their turn.
                    traffic.takeBack(size, from: request.address)
                    throw error
                }
            }
        } catch {
            return nil
        }
    }

    /// What an answer of `count` bytes to `request` holds that wasn't taken at once; nil when there is no room for that.
    func share(_ count: Int, of request: ExpressRequest) -> MemoryBudget.Share? {
        let share = responder.budget.share(account: request.account, address: request.address)
        return (try? share.hold(count)) == nil ? nil : share
    }

    /// Tells live streams of an append, and returns the body of its answer.
    private func answer(_ outcome: AppendOutcome, space: Identifier) -> ByteBuffer {
        responder.hub.publish(outcome, space: space)
        // What ``AppendAnswer`` would write, without making a tree of it first.
        return ByteBuffer(string: #"{"numbers":[\#(outcome.numbers.map { String($0) }.joined(separator: ","))]}"#)
    }

    /// The header of the answer to `request`, which has a body of `length` bytes.
    func head(of request: ExpressRequest, length: Int) -> HTTPResponseHead {
        var headers = if case .append = request.kind { Self.appendHeaders } else { Self.readHeaders }
        headers.add(name: "Content-Length", value: String(length))
        if request.isSecure { headers.add(name: "Strict-Transport-Security", value: responder.strictTransport) }
        headers.add(name: "Date", value: date.text(now: responder.environment.now()))
        return HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
    }

    /// Logs and counts a request that was answered here.
    func note(_ request: ExpressRequest) {
        responder.record.note(request.name, status: 200, ContinuousClock.now - request.start)
    }

    private static func headers(type: String) -> HTTPHeaders {
        HTTPHeaders([("Content-Type", type)] + RelayResponder.answerPolicy.map { ($0.name.rawName, $0.value) })
    }
}
