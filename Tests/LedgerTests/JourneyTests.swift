import Bytes
import Ledger
import Testing

/// What entries about a journey come to: who has to say what, and that no order of arrival changes it.
@Suite struct JourneyTests {
    private let ada = Identifier(high: 1, low: 1)
    private let bob = Identifier(high: 2, low: 2)
    private let name = "first-month"

    private var wanted: Event { .journeyWanted(JourneyMark(journey: name)) }
    private var rested: Event { .journeyRested(JourneyMark(journey: name)) }
    private var stopped: Event { .journeyStopped(JourneyMark(journey: name)) }

    private func moved(to number: Int, from: Int) -> Event {
        .journeyMoved(JourneyMoved(journey: name, to: JourneyPlace(week: "week-\(number)", number: number), from: from))
    }

    private func ended(from: Int) -> Event {
        .journeyMoved(JourneyMoved(journey: name, to: .end(of: from + 1), from: from))
    }

    private func entries(_ said: [(Identifier, Event)]) throws -> [Entry] {
        try said.enumerated().map { number, said in
            let stamp = Stamp(milliseconds: noon + Int64(number) * 1000, counter: 0, device: DeviceID(7))
            return Entry(
                id: Identifier(high: 3, low: UInt64(number)), author: said.0, body: try said.1.body(at: stamp))
        }
    }

