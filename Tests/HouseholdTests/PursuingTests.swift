import Bytes
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("Something of ours")
struct PursuingTests {
    /// Somebody with the page open.
    private struct Hand {
        var page = Pursuing()

        mutating func act(_ device: inout Device, _ actions: Pursuing.Action...) throws {
            for action in actions {
                try device.act { page.update(action, Occurrence(), &$0, &$1) }
            }
        }

        /// Says yes to it as it stands on that device.
        mutating func join(_ device: inout Device, _ id: Identifier) throws {
            let begun = try #require(device.home.pursuit(id)?.begun.entry)
            try act(&device, .joined(id, begun: begun))
        }

        mutating func type(_ device: inout Device, _ text: String, _ action: (Composing.Action) -> Pursuing.Action)
            throws
        {
            try device.act { page.update(action(.typed), Occurrence(text: text), &$0, &$1) }
            try device.act { page.update(action(.sent), Occurrence(), &$0, &$1) }
        }
    }

    private func look(_ couple: inout Couple) throws {
        try couple.ana.look()
        try couple.ben.look()
    }

    /// Ana has begun a trip, and looks at it.
    private func begun(_ couple: inout Couple, _ ana: inout Hand) throws -> Identifier {
        try ana.act(&couple.ana, .sortChosen(.trip))
        try ana.type(&couple.ana, "The night train south") { .composing($0) }
        let id = try #require(Pursuits(couple.ana.home).mine.first?.id)
        ana.page.enter(id)
        try look(&couple)
        return id
    }

    @Test("it is of both by the other’s own yes, to just what it is called")
    func joining() throws {
        var couple = try Couple()
        var (ana, ben) = (Hand(), Hand())
        let id = try begun(&couple, &ana)
        #expect(Pursuits(couple.ben.home).theirs.map { $0.begun.fields.text } == ["The night train south"])
        try ana.join(&couple.ana, id)
        #expect(Pursuits(couple.ana.home).ours.isEmpty, "nobody says yes to themselves")
        let own = try #require(couple.ana.home.pursuit(id)?.begun.entry)
        try couple.ana.act { $0.write(.pursuitJoined(PursuitJoined(pursuit: id, begun: own)), &$1) }
        #expect(Pursuits(couple.ana.home).ours.isEmpty)
        // A yes that crosses another name is none.
        let first = try #require(couple.ben.home.pursuit(id)?.begun)
        try couple.ana.act {
            $0.change(first.entry, to: .pursuitBegun(PursuitBegun(pursuit: id, sort: .trip, text: "A flight")), &$1)
        }
        try ben.join(&couple.ben, id)
        try look(&couple)
        #expect(Pursuits(couple.ana.home).ours.isEmpty && Pursuits(couple.ben.home).theirs.count == 1)
        try ben.join(&couple.ben, id)
        try look(&couple)
        for home in [couple.ana.home, couple.ben.home] {
            #expect(Pursuits(home).ours.map { $0.begun.fields.text } == ["A flight"])
        }
    }

    @Test("a yes is to what stood there: pressed when another has just taken its place, it says nothing")
    func replaced() throws {
        var couple = try Couple()
        var (ana, ben) = (Hand(), Hand())
        let id = try begun(&couple, &ana)
        let first = try #require(couple.ben.home.pursuit(id)?.begun.entry)
        let other = PursuitBegun(pursuit: id, sort: .trip, text: "A flight")
        try couple.ana.act { $0.change(first, to: .pursuitBegun(other), &$1) }
        try look(&couple)
        #expect(Pursuits(couple.ben.home).theirs.map { $0.begun.fields.text } == ["A flight"])
        let entries = couple.relay.envelopes(in: couple.shared).count
        try ben.act(&couple.ben, .joined(id, begun: first))
        try look(&couple)
        #expect(couple.relay.envelopes(in: couple.shared).count == entries)
        #expect(Pursuits(couple.ana.home).ours.isEmpty && Pursuits(couple.ben.home).theirs.count == 1)
    }

