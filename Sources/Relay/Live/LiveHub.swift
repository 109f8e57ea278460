import Bytes
import Hummingbird
import NIOCore
import StoreRules
import Synchronization
import Wire

/// All open live streams.
final class LiveHub: Sendable {
    private struct State {
        var streams: [Identifier: [LiveStream]] = [:]
        var addresses: [String: Int] = [:]
        var count = 0
        var isClosed = false
    }

    private static let heartbeat = ByteBuffer(string: ":\n\n")

    private let state = Mutex(State())

    /// How many streams are open.
    var count: Int {
        state.withLock { $0.count }
    }

    /// Opens a stream for an account; it is forgotten when its connection closes.
    ///
    /// - Throws: `tooManyStreams`; `busy` when the relay is stopping.
    func open(account: Identifier, address: String, channel: any Channel) throws(WireError) -> LiveStream {
        let stream = LiveStream(account: account, address: address, channel: channel)
        let refusal: WireError? = state.withLock { state in
            if state.isClosed { return WireError(.busy) }
            if state.streams[account]?.count ?? 0 >= Limits.streams { return WireError(.tooManyStreams) }
            if state.addresses[address] ?? 0 >= Limits.addressStreams { return WireError(.tooManyStreams) }
            state.addresses[address, default: 0] += 1
            state.streams[account, default: []].append(stream)
            state.count += 1
            return nil
        }
        if let refusal { throw refusal }
        channel.closeFuture.whenComplete { _ in self.remove(stream) }
        return stream
    }

    private func remove(_ stream: LiveStream) {
        state.withLock { state in
            guard let index = state.streams[stream.account]?.firstIndex(where: { $0 === stream }) else { return }
            state.streams[stream.account]?.remove(at: index)
            if state.streams[stream.account]?.isEmpty == true { state.streams[stream.account] = nil }
            state.count -= 1
            let left = (state.addresses[stream.address] ?? 1) - 1
            state.addresses[stream.address] = left == 0 ? nil : left
        }
        stream.end()
    }

    /// Tells all streams of these accounts.
    func publish(_ event: LiveEvent, to accounts: [Identifier]) {
        let streams = state.withLock { state in accounts.flatMap { state.streams[$0] ?? [] } }
        if streams.isEmpty { return }
        let chunk = ByteBuffer(string: event.lines)
        for stream in streams { stream.send(chunk) }
    }

    /// Tells of an append to those whom it concerns.
    func publish(_ outcome: AppendOutcome, space: Identifier) {
        if outcome.grew { publish(.space(space, head: outcome.head), to: outcome.members) }
        if !outcome.sealed.isEmpty { publish(.sealed(space), to: outcome.sealed) }
    }

    /// Sends every stream a comment.
    func beat() {
        let streams = state.withLock { state in state.streams.values.flatMap { $0 } }
        for stream in streams { stream.send(Self.heartbeat) }
    }

    /// Ends the streams of an account whose sessions have ended. Those whose session lives come back by themselves.
    func end(account: Identifier) {
        let streams = state.withLock { state in state.streams[account] ?? [] }
        for stream in streams { stream.end() }
    }

    /// Ends all streams and opens no more.
    func close() {
        let streams = state.withLock { state in
            state.isClosed = true
            return state.streams.values.flatMap { $0 }
        }
        for stream in streams { stream.end() }
    }
}
