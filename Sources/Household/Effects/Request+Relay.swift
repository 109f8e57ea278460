import Bytes
import JSON
import Sync
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

    /// A part of the content, packed.
    public static func content(_ part: ContentPart) -> Request {
        Request(.content(part)) { (response) throws(Obstacle) in try response.needBytes("content") }
    }

    private static func relay(_ effect: Effect) -> Request { Request(effect, readingAll: { $0.relayed }) }
}

/// A page of a space's entries, with what stood in its envelopes when they were opened on the way.
public struct ReadPage: Equatable, Sendable {
    /// The page, as the relay sent it.
    public let body: [UInt8]
    /// What came of opening its items' envelopes, nil for an item that holds none; empty when that was left for later.
    public let opened: [Opening?]
}

extension Request where Answer == ReadPage {
    /// Asks for a page of a space's entries, and has it opened by its authors' public keys when it is the last one.
    public static func page(_ route: Route, of space: Identifier, by authors: [Effect.Author]) -> Request {
        let read = { (response: Response) -> Outcome<ReadPage> in
            response.relayed.map { ReadPage(body: $0, opened: response.opened) }
        }
        return Request(.readPage(path: route.path, space: space, authors: authors), readingAll: read)
    }
}

extension Response {
    /// What came of opening the items of a page.
    fileprivate var opened: [Opening?] {
        (fields["opened"]?.array ?? []).map { $0 == .null ? nil : opening($0) }
    }
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
        if fields["foreign"] != true {
            if (200..<300).contains(status) { return .success(body) }
            if let error = try? WireError(body: body) { return .failure(.refused(error)) }
        }
        // What isn't the relay's is a proxy's: the relay can't be reached now, whatever the status says. Only that a request is too
        // large for it stays so until less is sent.
        return .failure(status == 413 ? .refused(WireError(.bodyTooLarge)) : .unreachable)
    }
}
