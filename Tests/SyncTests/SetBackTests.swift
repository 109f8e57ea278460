import Ledger
import Testing
import Wire

@testable import Sync

/// A host puts an older copy of the whole relay back, and nothing in its answers says so.
@Suite struct SetBackTests {
    private let ada = Simulation.ada
    private let bob = Simulation.bob

    /// The case as it was seen: five thanks of each lost, twelve new ones, and the numbers look right again.
    @Test(arguments: [[0, 1], [1, 0]], [0, 3, 5, 9, 10, 12, 30])
    func nothingIsLostWhoeverOpensFirst(order: [Int], newCount: Int) throws {
        var two = ReplicaHarness([ada, bob])
        try two.write(0, "before")
        two.announce(1)
        let copy = two.relay
        for number in 0..<5 {
            for index in 0..<2 {
                try two.write(index, "\(index) wrote \(number)")
                two.announce(1 - index)
            }
        }
        for index in 0..<2 { two.goOffline(index) }
        two.relay.setBack(to: copy)
        two.crash(order[0])
        two.goOnline(order[0])
        for number in 0..<newCount { try two.write(order[0], "new \(number)") }
        two.goOffline(order[0])
        two.crash(order[1])
        two.goOnline(order[1])
        two.goOnline(order[0])
        two.announce(order[1])
        two.add(ada)
        two.goOnline(2)
        for index in 0..<3 { #expect(Set(two.texts(index)).count == 11 + newCount, "device \(index)") }
        for index in 0..<2 {
            #expect(two.devices[index].notices.contains(.rollback))
            #expect(two.devices[index].replica.unsentCount == 0)
        }
        #expect(two.devices[2].notices.isEmpty, "a new device finds whole chains")
    }

    @Test func whatOthersWroteInItsPlaceHidesNothing() throws {
        var three = ReplicaHarness([ada, bob, bob])
        three.goOffline(2)
        let copy = three.relay
        try three.write(0, "Tea")
        three.goOffline(0)
        three.relay.setBack(to: copy)
        three.goOnline(2)
        // As many as were lost, by somebody who never knew of them.
        try three.write(2, "Soup")
        three.goOnline(0)
        three.announce(2)
        #expect(Set(three.texts(2)) == ["Tea", "Soup"] && three.relay.head == 2)
    }

    /// Acknowledged, but what others wrote before it wasn't read yet when the page closed.
    @Test func whatWasAcknowledgedAheadOfWhatWasReadIsMissedToo() throws {
        var two = ReplicaHarness([ada, bob])
        try two.write(0, "1")
        two.announce(1)
        let copy = two.relay
        try two.write(0, "2")
        two.intercept = { route in if case .read = route { .unreachable(request: 0) } else { nil } }
        try two.write(1, "3")
        two.intercept = nil
        two.crash(1)
        two.goOffline(0)
        two.relay.setBack(to: copy)
        let other = two.devices.count
        two.add(ada)
        two.goOnline(other)
        for text in ["4", "5", "6"] { try two.write(other, text) }
        two.goOnline(1)
        two.announce(other)
        #expect(Set(two.texts(other)) == ["1", "3", "4", "5", "6"])
    }

    @Test func aSealedAnswerThatWaitedIsPutAgain() throws {
        var two = ReplicaHarness([ada, bob])
        try two.write(0, "1")
        two.announce(1)
        let copy = two.relay
        let answer = try two.write(0, "2", under: "question")
        two.announce(0)
        two.goOffline(0)
        two.crash(0)
        two.relay.setBack(to: copy)
        #expect(!two.relay.entries.contains(answer))
        two.goOnline(0)
        #expect(two.relay.entries.contains(answer))
        try two.write(1, "3", under: "question")
        for index in 0..<2 { two.announce(index) }
        for index in 0..<2 { #expect(two.texts(index) == ["1", "2", "3"]) }
        #expect(two.relay.released.count == 3, "what was released isn't missed")
        #expect(two.devices.allSatisfy { $0.notices.isEmpty && $0.replica.unsentCount == 0 })
    }

    @Test func whatWasErasedIsErasedAgain() throws {
        var two = ReplicaHarness([ada, ada])
        try two.write(0, "1")
        let erased = try two.write(0, "2")
        try two.write(0, "3")
        let copy = two.relay
        two.relay.erase(erased)
        two.handle(.erased([erased]), 0)
        try two.write(0, "4")
        two.goOffline(0)
        two.goOffline(1)
        two.relay.setBack(to: copy)
        two.goOnline(0)
        #expect(two.relay.released.filter { $0.isErased }.map { $0.envelope.header.entry } == [erased])
        two.goOnline(1)
        #expect(two.texts(1).contains("4") && two.devices[0].replica.isCaughtUp)
        two.devices[1].wipe(at: two.time, using: &two.generator)
        two.goOnline(1)
        #expect(two.texts(1) == ["1", "3", "4"])
    }

    /// Only the erasing was undone: nothing else was written since.
    @Test func theLastEntryIsErasedAgainToo() throws {
        var one = ReplicaHarness([ada])
        try one.write(0, "1")
        let erased = try one.write(0, "2")
        let copy = one.relay
        one.relay.erase(erased)
        one.handle(.erased([erased]), 0)
        one.crash(0)
        one.relay.setBack(to: copy)
        one.goOnline(0)
        #expect(one.relay.released.last?.isErased == true)
    }

    /// The other's device wrote an entry of theirs again that its author has erased since: it doesn't come back here.
    @Test func whatTheOtherErasedDoesNotReturn() throws {
        var two = ReplicaHarness([ada, bob])
        let erased = try two.write(0, "1")
        try two.write(0, "2")
        let copy = two.relay
        two.goOffline(1)
        two.relay.erase(erased)
        two.handle(.erased([erased]), 0)
        two.add(bob)
        two.goOnline(2)
        #expect(two.texts(2) == ["2"])
        two.relay.setBack(to: copy)
        two.handle(.announced(head: 0), 2)
        two.goOffline(2)
        two.goOnline(2)
        #expect(two.texts(2) == ["2"])
    }

    /// A page that left before an own entry arrived tells of fewer than are there.
    @Test func aPageThatLeftBeforeAnAppendAccusesNobody() throws {
        var one = ReplicaHarness([ada])
        try one.write(0, "1")
        one.devices[0].handle(.announced(head: 9), at: one.time)
        while !one.devices[0].actions.isEmpty { one.devices[0].perform() }
        guard case .request(let request, let route, _)? = one.devices[0].pending.popLast() else {
            Issue.record("nothing was asked for")
            return
        }
        let page = try one.relay.answer(route, [], from: ada).get()
        try one.write(0, "2")
        try one.write(0, "3")
        one.handle(.answered(request: request, body: page), 0)
        #expect(one.devices[0].notices.isEmpty && one.devices[0].replica.unsentCount == 0)
    }

    /// The live stream ends with the relay, and something is written before it is back.
    @Test func nothingIsReadOnFromARelayThatMayBeAnother() throws {
        var two = ReplicaHarness([ada, bob])
        let copy = two.relay
        for number in 0..<3 {
            try two.write(number % 2, "\(number)")
            two.announce(1 - number % 2)
        }
        for index in 0..<2 { two.handle(.streamEnded, index) }
        two.relay.setBack(to: copy)
        // Who comes back first makes the numbers grow beyond what the other has seen.
        two.goOnline(0)
        for number in 3..<6 { try two.write(0, "\(number)") }
        try two.write(1, "6")
        two.announce(0)
        two.announce(1)
        for index in 0..<2 { #expect(Set(two.texts(index)) == Set((0...6).map(String.init))) }
        #expect(two.relay.entries.count == 7)
    }

    /// A new device has the newest entries and not yet those between when the relay is set back.
    @Test func theNewestBearWitnessWhileOlderEntriesCome() throws {
        var two = ReplicaHarness([ada])
        for number in 1...30 { try two.write(0, String(number)) }
        let copy = two.relay
        for number in 31...60 { try two.write(0, String(number)) }
        two.add(bob)
        var answers = 3
        two.intercept = { route in
            guard case .read = route else { return nil }
            answers -= 1
            return answers >= 0 ? nil : .unreachable(request: 0)
        }
        two.goOnline(1)
        two.goOffline(1)
        two.intercept = nil
        two.relay.setBack(to: copy)
        two.goOffline(0)
        two.goOnline(0)
        for number in 61...65 { try two.write(0, String(number)) }
        two.goOnline(1)
        #expect(Set(two.texts(1)) == Set((1...65).map(String.init)))
        #expect(two.relay.head == 65 && two.devices[1].replica.gaps.isEmpty)
        #expect(two.devices[1].notices == [.rollback])
    }

    @Test func whatWasErasedSinceItWasReadAccusesNobody() throws {
        var two = ReplicaHarness([ada, bob])
        try two.write(0, "1")
        let erased = try two.write(0, "2")
        two.announce(1)
        two.relay.erase(erased)
        two.crash(1)
        two.goOnline(1)
        #expect(two.devices[1].notices.isEmpty && two.texts(1) == ["1", "2"])
    }

    @Test func nothingIsMissedWhereNothingIsLost() throws {
        var two = ReplicaHarness([ada, bob])
        for number in 0..<30 {
            try two.write(number % 2, "\(number)", under: number % 5 == 0 ? "seal \(number / 10)" : nil)
            if number % 3 == 0 { two.announce(1 - number % 2) }
            if number % 4 == 0 { two.crash(number % 2) }
            for index in 0..<2 { two.goOnline(index) }
        }
        #expect(two.devices.allSatisfy { $0.notices.isEmpty })
    }
}
