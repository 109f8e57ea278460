import Bytes
import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("Oneself: the journal's forms, care and growth")
struct MyselfTests {
    private func act(_ page: inout Journal, _ device: inout Device, _ actions: Journal.Action..., text: String = "")
        throws
    {
        for action in actions { try device.act { page.update(action, Occurrence(text: text), &$0, &$1) } }
    }

    private func act(_ page: inout Growing, _ device: inout Device, _ actions: Growing.Action..., text: String = "")
        throws
    {
        for action in actions { try device.act { page.update(action, Occurrence(text: text), &$0, &$1) } }
    }

    private func pages(_ device: Device) -> [JournalWritten] {
        device.home.mine.journal(of: device.home.me).compactMap { device.home.mine.journalPage(at: $0)?.fields }
    }

    // MARK: The journal

    // Words typed would fetch the coach's data, which these devices don't have: they are taken up as drafts.

    @Test("feelings alone are a page, chosen and let go of by a tap")
    func feelings() throws {
        var couple = try Couple()
        var page = Journal()
        #expect(page.isEmpty)
        try act(&page, &couple.ana, .feelingChosen("calm"), .feelingChosen("tired"), .feelingChosen("calm"))
        #expect(page.feelings == ["tired"] && !page.isEmpty)
        try act(&page, &couple.ana, .kept)
        #expect(pages(couple.ana) == [JournalWritten(text: "", feelings: ["tired"])])
        #expect(page.isEmpty)
    }

