import Bytes
import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("Kindness in secret")
struct KindnessTests {
    private func act(
        _ page: inout KindnessPlanning, _ device: inout Device, _ actions: KindnessPlanning.Action...,
        text: String = ""
    ) throws {
        for action in actions { try device.act { page.update(action, Occurrence(text: text), &$0, &$1) } }
    }

    /// Ana plans something for Ben.
    private func plan(_ text: String, for day: NearDay?, _ couple: inout Couple) throws -> Kindness {
        var page = KindnessPlanning()
        try act(&page, &couple.ana, .composing(.typed), text: text)
        if let day { try act(&page, &couple.ana, .dayChosen(day)) }
        try act(&page, &couple.ana, .composing(.sent))
        #expect(page.plan.isEmpty && page.day == nil)
        return try #require(Kindnesses(couple.ana.home).planned.first { $0.planned.fields.text == text })
    }

    @Test("until it is shown the other is given nothing, and what the relay has looks like any private entry")
    func unseen() throws {
        var couple = try Couple()
        let own = try #require(couple.ana.home.privateSpace?.record.id)
        try couple.ana.act { $0.write(.journalWritten(JournalWritten(text: "A page.")), &$1) }
        let before = couple.relay.envelopes(in: couple.shared)
        let kindness = try plan("The bicycle, cleaned", for: .today, &couple)
        var page = KindnessPlanning()
        try act(&page, &couple.ana, .done(kindness.planned.entry))
        #expect(couple.relay.envelopes(in: couple.shared) == before)
        #expect(!couple.relay.has("bicycle", in: couple.shared) && couple.relay.has("bicycle", in: own))
        try couple.ben.look()
        #expect(!couple.ben.keeps("bicycle") && Kindnesses(couple.ben.home).planned.isEmpty)
    }

    @Test(
        "shown, it stands in the story of both, in the words that its maker chose; taken back there, it can be shown again"
    )
    func shown() throws {
        var couple = try Couple()
        let kindness = try plan("The bicycle, cleaned", for: nil, &couple)
        #expect(!couple.ana.home.canShow(kindness), "not before it is done")
        var page = KindnessPlanning()
        try act(&page, &couple.ana, .done(kindness.planned.entry), .showWanted(kindness.planned.entry))
        #expect(page.words.text == "The bicycle, cleaned")
        try act(&page, &couple.ana, .showing(.typed), text: "I cleaned your bicycle while you slept.")
        try act(&page, &couple.ana, .showing(.sent))
        try couple.ben.look()
        func moments(_ device: Device) -> [String] {
            let ours = device.home.ours
            return (ours?.moments ?? []).compactMap { ours?.moment(at: $0)?.fields.text }
        }
        #expect(moments(couple.ben) == ["I cleaned your bicycle while you slept."])
        let done = try #require(Kindnesses(couple.ana.home).done.first)
        #expect(!couple.ana.home.canShow(done), "once is enough")
        #expect(Kindnesses(couple.ana.home).done.count == 1)
        let first = try #require(done.done?.fields.moment)
        let other = MomentKept(
            text: "I cleaned your bicycle.", day: couple.ana.home.today(couple.ana.world), instead: first)
        try couple.ana.act { $0.change(first, to: .momentKept(other), &$1) }
        #expect(!couple.ana.home.canShow(done), "in other words it is still shown")
        let moment = try #require(couple.ana.home.ours?.moments.last.flatMap { couple.ana.home.ours?.log.id(at: $0) })
        try couple.ana.act { $0.takeBack(moment, &$1) }
        #expect(couple.ana.home.canShow(done))
    }

    @Test("a day brings it to its maker's mind, and to nobody's who is afraid or has done it")
    func today() throws {
        var couple = try Couple()
        let kindness = try plan("The good bread", for: .tomorrow, &couple)
        func minded(_ device: Device) -> Bool { device.home.plannedKindness(for: device.home.today(device.world)) }
        #expect(!minded(couple.ana))
        couple.ana.world.now += 86_400_000
        couple.ben.world.now += 86_400_000
        #expect(minded(couple.ana) && !minded(couple.ben))
        try couple.ana.act { $0.suggestAlone(true, &$1) }
        #expect(!minded(couple.ana))
        try couple.ana.act { $0.suggestAlone(false, &$1) }
        var page = KindnessPlanning()
        try act(&page, &couple.ana, .done(kindness.planned.entry))
        #expect(!minded(couple.ana))
        let done = try #require(Kindnesses(couple.ana.home).done.first?.done)
        try act(&page, &couple.ana, .undone(done.entry))
        #expect(minded(couple.ana))
    }

    @Test("it is said anew, or goes for good, with its words")
    func changed() throws {
        var couple = try Couple()
        let own = try #require(couple.ana.home.privateSpace?.record.id)
        let kindness = try plan("The turquoise lamp", for: .week, &couple)
        var page = KindnessPlanning()
        try act(&page, &couple.ana, .opened(kindness.planned.entry), .changeWanted)
        try act(&page, &couple.ana, .changing(.typed), text: "The green lamp")
        try act(&page, &couple.ana, .changing(.sent))
        let now = try #require(Kindnesses(couple.ana.home).planned.first)
        #expect(now.planned.fields.text == "The green lamp" && now.planned.fields.day == kindness.planned.fields.day)
        #expect(!couple.relay.has("turquoise", in: own) && couple.relay.has("green lamp", in: own))
        try act(&page, &couple.ana, .opened(now.planned.entry), .letBe)
        #expect(Kindnesses(couple.ana.home).planned.isEmpty && !couple.relay.has("green lamp", in: own))
        #expect(!couple.ana.keeps("green lamp"))
    }

    @Test("what was planned a moment ago comes back into the field with its day")
    func undone() throws {
        var couple = try Couple()
        let kindness = try plan("Soup", for: .fortnight, &couple)
        var page = KindnessPlanning()
        try act(&page, &couple.ana, .undone(kindness.planned.entry))
        #expect(page.plan.text == "Soup" && page.day == .fortnight)
        try act(&page, &couple.ana, .dayChosen(.fortnight))
        #expect(page.day == nil, "the chosen one again is none")
    }
}
