@testable import Household
import HouseholdTestSupport
import Ledger
import Markup
import Testing

@testable import Interface

@Suite("Pages of the journal that are for another day, or said anew")
struct JournalDayTests {
    /// What stands on the page from the first day's heading on.
    private func days(_ visit: Visit) -> [String] {
        visit.screen.elements.filter { $0.attributes["class"] == "journal-day" }.map { $0.text }
    }

    @Test("a page can be for yesterday, and stands there")
    func yesterday() throws {
        var visit = try MineCouple.person(1, at: .journal)
        try visit.type("What today brought", into: "A new page")
        try visit.press("Keep it")
        try visit.press("For yesterday")
        #expect(visit.screen.says("This page is for yesterday."))
        try visit.type("What I fell asleep over", into: "A new page")
        try visit.press("Keep it")
        let days = days(visit)
        #expect(days.count == 2 && days[0].hasPrefix("Today What today brought"))
        #expect(days[1].hasPrefix("Yesterday What I fell asleep over"))
        #expect(!visit.screen.says("This page is for yesterday."), "the next one is for today again")
        try visit.press("For yesterday")
        try visit.press("For today")
        #expect(!visit.screen.says("This page is for yesterday."))
    }

    @Test("a page is said anew in its place; what stood there is gone without a trace")
    func changed() throws {
        var visit = try MineCouple.person(1, at: .journal)
        try visit.type("Slept baldy", into: "A new page")
        try visit.press("Keep it")
        visit.state.shell.world.now += 3 * 86_400_000
        visit.hear(.installOffered)
        try visit.type("Three days on", into: "A new page")
        try visit.press("Keep it")
        let pages = visit.screen.all("button").filter { $0.name == "Change the page from 8:00" }
        #expect(pages.count == 2)
        visit.hear(.acted(try #require(pages.last?.actions[.press]), Occurrence()))
        #expect(
            visit.screen.field("A new page")?.value == "Slept baldy" && visit.screen.says("You’re changing a page."))
        try visit.type("Slept badly", into: "A new page")
        try visit.press("Keep it")
        let days = days(visit)
        #expect(days.count == 2 && days[0].hasPrefix("Today Three days on") && days[1].contains("Slept badly"))
        #expect(try visit.journal() == ["Slept badly", "Three days on"] && !visit.screen.says("baldy"))
    }

    @Test("a page that is being changed can stay as it is, and what is being written is not lost for one")
    func dropped() throws {
        var visit = try MineCouple.person(1, at: .journal)
        try visit.type("Slept well", into: "A new page")
        try visit.press("Keep it")
        try visit.press("Change the page from 8:00")
        try visit.type("Slept", into: "A new page")
        try visit.press("Leave it as it is")
        #expect(try visit.journal() == ["Slept well"] && visit.screen.field("A new page")?.value == "")
        try visit.type("Half a thought", into: "A new page")
        try visit.press("Change the page from 8:00")
        #expect(visit.screen.field("A new page")?.value == "Half a thought")
    }
}