    /// Where two people are after they said this in this order, whatever order it arrives in.
    private func walk(_ said: [(Identifier, Event)], of walkers: [Identifier]? = nil) throws -> JourneyState {
        let entries = try entries(said)
        var states: [JourneyState] = []
        var generator = SeededGenerator(seed: UInt64(said.count))
        for _ in 0..<8 {
            var us = Projection()
            for entry in (entries + entries.prefix(3)).shuffled(using: &generator) { _ = us.insert(entry) }
            states.append(try #require(us.journeys(of: walkers ?? [ada, bob]).first))
        }
        let state = try #require(states.first)
        for other in states { #expect(other == state, "another order of arrival") }
        return state
    }

    @Test func itBeginsOnceEachHasSaidYesThemselves() throws {
        let one = try walk([(ada, wanted), (ada, wanted)])
        #expect(one.phase == .idle && one.willing == [ada] && one.walk == 0)
        let both = try walk([(ada, wanted), (bob, wanted)])
        #expect(both.phase == .walking && both.willing.isEmpty && both.walk == 1 && both.place.number == 0)
        #expect(both.since == noon + 1000)
    }

    @Test func aYesIsItsAuthorsAloneToTakeBackAndANoLeavesNoTrace() throws {
        #expect(try walk([(ada, wanted), (ada, stopped)]).willing.isEmpty)
        #expect(try walk([(ada, wanted), (bob, stopped)]) == walk([(ada, wanted)]))
        #expect(try walk([(ada, wanted), (ada, stopped), (bob, wanted)]).phase == .idle)
    }

    @Test func someoneElseAddsNothing() throws {
        let stranger = Identifier(high: 9, low: 9)
        #expect(try walk([(ada, wanted), (stranger, wanted)]).phase == .idle)
    }

    @Test func itGoesOnWhenBothAreReadyAndBackWhenOneWantsTo() throws {
        let begun = [(ada, wanted), (bob, wanted)]
        let one = try walk(begun + [(ada, moved(to: 1, from: 0))])
        #expect(one.place.number == 0 && Array(one.ready.keys) == [ada])
        let both = begun + [(ada, moved(to: 1, from: 0)), (bob, moved(to: 1, from: 0))]
        #expect(try walk(both).place == JourneyPlace(week: "week-1", number: 1))
        #expect(try walk(both).ready.isEmpty)
        #expect(try walk(both + [(bob, moved(to: 0, from: 1))]).place.number == 0)
        let thoughtBetter = try walk(begun + [(ada, moved(to: 1, from: 0)), (ada, moved(to: 0, from: 0))])
        #expect(thoughtBetter.ready.isEmpty && thoughtBetter.place.number == 0)
    }

    @Test func whatWasSaidOfAWeekThatIsOverChangesNothing() throws {
        let there = [
            (ada, wanted), (bob, wanted), (ada, moved(to: 1, from: 0)), (bob, moved(to: 1, from: 0)),
        ]
        #expect(try walk(there + [(ada, moved(to: 1, from: 0))]) == walk(there))
        // Both pressed at once, each without the network.
        #expect(try walk(there + [(bob, moved(to: 2, from: 1)), (ada, moved(to: 2, from: 1))]).place.number == 2)
    }

    @Test func eitherLetsItRestAndGoingOnTakesBoth() throws {
        let resting = [(ada, wanted), (bob, wanted), (ada, moved(to: 1, from: 0)), (bob, rested)]
        #expect(try walk(resting).phase == .resting)
        #expect(try walk(resting).ready.isEmpty, "being ready ends with the week’s rest")
        #expect(try walk(resting + [(ada, moved(to: 0, from: 0))]).phase == .resting)
        let back = try walk(resting + [(ada, moved(to: 0, from: 0)), (bob, moved(to: 0, from: 0))])
        #expect(back.phase == .walking && back.place.number == 0)
        #expect(try walk(resting + [(ada, moved(to: 0, from: 0)), (bob, rested)]).ready.isEmpty)
    }

    @Test func eitherStopsItAndBothBeginItAnew() throws {
        let stoppedByBob = [(ada, wanted), (bob, wanted), (bob, stopped)]
        #expect(try walk(stoppedByBob).phase == .idle)
        #expect(try walk(stoppedByBob + [(ada, moved(to: 1, from: 0))]).phase == .idle)
        #expect(try walk(stoppedByBob + [(ada, wanted)]).phase == .idle, "a yes said before doesn’t count again")
        let again = try walk(stoppedByBob + [(ada, wanted), (bob, wanted)])
        #expect(again.phase == .walking && again.walk == 2)
    }

    @Test func pastTheLastWeekOneLooksBackAndMayGoBack() throws {
        let over = [(ada, wanted), (bob, wanted), (ada, ended(from: 0)), (bob, ended(from: 0))]
        #expect(try walk(over).phase == .ended)
        #expect(try walk(over + [(ada, moved(to: 0, from: 1))]).phase == .walking)
        #expect(try walk(over + [(ada, stopped)]).phase == .idle)
        #expect(try walk(over + [(ada, wanted), (bob, wanted)]).walk == 2)
    }

    @Test func aloneOnesOwnWordIsEnough() throws {
        let said = [(ada, wanted), (ada, moved(to: 1, from: 0)), (ada, rested)]
        let alone = try walk(said, of: [ada])
        #expect(alone.phase == .resting && alone.place.number == 1)
        #expect(try walk(said + [(ada, moved(to: 1, from: 1))], of: [ada]).phase == .walking)
    }

    @Test(arguments: 0..<60 as Range<UInt64>) func twoPhonesComeToTheSame(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var said: [(Identifier, Event)] = [(ada, wanted), (bob, wanted)]
        for _ in 0..<40 {
            let from = Int.random(in: 0..<4, using: &generator)
            let events = [
                wanted, rested, stopped, moved(to: from + 1, from: from), moved(to: from + 1, from: from),
                moved(to: from, from: from), moved(to: max(0, from - 1), from: from), ended(from: 3),
            ]
            said.append((Bool.random(using: &generator) ? ada : bob, events.randomElement(using: &generator)!))
        }
        let state = try walk(said)
        #expect(state.walk > 0 && (0...4).contains(state.place.number))
    }

    @Test func aLookIsNamedByItsJourneyItsWalkAndItsPlace() {
        let look = JourneyLook(journey: "first-month", walk: 2, isLast: true)
        #expect(look.name == "first-month/2/end")
        #expect(JourneyLook(name: look.name) == look)
        for name in ["", "first-month", "first-month/0/end", "first-month/1/middle", "/1/end", "a/b/1/end"] {
            #expect(JourneyLook(name: name) == nil, "\(name)")
        }
    }

    @Test func theLastAnswersOfEachAtALookCount() throws {
        let look = JourneyLook(journey: name, walk: 1, isLast: false)
        func answered(_ value: Int) -> Event {
            .journeyAnswered(JourneyAnswered(look: look, felt: ["tell": value], wished: [:]))
        }
        var us = Projection()
        for entry in try entries([(ada, answered(3)), (bob, answered(8)), (ada, answered(4))]).reversed() {
            _ = us.insert(entry)
        }
        #expect(us.answers(at: look, of: ada)?.felt == ["tell": 4])
        #expect(us.answers(at: look, of: bob)?.felt == ["tell": 8])
        #expect(us.answers(at: JourneyLook(journey: name, walk: 2, isLast: false), of: ada) == nil)
    }
}
