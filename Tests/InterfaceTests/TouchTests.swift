import Bytes
import Closeness
import Foundation
@testable import Household
import HouseholdTestSupport
import JSON
import Ledger
import Testing
import Wire

@testable import Interface

@Suite("The touch menu")
struct TouchTests {
    /// Ana at the menu, with kinds of touch for openness 1, 2, 3 and 5.
    private func couple(_ bond: TodayCouple.Bond = .paired) throws -> TodayCouple {
        let menu = """
            "touch":[["hand","A hand on the back","In passing.",1],["hug","A hug that lasts","Until you breathe.",2],\
            ["close","Lying close","With no plan.",3],["desire","To be touched","As you like it.",5]],"articles":[]
            """
        var couple = try TodayCouple(
            bond, at: .touchMenu, content: TodayCouple.content.replacing("\"articles\":[]", with: menu))
        try couple.takeChecks(isPaired: bond == .paired)
        return couple
    }

    private func mark(_ couple: inout TodayCouple, _ kind: String, _ answer: ProposalAnswer) {
        couple.visit.hear(.acted(.touch(.marked(kind, answer)), Occurrence()))
    }

    /// Plays the shim and the relay for one list; gives the wishes that were compared and those that were on the list.
    private func deliver(
        _ couple: inout TodayCouple, bothWant shared: [String]
    ) throws -> (wanted: [String], offered: [String]) {
        let asked = try couple.visit.take("matchTokens")
        #expect(asked.text("topic")?.hasPrefix("touch/") == true)
        let wanted = MatchShim.items(asked)
        try MatchShim.reply(&couple, to: asked, wanted)
        let list = try couple.visit.take("matchList")
        let offered = MatchShim.items(list)
        try MatchShim.reply(&couple, to: list, offered + (offered.count..<64).map { "padding-\($0)" })
        let put = try couple.visit.relay(200, MatchTokens(tokens: shared.map(MatchShim.token)).body)
        #expect(try MatchRequest(body: put.bytes("body") ?? []).tokens.count == 64)
        return (wanted, offered)
    }

    private func entered(_ kind: String) -> Event {
        .planEntered(PlanEntered(practice: "touch/" + kind, round: "2026-W47"))
    }

    @Test("the menu goes as far as the more careful of the two is ready to, and says that there is more")
    func slower() throws {
        let couple = try couple()
        #expect(couple.screen.says("A hand on the back") && couple.screen.says("Lying close"))
        #expect(!couple.screen.says("To be touched"))
        #expect(couple.screen.says("There’s more here for two who are both ready"))
    }

    @Test("whatever is marked stays private; a menu of nothing but no goes out like any other")
    func privately() throws {
        var couple = try couple()
        let shared = try couple.ours.log.count
        mark(&couple, "hand", .never)
        mark(&couple, "hug", .notNow)
        #expect(!couple.visit.effects.contains { $0.name == "matchTokens" })
        try couple.visit.press("That’s all for now")
        let sent = try deliver(&couple, bothWant: [])
        #expect(sent.wanted.isEmpty && sent.offered.isEmpty)
        #expect(try couple.ours.log.count == shared)
        #expect(couple.screen.says("Nothing shows yet"))
    }

    @Test("a yes of both shows once each has said so, and is no part of the plan")
    func agreed() throws {
        var couple = try couple()
        mark(&couple, "hand", .yes)
        mark(&couple, "close", .yes)
        try couple.visit.press("That’s all for now")
        let sent = try deliver(&couple, bothWant: ["touch/hand"])
        #expect(sent.wanted == ["touch/close", "touch/hand"] && sent.offered == sent.wanted)
        #expect(try couple.ours.planned(by: [couple.me]).map { $0.fields.practice } == ["touch/hand"])
        #expect(couple.screen.says("Nothing shows yet"), "Ben's phone hasn't said so yet")
        try couple.arrive(entered("hand"))
        try couple.arrive(entered("hug"))
        couple.settle()
        #expect(couple.visit.state.pages.touch.menu?.shared.map(\.id) == ["hand"])
        #expect(try couple.home.plan.agreed.isEmpty)
    }

    @Test("a no counts at once, from either, and the yes that was on this week's list doesn't bring it back")
    func retracted() throws {
        var couple = try couple()
        mark(&couple, "hand", .yes)
        mark(&couple, "hug", .yes)
        try couple.visit.press("That’s all for now")
        _ = try deliver(&couple, bothWant: ["touch/hand", "touch/hug"])
        try couple.arrive(entered("hand"))
        try couple.arrive(entered("hug"))
        couple.settle()
        #expect(couple.visit.state.pages.touch.menu?.shared.map(\.id) == ["hand", "hug"])
        mark(&couple, "hand", .never)
        #expect(couple.visit.state.pages.touch.menu?.shared.map(\.id) == ["hug"])
        #expect(try !couple.ours.planned(by: [couple.me]).contains { $0.fields.practice == "touch/hand" })
        try couple.arrive(entered("hand"))
        couple.settle()
        #expect(couple.visit.state.pages.touch.menu?.shared.map(\.id) == ["hug"])
        try couple.arrive(.planRested(PlanRested(practice: "touch/hug")))
        couple.settle()
        #expect(couple.visit.state.pages.touch.menu?.shared.isEmpty == true)
        #expect(couple.visit.state.pages.touch.menu?.mark("hug") == .yes, "one's own mark stays one's own")
    }

    @Test("a no on another device takes out what this one had said yes to")
    func otherDevice() throws {
        var couple = try couple()
        try couple.remember(entered("hand"), daysAgo: 0.2, shared: true)
        try couple.arrive(entered("hand"), daysAgo: 0.1)
        try couple.remember(
            .proposalAnswered(ProposalAnswered(round: "2026-W47", practice: "touch/hand", answer: .never)))
        couple.settle()
        #expect(couple.visit.state.pages.touch.menu?.shared.isEmpty == true)
        #expect(try couple.ours.planned(by: [couple.me]).isEmpty)
    }

    @Test("for somebody who is afraid the page is the same, and nothing goes out of what was wished before")
    func afraid() throws {
        var couple = try couple()
        mark(&couple, "hand", .yes)
        /// The page down to where practices are suggested, which are others, and as many.
        func menu() -> String? { couple.screen.text.components(separatedBy: "More about touch").first }
        let before = menu()
        try couple.remember(.settingSet(SettingSet(key: Home.companySetting, value: "one")), daysAgo: -0.001)
        couple.settle(after: 100_000)
        #expect(couple.visit.state.home?.choseSafe == true)
        #expect(menu() == before && before?.contains("Lying close") == true)
        try couple.visit.press("That’s all for now")
        let sent = try deliver(&couple, bothWant: [])
        #expect(sent.wanted == ["touch/hand"] && sent.offered.isEmpty)
    }

    @Test("alone, marks wait in private, and nothing goes out")
    func alone() throws {
        var couple = try couple(.alone)
        mark(&couple, "hand", .yes)
        #expect(couple.screen.button("That’s all for now") == nil)
        couple.settle(after: 4 * 3_600_000)
        #expect(!couple.visit.effects.contains { $0.name == "matchTokens" })
        #expect(couple.visit.state.pages.touch.menu?.mark("hand") == .yes)
    }
}
