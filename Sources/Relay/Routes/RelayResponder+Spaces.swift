import Bytes
import Hummingbird
import RelayStore
import Wire

extension RelayResponder {
    func createSpace(_ call: RelayCall) async throws -> Response {
        let account = try call.account()
        try await store.createSpace(try call.read(CreateSpaceRequest.self), account: account)
        hub.publish(.account, to: [account])
        return Response(status: .created)
    }

    func leave(_ call: RelayCall, _ space: Identifier) async throws -> Response {
        let members = try await store.leave(space: space, account: call.account(), now: call.now)
        hub.publish(.account, to: members)
        return .empty
    }

    func wishReopening(_ call: RelayCall, _ space: Identifier) async throws -> Response {
        let wish = try call.read(ReopeningWish.self)
        let members = try await store.wishReopening(wish, space: space, account: call.account(), now: call.now)
        // Told when both have said so, and not before.
        hub.publish(.account, to: members)
        return .empty
    }

    func withdrawReopening(_ call: RelayCall, _ space: Identifier) async throws -> Response {
        try await store.withdrawReopening(space: space, account: call.account())
        return .empty
    }

    func reopening(_ call: RelayCall, _ space: Identifier) async throws -> Response {
        .json(ReopeningAnswer(statements: try await store.reopening(space: space, account: call.account())))
    }

    func invite(_ call: RelayCall, _ space: Identifier) async throws -> Response {
        let expires = try await store.invite(
            try call.read(InviteRequest.self), space: space, account: call.account(), now: call.now)
        return .json(InviteAnswer(expires: expires), status: .created)
    }

    func invitations(_ call: RelayCall, _ space: Identifier) async throws -> Response {
        let invitations = try await store.invitations(space: space, account: call.account(), now: call.now)
        return .json(InvitationsAnswer(invitations: invitations))
    }

    func revokeInvitation(_ call: RelayCall, _ space: Identifier, _ lookup: Identifier) async throws -> Response {
        try await store.revokeInvitation(lookup, space: space, account: call.account())
        return .empty
    }

    func openInvitation(_ call: RelayCall) async throws -> Response {
        let request = try call.read(OpenInvitationRequest.self)
        return .json(
            try await store.openInvitation(request.lookup, account: call.visitor?.account, now: call.now))
    }

    func acceptInvitation(_ call: RelayCall) async throws -> Response {
        let account = try call.account()
        let members = try await store.acceptInvitation(
            try call.read(AcceptInvitationRequest.self), account: account, now: call.now)
        hub.publish(.account, to: members)
        return .json(try await store.account(account))
    }
}
