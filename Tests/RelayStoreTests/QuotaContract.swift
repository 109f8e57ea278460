import Bytes
import RelayStore
import RelayTestSupport
import StoreRules
import Testing
import Wire

/// The contract's part on how much anybody may keep.
@Suite struct QuotaContract {
    private func fill(
        _ store: any RelayStore, _ person: Person, _ space: Identifier, isSealed: Bool = false
    ) async throws -> Int {
        for count in 0..<10_000 {
            let envelopes = try (0..<64).map { _ in
                try person.envelope(
                    in: space, seal: isSealed ? Fresh.identifier() : .zero, padded: Padding.paddedLength(60_000))
            }
            do {
                _ = try await store.append(envelopes, space: space, account: person.account)
            } catch {
                guard error.name == .quotaFull else { throw error }
                return count * 64
            }
        }
        return .max
    }

    @Test func oneFillsTheirOwnShareAndNotTheOthers() async throws {
        // In memory, for its size.
        try await withCouple(.memory) { store, ada, ben, space in
            let bytes = try ada.envelope(in: space, padded: Padding.paddedLength(60_000)).bytes.count
            let room = Int(Limits.memberBytes) / (bytes + Int(Limits.entryOverhead))
            #expect(try await fill(store, ada, space) == room / 64 * 64)
            // The other goes on, here and at home.
            try await store.append(try ben.envelope(in: space), by: ben)
            try await store.append(try ben.envelope(in: ben.privateSpace.id), by: ben)
            // One account has less than all its spaces together.
            let all = Int(Limits.accountBytes - Limits.memberBytes) / (bytes + Int(Limits.entryOverhead))
            #expect(try await fill(store, ada, ada.privateSpace.id) <= all + 64)
            // Erasing makes room.
            try await store.eraseAll(space: space, account: ada.account)
            try await store.append(try ada.envelope(in: space), by: ada)
        }
    }

    @Test func whatWaitsUnderSealsHasItsShareToo() async throws {
        try await withCouple(.memory) { store, ada, ben, space in
            let bytes = try ada.envelope(in: space, padded: Padding.paddedLength(60_000)).bytes.count
            let count = try await fill(store, ada, space, isSealed: true)
            #expect(count == Int(Limits.withheldBytes) / bytes / 64 * 64)
            try await store.append(try ada.envelope(in: space), by: ada)
            try await store.append(try ben.envelope(in: space, seal: Fresh.identifier()), by: ben)
            try await store.eraseAll(space: space, account: ada.account)
            try await store.append(try ada.envelope(in: space, seal: Fresh.identifier()), by: ada)
        }
    }

    @Test(arguments: StoreHome.all) func whatIsErasedOrGoneNoLongerCounts(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let entry = try ben.envelope(in: space, padded: Padding.paddedLength(60_000))
            try await store.append(entry, by: ben)
            try await store.append(try ben.envelope(in: space, seal: Fresh.identifier()), by: ben)
            // Whoever stays alone counts for themselves.
            _ = try await store.deleteAccount(ada.account, secret: SecretHash(hashing: ada.secret), now: noon)
            try await store.erase(entry.header.entry, space: space, account: ben.account)
            try await store.eraseAll(space: space, account: ben.account)
            #expect(try await store.read(space: space, after: 0, account: ben.account).erased.count == 1)
        }
    }

    @Test(arguments: StoreHome.all) func sixtyFourSpacesAnAccount(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let (ada, ben) = (Person("ada"), Person("ben"))
            try await store.add(ada)
            try await store.add(ben)
            let invitation = try ben.invitation()
            let shared = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
            try await store.createSpace(shared, account: ben.account)
            _ = try await store.invite(invitation, space: shared.id, account: ben.account, now: noon)
            var last = ada.privateSpace
            for _ in 1..<Limits.spaces {
                last = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
                try await store.createSpace(last, account: ada.account)
            }
            await expectRefusal(.tooManySpaces) {
                try await store.createSpace(
                    CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped)),
                    account: ada.account)
            }
            await expectRefusal(.tooManySpaces) {
                _ = try await store.acceptInvitation(
                    ada.acceptance(of: invitation.lookup), account: ada.account, now: noon)
            }
            // A repetition makes none.
            try await store.createSpace(last, account: ada.account)
        }
    }

    @Test(arguments: StoreHome.all) func aFurtherSessionEndsTheOneLeastUsed(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            let first = try await store.add(ada)
            let second = try await store.signIn(ada, now: noon + 1)
            for _ in 2..<Limits.sessions { _ = try await store.signIn(ada, now: noon + 2) }
            try await store.useSession(first, now: noon + hour)
            let latest = try await store.signIn(ada, now: noon + hour)
            #expect(try await store.session(second, now: noon + hour) == nil)
            for session in [first, latest] { #expect(try await store.session(session, now: noon + hour) != nil) }
        }
    }

    @Test(arguments: StoreHome.all) func invitationsAreNotRememberedForEver(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            try await store.add(ada)
            let space = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
            try await store.createSpace(space, account: ada.account)
            for _ in 0..<Limits.keptInvitations {
                let invitation = try ada.invitation()
                _ = try await store.invite(invitation, space: space.id, account: ada.account, now: noon)
                try await store.revokeInvitation(invitation.lookup, space: space.id, account: ada.account)
            }
            await expectRefusal(.tooManyInvitations) {
                _ = try await store.invite(try ada.invitation(), space: space.id, account: ada.account, now: noon)
            }
            try await store.sweep(now: noon + 37 * day)
            #expect(try await store.invitations(space: space.id, account: ada.account, now: noon).isEmpty)
            _ = try await store.invite(
                try ada.invitation(), space: space.id, account: ada.account, now: noon + 37 * day)
        }
    }
}
