import Bytes
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Household

@Suite("Evenings for talks, and talks that were")
struct TalkEveningTests {
    private let hour: Int64 = 3_600_000
    /// In two hours: it is the morning when the tests begin.
    private var soon: Int64 { Int64(Device.start) + 2 * hour }

    private func look(_ couple: inout Couple) throws {
        try couple.ana.look()
        try couple.ben.look()
    }

    private func evenings(_ device: Device) -> TalkEvenings { TalkEvenings(device.home, device.world) }
    private func near(_ device: Device) -> TalkErrand? { TalkErrand.near(evenings(device), device.home, device.world) }
    private func waiting(_ device: Device) -> TalkErrand? { TalkErrand.waiting(evenings(device), device.home) }

    private func act(_ device: inout Device, _ actions: TalkPlanning.Action...) throws {
        var page = TalkPlanning()
        for action in actions { try device.act { page.update(action, Occurrence(), &$0, &$1) } }
    }

    /// Ana has asked for an evening.
    private func asked(_ couple: inout Couple) throws -> Identifier {
        try couple.ana.act { [soon] in $0.write(.talkSuggested(TalkSuggested(script: "talk", at: soon)), &$1) }
        try look(&couple)
        return try #require(evenings(couple.ana).mine.first?.entry)
    }

    @Test("an evening is one of both by the other’s own yes; both see it on its day")
    func agreeing() throws {
        var couple = try Couple()
        let entry = try asked(&couple)
        try act(&couple.ana, .agreed(entry))
        try couple.ana.act { $0.write(.talkAgreed(TalkEveningMark(evening: entry)), &$1) }
        try look(&couple)
        #expect(evenings(couple.ana).agreed.isEmpty && near(couple.ben) == nil, "nobody agrees with themselves")
        #expect(waiting(couple.ben) != nil && waiting(couple.ana) == nil)
        try act(&couple.ben, .agreed(entry))
        try look(&couple)
        for device in [couple.ana, couple.ben] {
            let talk = try #require(evenings(device).agreed.first)
            #expect(talk.at == soon && near(device) == .today(talk))
            #expect(Errand(device.home, device.world) == .talk(.today(talk)))
        }
        couple.ana.world.now -= Double(24 * hour)
        #expect(near(couple.ana) == nil, "not the day before")
    }

    @Test("called off, it is told until the day is over, and leaves nothing then; whoever did may take that back")
    func callingOff() throws {
        var couple = try Couple()
        let entry = try asked(&couple)
        try act(&couple.ben, .agreed(entry), .calledOff(entry))
        try look(&couple)
        for device in [couple.ana, couple.ben] {
            #expect(evenings(device).agreed.isEmpty && evenings(device).calledOff.count == 1)
            guard case .calledOff? = near(device) else { throw Unexpected() }
        }
        try act(&couple.ana, .restored(entry))
        try look(&couple)
        #expect(evenings(couple.ben).agreed.isEmpty, "the other’s word stands")
        try act(&couple.ben, .restored(entry))
        try look(&couple)
        #expect(evenings(couple.ana).agreed.count == 1)
        try act(&couple.ana, .calledOff(entry))
        couple.ana.world.now += Double(24 * hour)
        #expect(evenings(couple.ana).calledOff.isEmpty && near(couple.ana) == nil)
    }

    private struct Unexpected: Error {}

    @Test("a no is nobody’s to see: put aside for oneself alone, and gone for both when its hour has come")
    func aside() throws {
        var couple = try Couple()
        let entry = try asked(&couple)
        let entries = couple.ana.home.ours?.log.count
        try act(&couple.ben, .putAside(entry))
        try look(&couple)
        #expect(evenings(couple.ben).theirs.isEmpty && waiting(couple.ben) == nil)
        #expect(evenings(couple.ana).mine.count == 1 && couple.ana.home.ours?.log.count == entries)
        couple.ana.world.now += Double(3 * hour)
        #expect(evenings(couple.ana).mine.isEmpty && near(couple.ana) == nil)
    }

    @Test("nobody afraid is put in mind of a talk; the list is as it is for anybody")
    func afraid() throws {
        var couple = try Couple()
        let entry = try asked(&couple)
        try couple.ben.act { $0.suggestAlone(true, &$1) }
        #expect(waiting(couple.ben) == nil && evenings(couple.ben).theirs.count == 1)
        try act(&couple.ben, .agreed(entry))
        #expect(near(couple.ben) == nil && evenings(couple.ben).agreed.count == 1)
    }

