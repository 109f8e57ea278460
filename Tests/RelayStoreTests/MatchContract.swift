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

    @Test(arguments: StoreHome.all) func aListStaysAsItWasGiven(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let topic = Fresh.identifier()
            let (one, two) = (Fresh.identifier(), Fresh.identifier())
            let list = tokens([one])
            _ = try await store.putMatch(list, topic: topic, space: space, account: ada.account, now: noon)
            let refuse = { (now: Int64, wait: Int64) in
                do {
                    _ = try await store.putMatch(
                        tokens([one, two]), topic: topic, space: space, account: ada.account, now: now)
                    Issue.record("not refused")
                } catch let error as StoreError {
                    #expect(error == StoreError(.matchTooSoon, retryAfter: wait))
                }
            }
            // It is Friday morning, at eight. Not even before they were compared, nor another day.
            try await refuse(noon, 64 * 60 * 60)
            _ = try await store.putMatch(
                tokens([one, two]), topic: topic, space: space, account: ben.account, now: noon)
            // The same list in another order is a repetition.
            let again = try await store.putMatch(
                list.shuffled(), topic: topic, space: space, account: ada.account, now: noon + hour)
            #expect(again == MatchOutcome(tokens: [one], told: []))
            try await refuse(noon + day, 40 * 60 * 60)
            #expect(try await store.match(topic: topic, space: space, account: ben.account) == [one])
        }
    }

    @Test(arguments: StoreHome.all) func noListForAWeekThatIsNotNow(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let week = MatchWeek.of(noon)
            let monday = MatchWeek.start(of: week)
            let (topic, both) = (Fresh.identifier(), Fresh.identifier())
            func put(_ person: Person, _ week: Int64?, at now: Int64, about topic: Identifier) async throws
                -> MatchOutcome
            {
                try await store.putMatch(
                    tokens([both]), topic: topic, week: week, space: space, account: person.account, now: now)
            }
            for other in [week - 1, week + 1, -1, .max] {
                await expectRefusal(.matchClosed) { _ = try await put(ada, other, at: noon, about: topic) }
            }
            // A day's grace, for time zones and clocks.
            for (now, isOpen) in [
                (monday - day - 1, false), (monday - day, true), (monday + 8 * day - 1, true),
                (monday + 8 * day, false),
            ] {
                let topic = Fresh.identifier()
                if isOpen {
                    _ = try await put(ada, week, at: now, about: topic)
                } else {
                    await expectRefusal(.matchClosed) { _ = try await put(ada, week, at: now, about: topic) }
                }
            }
            // The other gave theirs last week. Whoever claims that the topic is this week's, or says nothing, gets nothing.
            _ = try await put(ben, week, at: noon, about: topic)
            let later = noon + 7 * day
            await expectRefusal(.matchClosed) { _ = try await put(ada, nil, at: later, about: topic) }
            #expect(try await put(ada, week + 1, at: later, about: topic).tokens.isEmpty)
            #expect(try await store.match(topic: topic, space: space, account: ada.account).isEmpty)
            // So does whoever gives next week's under this week's name.
            let next = Fresh.identifier()
            _ = try await put(ada, week, at: noon, about: next)
            #expect(try await put(ben, week + 1, at: later, about: next).tokens.isEmpty)
        }
    }

    @Test(arguments: StoreHome.all) func oldListsAreForgotten(_ home: StoreHome) async throws {
        try await withCouple(home) { store, ada, ben, space in
            let (topic, both) = (Fresh.identifier(), Fresh.identifier())
            for person in [ada, ben] {
                _ = try await store.putMatch(
                    tokens([both]), topic: topic, space: space, account: person.account, now: noon)
            }
            try await store.sweep(now: noon + 59 * day)
            #expect(try await store.match(topic: topic, space: space, account: ada.account) == [both])
            try await store.sweep(now: noon + 60 * day)
            #expect(try await store.match(topic: topic, space: space, account: ada.account).isEmpty)
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
            _ = try await store.leave(space: space, account: ben.account, now: noon)
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
