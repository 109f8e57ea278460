import Bytes
import NIOCore
import NIOHTTP1
import Wire

/// Puts ``Express`` into a connection: takes out its requests and lets all others pass.
///
/// Behind NIO's `HTTPServerPipelineHandler`, which lets no second request come before the first has its answer, and before all that
/// sees to the requests that aren't for here.
final class ExpressHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let express: Express
    private var phrases = ExpressPhrases()
    /// The request whose end has yet to come, if it was taken out.
    private var request: ExpressRequest?
    /// Nil when the connection is gone.
    private var context: ChannelHandlerContext?
    /// What an answer holds that the client has yet to take.
    private var untaken: MemoryBudget.Share?
    /// Whether an answer is being written. That the network is full for that long is nothing to those behind.
    private var isWriting = false

    init(_ express: Express) {
        self.express = express
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        untaken = nil
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if isWriting { return }
        if context.channel.isWritable { untaken = nil }
        context.fireChannelWritabilityChanged()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            // A client that asks on without reading is left to Hummingbird, which waits until it has read.
            request = context.channel.isWritable ? express.request(head, from: context.channel, &phrases) : nil
            if request == nil { context.fireChannelRead(data) }
        case .body(var part):
            // Not bound to a name meanwhile, so that the body grows in place.
            if request?.body.writeBuffer(&part) == nil { context.fireChannelRead(data) }
        case .end:
            guard let request else { return context.fireChannelRead(data) }
            self.request = nil
            answer(request, context)
        }
    }

    private func answer(_ request: ExpressRequest, _ context: ChannelHandlerContext) {
        let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
        let express = express
        Self.begin {
            let answer = await express.answer(request)
            if handler.eventLoop.inEventLoop {
                handler.value.finish(request, answer)
            } else {
                handler.eventLoop.execute { handler.value.finish(request, answer) }
            }
        }
    }

    /// Runs a task here and now until it has to wait: what is at hand is answered without changing threads.
    private static func begin(_ body: @escaping @Sendable () async -> Void) {
        if #available(macOS 26, *) {
            Task.immediate { await body() }
        } else {
            Task { await body() }
        }
    }

    private func finish(_ request: ExpressRequest, _ answer: (body: ByteBuffer, share: MemoryBudget.Share?)?) {
        guard let context else { return }
        if let answer {
            let wasWritable = context.channel.isWritable
            isWriting = true
            write(answer.body, for: request, context)
            isWriting = false
            // Mostly the network has taken all of it by now.
            let isWritable = context.channel.isWritable
            if !isWritable {
                untaken = answer.share ?? express.share(answer.body.readableBytes, of: request)
                if untaken == nil { return context.close(promise: nil) }
            }
            if isWritable != wasWritable { context.fireChannelWritabilityChanged() }
            return
        }
        handOn(request, context)
        // The parts come outside of a read, and nobody looks at them before this.
        context.fireChannelReadComplete()
    }

    private func write(_ body: ByteBuffer, for request: ExpressRequest, _ context: ChannelHandlerContext) {
        express.note(request)
        let head = express.head(of: request, length: body.readableBytes)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func handOn(_ request: ExpressRequest, _ context: ChannelHandlerContext) {
        context.fireChannelRead(wrapInboundOut(.head(request.head)))
        if request.body.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(.body(request.body))) }
        context.fireChannelRead(wrapInboundOut(.end(nil)))
    }
}
