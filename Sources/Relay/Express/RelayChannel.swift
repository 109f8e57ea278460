import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// How a connection is set up: HTTP/1.1, deadlines, the express handler, and behind it Hummingbird.
///
/// It takes the place of Hummingbird's own HTTP/1.1 channel because that lets handlers in only behind its codec of HTTP types, which
/// parses each path as a URL and costs more than all else that an append or a page needs. Ordering pipelined requests is NIO's
/// handler here instead of Hummingbird's task, so that both may answer on one connection; it also finishes what is under way
/// when the relay stops.
struct RelayChannel: HTTPChannelHandler {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let responder: Responder
    let deadlines: ConnectionDeadlines
    let connections: Connections
    let express: Express
    /// What every answer that says no has.
    let refusalHeaders: HTTPHeaders

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            // Whoever has more to take than what counts for nobody is waited for.
            try channel.syncOptions?.setOption(
                .writeBufferWaterMark, value: .init(low: MemoryBudget.small / 2, high: MemoryBudget.small))
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(HTTPResponseEncoder())
            try pipeline.addHandler(
                ByteToMessageHandler(
                    HTTPRequestDecoder(
                        leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .drop,
                        limitConfiguration: Self.limits)))
            try pipeline.addHandler(ConnectionDeadlineHandler(deadlines, connections))
            try pipeline.addHandler(HTTPServerPipelineHandler())
            try pipeline.addHandler(ExpressHandler(express))
            try pipeline.addHandler(RefusalHandler(headers: refusalHeaders))
            try pipeline.addHandler(AnswerShareHandler())
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            return try NIOAsyncChannel(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    func handle(value: Value, logger: Logger) async {
        await handleHTTP(asyncChannel: value, logger: logger)
    }

    private static var limits: NIOHTTPDecoderLimitConfiguration {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = 8 * 1024
        limits.maxHeaderListSize = 16 * 1024
        limits.maxHeaderFieldCount = 64
        return limits
    }
}
