import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import RelayStore
import StoreRules
import Wire

/// Answers every request: files of the web bundle, and the API by its ``Route``.
///
/// This file does what all routes share; what one route does is in *Routes*.
struct RelayResponder: HTTPResponder {
    typealias Context = RelayContext

    let store: any RelayStore
    let web: WebBundle
    let configuration: RelayConfiguration
    let environment: RelayEnvironment
    let logger: Logger
    let sessions: Sessions
    let hub: LiveHub
    let health: Health
    let record: RequestRecord
    /// Tries at giving a secret.
    let tries = Throttle(limit: Limits.signInTries, window: Limits.signInWindow)
    /// New accounts by address.
    let newAccounts = Throttle(limit: Limits.accounts, window: Limits.accountWindow)
    /// Names that turned out to be taken, by address.
    let takenNames = Throttle(limit: Limits.accounts, window: Limits.accountWindow)

    /// What each address has sent to be kept.
    let traffic = Traffic(limit: Limits.addressBytes, window: Limits.addressWindow)

    /// What requests and answers hold while they are under way.
    let budget: MemoryBudget

    /// Notices a proxy that the relay wasn't told of.
    let unknownProxy: UnknownProxy

    private static let pageHeader = HTTPField.Name(Route.pageHeader)!
    /// Headers of every answer that is not a file of the web bundle: nobody keeps it, guesses its type or embeds it.
    static let answerPolicy: [HTTPField] = [
        HTTPField(name: .cacheControl, value: "no-store"),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .contentSecurityPolicy, value: "default-src 'none'; frame-ancestors 'none'"),
        HTTPField(name: HTTPField.Name("Cross-Origin-Resource-Policy")!, value: "same-origin"),
    ]

    init(
        store: any RelayStore, web: WebBundle, configuration: RelayConfiguration, environment: RelayEnvironment,
        logger: Logger
    ) {
        self.store = store
        self.web = web
        self.configuration = configuration
        self.environment = environment
        self.logger = logger
        sessions = Sessions(store: store)
        hub = LiveHub()
        health = Health(store: store)
        budget = MemoryBudget(total: configuration.heldBytes)
        record = RequestRecord(logger: logger)
        unknownProxy = UnknownProxy(logger: logger)
    }

    func respond(to request: Request, context: RelayContext) async throws -> Response {
        let start = ContinuousClock.now
        let path = request.head.path ?? ""
        if !configuration.isBehindProxy { unknownProxy.look(at: request.headers) }
        // Health is asked for by `HEAD`, too; what is behind `/api` isn't.
        let method = request.method == .head && Route(method: .get, path: path) == .health ? .get : request.method
        let route = Route.Method(rawValue: method.rawValue).flatMap { Route(method: $0, path: path) }
        let name: String
        var response: Response
        if let coding = request.headers[.transferEncoding], coding.lowercased() != "chunked" {
            // Nobody knows where such a body ends.
            name = "unknown"
            response = .error(WireError(.malformed))
        } else if let route {
            name = route.name
            if case .live = route {
                // A task keeps the stack that its deepest call needed for as long as it lives, and this one lives as long as the
                // stream. So the deep part has a task of its own.
                response = await Task { await answer(route, request, context) }.value
            } else {
                response = await answer(route, request, context)
            }
        } else if path.hasPrefix("/api/") || path == "/api" {
            name = "unknown"
            response = .error(WireError(.notFound))
        } else {
            name = "web"
            response = page(request, context)
        }
        if name != "web" {
            for field in Self.answerPolicy { response.headers[field.name] = field.value }
        }
        if name == "web" || response.status.code >= 400 { close(&response) }
        if isSecure(request.headers) { response.headers[.strictTransportSecurity] = strictTransport }
        if request.method == .head { response = response.createHeadResponse() }
        record.note(name, status: response.status.code, ContinuousClock.now - start)
        return response
    }

    /// Adds the headers that close everything a page of Hearth doesn't need; somebody may be led to a file that isn't there.
    private func close(_ response: inout Response) {
        for (name, value) in PageHeaders.all { response.headers[name] = value }
    }

    /// What every answer over TLS has, so that browsers come over nothing else.
    var strictTransport: String { PageHeaders.strictTransport(configuration.strictTransport) }

    /// What an answer has that says no to a request whose headers can't be read. Whether a proxy speaks TLS is not known there.
    var refusalHeaders: HTTPHeaders {
        var response = Response(status: .badRequest)
        for field in Self.answerPolicy { response.headers[field.name] = field.value }
        close(&response)
        if configuration.tls != nil { response.headers[.strictTransportSecurity] = strictTransport }
        return HTTPHeaders(response.headers.map { ($0.name.rawName, $0.value) })
    }

    /// A file of the web bundle.
    private func page(_ request: Request, _ context: RelayContext) -> Response {
        guard request.method == .get || request.method == .head else {
            return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD"])
        }
        let path = String((request.head.path ?? "").prefix { $0 != "?" })
        guard let response = web.response(path: path, headers: request.headers) else {
            return Response(status: .notFound, headers: [.contentType: "text/plain; charset=utf-8"])
        }
        // All clients are sent the same bytes; only what is encrypted for one of them takes memory of its own.
        guard configuration.tls != nil, request.method == .get else { return response }
        do throws(WireError) {
            try pass(response, budget.share(account: nil, address: address(of: request, context)), context)
            return response
        } catch {
            return .error(error)
        }
    }

    /// Lets an answer have its share of memory until the client has taken it.
    private func pass(
        _ response: Response, _ share: MemoryBudget.Share, _ context: RelayContext
    ) throws(WireError) {
        // A live stream has no length, and holds nothing.
        try share.hold(response.body.contentLength ?? 0)
        if share.isCounted { context.channel.triggerUserOutboundEvent(share, promise: nil) }
    }

    private func address(of request: Request, _ context: RelayContext) -> String {
        ClientAddress.of(request.headers, context.channel, isBehindProxy: configuration.isBehindProxy)
    }

    private func isSecure(_ headers: HTTPFields) -> Bool {
        ClientAddress.isSecure(
            forwardedProtocol: headers[ClientAddress.forwardedProtocol], isBehindProxy: configuration.isBehindProxy,
            hasTLS: configuration.tls != nil)
    }

    /// The answer of a route, an error's included.
    private func answer(_ route: Route, _ request: Request, _ context: RelayContext) async -> Response {
        do {
            if route.needsPageHeader, request.headers[Self.pageHeader] != Route.pageHeaderValue {
                throw WireError(.requestNotFromPage)
            }
            guard route.takes(type: request.headers[.contentType]) else { throw WireError(.unsupportedType) }
            let now = environment.now()
            let isSecure = isSecure(request.headers)
            var visitor: Sessions.Visitor?
            if let token = SessionCookie.token(in: request.headers[values: .cookie], isSecure: isSecure) {
                visitor = try await sessions.visitor(token, now: now)
            }
            if visitor == nil, route.needsSession { throw WireError(.notSignedIn) }
            let address = address(of: request, context)
            let share = budget.share(account: visitor?.account, address: address)
            let call = RelayCall(
                route: route, headers: request.headers, channel: context.channel, now: now, address: address,
                isSecure: isSecure, visitor: visitor, body: try await body(of: request, route, share), share: share)
            var response = try await respond(to: call)
            try pass(response, share, context)
            if let visitor, visitor.isRenewed, !response.headers.contains(.setCookie) {
                response.headers[.setCookie] = SessionCookie.setting(visitor.token, isSecure: isSecure)
            }
            return response
        } catch let error as WireError {
            return .error(error)
        } catch let error as StoreError {
            if let cause = error.cause {
                logger.error("store failed", metadata: ["route": "\(route.name)", "cause": "\(cause)"])
            }
            return .error(WireError(error.name, retryAfter: error.retryAfter))
        } catch is HTTPParserError {
            // Of its body, no more can be read.
            return .error(WireError(.malformed))
        } catch {
            // The connection broke while its body was read, or the task was cancelled: nobody will see this answer.
            return .error(WireError(.internal))
        }
    }

    /// The request's body, refused as soon as it is known to be too long.
    private func body(of request: Request, _ route: Route, _ share: MemoryBudget.Share) async throws -> ByteBuffer {
        let limit = route.bodyLimit
        if limit == 0 { return ByteBuffer() }
        var error = WireError(.bodyTooLarge)
        if case .append = route { error = WireError(.batchTooLarge) }
        if case .putBlob = route { error = WireError(.blobTooLarge) }
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        if let announced, announced > limit { throw error }
        try share.hold(announced ?? limit)
        var body = ByteBuffer()
        if let announced { body.reserveCapacity(announced) }
        for try await var part in request.body {
            guard body.readableBytes + part.readableBytes <= limit else { throw error }
            body.writeBuffer(&part)
        }
        return body
    }

    private func health(_ call: RelayCall) async throws -> Response {
        if let trouble = await health.trouble(now: call.now) {
            // The status says that it may be tried again; what is in the way is for whoever looks after the relay.
            throw WireError(.busy, message: "The store can't be used: \(trouble.cause ?? trouble.name.rawValue).")
        }
        return .json(HealthAnswer())
    }

    private func respond(to call: RelayCall) async throws -> Response {
        switch call.route {
        case .health: try await health(call)
        case .createAccount: try await createAccount(call)
        case .startSignIn: try await startSignIn(call)
        case .signIn: try await signIn(call)
        case .startRecovery: try await startRecovery(call)
        case .recover: try await recover(call)
        case .changePassphrase: try await changePassphrase(call)
        case .changeRecoveryCode: try await changeRecoveryCode(call)
        case .account: .json(try await store.account(call.account()))
        case .signOut: try await signOut(call)
        case .sessions: try await sessions(call)
        case .endSession(let session): try await endSession(call, session)
        case .deleteAccount: try await deleteAccount(call)
        case .createSpace: try await createSpace(call)
        case .invite(let space): try await invite(call, space)
        case .invitations(let space): try await invitations(call, space)
        case .revokeInvitation(let space, let lookup): try await revokeInvitation(call, space, lookup)
        case .openInvitation: try await openInvitation(call)
        case .acceptInvitation: try await acceptInvitation(call)
        case .append(let space): try await append(call, space)
        case .read(let space, let after): try await read(call, space, after)
        case .sealed(let space): try await sealed(call, space)
        case .seal(let space, let seal): try await released(call, space, seal)
        case .erase(let space, let entry): try await erase(call, space, entry)
        case .eraseAll(let space): try await eraseAll(call, space)
        case .putMatch(let space, let topic): try await putMatch(call, space, topic)
        case .match(let space, let topic): try await match(call, space, topic)
        case .leave(let space): try await leave(call, space)
        case .wishReopening(let space): try await wishReopening(call, space)
        case .withdrawReopening(let space): try await withdrawReopening(call, space)
        case .reopening(let space): try await reopening(call, space)
        case .putBlob(let space, let blob): try await putBlob(call, space, blob)
        case .blob(let space, let blob): try await readBlob(call, space, blob)
        case .eraseBlob(let space, let blob): try await eraseBlob(call, space, blob)
        case .live: try await live(call)
        }
    }
}
