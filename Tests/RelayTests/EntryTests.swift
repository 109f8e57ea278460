import RelayTestSupport
import Testing
import Wire

@Suite struct EntryTests {
    @Test func whatOneAppendsTheOtherReads() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let envelopes = try (0..<3).map { _ in try couple.ada.envelope(in: couple.space) }
            #expect(try await couple.adas.append(envelopes, to: couple.space) == [1, 2, 3])
            #expect(try await couple.adas.append(envelopes, to: couple.space) == [1, 2, 3])
            let page = try await couple.bens.read(couple.space)
            #expect(page.items.map(\.content) == envelopes.map { .envelope($0.bytes) })
            #expect(page.head == 3 && page.isDone)
            #expect(try await couple.bens.read(couple.space, after: 2).items.map(\.number) == [3])
            await expectError(.entryConflict) {
                let other = try couple.ada.envelope(in: couple.space, entry: envelopes[0].header.entry)
                try await couple.adas.append([other], to: couple.space)
            }
        }
    }

    @Test func damagedBatchesAreRefusedAndNamed() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let route = Route.append(space: couple.space)
            let good = try Batch([couple.ada.envelope(in: couple.space)]).bytes
            func error(_ body: [UInt8]) async throws -> ErrorName {
                try await couple.adas.send(route, body: body).error().name
            }
            #expect(try await error([]) == .malformed)
            #expect(try await error(Array(good.dropLast())) == .malformed)
            #expect(try await error(good + [0]) == .malformed)
            for position in [0, 7, 8] {
                var bad = good
                bad[position] ^= 0xFF
                #expect(try await error(bad) == .malformed)
            }
            // Another space or author in the header than in the request.
            for position in [9, 29] {
                var bad = good
                bad[position] ^= 1
                #expect(try await error(bad) == .malformed)
            }
            var unpadded = good
            unpadded[6] &+= 1
            #expect(try await error(unpadded + [0]) == .malformed)
            #expect(try await error([1, 0, 1, 0, 1, 0, 1] + [UInt8](repeating: 0, count: 65_537)) == .entryTooLarge)
            #expect(try await error([1, 2, 1]) == .batchTooLarge)
            let large = try [Envelope](repeating: couple.ada.envelope(in: couple.space, padded: 63_488), count: 64)
            let most = try Batch(large).bytes
            #expect(
                try await error(most + [UInt8](repeating: 0, count: Limits.batchBytes + 1 - most.count))
                    == .batchTooLarge)
            #expect(try await couple.adas.read(couple.space).head == 0)
            #expect(try await couple.adas.append(large, to: couple.space) == [Int64](repeating: 1, count: 64))
        }
    }

    @Test func erasedEntryIsGoneFromAnswersAndFiles() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let envelopes = try (0..<3).map { _ in try couple.ada.envelope(in: couple.space) }
            try await couple.adas.append(envelopes, to: couple.space)
            let entry = envelopes[0].header.entry
            await expectError(.notFound) {
                try await couple.bens.call(.erase(space: couple.space, entry: entry))
            }
            try await couple.adas.call(.erase(space: couple.space, entry: entry))
            #expect(
                traces(of: envelopes, in: try world.directory.contents()) == Set(envelopes[1...].map(\.header.entry)))
            #expect(try await couple.bens.read(couple.space).erased.keys.sorted() == [1])
            try await couple.adas.call(.eraseAll(space: couple.space))
            #expect(traces(of: envelopes, in: try world.directory.contents()).isEmpty)
            #expect(try await couple.bens.read(couple.space).erased.keys.sorted() == [1, 2, 3])
        }
    }

    @Test func sealedAnswersAreInNoAnswerUntilBothAreIn() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let seal = Fresh.identifier()
            let adas = try couple.ada.envelope(in: couple.space, seal: seal)
            #expect(try await couple.adas.append([adas], to: couple.space) == [0])
            // Every raw byte that ben's browser can get.
            for route in [
                Route.read(space: couple.space, after: 0), .sealed(space: couple.space), .account,
                .invitations(space: couple.space),
            ] {
                let raw = try await couple.bens.send(route).body
                for part in [Array(adas.ciphertext), adas.header.entry.bytes, adas.header.nonce] {
                    #expect(!raw.contains(part), "\(route.name)")
                }
            }
            let waiting = try await couple.bens.send(.sealed(space: couple.space)).body
            #expect(waiting == [1, 0, 1] + seal.bytes + [0, 0])
            #expect(try await couple.adas.sealed(couple.space).envelopes == [adas.bytes])
            let bens = try couple.ben.envelope(in: couple.space, seal: seal)
            #expect(try await couple.bens.append([bens], to: couple.space) == [2])
            for browser in [couple.adas, couple.bens] {
                #expect(try await browser.read(couple.space).envelopes == [1: adas.bytes, 2: bens.bytes])
                #expect(try await browser.send(.sealed(space: couple.space)).body == [1, 0, 0, 0, 0])
            }
        }
    }

    @Test func whatAnsweredEachOtherCanBeAsked() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let seal = Fresh.identifier()
            let (adas, bens) = (
                try couple.ada.envelope(in: couple.space, seal: seal),
                try couple.ben.envelope(in: couple.space, seal: seal)
            )
            try await couple.adas.append([adas], to: couple.space)
            let route = Route.seal(space: couple.space, seal: seal)
            await expectError(.notFound) { let _: ReleasedSeal = try await couple.bens.get(route) }
            try await couple.bens.append([bens], to: couple.space)
            for browser in [couple.adas, couple.bens] {
                let answer: ReleasedSeal = try await browser.get(route)
                #expect(answer.entries == [adas.header.entry, bens.header.entry])
            }
        }
    }

    @Test func noListForAWeekThatIsNotNow() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let route = Route.putMatch(space: couple.space, topic: Fresh.identifier())
            let tokens = (0..<64).map { _ in Fresh.identifier() }
            let week = MatchWeek.of(world.clock.now)
            for other in [week - 1, week + 1] {
                await expectError(.matchClosed) {
                    try await couple.adas.call(route, MatchRequest(tokens: tokens, week: other))
                }
            }
            try await couple.adas.call(route, MatchRequest(tokens: tokens, week: week))
            let both: MatchTokens = try await couple.bens.call(route, MatchRequest(tokens: tokens, week: week))
            #expect(both.tokens.count == 64)
        }
    }

    @Test func matchTellsOnlyWhatBothWant() async throws {
        try await withRelay { world in
            let couple = try await world.couple()
            let route = Route.putMatch(space: couple.space, topic: Fresh.identifier())
            guard case .putMatch(_, let topic) = route else { return }
            let (both, onlyAda) = (Fresh.identifier(), Fresh.identifier())
            let padding = { (count: Int) in (0..<count).map { _ in Fresh.identifier() } }
            let adas = MatchTokens(tokens: [both, onlyAda] + padding(62))
            let first = try await couple.adas.send(route, body: adas.body)
            #expect(first.body == Array(#"{"tokens":[]}"#.utf8))
            // Before ben has put a list, his answer is the same whether ada has or not.
            let get = Route.match(space: couple.space, topic: topic)
            let untouched = Route.match(space: couple.space, topic: Fresh.identifier())
            let blank = try await couple.bens.send(untouched)
            #expect(try await couple.bens.send(get).body == blank.body)
            let bens = MatchTokens(tokens: padding(30) + [both] + padding(33))
            let second = try await couple.bens.send(route, body: bens.body)
            #expect(second.body == Array(#"{"tokens":["\#(both.text)"]}"#.utf8))
            #expect(try await couple.adas.send(get).body == second.body)
            // A list that says yes to nothing looks like one that was never put.
            let other = Route.putMatch(space: couple.space, topic: Fresh.identifier())
            try await couple.adas.call(other, MatchTokens(tokens: padding(64)))
            #expect(try await couple.bens.send(other, body: bens.body).body == first.body)
            await expectError(.matchTooSoon) { try await couple.adas.call(route, MatchTokens(tokens: padding(64))) }
            await expectError(.malformed) { try await couple.adas.call(route, MatchTokens(tokens: padding(63))) }
        }
    }
}

extension [UInt8] {
    /// Whether `part` occurs in one piece.
    func contains(_ part: [UInt8]) -> Bool {
        guard !part.isEmpty, count >= part.count else { return false }
        return (0...count - part.count).contains { self[$0..<$0 + part.count].elementsEqual(part) }
    }
}
