import Bytes
import RelayStore
import RelayTestSupport
import StoreRules
import Testing
import Wire

/// The contract's part on matches.
@Suite struct MatchContract {
    private func tokens(_ chosen: [Identifier] = []) -> [Identifier] {
        (chosen + (chosen.count..<Limits.matchTokens).map { _ in Fresh.identifier() }).shuffled()
    }

    @Test(arguments: StoreHome.all) func onlyWhatBothChoseComesOut(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let topic = Fresh.identifier()
            let (both, onlyAda, onlyBen) = (Fresh.identifier(), Fresh.identifier(), Fresh.identifier())
            let first = try await store.putMatch(
                tokens([both, onlyAda]), topic: topic, space: space, account: ada.account, now: noon)
            #expect(first == MatchOutcome(tokens: [], told: []))
            #expect(try await store.match(topic: topic, space: space, account: ben.account).isEmpty)
            let second = try await store.putMatch(
                tokens([both, onlyBen]), topic: topic, space: space, account: ben.account, now: noon)
            #expect(second == MatchOutcome(tokens: [both], told: [ada.account, ben.account]))
            #expect(try await store.match(topic: topic, space: space, account: ada.account) == [both])
            #expect(try await store.match(topic: Fresh.identifier(), space: space, account: ada.account).isEmpty)
        }
    }

    @Test(arguments: StoreHome.all) func listsHaveExactlySixtyFourTokens(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, _, space in
            let list = tokens()
            for wrong in [[], Array(list.dropLast()), list + [Fresh.identifier()], list.dropLast() + [list[0]]] {
                await expectRefusal(.malformed) {
                    _ = try await store.putMatch(
                        wrong, topic: Fresh.identifier(), space: space, account: ada.account, now: noon)
                }
            }
        }
    }

    @Test(arguments: StoreHome.all) func aListCanBeReplacedOnceADay(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let topic = Fresh.identifier()
            let (one, two) = (Fresh.identifier(), Fresh.identifier())
            let list = tokens([one])
            _ = try await store.putMatch(
                tokens([one, two]), topic: topic, space: space, account: ben.account, now: noon)
            _ = try await store.putMatch(list, topic: topic, space: space, account: ada.account, now: noon)
            // The same list in another order is a repetition.
            let again = try await store.putMatch(
                list.shuffled(), topic: topic, space: space, account: ada.account, now: noon + hour)
            #expect(again == MatchOutcome(tokens: [one], told: []))
            do {
                _ = try await store.putMatch(
                    tokens([one, two]), topic: topic, space: space, account: ada.account, now: noon + hour)
                Issue.record("not refused")
            } catch let error as StoreError {
                #expect(error == StoreError(.matchTooSoon, retryAfter: 23 * 60 * 60))
            }
            let grown = try await store.putMatch(
                tokens([one, two]), topic: topic, space: space, account: ada.account, now: noon + day)
            #expect(Set(grown.tokens) == [one, two])
            #expect(grown.tokens == grown.tokens.sorted())
            #expect(grown.told == [ada.account, ben.account])
            let shrunk = try await store.putMatch(
                tokens([two]), topic: topic, space: space, account: ada.account, now: noon + 2 * day)
            #expect(shrunk == MatchOutcome(tokens: [two], told: []))
        }
    }

    @Test(arguments: StoreHome.all) func listsVanishWithLeavingAndErasing(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let (topic, both) = (Fresh.identifier(), Fresh.identifier())
            for person in [ada, ben] {
                _ = try await store.putMatch(
                    tokens([both]), topic: topic, space: space, account: person.account, now: noon)
            }
            try await store.eraseAll(space: space, account: ada.account)
            #expect(try await store.match(topic: topic, space: space, account: ben.account).isEmpty)
            // Nobody gives an all-yes list, erases it, and gives their own.
            await expectRefusal(.matchTooSoon) {
                _ = try await store.putMatch(
                    tokens([both]), topic: topic, space: space, account: ada.account, now: noon + hour)
            }
            let other = Fresh.identifier()
            for person in [ada, ben] {
                _ = try await store.putMatch(
                    tokens([both]), topic: other, space: space, account: person.account, now: noon)
            }
            _ = try await store.leave(space: space, account: ben.account)
            #expect(try await store.match(topic: other, space: space, account: ada.account).isEmpty)
        }
    }

    @Test(arguments: StoreHome.all) func eightTopicsADay(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            for _ in 0..<8 {
                _ = try await store.putMatch(
                    tokens(), topic: Fresh.identifier(), space: space, account: ada.account, now: noon)
            }
            await expectRefusal(.matchTooSoon) {
                _ = try await store.putMatch(
                    tokens(), topic: Fresh.identifier(), space: space, account: ada.account, now: noon + hour)
            }
            for (person, now) in [(ben, noon), (ada, noon + day)] {
                _ = try await store.putMatch(
                    tokens(), topic: Fresh.identifier(), space: space, account: person.account, now: now)
            }
        }
    }
}
