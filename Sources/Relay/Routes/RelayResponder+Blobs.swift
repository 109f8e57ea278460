import Bytes
import Hummingbird
import RelayStore
import Wire

extension RelayResponder {
    func putBlob(_ call: RelayCall, _ space: Identifier, _ blob: Identifier) async throws -> Response {
        try traffic.count(call.body.readableBytes, from: call.address, now: call.now)
        try await store.putBlob(
            Array(call.body.readableBytesView), as: blob, space: space, account: call.account())
        return .empty
    }

    func readBlob(_ call: RelayCall, _ space: Identifier, _ blob: Identifier) async throws -> Response {
        try call.share.hold(Limits.blobBytes)
        return .binary(try await store.blob(blob, space: space, account: call.account()))
    }

    func eraseBlob(_ call: RelayCall, _ space: Identifier, _ blob: Identifier) async throws -> Response {
        try await store.eraseBlob(blob, space: space, account: call.account())
        return .empty
    }
}
