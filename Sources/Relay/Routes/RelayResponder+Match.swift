import Bytes
import Hummingbird
import RelayStore
import Wire

extension RelayResponder {
    func putMatch(_ call: RelayCall, _ space: Identifier, _ topic: Identifier) async throws -> Response {
        let request = try call.read(MatchRequest.self)
        let outcome = try await store.putMatch(
            request.tokens, topic: topic, week: request.week, space: space, account: call.account(), now: call.now)
        hub.publish(.match(space, topic: topic), to: outcome.told)
        return .json(MatchTokens(tokens: outcome.tokens))
    }

    func match(_ call: RelayCall, _ space: Identifier, _ topic: Identifier) async throws -> Response {
        .json(MatchTokens(tokens: try await store.match(topic: topic, space: space, account: call.account())))
    }
}
