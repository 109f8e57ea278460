import Bytes
import RelayStore
import RelayTestSupport
import StoreRules
import Synchronization
import Testing
import Wire

/// The contract's part on pages that are read again and again: they show every change at once, and to every reader the same.
@Suite struct PageContract {
    /// The newest number that the writer has heard of.
    private final class Acknowledged: Sendable {
        private let state = Mutex(Int64(0))
        var number: Int64 {
            get { state.withLock { $0 } }
            set { state.withLock { $0 = newValue } }
        }
    }

    /// Reads the pages after 0 and 1 as each of `readers` twice, so that a store that keeps pages has them, and expects that all see the
    /// same. Returns the one after 0.
    private func read(_ store: any RelayStore, _ space: Identifier, _ readers: Person...) async throws -> EntryPage {
        var pages: [EntryPage] = []
        for reader in readers + readers {
            for after in [Int64(1), 0] {
                let page = try await store.read(space: space, after: after, account: reader.account)
                if after == 0 { pages.append(page) }
            }
        }
        #expect(pages.allSatisfy { $0 == pages[0] })
        return pages[0]
    }

    @Test(arguments: StoreHome.all) func everyChangeShowsAtOnceToBoth(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            #expect(try await read(store, space, ada, ben).items.isEmpty)
            let open = try [ada.envelope(in: space), ben.envelope(in: space), ada.envelope(in: space)]
            try await store.append(open[0], by: ada)
            #expect(try await read(store, space, ben, ada).head == 1)
            try await store.append(open[1], by: ben)
            try await store.append(open[2], by: ada)
            #expect(try await read(store, space, ada, ben).envelopes.count == 3)

            try await store.erase(open[0].header.entry, space: space, account: ada.account)
            #expect(try await read(store, space, ben, ada).erased.keys.sorted() == [1])

            // Sealed: in nobody's page until both are in, then in both.
            let seal = Fresh.identifier()
            let (adas, bens) = (try ada.envelope(in: space, seal: seal), try ben.envelope(in: space, seal: seal))
            try await store.append(adas, by: ada)
            #expect(try await read(store, space, ada, ben).head == 3)
            try await store.append(bens, by: ben)
            let released = try await read(store, space, ben, ada)
            #expect(released.envelopes[4] == adas.bytes && released.envelopes[5] == bens.bytes)

            try await store.eraseAll(space: space, account: ada.account)
            #expect(try await read(store, space, ada, ben).envelopes.keys.sorted() == [2, 5])

            // A space that was left is read on by both.
            _ = try await store.leave(space: space, account: ben.account, now: noon)
            await expectRefusal(.spaceClosed) { try await store.append(try ada.envelope(in: space), by: ada) }
            #expect(try await read(store, space, ada, ben).envelopes.keys.sorted() == [2, 5])

            _ = try await store.deleteAccount(ben.account, secret: SecretHash(hashing: ben.secret), now: noon)
            await expectRefusal(.notAMember) {
                _ = try await store.read(space: space, after: 0, account: ben.account)
            }
            #expect(try await read(store, space, ada).erased.count == 5)
        }
    }

    @Test(arguments: StoreHome.all) func pagesAreForMembersOnly(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let eve = Person("eve")
            try await store.add(eve)
            try await store.append(try ada.envelope(in: space), by: ada)
            try await store.append(try ada.envelope(in: ada.privateSpace.id), by: ada)
            _ = try await read(store, space, ada, ben)
            _ = try await read(store, ada.privateSpace.id, ada)
            for (person, space) in [(eve, space), (ben, ada.privateSpace.id), (eve, Fresh.identifier())] {
                for after in [Int64(0), 1] {
                    await expectRefusal(.notAMember) {
                        _ = try await store.read(space: space, after: after, account: person.account)
                    }
                }
            }
        }
    }

    @Test(arguments: StoreHome.all) func whoJoinsReadsAndWhoWasThereReadsOn(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let (ada, ben) = (Person("ada"), Person("ben"))
            try await store.add(ada)
            try await store.add(ben)
            let space = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
            try await store.createSpace(space, account: ada.account)
            try await store.append(try ada.envelope(in: space.id), by: ada)
            let before = try await read(store, space.id, ada)
            await expectRefusal(.notAMember) {
                _ = try await store.read(space: space.id, after: 0, account: ben.account)
            }
            let invitation = try ada.invitation()
            _ = try await store.invite(invitation, space: space.id, account: ada.account, now: noon)
            _ = try await store.acceptInvitation(
                ben.acceptance(of: invitation.lookup), account: ben.account, now: noon)
            #expect(try await read(store, space.id, ben, ada) == before)
        }
    }

    @Test(arguments: StoreHome.all) func whatWasAcknowledgedIsInEveryLaterPage(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let acknowledged = Acknowledged()
            let count: Int64 = 400
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for _ in 0..<count {
                        acknowledged.number = try await store.append(try ada.envelope(in: space), by: ada).numbers[0]
                    }
                }
                for reader in [ada, ben, ada, ben] {
                    group.addTask {
                        var last: Int64 = 0
                        while last < count {
                            let least = acknowledged.number
                            // The page after everything: small, so that it is read very often.
                            let after = max(least - 1, 0)
                            let page = try await store.read(space: space, after: after, account: reader.account)
                            #expect(page.head >= max(least, last))
                            #expect(page.items.last?.number ?? page.head == page.head)
                            last = page.head
                            // A store that keeps pages suspends nobody, and the writer's task needs a turn, too.
                            await Task.yield()
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
