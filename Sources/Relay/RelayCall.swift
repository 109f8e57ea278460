import Bytes
import HTTPTypes
import Hummingbird
import NIOCore
import Wire

/// One request to the API as its handler sees it.
struct RelayCall {
    let route: Route
    let headers: HTTPFields
    let channel: any Channel
    /// When it arrived, in milliseconds since 1970.
    let now: Int64
    /// Where it comes from, for counting tries.
    let address: String
    /// Whether the client speaks TLS.
    let isSecure: Bool
    /// Who makes it; nil when it needs no session and has none.
    let visitor: Sessions.Visitor?
    let body: ByteBuffer
    /// What it and its answer hold of the relay's memory. Whoever makes an answer that may be large takes as much before.
    let share: MemoryBudget.Share

    /// Who is signed in.
    func signedIn() throws(WireError) -> Sessions.Visitor {
        guard let visitor else { throw WireError(.notSignedIn) }
        return visitor
    }

    /// The signed-in account.
    func account() throws(WireError) -> Identifier { try signedIn().account }

    /// The body as `Message`.
    func read<Message: JSONCodable>(_: Message.Type) throws(WireError) -> Message {
        do {
            return try Message(body: Array(body.readableBytesView))
        } catch {
            throw WireError(error)
        }
    }
}

extension Response {
    /// An answer with a JSON body.
    static func json(_ message: some JSONCodable, status: HTTPResponse.Status = .ok) -> Response {
        bytes(message.body, type: "application/json", status: status)
    }

    /// An answer with a binary body.
    static func binary(_ bytes: [UInt8]) -> Response {
        self.bytes(bytes, type: "application/octet-stream", status: .ok)
    }

    /// An answer without a body.
    static var empty: Response {
        Response(status: .noContent)
    }

    /// An error's answer.
    static func error(_ error: WireError) -> Response {
        var response = json(error, status: HTTPResponse.Status(code: error.name.status))
        if let seconds = error.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    private static func bytes(_ bytes: [UInt8], type: String, status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
