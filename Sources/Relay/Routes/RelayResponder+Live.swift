import Bytes
import HTTPTypes
import Hummingbird
import NIOCore
import Wire

extension RelayResponder {
    /// Opens a live stream. It is open before the heads are read, so nothing that comes in between is missed.
    func live(_ call: RelayCall) async throws -> Response {
        let stream = try hub.open(account: call.account(), address: call.address, channel: call.channel)
        let heads: [Identifier: Int64]
        do {
            heads = try await store.heads(account: stream.account)
        } catch {
            stream.end()
            throw error
        }
        let first = heads.sorted { $0.key < $1.key }.map { LiveEvent.space($0.key, head: $0.value).lines }.joined()
        return Response(
            status: .ok,
            headers: [.contentType: LiveStream.contentType, Self.proxyBuffering: "no"],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: first.isEmpty ? ":\n\n" : first))
                await stream.run()
                try await writer.finish(nil)
            })
    }

    /// Tells proxies such as nginx to pass events on at once.
    private static let proxyBuffering = HTTPField.Name("X-Accel-Buffering")!
}
