@testable import Household
import HouseholdTestSupport
import Ledger
import Markup
import Testing

@testable import Interface

@Suite("Lines about what was done")
struct DeedLineTests {
    /// A line that Ana has kept on Today.
    private func kept(_ words: String) throws -> TodayCouple {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("door")
        try couple.visit.press("We did this")
        try couple.visit.press("Good")
        try couple.visit.press("Add a line")
        try couple.visit.type(words, into: "A line about it. Ben can read it too.")
        try couple.visit.press("Keep the line")
        return couple
    }

    @Test("a line stands where it was kept, is changed there, and says so")
    func changed() throws {
        var couple = try kept("On the thrid try")
        #expect(couple.screen.says("On the thrid try") && couple.screen.says("Kept."))
        try couple.visit.press("Change or take back")
        try couple.visit.press("Change it")
        try couple.visit.type("On the third try", into: "Change it")
        try couple.visit.press("Keep the change")
        #expect(couple.screen.says("On the third try") && !couple.screen.says("thrid"))
        #expect(try couple.home.standing(of: "door", on: couple.today) == .done(byMe: true, helped: 3))
        couple.go(.practice("door"))
        #expect(couple.screen.says("Lines about it") && couple.screen.says("On the third try"))
        #expect(couple.screen.says("changed"))
        try couple.visit.press("Change or take back")
        try couple.visit.press("Take it back")
        #expect(!couple.screen.says("On the third try") && !couple.screen.says("Lines about it"))
        #expect(try couple.home.standing(of: "door", on: couple.today) == .done(byMe: true, helped: 3))
    }

    @Test("the partner's line can be read, and is theirs to change")
    func theirs() throws {
        var couple = try TodayCouple(.paired, at: .practice("door"))
        try couple.takeChecks()
        try couple.plan("door")
        let day = try #require(try couple.today.advanced(by: -2))
        try couple.arrive(.practiceDone(PracticeDone(practice: "door", day: day, note: "In the rain")), daysAgo: 2)
        couple.settle()
        #expect(couple.screen.says("In the rain") && couple.screen.says("Ben, 17 November"))
        #expect(couple.screen.button("Change or take back") == nil)
    }

    @Test("a line goes with its deed, and comes back with it")
    func withTheDeed() throws {
        var couple = try kept("On the third try")
        try couple.visit.press("Not done after all")
        #expect(try couple.home.lines(about: "door", limit: 5).isEmpty)
        couple.settle()
        try couple.visit.press("We did after all")
        try couple.visit.press("Add a line")
        #expect(couple.screen.field("A line about it. Ben can read it too.")?.value == "On the third try")
    }
}
