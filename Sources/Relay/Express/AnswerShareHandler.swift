import NIOCore
import NIOHTTP1

/// Keeps an answer's share of memory until the client has taken the answer, or is gone.
///
/// Whoever answers sends the ``MemoryBudget/Share`` down the pipeline as an outbound event before the answer: having written it isn't
/// having got rid of it, for what a client doesn't read waits in the channel.
final class AnswerShareHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// The share of the answer that is written next, or being written.
    private var share: MemoryBudget.Share?

    func handlerRemoved(context: ChannelHandlerContext) {
        share = nil
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard let share = event as? MemoryBudget.Share else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        self.share = share
        promise?.succeed()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard let share, case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        self.share = nil
        let promise = promise ?? context.eventLoop.makePromise()
        promise.futureResult.whenComplete { _ in withExtendedLifetime(share) {} }
        context.write(data, promise: promise)
    }
}