    @Test("of what set one off, each part is kept; back to an ordinary page, nothing that was written is lost")
    func trigger() throws {
        var couple = try Couple()
        var page = Journal()
        try act(&page, &couple.ana, .triggerWanted(true))
        page.draft = "The plan changed"
        page.resume(.did, "Left the room")
        page.resume(.wish, "A word before")
        try act(&page, &couple.ana, .triggerWanted(false))
        #expect(page.draft == "The plan changed\n\nLeft the room\n\nA word before" && page.trigger == nil)
        page.draft = "The plan changed"
        try act(&page, &couple.ana, .triggerWanted(true), .feelingChosen("ruffled"))
        page.resume(.did, "  Left the room ")
        try act(&page, &couple.ana, .kept)
        let trigger = JournalWritten.Trigger(did: "Left the room", wish: "")
        #expect(
            pages(couple.ana) == [JournalWritten(text: "The plan changed", feelings: ["ruffled"], trigger: trigger)])
    }

    @Test("a part that is too long stays, and nothing is written")
    func tooLong() throws {
        var couple = try Couple()
        var page = Journal()
        try act(&page, &couple.ana, .triggerWanted(true))
        page.resume(.wish, String(repeating: "w", count: TextLimit.part + 1))
        try act(&page, &couple.ana, .kept)
        #expect(pages(couple.ana).isEmpty && page.trigger?.wish.count == TextLimit.part + 1)
        try act(&page, &couple.ana, .triggerWanted(false))
        try act(&page, &couple.ana, .kept)
        #expect(pages(couple.ana).count == 1, "as an ordinary page it has room")
    }

    @Test("what isn't finished is kept in parts, and taken up as it was")
    func drafts() {
        var page = Journal()
        page.resume(.prompt, "What was good?")
        page.resume(.feelings, "calm\na bit down")
        page.resume(.did, "Left")
        var again = Journal()
        for part in Journal.DraftPart.allCases where !page.kept(part).isEmpty { again.resume(part, page.kept(part)) }
        #expect(again.prompt == "What was good?" && again.feelings == ["calm", "a bit down"])
        #expect(again.trigger == JournalWritten.Trigger(did: "Left", wish: ""))
    }

    @Test("nothing of it reaches the other, and a page with all that goes with it is erased like any")
    func unseen() throws {
        var couple = try Couple()
        let own = try #require(couple.ana.home.privateSpace?.record.id)
        let before = couple.relay.envelopes(in: couple.shared)
        var page = Journal()
        try act(&page, &couple.ana, .triggerWanted(true), .feelingChosen("turquoise"))
        page.resume(.did, "walked round the lake")
        try act(&page, &couple.ana, .kept)
        var growing = Growing()
        try act(&growing, &couple.ana, .cared(.sleep))
        #expect(couple.relay.envelopes(in: couple.shared) == before)
        #expect(couple.relay.has("round the lake", in: own))
        try couple.ben.look()
        #expect(!couple.ben.keeps("round the lake") && !couple.ben.keeps("care.noted"))
        let entry = try #require(couple.ana.home.mine.journal(of: couple.ana.home.me).first)
        try act(&page, &couple.ana, .removed(couple.ana.home.mine.log.id(at: entry)))
        #expect(!couple.relay.has("round the lake", in: own) && !couple.relay.has("turquoise", in: own))
        #expect(!couple.ana.keeps("round the lake"))
    }

    // MARK: Care

    @Test("a tap notes it, another takes it out, and of a day one entry is left")
    func care() throws {
        var couple = try Couple()
        var page = Growing()
        let today = couple.ana.home.today(couple.ana.world)
        try act(&page, &couple.ana, .cared(.sleep), .cared(.friends))
        #expect(couple.ana.home.care(on: today) == [.sleep, .friends])
        try act(&page, &couple.ana, .cared(.sleep))
        #expect(couple.ana.home.care(on: today) == [.friends])
        try act(&page, &couple.ana, .cared(.friends))
        #expect(couple.ana.home.care(on: today).isEmpty && couple.ana.home.weeksOfCare(couple.ana.world).isEmpty)
        #expect(couple.ben.home.care(on: today).isEmpty)
    }

    @Test("the look back says how often in words, week by week, and nothing of what there wasn't")
    func weeks() throws {
        var couple = try Couple()
        var page = Growing()
        // From a Monday on, so that no week is cut.
        let weekday = couple.ana.home.today(couple.ana.world).weekday
        couple.ana.world.now += Double(8 - weekday) * 86_400_000
        for day in 0..<8 {
            if day < 5 { try act(&page, &couple.ana, .cared(.sleep)) }
            if day == 1 || day == 3 { try act(&page, &couple.ana, .cared(.movement)) }
            if day == 2 || day == 7 { try act(&page, &couple.ana, .cared(.joy)) }
            couple.ana.world.now += 86_400_000
        }
        let weeks = couple.ana.home.weeksOfCare(couple.ana.world)
        #expect(
            weeks == [
                CareWeek(weeksAgo: 0, care: [(.joy, .once)]),
                CareWeek(weeksAgo: 1, care: [(.sleep, .mostDays), (.movement, .someDays), (.joy, .once)]),
            ])
        couple.ana.world.now += 28 * 86_400_000
        #expect(couple.ana.home.weeksOfCare(couple.ana.world).isEmpty)
    }

    // MARK: Growth

    /// Ana grows in something.
    private func grow(_ text: String, _ step: String, _ couple: inout Couple) throws -> Said<GrowthNoted> {
        var page = Growing()
        page.resume(text: text)
        page.resume(step: step)
        try act(&page, &couple.ana, .composing(.sent))
        #expect(page.text.isEmpty && page.step.isEmpty)
        return try #require(couple.ana.home.growths.first)
    }

    /// Whether Ben stands by what he is shown.
    private func isBacked(_ growth: Said<GrowthNoted>, _ couple: Couple) throws -> Bool {
        couple.ana.home.isBacked(try #require(couple.ana.home.shown(growth)))
    }

    @Test("it is one's own until one tap shows it; the other can stand by it, and showing it can end")
    func growth() throws {
        var couple = try Couple()
        let before = couple.relay.envelopes(in: couple.shared)
        var growth = try grow("Saying sooner", "One person this week", &couple)
        #expect(couple.relay.envelopes(in: couple.shared) == before)
        var page = Growing()
        try act(&page, &couple.ana, .shown(growth.entry))
        try couple.ben.look()
        let shown = try #require(couple.ben.home.growthsOfPartner.first)
        #expect(shown.fields.text == "Saying sooner" && shown.fields.step == "One person this week")
        #expect(shown.fields.growth != growth.fields.growth, "the private id stays private")
        var bens = Growing()
        try act(&bens, &couple.ben, .backed(shown.fields.growth))
        #expect(!couple.ben.home.canBack(shown.fields.growth))
        try couple.ana.look()
        growth = try #require(couple.ana.home.growths.first)
        #expect(try isBacked(growth, couple))
        try act(&page, &couple.ana, .hidden(growth.entry))
        try couple.ben.look()
        #expect(couple.ben.home.growthsOfPartner.isEmpty && !couple.relay.has("Saying sooner", in: couple.shared))
        growth = try #require(couple.ana.home.growths.first)
        #expect(growth.fields.shown == nil && growth.fields.text == "Saying sooner")
        try act(&page, &couple.ana, .shown(growth.entry))
        growth = try #require(couple.ana.home.growths.first)
        #expect(try !isBacked(growth, couple), "that was another time")
    }

    @Test("said anew it is anew for the other as well, who still stands by it; off the page it is gone for both")
    func changed() throws {
        var couple = try Couple()
        var growth = try grow("Patience", "", &couple)
        var page = Growing()
        try act(&page, &couple.ana, .shown(growth.entry))
        try couple.ben.look()
        var bens = Growing()
        try act(&bens, &couple.ben, .backed(try #require(couple.ben.home.growthsOfPartner.first).fields.growth))
        try couple.ana.look()
        growth = try #require(couple.ana.home.growths.first)
        try act(&page, &couple.ana, .opened(growth.entry), .changeWanted)
        #expect(page.words.text == "Patience" && page.stepWords.isEmpty)
        try act(&page, &couple.ana, .changing(.sent))
        #expect(couple.ana.home.growths.first?.entry == growth.entry, "nothing was changed")
        try couple.ana.act { home, world in
            var fields = growth.fields
            fields.step = "One breath"
            home.change(growth.entry, to: .growthNoted(fields), &world)
        }
        growth = try #require(couple.ana.home.growths.first)
        #expect(try isBacked(growth, couple))
        try act(&page, &couple.ana, .opened(growth.entry), .letBe)
        try couple.ben.look()
        #expect(couple.ana.home.growths.isEmpty && couple.ben.home.growthsOfPartner.isEmpty)
        #expect(!couple.relay.has("Patience", in: couple.shared))
    }

    @Test("a word for it is taken back without a trace, and there is none to give for what isn't shown")
    func backing() throws {
        var couple = try Couple()
        let growth = try grow("Patience", "", &couple)
        var page = Growing()
        try act(&page, &couple.ana, .shown(growth.entry))
        try couple.ben.look()
        let shown = try #require(couple.ben.home.growthsOfPartner.first)
        var bens = Growing()
        try act(&bens, &couple.ben, .backed(shown.fields.growth), .backingTakenBack(shown.fields.growth))
        #expect(couple.ben.home.canBack(shown.fields.growth))
        try couple.ana.look()
        let now = try #require(couple.ana.home.growths.first)
        #expect(try !isBacked(now, couple))
        let count = couple.ben.home.ours?.log.count
        try act(&bens, &couple.ben, .backed(growth.fields.growth))
        #expect(couple.ben.home.ours?.log.count == count)
    }

    @Test("kept a moment ago, it comes back into its fields")
    func undone() throws {
        var couple = try Couple()
        let growth = try grow("Patience", "One breath", &couple)
        var page = Growing()
        try act(&page, &couple.ana, .undone(growth.entry))
        #expect(page.text.text == "Patience" && page.step.text == "One breath" && couple.ana.home.growths.isEmpty)
    }
}
