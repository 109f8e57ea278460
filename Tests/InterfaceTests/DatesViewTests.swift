import Bytes
import Ledger
import Testing

@testable import Household
@testable import Interface

@Suite("The page of dates")
struct DatesViewTests {
    private let date = Identifier(high: 7, low: 7)

    /// A day in the near future.
    private func day(_ couple: TodayCouple) throws -> Day { try #require(try couple.today.advanced(by: 3)) }

    @Test("the other’s draw is turned over or put aside, and nobody is told of that")
    func choosing() throws {
        var couple = try TodayCouple(.paired, at: .dates)
        try couple.takeChecks()
        try couple.arrive(.dateDrawn(DateDrawn(date: date, ideas: ["toast", "ship", "tram"])), daysAgo: 0.1)
        couple.go(.today)
        try couple.visit.press("Ben drew from the hat Turn one over")
        try couple.visit.press("None of these")
        #expect(couple.screen.says("It’s off your page. Ben isn’t told."))
        #expect(!couple.screen.says("Ben drew from the hat"))
        #expect(try couple.ours.openDates.count == 1, "it is there for him as it was")
    }

    @Test("an evening is suggested, needs a day to come, and is taken back; one that was agreed goes into the calendar")
    func planning() throws {
        var couple = try TodayCouple(.paired, at: .date("toast"))
        try couple.visit.press("Suggest it to Ben")
        #expect(couple.screen.says("Choose a day and a time first."))
        try couple.visit.type(couple.today.text, into: "Day")
        try couple.visit.type("00:00", into: "Time")
        try couple.visit.press("Suggest it to Ben")
        #expect(couple.screen.says("That has already been."))
        try couple.visit.type(day(couple).text, into: "Day")
        try couple.visit.type("20:15", into: "Time")
        try couple.visit.press("Suggest it to Ben")
        #expect(
            couple.screen.says("You’ve suggested it to Ben") && couple.screen.button("Save it for my calendar") == nil)
        try couple.visit.press("Take it back")
        #expect(!couple.screen.says("You’ve suggested it to Ben"))
    }

    @Test("once a date is over, Today offers to keep it as a moment")
    func over() throws {
        var couple = try TodayCouple(.paired, at: .today)
        let plan = try couple.visit.state.shell.world.milliseconds(on: couple.today, minute: 20 * 60 + 30)
        try couple.remember(.datePlanned(DatePlanned(date: date, idea: "tram", at: plan)), daysAgo: 2, shared: true)
        let asked = try #require(try couple.home.shownDates(couple.visit.state.shell.world).first?.plan?.entry)
        try couple.arrive(.dateAgreed(DateAgreed(date: date, plan: asked)), daysAgo: 1)
        couple.settle()
        #expect(couple.screen.says("Today at 20:30"))
        couple.settle(after: 2.5 * 3_600_000)
        try couple.visit.press("To the end of the line Keep it as a moment")
        #expect(couple.screen.says("Undo") && !couple.screen.says("Keep it as a moment"))
    }

    @Test("one’s own idea goes into the hat and out of it, and its words outlive a reload")
    func hat() throws {
        var couple = try TodayCouple(.paired, at: .dates)
        try couple.visit.type("The boat that never leaves", into: "An idea of your own")
        #expect(
            try couple.visit.state.pages.drafts(of: .dates, couple.home).first?.text == "The boat that never leaves")
        try couple.visit.press("Into the hat")
        #expect(couple.screen.says("One idea in your hat"))
        try couple.visit.press("Take it out of the hat")
        #expect(couple.screen.says("Your hat is empty"))
    }
}