    @Test("what is put aside is gone for one alone, and leaves nothing in what both can read")
    func aside() throws {
        var couple = try Couple()
        var (ana, ben) = (Hand(), Hand())
        let id = try begun(&couple, &ana)
        let entries = couple.ana.home.ours?.log.count
        try ben.act(&couple.ben, .putAside(id))
        try look(&couple)
        #expect(Pursuits(couple.ben.home).theirs.isEmpty && Pursuits(couple.ana.home).mine.count == 1)
        #expect(couple.ana.home.ours?.log.count == entries)
        try ana.act(&couple.ana, .takenBack)
        try look(&couple)
        #expect(Pursuits(couple.ana.home).mine.isEmpty)
        #expect(!couple.relay.has("The night train south", in: couple.shared), "its words are erased")
    }

    @Test("a next step, notes by both, an end by either, and a look back; each takes back their own")
    func course() throws {
        var couple = try Couple()
        var (ana, ben) = (Hand(), Hand())
        let id = try begun(&couple, &ana)
        try ben.join(&couple.ben, id)
        ben.page.enter(id)
        try couple.ben.act { ben.page.update(.step(.typed), Occurrence(text: "Look up the bunks"), &$0, &$1) }
        let today = couple.ben.home.today(couple.ben.world)
        try couple.ben.act { ben.page.update(.dayTyped, Occurrence(text: today.text), &$0, &$1) }
        try ben.act(&couple.ben, .step(.sent))
        try look(&couple)
        let step = try #require(couple.ana.home.pursuit(id)?.step)
        #expect(step.fields.text == "Look up the bunks" && step.fields.day == today)
        #expect(Errand(couple.ana.home, couple.ana.world) == .pursuit(try #require(couple.ana.home.pursuit(id))))
        try ana.type(&couple.ana, "The upper one is mine") { .note($0) }
        try ben.type(&couple.ben, "No, mine") { .note($0) }
        try ana.act(&couple.ana, .reached)
        try look(&couple)
        let reached = try #require(couple.ben.home.pursuit(id))
        #expect(reached.step == nil && reached.reached.map { $0.step.fields.text } == ["Look up the bunks"])
        #expect(reached.notes.map { $0.fields.text } == ["The upper one is mine", "No, mine"])
        #expect(Errand(couple.ana.home, couple.ana.world) == nil)
        try ben.act(&couple.ben, .ended(isDone: false))
        try look(&couple)
        try ana.type(&couple.ana, "We never went, and laughed a lot") { .note($0) }
        try look(&couple)
        let past = try #require(Pursuits(couple.ben.home).past.first)
        #expect(past.end?.fields.isDone == false)
        #expect(past.looksBack.map { $0.fields.text } == ["We never went, and laughed a lot"] && past.notes.count == 2)
        // Whoever let it go says that it goes on after all; the other can’t say so for them.
        let end = try #require(past.end?.entry)
        try ana.act(&couple.ana, .undone(end))
        #expect(couple.ana.home.pursuit(id)?.end != nil)
        try ben.act(&couple.ben, .undone(end))
        try look(&couple)
        #expect(Pursuits(couple.ana.home).ours.count == 1)
        let own = try #require(couple.ana.home.pursuit(id)?.notes.first?.entry)
        try ana.act(&couple.ana, .undone(own))
        try look(&couple)
        #expect(!couple.relay.has("The upper one is mine", in: couple.shared))
    }

    @Test("what is typed about one stays with it and outlives a reload; nobody afraid is put in mind of any")
    func drafts() throws {
        var couple = try Couple()
        var ana = Hand()
        let id = try begun(&couple, &ana)
        try couple.ana.act { ana.page.update(.note(.typed), Occurrence(text: "The upper"), &$0, &$1) }
        #expect(ana.page.keptDrafts == ["note/" + id.text: "The upper"])
        ana.page.enter(.zero)
        #expect(ana.page.note.isEmpty)
        ana.page.enter(id)
        #expect(ana.page.note.text == "The upper")
        var again = Pursuing()
        again.resume("The upper", about: "note/" + id.text)
        again.enter(id)
        #expect(again.note.text == "The upper")
        let step = PursuitStepped(pursuit: id, text: "Pack", day: couple.ana.home.today(couple.ana.world))
        var ben = Hand()
        try ben.join(&couple.ben, id)
        try couple.ben.act { $0.write(.pursuitStepped(step), &$1) }
        try look(&couple)
        #expect(couple.ana.home.pursuitForToday(couple.ana.world) != nil)
        try couple.ana.act { $0.suggestAlone(true, &$1) }
        #expect(couple.ana.home.pursuitForToday(couple.ana.world) == nil)
    }
}
