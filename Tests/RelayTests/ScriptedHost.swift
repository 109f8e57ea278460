import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A web host of this machine that answers as a test says, on threads of its own.
struct ScriptedHost: Sendable {
    struct Answer: Sendable {
        var status = HTTPResponseStatus.ok
        var headers = HTTPHeaders()
        var body: [UInt8] = []
    }

    /// The paths that were asked for, in order.
    private final class Requests: Sendable {
        let paths = Mutex<[String]>([])
    }

    let port: Int
    private let requests: Requests

    var asked: [String] { requests.paths.withLock { $0 } }

    /// Runs a host for the time of `body`.
    ///
    /// - Parameter answer: the answer for a path and the encodings that the client accepts.
    static func run(
        answering answer: @escaping @Sendable (_ path: String, _ encodings: String) -> Answer,
        _ body: (ScriptedHost) async throws -> Void
    ) async throws {
        let requests = Requests()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(
                        Responder { path, encodings in
                            requests.paths.withLock { $0.append(path) }
                            return answer(path, encodings)
                        })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        do {
            try await body(ScriptedHost(port: channel.localAddress?.port ?? 0, requests: requests))
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    private final class Responder: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let answer: @Sendable (String, String) -> Answer

        init(_ answer: @escaping @Sendable (String, String) -> Answer) {
            self.answer = answer
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard case .head(let request) = unwrapInboundIn(data) else { return }
            var answer = answer(request.uri, request.headers["Accept-Encoding"].joined(separator: ", "))
            answer.headers.add(name: "Content-Length", value: String(answer.body.count))
            let head = HTTPResponseHead(version: .http1_1, status: answer.status, headers: answer.headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
