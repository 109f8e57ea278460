import Bytes
import Ledger
import Testing

@testable import Household
@testable import Interface

@Suite("The page of kindness in secret")
struct KindnessViewTests {
    @Test("one is planned, done and shown, and each step can be undone or left")
    func walk() throws {
        var couple = try TodayCouple(.paired, at: .mine)
        try couple.visit.press("Kindness in secret Planned by you, seen by nobody")
        #expect(couple.visit.state.shell.place == .kindness)
        #expect(couple.screen.says("Ben never sees this page, nor that there’s anything on it."))
        let shared = try couple.ours.log.count
        try couple.visit.type("The bicycle, cleaned", into: "What I’d like to do")
        try couple.visit.press("Sometime today")
        try couple.visit.press("Keep it secret")
        #expect(couple.screen.says("The bicycle, cleaned For today"))
        #expect(couple.visit.state.shell.toast == "Kept. Nobody else can see it.")
        try couple.visit.press("I’ve done it")
        #expect(couple.screen.says("Done on 19 November"))
        #expect(try couple.ours.log.count == shared)
        try couple.visit.press("Show Ben")
        #expect(couple.screen.field("What Ben will read")?.value == "The bicycle, cleaned")
        try couple.visit.press("Keep it to myself")
        try couple.visit.press("Show Ben")
        try couple.visit.press("Show Ben")
        #expect(couple.screen.says("Ben can read it in your story"))
        #expect(couple.screen.button("Show Ben") == nil)
        couple.go(.story)
        #expect(couple.screen.says("The bicycle, cleaned"))
    }

    @Test("alone too one can plan, and there is nobody to show it to")
    func alone() throws {
        var couple = try TodayCouple(.alone, at: .kindness)
        try couple.visit.type("Soup", into: "What I’d like to do")
        try couple.visit.press("Keep it secret")
        try couple.visit.press("I’ve done it")
        #expect(!couple.screen.all("button").contains { $0.name.hasPrefix("Show") })
    }

    @Test("Today says that there is a note, and not what it is")
    func today() throws {
        var couple = try TodayCouple(.paired, at: .kindness)
        try couple.takeChecks()
        try couple.visit.type("The good bread", into: "What I’d like to do")
        try couple.visit.press("Sometime today")
        try couple.visit.press("Keep it secret")
        couple.go(.today)
        #expect(!couple.screen.says("bread"))
        try couple.visit.press("A note you left for today Only you can open it")
        #expect(couple.screen.says("The good bread"))
        try couple.visit.press("What to do about “The good bread”")
        try couple.visit.press("Take it off the page")
        #expect(!couple.screen.says("The good bread"))
    }
}
