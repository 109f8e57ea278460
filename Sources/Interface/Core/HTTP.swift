import JSON
import Wire

/// Requests to the relay, as effects, and its answers.
extension Effect {
    /// A request with a JSON body or none.
    static func request(_ route: Route, body: [UInt8] = []) -> Effect {
        let effect = Effect("http").with("method", route.method.rawValue).with("path", route.path)
        return body.isEmpty ? effect : effect.with("body", .bytes(body)).with("type", "application/json")
    }

    /// A request with a binary body.
    static func upload(_ route: Route, _ bytes: [UInt8]) -> Effect {
        Effect("http").with("method", route.method.rawValue).with("path", route.path)
            .with("body", .bytes(bytes)).with("type", "application/octet-stream")
    }
}

/// How a request ended.
enum HTTPOutcome {
    /// The relay did it; these are the bytes of its answer.
    case done([UInt8])
    /// The relay refused, by name.
    case refused(WireError)
    /// The relay could not be reached.
    case unreachable
}

extension Response {
    /// The outcome of an `http` effect.
    var outcome: HTTPOutcome {
        guard failure == nil, let status = integer("status") else { return .unreachable }
        let body = bytes("body") ?? []
        if (200..<300).contains(status) { return .done(body) }
        if let error = try? WireError(body: body) { return .refused(error) }
        // A proxy in between answers in its own words while the relay is away.
        return status >= 500 ? .unreachable : .refused(WireError(.internal))
    }
}