    @Test("an evening needs a day and an hour to come")
    func asking() throws {
        var couple = try Couple()
        var page = TalkPlanning()
        func act(_ action: TalkPlanning.Action, _ text: String = "") throws {
            try couple.ana.act { page.update(action, Occurrence(text: text), &$0, &$1) }
        }
        try act(.asked("talk"))
        #expect(page.isTimeMissing)
        let today = couple.ana.home.today(couple.ana.world)
        try act(.time(.day), try #require(today.advanced(by: -1)).text)
        try act(.asked("talk"))
        #expect(page.isPast && !page.isTimeMissing && evenings(couple.ana).mine.isEmpty)
        try act(.time(.day), try #require(today.advanced(by: 1)).text)
        try act(.asked("talk"))
        #expect(evenings(couple.ana).mine.count == 1)
    }

    // MARK: Talks that were

    private let conversation = Identifier(high: 7, low: 7)

    private func hold(_ couple: inout Couple, isMoved: Bool = true) throws {
        let (conversation, me) = (conversation, couple.ana.home.me)
        try couple.ana.act {
            $0.write(
                .conversationStarted(
                    ConversationStarted(conversation: conversation, script: "talk", devices: .two, first: me)), &$1)
        }
        if isMoved {
            try couple.ana.act {
                $0.write(
                    .conversationMoved(
                        ConversationMoved(
                            conversation: conversation, step: ConversationStep(name: "hear", number: 1), turn: 0,
                            speaker: me, startedAt: Int64($1.now), note: "It was about the evenings.")), &$1)
            }
        }
        try couple.ana.act { $0.write(.conversationEnded(ConversationMark(conversation: conversation)), &$1) }
        try look(&couple)
    }

    private func past(_ device: Device) -> [PastTalk] { device.home.pastTalks(device.world, most: 20) }

    @Test("the history has a talk’s name and day, and nothing that was said; one that was never begun isn’t in it")
    func history() throws {
        var couple = try Couple()
        try hold(&couple, isMoved: false)
        #expect(past(couple.ben).isEmpty)
        couple = try Couple()
        try hold(&couple)
        let talk = try #require(past(couple.ben).first)
        #expect(talk.name == "In turns" && talk.day == couple.ben.home.today(couple.ben.world))
        #expect(talk.line == nil && talk.mine == nil && talk.theirs == nil)
    }

    @Test("a line stays once both keep it, word by word; either takes their word back alone")
    func lines() throws {
        var couple = try Couple()
        try hold(&couple)
        try couple.ana.act { [conversation] in $0.keepLine("We both want a garden", of: conversation, &$1) }
        try look(&couple)
        let theirs = try #require(past(couple.ben).first?.theirs)
        #expect(past(couple.ben).first?.line == nil && past(couple.ana).first?.mine != nil)
        try act(&couple.ben, .lineAgreed(theirs.entry))
        try look(&couple)
        for device in [couple.ana, couple.ben] {
            #expect(past(device).first?.line?.fields.text == "We both want a garden")
            #expect(past(device).first?.mine == nil && past(device).first?.theirs == nil)
        }
        // Other words ask anew.
        try couple.ana.act { [conversation] in $0.keepLine("We want a dog", of: conversation, &$1) }
        try look(&couple)
        #expect(past(couple.ben).first?.line == nil && past(couple.ben).first?.theirs?.fields.text == "We want a dog")
        try act(&couple.ben, .lineTakenBack(conversation))
        try act(&couple.ana, .lineTakenBack(conversation))
        try look(&couple)
        #expect(past(couple.ana).first?.theirs == nil && past(couple.ana).first?.mine == nil)
        for words in ["We both want a garden", "We want a dog"] {
            #expect(!couple.relay.has(words, in: couple.shared), "its words are erased")
        }
    }

    @Test("the other’s line is put aside for oneself alone")
    func lineAside() throws {
        var couple = try Couple()
        try hold(&couple)
        try couple.ana.act { [conversation] in $0.keepLine("We both want a garden", of: conversation, &$1) }
        try look(&couple)
        let entries = couple.ana.home.ours?.log.count
        let theirs = try #require(past(couple.ben).first?.theirs)
        try act(&couple.ben, .linePutAside(theirs.entry))
        try look(&couple)
        #expect(past(couple.ben).first?.theirs == nil && past(couple.ana).first?.mine != nil)
        #expect(couple.ana.home.ours?.log.count == entries)
    }
}
