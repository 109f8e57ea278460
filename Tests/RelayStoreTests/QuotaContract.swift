import Bytes
import RelayStore
import RelayTestSupport
import StoreRules
import Testing
import Wire

/// The contract's part on how much anybody may keep.
@Suite struct QuotaContract {
    /// Makes the store believe that somebody has put so much already.
    private func use(_ bytes: Int64, in space: Identifier, by person: Person, _ store: any RelayStore) async throws {
        let home = try #require(store as? any DatabaseHome)
        try await home.write(leaving: .some, in: .ordinary) { rows throws(StoreError) in
            guard var space = try rows.space(space) else { return }
            space.use(bytes, by: person.account)
            try rows.put(space)
        }
    }

    @Test(arguments: StoreHome.all) func oneFillsTheirOwnShareAndNotTheOthers(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let entries = try (0..<3).map { _ in try ada.envelope(in: space, padded: Padding.paddedLength(60_000)) }
            let size = Int64(entries[0].bytes.count) + Limits.entryOverhead
            try await use(Limits.memberBytes - 2 * size, in: space, by: ada, store)
            try await store.append(entries[0], by: ada)
            try await store.append(entries[1], by: ada)
            await expectRefusal(.quotaFull) { try await store.append(entries[2], by: ada) }
            await expectRefusal(.quotaFull) { try await store.append(try ada.envelope(in: space), by: ada) }
            // A repetition needs no room.
            #expect(try await store.append(entries[1], by: ada).numbers == [2])
            // The other goes on, here and at home, and so does she at home.
            try await store.append(try ben.envelope(in: space), by: ben)
            try await store.append(try ben.envelope(in: ben.privateSpace.id), by: ben)
            try await store.append(try ada.envelope(in: ada.privateSpace.id), by: ada)
            // Erasing makes room.
            try await store.erase(entries[0].header.entry, space: space, account: ada.account)
            try await store.append(try ada.envelope(in: space), by: ada)
        }
    }

    @Test(arguments: StoreHome.all) func oneAccountHasLessThanAllItsSpacesTogether(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            try await use(Limits.memberBytes, in: space, by: ada, store)
            let left = Limits.accountBytes - Limits.memberBytes
            try await use(left - 10_000, in: ada.privateSpace.id, by: ada, store)
            await expectRefusal(.quotaFull) {
                try await store.append(
                    try ada.envelope(in: ada.privateSpace.id, padded: Padding.paddedLength(60_000)), by: ada)
            }
            // What the other has put there counts for the other.
            try await store.append(
                try ben.envelope(in: ben.privateSpace.id, padded: Padding.paddedLength(60_000)), by: ben)
        }
    }

    @Test(arguments: StoreHome.all) func whatWaitsUnderSealsHasItsShareToo(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let bytes = try ada.envelope(in: space, padded: Padding.paddedLength(60_000)).bytes.count
            let most = Int(Limits.withheldBytes) / bytes
            for start in stride(from: 0, to: most, by: 64) {
                let envelopes = try (0..<min(64, most - start)).map { _ in
                    try ada.envelope(in: space, seal: Fresh.identifier(), padded: Padding.paddedLength(60_000))
                }
                _ = try await store.append(envelopes, space: space, account: ada.account)
            }
            let more = try ada.envelope(in: space, seal: Fresh.identifier(), padded: Padding.paddedLength(60_000))
            await expectRefusal(.quotaFull) { try await store.append(more, by: ada) }
            try await store.append(try ada.envelope(in: space), by: ada)
            try await store.append(try ben.envelope(in: space, seal: Fresh.identifier()), by: ben)
            try await store.eraseAll(space: space, account: ada.account)
            try await store.append(more, by: ada)
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
