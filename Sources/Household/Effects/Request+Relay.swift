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

    /// The content, packed.
    public static var content: Request {
        Request(.content) { (response) throws(Obstacle) in try response.needBytes("content") }
    }

    private static func relay(_ effect: Effect) -> Request { Request(effect, readingAll: { $0.relayed }) }
}

/// A page of a space's entries, and what stood in its envelopes when they were opened on the way.
public struct ReadPage: Equatable, Sendable {
    /// The page, as the relay sent it.
    public let body: [UInt8]
    /// What came of opening its envelopes, in their order; empty when that was left for later.
    public let openings: [PlacedOpening]

    /// What came of opening one envelope.
    public struct PlacedOpening: Equatable, Sendable {
        /// Where in the page the envelope is.
        public let place: Range<Int>
        /// What came of it.
        public let opening: Opening
    }

    /// What came of opening these envelopes, all of which opened; nil when one of them didn't, or isn't in the page.
    func openings(of envelopes: [[UInt8]]) -> [Opening]? {
        var found: [Opening] = []
        var rest = openings[...]
        for envelope in envelopes {
            guard let index = rest.firstIndex(where: { body[$0.place].elementsEqual(envelope) }),
                case .opened = rest[index].opening
            else { return nil }
            found.append(rest[index].opening)
            rest = rest[(index + 1)...]
        }
        return found
    }
}

extension Request where Answer == ReadPage {
    /// Asks for a page of a space's entries, and has it opened by its authors' public keys when it is the last one.
    public static func page(_ route: Route, of space: Identifier, by authors: [Effect.Author]) -> Request {
        let read = { (response: Response) -> Outcome<ReadPage> in
            response.relayed.map { body in
                ReadPage(body: body, openings: response.openings(in: body.count))
            }
        }
        return Request(.readPage(path: route.path, space: space, authors: authors), readingAll: read)
    }
}

extension Response {
    /// What came of opening envelopes of a page that is so long.
    fileprivate func openings(in length: Int) -> [ReadPage.PlacedOpening] {
        (fields["opened"]?.array ?? []).compactMap { result in
            guard let start = result["at"]?.integer, let count = result["count"]?.integer, start >= 0, count >= 0,
                start + count <= length
            else { return nil }
            return ReadPage.PlacedOpening(place: Int(start)..<Int(start + count), opening: opening(result))
        }
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
        if (200..<300).contains(status) { return .success(body) }
        if let error = try? WireError(body: body) { return .failure(.refused(error)) }
        // A proxy in between answers in its own words while the relay is away.
        return .failure(status >= 500 ? .unreachable : .refused(WireError(.internal)))
    }
}
