import RelayStore
import RelayTestSupport
import Testing
import Wire

/// The contract's part on seals.
@Suite struct SealContract {
    @Test(arguments: StoreHome.all) func whatReadingTheSealedTakesIsKnownBefore(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            #expect(try await store.sealedSize(space: space, account: ada.account) == 0)
            let adas = try (0..<3).map { _ in try ada.envelope(in: space, seal: Fresh.identifier(), padded: 4096) }
            let bens = try ben.envelope(in: space, seal: Fresh.identifier())
            _ = try await store.append(adas, space: space, account: ada.account)
            _ = try await store.append([bens], space: space, account: ben.account)
            let bytes = (adas + [bens]).map(\.bytes.count).reduce(0, +)
            for person in [ada, ben] {
                let size = try await store.sealedSize(space: space, account: person.account)
                // What waits of the other is read, too, to tell its seals.
                #expect((bytes...bytes + 4 * 16).contains(size))
                let answer = try await store.sealed(space: space, account: person.account).bytes
                #expect(answer.count <= size)
            }
            await expectRefusal(.notAMember) {
                _ = try await store.sealedSize(space: Fresh.identifier(), account: ada.account)
            }
        }
    }

    @Test(arguments: StoreHome.all) func sealedEntriesWaitForBoth(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let seal = Fresh.identifier()
            let (adas, more) = (try ada.envelope(in: space, seal: seal), try ada.envelope(in: space, seal: seal))
            let first = try await store.append([adas, more], space: space, account: ada.account)
            #expect(first.numbers == [0, 0])
            #expect(!first.grew)
            #expect(first.sealed == [ben.account])
            // The other learns that something waits and nothing else; the author can read it back.
            #expect(try await store.read(space: space, after: 0, account: ben.account).items.isEmpty)
            #expect(
                try await store.sealed(space: space, account: ben.account)
                    == SealedAnswer(waiting: [seal], envelopes: []))
            #expect(
                try await store.sealed(space: space, account: ada.account)
                    == SealedAnswer(waiting: [], envelopes: [adas.bytes, more.bytes]))
            // A repetition tells nobody anything.
            let again = try await store.append(adas, by: ada)
            #expect(again.numbers == [0] && again.sealed.isEmpty)

            let (open, bens) = (try ben.envelope(in: space), try ben.envelope(in: space, seal: seal))
            let second = try await store.append([open, bens], space: space, account: ben.account)
            #expect(second.numbers == [1, 4])
            #expect(second.head == 4 && second.grew)
            #expect(Set(second.sealed) == [ada.account, ben.account])
            let page = try await store.read(space: space, after: 0, account: ada.account)
            #expect(page.envelopes == [1: open.bytes, 2: adas.bytes, 3: more.bytes, 4: bens.bytes])
            for person in [ada, ben] {
                #expect(
                    try await store.sealed(space: space, account: person.account)
                        == SealedAnswer(waiting: [], envelopes: []))
            }
            #expect(try await store.append(adas, by: ada).numbers == [2])
            // What comes later under a released seal has nothing to wait for.
            #expect(try await store.append(try ada.envelope(in: space, seal: seal), by: ada).numbers == [5])
        }
    }

    @Test func manyUnderOneSealAreReadOnceWhenTheyAreReleased() async throws {
        try await withCouple(.memory) { store, ada, ben, space in
            let memory = try #require(store as? MemoryStore)
            let seal = Fresh.identifier()
            let adas = try (0..<64).map { _ in try ada.envelope(in: space, seal: seal) }
            try await store.append(adas, space: space, account: ada.account)
            for _ in 0..<8 { try await store.append(try ada.envelope(in: space, seal: seal), by: ada) }
            #expect(memory.withheldRead == 0)
            try await store.append(try ben.envelope(in: space, seal: seal), by: ben)
            #expect(memory.withheldRead == 73)
        }
    }

    @Test(arguments: StoreHome.all) func whatAnsweredEachOtherIsWrittenDownForGood(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let seal = Fresh.identifier()
            let released = { (person: Person) in
                try await store.released(seal, space: space, account: person.account).entries
            }
            await expectRefusal(.notFound) { _ = try await released(ada) }
            // Junk under the seal, only to read the other's answer, and again in its place.
            let (first, junk) = (try ada.envelope(in: space, seal: seal), try ada.envelope(in: space, seal: seal))
            try await store.append(first, by: ada)
            try await store.append(junk, by: ada)
            await expectRefusal(.notFound) { _ = try await released(ben) }
            let bens = try ben.envelope(in: space, seal: seal)
            try await store.append(bens, by: ben)
            #expect(try await released(ada) == [junk.header.entry, bens.header.entry])
            // The junk is erased, and a real answer comes an hour later: it is there, and is no answer.
            try await store.erase(junk.header.entry, space: space, account: ada.account)
            let late = try ada.envelope(in: space, seal: seal)
            #expect(try await store.append(late, by: ada).numbers == [4])
            for person in [ada, ben] {
                #expect(try await released(person) == [junk.header.entry, bens.header.entry])
            }
            let page = try await store.read(space: space, after: 0, account: ben.account)
            #expect(page.erased[2]?.entry == junk.header.entry && page.erased[2]?.seal == seal)
            await expectRefusal(.notAMember) {
                _ = try await store.released(seal, space: space, account: Fresh.identifier())
            }
        }
    }

    @Test(arguments: StoreHome.all) func sealsDoNotOpenEachOther(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let (one, other) = (Fresh.identifier(), Fresh.identifier())
            try await store.append(try ada.envelope(in: space, seal: one), by: ada)
            let outcome = try await store.append(try ben.envelope(in: space, seal: other), by: ben)
            #expect(outcome.numbers == [0] && outcome.sealed == [ada.account])
            #expect(try await store.read(space: space, after: 0, account: ada.account).head == 0)
            #expect(try await store.sealed(space: space, account: ada.account).waiting == [other])
            #expect(try await store.sealed(space: space, account: ben.account).waiting == [one])
        }
    }

    @Test(arguments: StoreHome.all) func aSpaceOfOneNeverReleases(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let (ada, ben) = (Person("ada"), Person("ben"))
            try await store.add(ada)
            try await store.add(ben)
            let space = CreateSpaceRequest(id: Fresh.identifier(), key: Fresh.bytes(KeyLength.wrapped))
            try await store.createSpace(space, account: ada.account)
            let seal = Fresh.identifier()
            let early = try ada.envelope(in: space.id, seal: seal)
            for envelope in [early, try ada.envelope(in: ada.privateSpace.id, seal: seal)] {
                let outcome = try await store.append(envelope, by: ada)
                #expect(outcome.numbers == [0] && outcome.sealed.isEmpty)
            }
            // Once the other has joined and answered, what was put before is released, too.
            let invitation = try ada.invitation()
            _ = try await store.invite(invitation, space: space.id, account: ada.account, now: noon)
            _ = try await store.acceptInvitation(
                ben.acceptance(of: invitation.lookup), account: ben.account, now: noon)
            #expect(try await store.sealed(space: space.id, account: ben.account).waiting == [seal])
            #expect(try await store.read(space: space.id, after: 0, account: ben.account).items.isEmpty)
            #expect(try await store.append(try ben.envelope(in: space.id, seal: seal), by: ben).numbers == [2])
            let page = try await store.read(space: space.id, after: 0, account: ben.account)
            #expect(page.envelopes[1] == early.bytes)
        }
    }

    @Test(arguments: StoreHome.all) func withheldEntryCanBeErased(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let seal = Fresh.identifier()
            let adas = try ada.envelope(in: space, seal: seal)
            try await store.append(adas, by: ada)
            await expectRefusal(.entryConflict) {
                try await store.append(try ada.envelope(in: space, entry: adas.header.entry, seal: seal), by: ada)
            }
            await expectRefusal(.notFound) {
                try await store.erase(adas.header.entry, space: space, account: ben.account)
            }
            try await store.erase(adas.header.entry, space: space, account: ada.account)
            #expect(try await store.sealed(space: space, account: ben.account).waiting.isEmpty)
            #expect(try await store.append(try ben.envelope(in: space, seal: seal), by: ben).numbers == [0])
        }
    }
}
