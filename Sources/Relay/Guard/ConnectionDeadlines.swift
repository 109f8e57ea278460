import NIOCore
import NIOHTTP1

/// How long a client may take over each part of an exchange before the relay hangs up.
public struct ConnectionDeadlines: Sendable {
    /// From connecting to the end of the first request's header.
    public var header: Duration
    /// From there to the end of its body.
    public var body: Duration
    /// From there until the answer has been taken. Live streams have no such deadline.
    public var answer: Duration
    /// From an answer to the end of the next request's header.
    public var idle: Duration

    /// Deadlines; by default generous to a phone in a train.
    public init(
        header: Duration = .seconds(60), body: Duration = .seconds(120), answer: Duration = .seconds(120),
        idle: Duration = .seconds(60)
    ) {
        self.header = header
        self.body = body
        self.answer = answer
        self.idle = idle
    }
}

/// Hangs up on a connection that there is no room for or that misses a deadline, and on a live stream whose client has gone.
///
/// Deadlines are for whole parts and not for pauses, so sending a byte now and then doesn't help to hold a connection.
final class ConnectionDeadlineHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let deadlines: ConnectionDeadlines
    private let connections: Connections
    /// This connection among all; nil until it is open.
    private var member: Connections.Member?
    /// When the part that is under way must have ended; nil while there is no limit.
    private var deadline: NIODeadline?
    /// The next look at ``deadline``, at that time or before. Deadlines move many times a second, and mostly to later: looking once
    /// more in vain costs less than scheduling anew each time.
    private var look: (time: NIODeadline, task: Scheduled<Void>)?
    private var isLive = false

    init(_ deadlines: ConnectionDeadlines, _ connections: Connections) {
        self.deadlines = deadlines
        self.connections = connections
    }

    func handlerAdded(context: ChannelHandlerContext) {
        // Each connection keeps a buffer of the initial size; most requests fit this one, and it grows for those that don't.
        let allocator = AdaptiveRecvByteBufferAllocator(minimum: 512, initial: 1024, maximum: 65_536)
        try? context.channel.syncOptions?.setOption(.recvAllocator, value: allocator)
        if context.channel.isActive { begin(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        expectNothing()
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard member == nil else { return }
        guard let member = connections.admit(context.channel) else { return context.close(promise: nil) }
        self.member = member
        let connections = connections
        context.channel.closeFuture.whenComplete { _ in connections.remove(member) }
        expect(within: deadlines.header, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        expectNothing()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            member?.isBusy.store(true, ordering: .relaxed)
            expect(within: deadlines.body, context)
        case .body: break
        case .end: expect(within: deadlines.answer, context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.headers.first(name: "Content-Type") == LiveStream.contentType:
            isLive = true
            expectNothing()
        case .head, .body: break
        case .end:
            isLive = false
            member?.isBusy.store(false, ordering: .relaxed)
            // What was written may still wait for the client to take it: this deadline covers that, too.
            expect(within: deadlines.idle, context)
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
        let deadline = NIODeadline.now() + TimeAmount(limit)
        self.deadline = deadline
        if let look {
            if look.time <= deadline { return }
            look.task.cancel()
        }
        lookAgain(at: deadline, context)
    }

    private func expectNothing() {
        deadline = nil
        look?.task.cancel()
        look = nil
    }

    private func lookAgain(at time: NIODeadline, _ context: ChannelHandlerContext) {
        let handler = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        look = (
            time,
            context.eventLoop.scheduleTask(deadline: time) {
                let (handler, context) = handler.value
                handler.look = nil
                guard let deadline = handler.deadline else { return }
                if deadline > .now() {
                    handler.lookAgain(at: deadline, context)
                } else {
                    context.close(promise: nil)
                }
            }
        )
    }
}
