import JSON
import Wire

// Requests to the relay, and for files that the server hands out.

extension Request where Answer == [UInt8] {
    /// Asks the relay with a JSON body or none; the answer is the bytes of its answer.
    public static func relay(_ route: Route, body: [UInt8] = []) -> Request {
        relay(.http(route.method, path: route.path, .body(body)))
    }

    /// Asks the relay with a binary body.
    public static func relay(_ route: Route, binary body: [UInt8]) -> Request {
        relay(.http(route.method, path: route.path, .binary(body)))
    }

    /// Fetches a file of the site.
    public static func file(path: String) -> Request { relay(.http(.get, path: path)) }

    /// The content, packed.
    public static var content: Request {
        Request(.content) { (response) throws(Obstacle) in try response.needBytes("content") }
    }

    private static func relay(_ effect: Effect) -> Request { Request(effect, readingAll: { $0.relayed }) }
}

extension Request where Answer: JSONCodable {
    /// Asks the relay with a JSON body or none, for an answer of that form.
    public static func relay(_ route: Route, body: [UInt8] = [], for answer: Answer.Type) -> Request {
        let read = { (response: Response) -> Outcome<Answer> in
            response.relayed.flatMap { body in
                (try? Answer(body: body)).map { .success($0) } ?? .failure(.refused(WireError(.internal)))
            }
        }
        return Request(.http(route.method, path: route.path, .body(body)), readingAll: read)
    }
}

extension Response {
    /// The outcome of an `http` effect.
    fileprivate var relayed: Outcome<[UInt8]> {
        guard failure == nil, let status = fields["status"]?.integer else { return .failure(.unreachable) }
        let body = bytes("body") ?? []
        if (200..<300).contains(status) { return .success(body) }
        if let error = try? WireError(body: body) { return .failure(.refused(error)) }
        // A proxy in between answers in its own words while the relay is away.
        return .failure(status >= 500 ? .unreachable : .refused(WireError(.internal)))
    }
}
