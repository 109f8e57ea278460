import AsyncHTTPClient
import Bytes
import Foundation
import NIOCore
import NIOHTTP1
import RelayTestSupport
import Synchronization
import Testing
import Wire

/// Talks to a relay as a page of it does: keeps its cookie, and sends the header that only the page can send.
final class Browser: Sendable {
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPHeaders
        let body: [UInt8]

        /// The error that the answer names.
        func error() throws -> WireError {
            try WireError(body: body)
        }
    }

    let world: RelayWorld
    private let address: String?
    private let jar = Mutex<String?>(nil)

    /// - Parameter address: where a proxy would say that this browser is.
    init(world: RelayWorld, address: String?) {
        self.world = world
        self.address = address
    }

    /// The session's cookie, `name=value`.
    var cookie: String? {
        get { jar.withLock { $0 } }
        set { jar.withLock { $0 = newValue } }
    }

    func request(
        _ method: String, _ path: String, body: [UInt8] = [], headers: [(String, String)] = []
    ) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: "\(world.scheme)://127.0.0.1:\(world.port)\(path)")
        request.method = HTTPMethod(rawValue: method)
        if method != "GET" { request.headers.add(name: Route.pageHeader, value: Route.pageHeaderValue) }
        if let cookie { request.headers.add(name: "Cookie", value: cookie) }
        if let address { request.headers.add(name: "X-Forwarded-For", value: address) }
        for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
        if !body.isEmpty { request.body = .bytes(ByteBuffer(bytes: body)) }
        return request
    }

    /// Sends a request and keeps the cookie that the answer sets.
    func send(
        _ method: String, _ path: String, body: [UInt8] = [], headers: [(String, String)] = []
    ) async throws -> Answer {
        let response = try await world.http.execute(
            request(method, path, body: body, headers: headers), timeout: .seconds(60))
        for setting in response.headers["Set-Cookie"] {
            cookie = setting.contains("Max-Age=0") ? nil : String(setting.prefix { $0 != ";" })
        }
        let bytes = try await response.body.collect(upTo: 8 * 1024 * 1024)
        return Answer(
            status: Int(response.status.code), headers: response.headers, body: Array(bytes.readableBytesView))
    }

    func send(_ route: Route, body: [UInt8] = []) async throws -> Answer {
        try await send(route.method.rawValue, route.path, body: body)
    }

    /// Sends a message and reads the answer.
    ///
    /// - Throws: the error that the relay answered, as a ``WireError``.
    func call<Message: JSONCodable>(_ route: Route, _ message: some JSONCodable) async throws -> Message {
        try Message(body: try await succeed(route, body: message.body))
    }

    /// Sends a message whose answer has no body.
    func call(_ route: Route, _ message: some JSONCodable) async throws {
        _ = try await succeed(route, body: message.body)
    }

    func get<Message: JSONCodable>(_ route: Route) async throws -> Message {
        try Message(body: try await succeed(route))
    }

    func call(_ route: Route) async throws {
        _ = try await succeed(route)
    }

    @discardableResult
    func append(_ envelopes: [Envelope], to space: Identifier) async throws -> [Int64] {
        try AppendAnswer(body: try await succeed(.append(space: space), body: try Batch(envelopes).bytes)).numbers
    }

    func read(_ space: Identifier, after: Int64 = 0) async throws -> EntryPage {
        try EntryPage(parsing: try await succeed(.read(space: space, after: after)))
    }

    func sealed(_ space: Identifier) async throws -> SealedAnswer {
        try SealedAnswer(parsing: try await succeed(.sealed(space: space)))
    }

    private func succeed(_ route: Route, body: [UInt8] = []) async throws -> [UInt8] {
        let answer = try await send(route, body: body)
        guard (200..<300).contains(answer.status) else {
            let error = try answer.error()
            #expect(answer.status == error.name.status)
            throw error
        }
        return answer.body
    }
}

/// Expects the relay to answer with this error.
func expectError(
    _ name: ErrorName, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async {
    do {
        try await body()
        Issue.record("no error", sourceLocation: sourceLocation)
    } catch let error as WireError {
        #expect(error.name == name, sourceLocation: sourceLocation)
        #expect(!error.message.isEmpty, sourceLocation: sourceLocation)
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
}
