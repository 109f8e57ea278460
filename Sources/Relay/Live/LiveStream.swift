import Bytes
import Hummingbird
import NIOCore
import NIOHTTPTypes
import Synchronization
import Wire

/// One open `text/event-stream`.
///
/// Events are written straight to the connection; all that waits per stream is one suspended task, so that a relay can
/// hold very many.
final class LiveStream: Sendable {
    private enum State {
        /// The answer's header is not out yet; these follow it.
        case beginning([ByteBuffer])
        case running(CheckedContinuation<Void, Never>)
        case ended
    }

    static let contentType = "text/event-stream"

    let account: Identifier
    let address: String
    private let channel: any Channel
    private let state = Mutex(State.beginning([]))

    init(account: Identifier, address: String, channel: any Channel) {
        self.account = account
        self.address = address
        self.channel = channel
    }

    /// Passes on what was sent until now and from now on, until the stream is ended. Called once the header is out.
    func run() async {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                switch state {
                case .beginning(let chunks):
                    for chunk in chunks { write(chunk) }
                    state = .running(continuation)
                case .running, .ended:
                    continuation.resume()
                }
            }
        }
    }

    func send(_ chunk: ByteBuffer) {
        state.withLock { state in
            switch state {
            case .beginning(let chunks): state = .beginning(chunks + [chunk])
            case .running: write(chunk)
            case .ended: break
            }
        }
    }

    /// Ends the stream after what was sent.
    func end() {
        state.withLock { state in
            if case .running(let continuation) = state { continuation.resume() }
            state = .ended
        }
    }

    /// Hangs up on a client that takes its events too slowly; it reads the heads when it is back.
    private func write(_ chunk: ByteBuffer) {
        if channel.isWritable {
            channel.writeAndFlush(HTTPResponsePart.body(chunk), promise: nil)
        } else {
            channel.close(promise: nil)
        }
    }
}
