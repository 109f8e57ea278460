import Crypto
import RelayStore
import RelayTestSupport
import StoreRules
import Testing
import Wire

/// The contract's part on appending, reading and erasing.
@Suite struct EntryContract {
    @Test(arguments: StoreHome.all) func entriesAreNumberedInOrder(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let first = try [ada.envelope(in: space), ada.envelope(in: space)]
            let outcome = try await store.append(first, space: space, account: ada.account)
            #expect(
                outcome
                    == AppendOutcome(
                        numbers: [1, 2], head: 2, grew: true, members: [ada.account, ben.account], sealed: []))
            let second = try ben.envelope(in: space)
            #expect(try await store.append(second, by: ben).numbers == [3])
            let page = try await store.read(space: space, after: 0, account: ben.account)
            #expect(page.envelopes == [1: first[0].bytes, 2: first[1].bytes, 3: second.bytes])
            #expect(page.items.map(\.number) == [1, 2, 3])
            #expect(page.head == 3 && page.next == 3 && page.isDone && page.generation == store.generation)
            let rest = try await store.read(space: space, after: 2, account: ada.account)
            #expect(rest.items.map(\.number) == [3])
            let none = try await store.read(space: space, after: 3, account: ada.account)
            #expect(none.items.isEmpty && none.next == 3 && none.isDone)
            #expect(try await store.heads(account: ada.account) == [ada.privateSpace.id: 0, space: 3])
        }
    }

    @Test(arguments: StoreHome.all) func anEntryIsKeptOnceHoweverOftenItComes(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, _, space in
            let (one, two) = (try ada.envelope(in: space), try ada.envelope(in: space))
            try await store.append(one, by: ada)
            let again = try await store.append([one, two, two], space: space, account: ada.account)
            #expect(again.numbers == [1, 2, 2])
            #expect(try await store.append(two, by: ada).grew == false)
            #expect(try await store.read(space: space, after: 0, account: ada.account).items.count == 2)
        }
    }

    @Test(arguments: StoreHome.all) func sameIdWithOtherBytesIsAConflict(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let one = try ada.envelope(in: space)
            try await store.append(one, by: ada)
            let fresh = try ada.envelope(in: space)
            let other = try ada.envelope(in: space, entry: one.header.entry)
            await expectRefusal(.entryConflict) {
                _ = try await store.append([fresh, other], space: space, account: ada.account)
            }
            await expectRefusal(.entryConflict) {
                try await store.append(try ben.envelope(in: space, entry: one.header.entry), by: ben)
            }
            let twin = Fresh.identifier()
            await expectRefusal(.entryConflict) {
                _ = try await store.append(
                    [ada.envelope(in: space, entry: twin), ada.envelope(in: space, entry: twin)], space: space,
                    account: ada.account)
            }
            // A refused batch leaves nothing behind.
            let page = try await store.read(space: space, after: 0, account: ada.account)
            #expect(page.envelopes == [1: one.bytes])
            #expect(page.head == 1)
        }
    }

    @Test(arguments: StoreHome.all) func idsAreUniqueWithinTheirSpaceOnly(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, _, space in
            let entry = Fresh.identifier()
            try await store.append(try ada.envelope(in: space, entry: entry), by: ada)
            let other = try await store.append(try ada.envelope(in: ada.privateSpace.id, entry: entry), by: ada)
            #expect(other.numbers == [1])
        }
    }

    @Test(arguments: StoreHome.all) func envelopesMustNameTheirSpaceAndAuthor(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            await expectRefusal(.malformed) {
                _ = try await store.append(
                    [ada.envelope(in: ada.privateSpace.id)], space: space, account: ada.account)
            }
            await expectRefusal(.malformed) {
                _ = try await store.append([ben.envelope(in: space)], space: space, account: ada.account)
            }
        }
    }

    @Test(arguments: StoreHome.all) func outsidersLearnNothing(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let entry = try ada.envelope(in: space)
            try await store.append(entry, by: ada)
            let eve = Person("eve")
            try await store.add(eve)
            let tokens = (0..<64).map { _ in Fresh.identifier() }
            // A space of others, the private one of a partner, and one that doesn't exist are refused alike.
            let eyes = [(eve, space), (ben, ada.privateSpace.id), (eve, Fresh.identifier())]
            for (person, space) in eyes {
                let me = person.account
                await expectRefusal(.notAMember) { _ = try await store.read(space: space, after: 0, account: me) }
                await expectRefusal(.notAMember) { _ = try await store.sealed(space: space, account: me) }
                await expectRefusal(.notAMember) { try await store.append(try person.envelope(in: space), by: person) }
                await expectRefusal(.notAMember) {
                    try await store.erase(entry.header.entry, space: space, account: me)
                }
                await expectRefusal(.notAMember) { try await store.eraseAll(space: space, account: me) }
                await expectRefusal(.notAMember) { _ = try await store.leave(space: space, account: me, now: noon) }
                await expectRefusal(.notAMember) {
                    _ = try await store.match(topic: tokens[0], space: space, account: me)
                }
                await expectRefusal(.notAMember) {
                    _ = try await store.putMatch(tokens, topic: tokens[0], space: space, account: me, now: noon)
                }
                await expectRefusal(.notAMember) {
                    _ = try await store.invitations(space: space, account: me, now: noon)
                }
            }
        }
    }

    @Test(arguments: StoreHome.all) func pagesAreBounded(_ home: StoreHome) async throws {
        try await withStore(home) { store in
            let ada = Person("ada")
            try await store.add(ada)
            let space = ada.privateSpace.id
            let small = try (0..<Limits.pageItems + 1).map { _ in try ada.envelope(in: space) }
            for start in stride(from: 0, to: small.count, by: 300) {
                _ = try await store.append(
                    Array(small[start..<min(start + 300, small.count)]), space: space, account: ada.account)
            }
            let first = try await store.read(space: space, after: 0, account: ada.account)
            #expect(first.items.count == Limits.pageItems && first.next == 512 && first.head == 513 && !first.isDone)
            let second = try await store.read(space: space, after: first.next, account: ada.account)
            #expect(second.items.count == 1 && second.isDone)
            let large = try (0..<20).map { _ in try ada.envelope(in: space, padded: 63_488) }
            _ = try await store.append(large, space: space, account: ada.account)
            let heavy = try await store.read(space: space, after: 513, account: ada.account)
            #expect(heavy.items.count == 17 && !heavy.isDone)
            #expect(heavy.bytes.count < Limits.pageBytes + Limits.envelopeBytes)
            #expect(try await store.read(space: space, after: .max, account: ada.account).items.isEmpty)
        }
    }

    @Test(arguments: StoreHome.all) func manyAtOnceGetEachANumberOfTheirOwn(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let numbers = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for index in 0..<200 {
                    let person = index.isMultiple(of: 2) ? ada : ben
                    group.addTask {
                        let outcome = try await store.append(
                            [person.envelope(in: space), person.envelope(in: space)], space: space,
                            account: person.account)
                        // What is acknowledged can be read at once.
                        let page = try await store.read(
                            space: space, after: outcome.numbers[1] - 1, account: person.account)
                        #expect(page.items.first?.number == outcome.numbers[1])
                        return outcome.numbers
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(numbers.sorted() == Array(1...400))
        }
    }

    @Test(arguments: StoreHome.all) func erasedEntryLeavesItsHashInPlace(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let envelopes = try (0..<3).map { _ in try ada.envelope(in: space) }
            _ = try await store.append(envelopes, space: space, account: ada.account)
            let entry = envelopes[1].header.entry
            await expectRefusal(.notFound) { try await store.erase(entry, space: space, account: ben.account) }
            await expectRefusal(.notFound) {
                try await store.erase(Fresh.identifier(), space: space, account: ada.account)
            }
            try await store.erase(entry, space: space, account: ada.account)
            try await store.erase(entry, space: space, account: ada.account)
            let page = try await store.read(space: space, after: 0, account: ben.account)
            #expect(page.envelopes == [1: envelopes[0].bytes, 3: envelopes[2].bytes])
            let hash = try #require(EnvelopeHash(Array(SHA256.hash(data: envelopes[1].bytes))))
            #expect(
                page.erased == [2: ErasedEntry(entry: entry, author: ada.account, seal: .zero, hash: hash)])
            // It can't come back, and its id can't be taken.
            #expect(try await store.append(envelopes[1], by: ada).numbers == [2])
            #expect(try await store.read(space: space, after: 0, account: ben.account) == page)
            await expectRefusal(.entryConflict) {
                try await store.append(try ada.envelope(in: space, entry: entry), by: ada)
            }
        }
    }

    @Test(arguments: StoreHome.all) func erasingAllSparesTheOthers(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let seal = Fresh.identifier()
            try await store.append(try ada.envelope(in: space), by: ada)
            let bens = try ben.envelope(in: space)
            try await store.append(bens, by: ben)
            try await store.append(try ada.envelope(in: space, seal: seal), by: ada)
            try await store.append(try ada.envelope(in: ada.privateSpace.id), by: ada)
            try await store.eraseAll(space: space, account: ada.account)
            let page = try await store.read(space: space, after: 0, account: ben.account)
            #expect(page.envelopes == [2: bens.bytes])
            #expect(page.erased.keys.sorted() == [1])
            #expect(try await store.sealed(space: space, account: ben.account).waiting.isEmpty)
            let own = try await store.read(space: ada.privateSpace.id, after: 0, account: ada.account)
            #expect(own.envelopes.count == 1)
        }
    }
}
