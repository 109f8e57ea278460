import NIOCore
import NIOHTTP1

/// Sees to what is said to a request that can't be read, which no responder gets to see: it has the headers of every answer that says
/// no, and it is said once.
///
/// Behind NIO's `HTTPServerPipelineHandler`, so what can't be read comes here in its turn.
final class RefusalHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let headers: HTTPHeaders
    /// Whether a request has begun and not ended.
    private var isUnderWay = false
    /// Whether the last request, or what should have been one, has its answer.
    private var isAnswered = false
    /// Whether something came that can't be read. Nothing after it can be, either.
    private var isBroken = false

    /// - Parameter headers: what every answer that says no has.
    init(headers: HTTPHeaders) {
        self.headers = headers
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: (isUnderWay, isAnswered) = (true, false)
        case .body: break
        case .end: isUnderWay = false
        }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is HTTPParserError {
            isBroken = true
            if !isUnderWay { isAnswered = false }
        }
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // A second answer to the same request would be taken for the next one's.
        if isBroken, isAnswered {
            promise?.succeed()
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head) where isBroken && head.status.code >= 400:
            for (name, value) in headers where !head.headers.contains(name: name) {
                head.headers.add(name: name, value: value)
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            isAnswered = true
            context.write(data, promise: promise)
        case .head, .body: context.write(data, promise: promise)
        }
    }
}
