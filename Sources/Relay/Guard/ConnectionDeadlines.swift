import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// How long a client may take over each part of an exchange before the relay hangs up.
public struct ConnectionDeadlines: Sendable {
    /// From connecting, or from the last answer, to the end of the next request's header.
    public var header: Duration
    /// From there to the end of its body.
    public var body: Duration
    /// From there until the answer has been taken. Live streams have no such deadline.
    public var answer: Duration

    /// Deadlines; by default generous to a phone in a train.
    public init(header: Duration = .seconds(60), body: Duration = .seconds(120), answer: Duration = .seconds(120)) {
        self.header = header
        self.body = body
        self.answer = answer
    }
}

/// Hangs up on a connection that misses a deadline, and on a live stream whose client has gone.
///
/// Deadlines are for whole parts and not for pauses, so sending a byte now and then doesn't help to hold a connection.
final class ConnectionDeadlineHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let deadlines: ConnectionDeadlines
    private var scheduled: Scheduled<Void>?
    private var isLive = false

    init(_ deadlines: ConnectionDeadlines) {
        self.deadlines = deadlines
    }

    func handlerAdded(context: ChannelHandlerContext) {
        // Each connection keeps a buffer of the initial size; most requests fit this one, and it grows for those that don't.
        let allocator = AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 1024, maximum: 65_536)
        try? context.channel.syncOptions?.setOption(.recvAllocator, value: allocator)
        if context.channel.isActive { expect(within: deadlines.header, context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        scheduled?.cancel()
    }

    func channelActive(context: ChannelHandlerContext) {
        expect(within: deadlines.header, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        scheduled?.cancel()
        scheduled = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: expect(within: deadlines.body, context)
        case .body: break
        case .end: expect(within: deadlines.answer, context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.headerFields[.contentType] == LiveStream.contentType:
            isLive = true
            scheduled?.cancel()
            scheduled = nil
        case .head, .body: break
        case .end:
            isLive = false
            // What was written may still wait for the client to take it: the next header's deadline covers that, too.
            expect(within: deadlines.header, context)
        }
        context.write(data, promise: promise)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if isLive, let event = event as? ChannelEvent, event == .inputClosed {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    private func expect(within limit: Duration, _ context: ChannelHandlerContext) {
        scheduled?.cancel()
        let channel = context.channel
        scheduled = context.eventLoop.scheduleTask(in: TimeAmount(limit)) { channel.close(promise: nil) }
    }
}
