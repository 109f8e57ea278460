import RelayStore
import RelayTestSupport
import Testing
import Wire

/// The contract's part on spaces and invitations.
@Suite struct InvitationContract {
    private func withInviter(
        _ home: StoreHome,
        _ body: (any RelayStore, _ ada: Person, _ ben: Person, CreateSpaceRequest) async throws -> Void
    ) async throws {
        try await withStore(home) { store in
            let (ada, ben) = (Person("ada"), Person("ben"))
            try await store.add(ada)
            try await store.add(ben)
            let space = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
            try await store.createSpace(space, account: ada.account)
            try await body(store, ada, ben, space)
        }
    }

    @Test(arguments: StoreHome.all) func spaceIsMadeOnce(_ home: StoreHome) async throws {
        try await withInviter(home) { store, ada, ben, space in
            try await store.createSpace(space, account: ada.account)
            await expectRefusal(.notAMember) { try await store.createSpace(space, account: ben.account) }
            await expectRefusal(.notAMember) { try await store.createSpace(ben.privateSpace, account: ada.account) }
            let record = try await store.account(ada.account)
            #expect(record.spaces.map(\.id) == [ada.privateSpace.id, space.id])
            #expect(record.spaces.last?.kind == .shared)
        }
    }

    @Test(arguments: StoreHome.all) func invitationIntroducesBoth(_ home: StoreHome) async throws {
        try await withInviter(home) { store, ada, ben, space in
            let invitation = try ada.invitation()
            let expires = try await store.invite(invitation, space: space.id, account: ada.account, now: noon)
            #expect(expires == noon + 7 * day)
            let opened = try await store.openInvitation(invitation.lookup, account: ben.account, now: noon)
            #expect(
                opened
                    == OpenInvitationAnswer(
                        space: space.id, key: invitation.key, card: invitation.card, mac: invitation.mac,
                        greeting: invitation.greeting, expires: expires))
            let acceptance = try ben.acceptance(of: invitation.lookup)
            let members = try await store.acceptInvitation(acceptance, account: ben.account, now: noon)
            #expect(members == [ada.account, ben.account])
            let expected = [
                MemberRecord(
                    account: ada.account,
                    introduction: .init(card: invitation.card, mac: invitation.mac, role: .inviter)),
                MemberRecord(
                    account: ben.account,
                    introduction: .init(card: acceptance.card, mac: acceptance.mac, role: .invited)),
            ]
            let bens = try #require(try await store.account(ben.account).spaces.last)
            #expect(bens.members == expected)
            #expect(bens.key == acceptance.key)
            let adas = try #require(try await store.account(ada.account).spaces.last)
            #expect(adas.members == expected)
            #expect(adas.key == space.key)
        }
    }

    @Test(arguments: StoreHome.all) func invitationWorksOnce(_ home: StoreHome) async throws {
        try await withInviter(home) { store, ada, ben, space in
            let eve = Person("eve")
            try await store.add(eve)
            let (used, spare) = (try ada.invitation(), try ada.invitation())
            for invitation in [used, spare] {
                _ = try await store.invite(invitation, space: space.id, account: ada.account, now: noon)
            }
            let acceptance = try ben.acceptance(of: used.lookup)
            let members = try await store.acceptInvitation(acceptance, account: ben.account, now: noon)
            // A repetition, because the answer was lost.
            #expect(try await store.acceptInvitation(acceptance, account: ben.account, now: noon) == members)
            await expectRefusal(.invitationUsed) {
                _ = try await store.acceptInvitation(eve.acceptance(of: used.lookup), account: eve.account, now: noon)
            }
            await expectRefusal(.invitationUsed) {
                _ = try await store.openInvitation(used.lookup, account: nil, now: noon)
            }
            await expectRefusal(.invitationRevoked) {
                _ = try await store.acceptInvitation(eve.acceptance(of: spare.lookup), account: eve.account, now: noon)
            }
            await expectRefusal(.spaceFull) {
                _ = try await store.invite(ada.invitation(), space: space.id, account: ada.account, now: noon)
            }
            let states = try await store.invitations(space: space.id, account: ada.account, now: noon)
            #expect(states.map(\.lookup) == [spare.lookup, used.lookup])
            #expect(states.map(\.state) == [.revoked, .used])
            #expect(try await store.invitations(space: space.id, account: ben.account, now: noon).isEmpty)
        }
    }

    @Test(arguments: StoreHome.all) func invitationRunsOut(_ home: StoreHome) async throws {
        try await withInviter(home) { store, ada, ben, space in
            let invitation = try ada.invitation()
            let expires = try await store.invite(invitation, space: space.id, account: ada.account, now: noon)
            _ = try await store.openInvitation(invitation.lookup, account: nil, now: expires - 1)
            await expectRefusal(.invitationExpired) {
                _ = try await store.openInvitation(invitation.lookup, account: nil, now: expires)
            }
            await expectRefusal(.invitationExpired) {
                _ = try await store.acceptInvitation(
                    ben.acceptance(of: invitation.lookup), account: ben.account, now: expires)
            }
            try await store.sweep(now: expires)
            let states = try await store.invitations(space: space.id, account: ada.account, now: expires)
            #expect(states.map(\.state) == [.expired])
        }
    }

    @Test(arguments: StoreHome.all) func invitationCanBeTakenBack(_ home: StoreHome) async throws {
        try await withInviter(home) { store, ada, ben, space in
            let invitation = try ada.invitation()
            _ = try await store.invite(invitation, space: space.id, account: ada.account, now: noon)
            await expectRefusal(.notAMember) {
                try await store.revokeInvitation(invitation.lookup, space: space.id, account: ben.account)
            }
            await expectRefusal(.notFound) {
                try await store.revokeInvitation(Fresh.identifier(), space: space.id, account: ada.account)
            }
            try await store.revokeInvitation(invitation.lookup, space: space.id, account: ada.account)
            try await store.revokeInvitation(invitation.lookup, space: space.id, account: ada.account)
            await expectRefusal(.invitationRevoked) {
                _ = try await store.acceptInvitation(
                    ben.acceptance(of: invitation.lookup), account: ben.account, now: noon)
            }
        }
    }

    @Test(arguments: StoreHome.all) func usedInvitationCanNotBeTakenBack(_ home: StoreHome) async throws {
        try await withInviter(home) { store, ada, ben, space in
            let invitation = try ada.invitation()
            _ = try await store.invite(invitation, space: space.id, account: ada.account, now: noon)
            _ = try await store.acceptInvitation(
                ben.acceptance(of: invitation.lookup), account: ben.account, now: noon)
            await expectRefusal(.invitationUsed) {
                try await store.revokeInvitation(invitation.lookup, space: space.id, account: ada.account)
            }
        }
    }

    @Test(arguments: StoreHome.all) func wrongInvitationsAreRefused(_ home: StoreHome) async throws {
        try await withInviter(home) { store, ada, ben, space in
            await expectRefusal(.notFound) {
                _ = try await store.openInvitation(Fresh.identifier(), account: nil, now: noon)
            }
            await expectRefusal(.notAMember) {
                _ = try await store.invite(ben.invitation(), space: space.id, account: ben.account, now: noon)
            }
            await expectRefusal(.malformed) {
                _ = try await store.invite(ben.invitation(), space: space.id, account: ada.account, now: noon)
            }
            await expectRefusal(.spaceFull) {
                _ = try await store.invite(
                    ada.invitation(), space: ada.privateSpace.id, account: ada.account, now: noon)
            }
            let invitation = try ada.invitation()
            let expires = try await store.invite(invitation, space: space.id, account: ada.account, now: noon)
            #expect(
                try await store.invite(invitation, space: space.id, account: ada.account, now: noon + 5) == expires)
            var other = try ada.invitation()
            other.lookup = invitation.lookup
            await expectRefusal(.malformed) {
                _ = try await store.invite(other, space: space.id, account: ada.account, now: noon)
            }
            await expectRefusal(.invitationOwn) {
                _ = try await store.openInvitation(invitation.lookup, account: ada.account, now: noon)
            }
            await expectRefusal(.invitationOwn) {
                _ = try await store.acceptInvitation(
                    ada.acceptance(of: invitation.lookup), account: ada.account, now: noon)
            }
            var acceptance = try ben.acceptance(of: invitation.lookup)
            acceptance.card = try ada.card
            await expectRefusal(.malformed) {
                _ = try await store.acceptInvitation(acceptance, account: ben.account, now: noon)
            }
        }
    }

    @Test(arguments: StoreHome.all) func fiveInvitationsMayBeOpen(_ home: StoreHome) async throws {
        try await withInviter(home) { store, ada, _, space in
            for _ in 0..<5 {
                _ = try await store.invite(ada.invitation(), space: space.id, account: ada.account, now: noon)
            }
            await expectRefusal(.tooManyInvitations) {
                _ = try await store.invite(ada.invitation(), space: space.id, account: ada.account, now: noon)
            }
            let later = noon + Limits.invitationLife
            _ = try await store.invite(ada.invitation(), space: space.id, account: ada.account, now: later)
        }
    }

    @Test(arguments: StoreHome.all) func leavingClosesForBothAndKeepsAllReadable(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let kept = try ada.envelope(in: space)
            try await store.append(kept, by: ada)
            #expect(try await store.leave(space: space, account: ben.account, now: noon) == [ada.account, ben.account])
            _ = try await store.leave(space: space, account: ben.account, now: noon)
            for person in [ada, ben] {
                #expect(try await store.account(person.account).spaces.last?.state == .closed)
                let page = try await store.read(space: space, after: 0, account: person.account)
                #expect(page.envelopes == [1: kept.bytes])
                await expectRefusal(.spaceClosed) {
                    try await store.append(try person.envelope(in: space), by: person)
                }
                await expectRefusal(.spaceClosed) {
                    let tokens = (0..<64).map { _ in Fresh.identifier() }
                    _ = try await store.putMatch(
                        tokens, topic: Fresh.identifier(), space: space, account: person.account, now: noon)
                }
            }
            // A repetition of what is kept is still told its number.
            #expect(try await store.append(kept, by: ada).numbers == [1])
            // Erasing one's own remains possible.
            try await store.erase(kept.header.entry, space: space, account: ada.account)
        }
    }

    @Test(arguments: StoreHome.all) func leavingRevokesWhatIsOpen(_ home: StoreHome) async throws {
        try await withInviter(home) { store, ada, ben, space in
            let invitation = try ada.invitation()
            _ = try await store.invite(invitation, space: space.id, account: ada.account, now: noon)
            _ = try await store.leave(space: space.id, account: ada.account, now: noon)
            await expectRefusal(.invitationRevoked) {
                _ = try await store.acceptInvitation(
                    ben.acceptance(of: invitation.lookup), account: ben.account, now: noon)
            }
            await expectRefusal(.spaceClosed) {
                _ = try await store.invite(ada.invitation(), space: space.id, account: ada.account, now: noon)
            }
            await expectRefusal(.malformed) {
                _ = try await store.leave(space: ada.privateSpace.id, account: ada.account, now: noon)
            }
        }
    }
}
