import Bytes
import HouseholdTestSupport
import Ledger
import Library
import Testing

@testable import Household
@testable import Interface

@Suite("The pages of oneself")
struct MyselfViewTests {
    private static let content = TodayCouple.content.replacing(
        "\"journeys\":[]",
        with: """
            "journeys":[],"prompts":[["bread","day","What did the bread smell of?",1],["bridge","two","Which bridge is yours?"],\
            ["stairs","hard","What carried you up the stairs?",1]]
            """)

    private func journal() throws -> TodayCouple { try TodayCouple(.paired, at: .journal, content: Self.content) }

    // MARK: The journal

    @Test("a page begins with a question when one is wanted, of a theme when one is chosen, and says so later")
    func prompts() throws {
        var couple = try journal()
        #expect(!couple.screen.says("bread"))
        try couple.visit.press("Something to begin with")
        try couple.visit.press("Hard days")
        #expect(couple.screen.says("What carried you up the stairs?"))
        try couple.visit.type("The cat, waiting.", into: "A new page")
        try couple.visit.press("Keep it")
        #expect(couple.screen.says("What carried you up the stairs?") && couple.screen.says("The cat, waiting."))
        let page = try #require(try couple.mine.journal(of: couple.me).first)
        #expect(try couple.mine.journalPage(at: page)?.fields.prompt == "What carried you up the stairs?")
        try couple.visit.press("Something to begin with")
        try couple.visit.press("Without a question")
        #expect(couple.screen.button("Without a question") == nil)
    }

    @Test("before somebody afraid stands no question that isn't safe, and every theme has one")
    func safePrompts() throws {
        var couple = try journal()
        try couple.remember(.settingSet(SettingSet(key: Home.companySetting, value: "one")))
        try couple.visit.press("Something to begin with")
        for _ in 0..<12 {
            #expect(!couple.screen.says("Which bridge is yours?"))
            try couple.visit.press("Another question")
        }
        try couple.visit.press("The two of us")
        #expect(!couple.screen.says("Which bridge is yours?"))
        #expect(couple.screen.says("What did the bread smell of?") || couple.screen.says("What carried you up"))
    }

    @Test("feelings are found by their families and chosen by taps, none of them said to somebody")
    func feelings() throws {
        var couple = try journal()
        try couple.visit.press("Name the feeling")
        try couple.visit.bringCoach()
        try couple.visit.press("loneliness")
        #expect(couple.screen.button("far from you") == nil)
        try couple.visit.press("left out")
        try couple.visit.press("tiredness")
        try couple.visit.press("worn out")
        try couple.visit.press("Keep it")
        #expect(couple.screen.says("Felt: left out, worn out"))
        #expect(couple.screen.button("left out") == nil)
    }

    @Test("what set one off has a short form of its own, and every field of it is read for harm")
    func trigger() throws {
        var couple = try journal()
        try couple.visit.press("Something set me off")
        try couple.visit.type("The plan changed again.", into: "What happened")
        try couple.visit.type("Left the room.", into: "What I did")
        try couple.visit.type("A word before.", into: "What I’d like")
        try couple.visit.press("Keep it")
        #expect(couple.screen.says("What I did") && couple.screen.says("Left the room."))
        try couple.visit.press("Something set me off")
        try couple.visit.type("He hit me again last night and I don't know where to go.", into: "What I did")
        try couple.visit.bringCoach()
        #expect(couple.screen.says("I believe you."))
    }

    // MARK: Care and growth

    @Test("care is tapped, and the weeks are told in words")
    func care() throws {
        var couple = try TodayCouple(.paired, at: .mine)
        try couple.visit.press("Myself Care, and what I’m growing in")
        let shared = try couple.ours.log.count
        try couple.visit.press("Slept enough")
        try couple.visit.press("Was with a friend")
        #expect(couple.screen.button("Slept enough")?.attributes["aria-pressed"] == "true")
        #expect(couple.screen.says("This week you slept enough once and were with a friend once."))
        try couple.visit.press("Slept enough")
        #expect(couple.screen.says("This week you were with a friend once."))
        #expect(try couple.ours.log.count == shared)
    }

    @Test("what one grows in is kept, shown by one tap, changed for both, and shown no more")
    func growth() throws {
        var couple = try TodayCouple(.paired, at: .myself)
        try couple.visit.type("saying sooner when it’s too much", into: "I’m growing in")
        try couple.visit.type("telling Ben on Sunday", into: "A next step, if you like")
        try couple.visit.press("Keep it")
        #expect(couple.visit.state.shell.toast == "Kept. Only you can see it.")
        #expect(couple.screen.says("Next: telling Ben on Sunday"))
        try couple.visit.press("Show Ben")
        #expect(couple.screen.says("Ben can read this"))
        let shown = try #require(try couple.ours.growthsShown(of: couple.me).first)
        try couple.arrive(.growthBacked(GrowthBacked(growth: shown.fields.growth)))
        couple.settle()
        #expect(couple.screen.says("Ben is with you in this"))
        try couple.visit.press("What to do about “saying sooner when it’s too much”")
        try couple.visit.press("Change it")
        // The field of a new one has the same name, and stands below.
        couple.visit.hear(.acted(.growing(.changing(.typed)), Occurrence(text: "saying it")))
        try couple.visit.press("Keep the change")
        #expect(try couple.ours.growthsShown(of: couple.me).map(\.fields.text) == ["saying it"])
        try couple.visit.press("Stop showing it")
        #expect(try couple.ours.growthsShown(of: couple.me).isEmpty)
        #expect(couple.screen.says("saying it") && couple.screen.button("Show Ben") != nil)
    }

    @Test("what the other shows can be backed and the word taken back; the row behind the round letter tells of it")
    func theirs() throws {
        var couple = try TodayCouple(.paired, at: .mine)
        try couple.arrive(.growthShown(GrowthShown(growth: Sample.id(40), text: "Swimming", step: "Twice this week")))
        couple.settle()
        try couple.visit.press("Myself Ben shows you what they’re growing in")
        #expect(couple.screen.says("What Ben is growing in") && couple.screen.says("Next: Twice this week"))
        try couple.visit.press("I’m with you")
        #expect(try couple.ours.backing(of: Sample.id(40), by: couple.me) != nil)
        #expect(couple.screen.says("You’ve told Ben that you’re with them"))
        try couple.visit.press("Take it back")
        #expect(try couple.ours.backing(of: Sample.id(40), by: couple.me) == nil)
        #expect(couple.screen.button("I’m with you") != nil)
        try couple.remember(.settingSet(SettingSet(key: Home.companySetting, value: "one")))
        couple.go(.mine)
        #expect(!couple.screen.says("Ben shows you"), "nobody afraid is led there")
    }

    @Test("alone there is nobody to show it to")
    func alone() throws {
        var couple = try TodayCouple(.alone, at: .myself)
        try couple.visit.type("patience", into: "I’m growing in")
        try couple.visit.press("Keep it")
        #expect(!couple.screen.all("button").contains { $0.name.hasPrefix("Show") })
    }
}
