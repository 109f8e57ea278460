import Hummingbird
import NIOCore
import Wire

/// One open `text/event-stream`.
final class LiveStream: Sendable {
    static let contentType = "text/event-stream"
    /// Chunks that may wait for a slow client; with one more it is cut off, and reads the heads when it is back.
    private static let largestBacklog = 32

    let account: Identifier
    let chunks: AsyncStream<ByteBuffer>
    private let source: AsyncStream<ByteBuffer>.Continuation
    private let channel: any Channel

    init(account: Identifier, channel: any Channel) {
        self.account = account
        self.channel = channel
        (chunks, source) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Self.largestBacklog))
    }

    func send(_ chunk: ByteBuffer) {
        if case .dropped = source.yield(chunk) {
            source.finish()
            channel.close(promise: nil)
        }
    }

    /// Ends the stream after what was sent.
    func end() {
        source.finish()
    }
}
