import Bytes
import Hummingbird
import RelayStore
import Wire

extension RelayResponder {
    func append(_ call: RelayCall, _ space: Identifier) async throws -> Response {
        let batch: Batch
        do throws(FormatError) {
            batch = try Batch(parsing: Array(call.body.readableBytesView))
        } catch {
            throw WireError(error)
        }
        try traffic.count(call.body.readableBytes, from: call.address, now: call.now)
        let outcome = try await store.append(batch.envelopes, space: space, account: call.account())
        hub.publish(outcome, space: space)
        return .json(AppendAnswer(numbers: outcome.numbers))
    }

    func read(_ call: RelayCall, _ space: Identifier, _ after: Int64) async throws -> Response {
        try call.share.hold(EntryPage.mostBytes)
        return .binary(try await store.page(space: space, after: after, account: call.account()))
    }

    func sealed(_ call: RelayCall, _ space: Identifier) async throws -> Response {
        let account = try call.account()
        try call.share.hold(try await store.sealedSize(space: space, account: account))
        return .binary(try await store.sealed(space: space, account: account).bytes)
    }

    func released(_ call: RelayCall, _ space: Identifier, _ seal: Identifier) async throws -> Response {
        .json(try await store.released(seal, space: space, account: call.account()))
    }

    func erase(_ call: RelayCall, _ space: Identifier, _ entry: Identifier) async throws -> Response {
        try await store.erase(entry, space: space, account: call.account())
        return .empty
    }

    func eraseAll(_ call: RelayCall, _ space: Identifier) async throws -> Response {
        try await store.eraseAll(space: space, account: call.account())
        return .empty
    }
}
