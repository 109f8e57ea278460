import Bytes
import NIOCore
import NIOHTTP1
import RelayStore
import Wire

/// Puts ``Express`` into a connection: takes out its requests and lets all others pass.
///
/// Behind NIO's `HTTPServerPipelineHandler`, which lets no second request come before the first has its answer.
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

    init(_ express: Express) {
        self.express = express
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            request = express.request(head, &phrases)
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
        switch request.kind {
        case .read(let space, let after):
            if let page = express.page(space: space, after: after, account: request.account) {
                write(page, for: request, context)
            } else {
                handOn(request, context)
            }
        case .append(let space):
            let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
            let isBatch = express.append(request, to: space) { result in
                handler.eventLoop.execute { handler.value.finish(request, space, result) }
            }
            if !isBatch { handOn(request, context) }
        }
    }

    private func finish(
        _ request: ExpressRequest, _ space: Identifier, _ result: Result<AppendOutcome, StoreError>
    ) {
        switch result {
        case .success(let outcome):
            // Others hear of it also when the connection is gone.
            let body = express.answer(outcome, space: space)
            if let context { write(body, for: request, context) }
        case .failure:
            guard let context else { return }
            handOn(request, context)
            // The parts come outside of a read, and nobody looks at them before this.
            context.fireChannelReadComplete()
        }
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
