import Bytes
import Testing

@testable import Ledger

@Suite("A break apart from any talk")
struct PauseTests {
    private let ada = SampleEvents.someone
    private let bob = SampleEvents.other
    private let hour: Int64 = 3_600_000

    private func called(_ until: Int64?, both: Bool = true) -> Event {
        .conversationPaused(
            ConversationPaused(conversation: Pause.conversation, until: until, takesBoth: both))
    }

    private let back = Event.conversationResumed(ConversationMark(conversation: Pause.conversation))

    /// What was said, each at hours after noon, comes to.
    private func projection(_ said: [(Double, Identifier, Event)]) throws -> Projection {
        var generator = SeededGenerator(seed: 3)
        var writers = [ada: Writer(author: ada, device: 1), bob: Writer(author: bob, device: 2)]
        var projection = Projection()
        for (hours, author, event) in said {
            let time = noon + Int64(hours * Double(hour))
            _ = projection.insert(try writers[author]!.entry(event, now: time, using: &generator))
        }
        return projection
    }

    private func pause(_ said: (Double, Identifier, Event)...) throws -> Pause? { try projection(said).pause }

    @Test("before its time both together end it, after its time either does")
    func ends() throws {
        let until = noon + hour
        #expect(try pause((0, ada, called(until)))?.until == until)
        #expect(try pause((0, ada, called(until)), (0.1, bob, back))?.ready == [bob])
        #expect(try pause((0, ada, called(until)), (0.1, ada, back))?.ready == [ada], "nor whoever called it alone")
        #expect(try pause((0, ada, called(until)), (0.1, bob, back), (0.2, ada, back)) == nil)
        #expect(try pause((0, ada, called(until)), (1.5, bob, back)) == nil)
        #expect(try pause((0, ada, called(until)), (1.5, ada, back)) == nil)
        #expect(try pause((0, ada, called(until)), (1.5, bob, called(noon + 2 * hour)))?.until == noon + 2 * hour)
        #expect(try pause((0, bob, back)) == nil)
    }

    @Test("no further call makes it shorter or easier to end; both at once get the longer one")
    func notOverruled() throws {
        let until = noon + 2 * hour
        for event in [called(noon + hour), called(noon + hour, both: false), called(nil, both: false)] {
            let pause = try pause((0, ada, called(until)), (0.1, bob, event), (0.2, bob, back))
            #expect(pause.map { $0.until >= until } == true && pause?.ready == [bob])
        }
        #expect(try pause((0, ada, called(noon + hour)), (0, bob, called(until)))?.until == until)
        // Whoever would not come back yet after all says so by calling it again.
        let again = try pause(
            (0, ada, called(until)), (0.1, bob, back), (0.2, bob, called(until)), (0.3, ada, back))
        #expect(again?.ready == [ada])
    }

    @Test("nobody is kept waiting for days: not by a long one, a prolonged one, one left open or one after the other")
    func limits() throws {
        let far = noon + 300 * hour
        #expect(try pause((0, ada, called(far)))?.until == noon + Pause.longest)
        #expect(try pause((0, ada, called(nil, both: false)))?.until == noon + Pause.longest)
        let prolonged = try pause((0, ada, called(far)), (20, ada, called(far)), (27, bob, called(far)))
        #expect(prolonged?.until == noon + Pause.longest)
        #expect(try pause((0, ada, called(far)), (29, ada, called(far)))?.until == noon + 30 * hour)
        #expect(try pause((0, ada, called(far)), (29, bob, called(far)))?.until == noon + 29 * hour + Pause.longest)
        #expect(try pause((0, ada, called(far)), (41, ada, called(far)))?.until == noon + 41 * hour + Pause.longest)
        // Ended by both, and called anew at once.
        let anew = try pause(
            (0, ada, called(far)), (1, ada, back), (1, bob, back), (1.1, ada, called(far)))
        #expect(anew.map { $0.until <= noon + 3 * hour } == true)
        let us = try projection([(0, ada, called(noon + hour))])
        #expect(us.latestPauseEnd(for: ada, at: noon + 5 * hour) == noon + 6 * hour)
        #expect(us.latestPauseEnd(for: bob, at: noon + 5 * hour) == noon + 5 * hour + Pause.longest)
        #expect(us.latestPauseEnd(for: ada, at: noon + 13 * hour) == noon + 13 * hour + Pause.longest)
    }

    @Test("what was called long ago changes nothing, and no talk is taken for one")
    func apart() throws {
        let old = (0..<40).map { (Double($0) * 100, $0 % 2 == 0 ? ada : bob, called(noon + 9_000 * hour)) }
        let us = try projection(old + [(4_000, ada, called(noon + 4_001 * hour))])
        #expect(us.pause?.until == noon + 4_001 * hour)
        #expect(us.openConversations.isEmpty && us.conversationStates.isEmpty)
        #expect(us.conversationState(Pause.conversation) == nil)
        let talk = Event.conversationPaused(
            ConversationPaused(conversation: SampleEvents.conversation, until: noon + hour, takesBoth: true))
        #expect(try projection([(0, ada, talk)]).pause == nil)
    }
}
