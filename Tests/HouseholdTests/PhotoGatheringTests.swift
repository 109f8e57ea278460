import Bytes
import HouseholdTestSupport
import JSON
import Ledger
import Testing

@testable import Household

@Suite("Photos made ready for paper and files")
struct PhotoGatheringTests {
    private var world = World()
    private var gathering = PhotoGathering()
    private var asked: [AskedEffect] = []
    private var released: [[String]] = []

    private func photo(_ number: Int, width: Int = 2048) -> ShownPhoto {
        let photo = Sample.photo(UInt64(number), width: width, height: 600)
        return ShownPhoto(element: "p\(number)", space: Identifier(high: 1, low: 1), photo: photo)
    }

    /// Takes what was asked of the shim since the last time.
    private mutating func look() {
        for effect in world.takeEffects() {
            switch effect.effect {
            case .photos(.prepare): asked.append(effect)
            case .photos(.release(let elements)): released.append(elements)
            default: Issue.record("\(effect.effect)")
            }
        }
    }

    private mutating func want(_ photos: [ShownPhoto]) {
        gathering.want(photos, &world)
        look()
    }

    /// Answers the one that was asked for first.
    private mutating func answer(_ fields: [JSONMember]) throws {
        let ticket = try #require(asked.removeFirst().ticket)
        let reply = world.takeReply(ticket, Response(fields: .object(fields), blobs: []))
        guard case .photoPrepared(let number, let outcome)? = reply else {
            Issue.record("no answer")
            return
        }
        gathering.take(number, outcome, &world)
        look()
    }

    private mutating func succeed(_ size: Int64 = 100_000) throws {
        try answer([JSONMember("ok", true), JSONMember("size", .integer(size))])
    }

    private mutating func fail(_ failure: String) throws {
        try answer([JSONMember("ok", false), JSONMember("failure", .string(failure))])
    }

    private func isHereOnly(_ effect: AskedEffect) -> Bool {
        if case .photos(.prepare(_, _, isHereOnly: let only)) = effect.effect { only } else { false }
    }

    @Test("one after the other, and then nothing is left to be done")
    mutating func inTurn() throws {
        #expect(gathering.isDone)
        want([photo(1), photo(2)])
        #expect(asked.count == 1 && !gathering.isDone && gathering.done == 0)
        try succeed()
        #expect(asked.count == 1 && !gathering.isDone && gathering.isReady("p1") && !gathering.isReady("p2"))
        try succeed()
        #expect(asked.isEmpty && gathering.isDone && !gathering.isShort)
    }

    @Test("one that is larger than it has to be is drawn anew, smaller where there are many")
    mutating func sides() throws {
        func side(_ effect: AskedEffect?) -> Int? {
            if case .photos(.prepare(_, let side, _))? = effect?.effect { side } else { nil }
        }
        want([photo(1)])
        #expect(side(asked.last) == 1400)
        want([photo(2, width: 900)])
        #expect(side(asked.last) == nil)
        want((0..<100).map { photo($0) })
        #expect(side(asked.last) == 1000)
        want((1000..<1400).map { photo($0) })
        #expect(side(asked.last) == 700)
    }

    @Test("once the relay doesn't answer, it is asked for no other before somebody wants it to be")
    mutating func away() throws {
        want([photo(1), photo(2), photo(3)])
        #expect(!isHereOnly(asked[0]))
        try fail("timeout")
        #expect(isHereOnly(asked[0]))
        try succeed()
        try fail("offline")
        #expect(gathering.isDone && gathering.count(of: .away) == 2 && gathering.isReady("p2"))
        gathering.tryAgain(&world)
        look()
        #expect(!gathering.isDone && !isHereOnly(asked[0]))
        try succeed()
        try succeed()
        #expect(gathering.isDone && !gathering.isShort)
    }

    @Test("without a network the relay isn't asked at all")
    mutating func offline() throws {
        world.isOnline = false
        want([photo(1)])
        #expect(isHereOnly(asked[0]))
    }

    @Test(
        "one that is nowhere, or isn't what the entry says, is left out", arguments: ["missing", "broken", "internal"])
    func gone(_ failure: String) throws {
        var test = self
        test.want([photo(1), photo(2)])
        try test.fail(failure)
        #expect(!test.isHereOnly(test.asked[0]), "the others are still asked for")
        try test.succeed()
        #expect(test.gathering.isDone && test.gathering.gap(of: "p1") == .gone && test.gathering.isReady("p2"))
    }

    @Test("where there is no more room, the rest is left out, and that is known")
    mutating func room() throws {
        want((0..<5).map { photo($0) })
        try succeed(Int64(PhotoGathering.room / 2))
        try succeed(Int64(PhotoGathering.room / 2))
        #expect(asked.isEmpty && gathering.isDone && gathering.count(of: .noRoom) == 3)
    }

    @Test("what isn't wanted any more is let go, and an answer that comes too late is nobody's")
    mutating func lettingGo() throws {
        want([photo(1), photo(2)])
        try succeed()
        want([photo(2), photo(3)])
        #expect(released == [["p1"]] && gathering.wanted.count == 2)
        want([])
        #expect(released.last == ["p2", "p3"] && gathering.isDone)
        want([photo(3)])
        let late = asked.removeFirst()
        #expect(asked.count == 1)
        asked.insert(late, at: 0)
        try succeed()
        #expect(!gathering.isDone)
        try succeed()
        #expect(gathering.isReady("p3"))
    }
}
