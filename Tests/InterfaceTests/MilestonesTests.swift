import Ledger
import Testing

@testable import Household
@testable import Interface

@Suite("Days that come back, on the screen")
struct MilestonesTests {
    private let field = "A moment worth remembering"
    private let tick = "A word about it each year, from a week before"

    private func moment(_ day: String, _ text: String = "The day we met.", isYearly: Bool = true) throws -> Event {
        .momentKept(MomentKept(text: text, day: try #require(Day(text: day)), isYearly: isYearly))
    }

    private func last(_ couple: TodayCouple) throws -> MomentKept {
        let position = try #require(try couple.ours.moments.last)
        return try #require(try couple.ours.moment(at: position)?.fields)
    }

    @Test("one is kept with a tick, and Today says a quiet word that leads to what could be done with the day")
    func kept() throws {
        var couple = try TodayCouple(.paired, at: .story)
        #expect(couple.screen.says("Today says a word to you both each year"))
        try couple.visit.press("Add a day")
        try couple.visit.type("The day we met.", into: field)
        #expect(couple.screen.find("checkbox", tick)?.isChecked == true)
        try couple.visit.type("2021-11-24", into: "When it was")
        try couple.visit.press("Keep it")
        #expect(try last(couple).isYearly)
        #expect(couple.screen.says("Days that come back The day we met. 24 November, five years"))
        couple.go(.today)
        #expect(couple.screen.says("On Tuesday it’s five years The day we met."))
        let row = try #require(couple.screen.all("button").first { $0.text.hasPrefix("On Tuesday it’s five years") })
        couple.visit.hear(.acted(try #require(row.actions[.press]), Occurrence()))
        #expect(couple.visit.state.shell.place == .story)
        #expect(couple.screen.button("Write a line") != nil && couple.screen.button("Look back") != nil)
        try couple.visit.press("Plan a date")
        #expect(couple.visit.state.shell.place == .dates)
    }

    @Test("without the tick no day comes back, and it can be ticked later, for both, and again not")
    func later() throws {
        var couple = try TodayCouple(.paired, at: .story)
        try couple.visit.type("The day we met.", into: field)
        #expect(couple.screen.find("checkbox", tick)?.isChecked == false)
        try couple.visit.press("Keep it")
        #expect(try !last(couple).isYearly)
        try couple.visit.press("Change or take back")
        try couple.visit.press("A word about it each year")
        #expect(try last(couple).isYearly && couple.ours.moments.count == 1)
        #expect(couple.visit.state.shell.toast == "It comes back each year now.")
        #expect(couple.screen.says("19 November, a year") && couple.screen.says("Comes back each year"))
        // Other words leave it as it is.
        try couple.visit.press("Change or take back")
        try couple.visit.press("Change it")
        try couple.visit.type("The day at the pier.", into: "Change it")
        try couple.visit.press("Keep the change")
        #expect(try last(couple).isYearly && last(couple).text == "The day at the pier.")
        try couple.visit.press("Change or take back")
        try couple.visit.press("No word each year any more")
        #expect(try !last(couple).isYearly && couple.ours.moments.count == 1)
        #expect(!couple.screen.says("Comes back each year"))
    }

    @Test("on the day itself it stands among what was on this day, with what could be done; the day after it is gone")
    func theDay() throws {
        var couple = try TodayCouple(.paired, at: .today)
        try couple.arrive(try moment("2021-11-19"), daysAgo: 9)
        couple.settle()
        #expect(couple.screen.says("Today it’s five years The day we met."))
        couple.go(.story)
        #expect(couple.screen.says("On this day Five years ago The day we met."))
        #expect(couple.screen.button("Plan a date") != nil && couple.screen.button("Look back") == nil)
        couple.settle(after: TodayCouple.day)
        #expect(couple.screen.button("Plan a date") == nil)
        couple.go(.today)
        #expect(!couple.screen.says("it’s five years"))
    }

    @Test("whoever wants no word about a day has it nowhere but in its list, alone, and can have it again")
    func noWord() throws {
        var couple = try TodayCouple(.paired, at: .story)
        try couple.arrive(try moment("2021-11-24"), daysAgo: 9)
        couple.settle()
        let shared = try couple.ours.log.count
        try couple.visit.press("No word about it for me")
        #expect(couple.visit.state.shell.toast == "No word about it for you. Nobody is told.")
        #expect(try couple.ours.log.count == shared)
        #expect(couple.screen.button("Plan a date") == nil)
        #expect(couple.screen.says("24 November, five years · No word for you"))
        couple.go(.today)
        #expect(!couple.screen.says("it’s five years"))
        couple.go(.story)
        try couple.visit.press("Say a word to me again")
        #expect(couple.screen.button("Plan a date") != nil)
    }

    @Test("what was kept before there was a partner is told to oneself, and nothing of it goes out")
    func mine() throws {
        var couple = try TodayCouple(.paired, at: .today)
        let before = try couple.trace()
        try couple.remember(try moment("2021-11-20"), daysAgo: 30)
        couple.settle()
        #expect(couple.screen.says("Tomorrow it’s five years The day we met."))
        #expect(try couple.trace() == before && couple.ours.moments.isEmpty)
    }

    @Test("after one of the two has left nothing comes back by itself, and nothing is offered")
    func closed() throws {
        var couple = try TodayCouple(.closed, at: .today)
        try couple.arrive(try moment("2021-11-24"), daysAgo: 9)
        couple.settle()
        #expect(!couple.screen.says("it’s five years"))
        couple.go(.story)
        #expect(couple.screen.says("24 November, five years"))
        for name in ["Plan a date", "Write a line", "Add a day"] { #expect(couple.screen.button(name) == nil) }
    }

    @Test("a draft keeps the tick, and an undone moment brings it back")
    func draft() throws {
        var couple = try TodayCouple(.paired, at: .story)
        try couple.visit.type("The day we met.", into: field)
        try couple.visit.choose(tick)
        let kept = couple.visit.state.pages.drafts(of: .story, try couple.home)
        couple.visit.state.pages.story = StoryPage()
        for draft in kept { couple.visit.state.pages.take(draft) }
        #expect(couple.screen.find("checkbox", tick)?.isChecked == true)
        #expect(couple.screen.field(field)?.value == "The day we met.")
        try couple.visit.press("Keep it")
        try couple.visit.press("Undo")
        #expect(couple.screen.find("checkbox", tick)?.isChecked == true)
        try couple.visit.type("", into: field)
        try couple.visit.type("Another.", into: field)
        #expect(couple.screen.find("checkbox", tick)?.isChecked == false, "it goes with the words that it was for")
    }
}
