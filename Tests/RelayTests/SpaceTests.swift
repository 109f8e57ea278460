import Bytes
import RelayTestSupport
import Testing
import Wire

@Suite struct SpaceTests {
    @Test func invitationLeadsTwoPeopleIntoOneSpace() async throws {
        try await withRelay { world in
            let (ada, adas) = try await world.join("ada")
            let (ben, bens) = try await world.join("ben")
            let space = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
            #expect(try await adas.send(.createSpace, body: space.body).status == 201)
            let invitation = try ada.invitation()
            let made = try await adas.send(.invite(space: space.id), body: invitation.body)
            #expect(made.status == 201)
            let expires = try InviteAnswer(body: made.body).expires
            #expect(expires == world.clock.now + Limits.invitationLife)
            // A link can be looked at before there is an account.
            let opened: OpenInvitationAnswer = try await world.browser().call(
                .openInvitation, OpenInvitationRequest(lookup: invitation.lookup))
            #expect(opened.space == space.id && opened.card == invitation.card && opened.mac == invitation.mac)
            let acceptance = try ben.acceptance(of: invitation.lookup)
            let record: AccountRecord = try await bens.call(.acceptInvitation, acceptance)
            let joined = try #require(record.spaces.last)
            #expect(joined.id == space.id && joined.key == acceptance.key && joined.kind == .shared)
            let adasRecord: AccountRecord = try await adas.get(.account)
            #expect(adasRecord.spaces.last?.members == joined.members)
            #expect(joined.members.map { $0.introduction?.role } == [.inviter, .invited])
            let list: InvitationsAnswer = try await adas.get(.invitations(space: space.id))
            #expect(list.invitations == [InvitationRecord(lookup: invitation.lookup, state: .used, expires: expires)])
        }
    }

    @Test func everyDeadInvitationSaysWhy() async throws {
        try await withRelay { world in
            let (ada, adas) = try await world.join("ada")
            let (ben, bens) = try await world.join("ben")
            let space = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
            try await adas.call(.createSpace, space)
            func open(_ lookup: Identifier, _ browser: Browser) async throws {
                let _: OpenInvitationAnswer = try await browser.call(
                    .openInvitation, OpenInvitationRequest(lookup: lookup))
            }
            await expectError(.notFound) { try await open(Fresh.identifier(), bens) }
            let revoked = try ada.invitation()
            try await adas.call(.invite(space: space.id), revoked)
            await expectError(.invitationOwn) { try await open(revoked.lookup, adas) }
            try await adas.call(.revokeInvitation(space: space.id, lookup: revoked.lookup))
            await expectError(.invitationRevoked) { try await open(revoked.lookup, bens) }
            await expectError(.notFound) {
                try await adas.call(.revokeInvitation(space: space.id, lookup: Fresh.identifier()))
            }
            let expired = try ada.invitation()
            try await adas.call(.invite(space: space.id), expired)
            world.clock.advance(milliseconds: Limits.invitationLife)
            await expectError(.invitationExpired) { try await open(expired.lookup, bens) }
            let used = try ada.invitation()
            try await adas.call(.invite(space: space.id), used)
            for _ in 0..<4 { try await adas.call(.invite(space: space.id), ada.invitation()) }
            await expectError(.tooManyInvitations) {
                try await adas.call(.invite(space: space.id), ada.invitation())
            }
            try await bens.call(.acceptInvitation, ben.acceptance(of: used.lookup))
            let (eve, eves) = try await world.join("eve")
            await expectError(.invitationUsed) {
                try await eves.call(.acceptInvitation, eve.acceptance(of: used.lookup))
            }
            await expectError(.spaceFull) { try await adas.call(.invite(space: space.id), ada.invitation()) }
        }
    }

    @Test func leavingClosesAtOnceForBoth() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let kept = try couple.ada.envelope(in: couple.space)
            try await couple.adas.append([kept], to: couple.space)
            #expect(try await couple.bens.send(.leave(space: couple.space)).status == 204)
            await expectError(.spaceClosed) {
                try await couple.adas.append([couple.ada.envelope(in: couple.space)], to: couple.space)
            }
            #expect(try await couple.bens.read(couple.space).envelopes == [1: kept.bytes])
        }
    }

    @Test func otherPeoplesSpacesAreRefusedLikeNoSpaceAtAll() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            try await couple.adas.append(
                [couple.ada.envelope(in: couple.ada.privateSpace.id)], to: couple.ada.privateSpace.id)
            let (eve, eves) = try await world.join("eve")
            let tokens = MatchTokens(tokens: (0..<64).map { _ in Fresh.identifier() }).body
            func answers(_ space: Identifier, _ person: Person, _ browser: Browser) async throws -> [[UInt8]] {
                let id = Fresh.identifier()
                let requests: [(Route, [UInt8])] = [
                    (.append(space: space), try Batch([person.envelope(in: space)]).bytes),
                    (.read(space: space, after: 0), []), (.sealed(space: space), []),
                    (.erase(space: space, entry: id), []), (.eraseAll(space: space), []),
                    (.putMatch(space: space, topic: id), tokens), (.match(space: space, topic: id), []),
                    (.leave(space: space), []), (.withdrawReopening(space: space), []), (.reopening(space: space), []),
                    (
                        .wishReopening(space: space),
                        ReopeningWish(opening: 0, statement: try person.envelope(in: space).bytes).body
                    ), (.invitations(space: space), []),
                    (.invite(space: space), try person.invitation().body),
                    (.revokeInvitation(space: space, lookup: id), []),
                    (.putBlob(space: space, blob: id), Fresh.blob()), (.blob(space: space, blob: id), []),
                    (.eraseBlob(space: space, blob: id), []),
                ]
                return try await requests.asyncMap { route, body in
                    let answer = try await browser.send(route, body: body)
                    #expect(try answer.status == 403 && answer.error().name == .notAMember, "\(route.name)")
                    return answer.body
                }
            }
            let none = try await answers(Fresh.identifier(), eve, eves)
            #expect(try await answers(couple.space, eve, eves) == none)
            #expect(try await answers(couple.ada.privateSpace.id, couple.ben, couple.bens) == none)
        }
    }
}
