import Bytes
@testable import Household
import HouseholdTestSupport
import Ledger
import Markup
import Testing

@testable import Interface

@Suite("Search")
struct SearchViewTests {
    private func look(for words: String, _ visit: inout Visit) throws {
        if visit.state.shell.place != .search { visit.hear(.acted(.go(.search), Occurrence())) }
        try visit.type(words, into: "Words to look for")
    }

    /// What is marked as found.
    private func marked(_ visit: Visit) -> [String] { visit.screen.elements.filter { $0.tag == .mark }.map { $0.text } }

    private func result(_ words: String, _ visit: Visit) throws -> String {
        try #require(visit.screen.all("button").first { $0.name.contains(words) }, "\(visit.screen.text)").name
    }

    @Test("from Mine one looks for words, sees them in their sentence, and goes to where they stand")
    func journal() throws {
        var visit = try MineCouple.person(1)
        try visit.home { home, world in
            home.write(
                .journalWritten(JournalWritten(text: "Slept badly. Ben made tea in the blue pot. Then rain.")), &world)
            for number in 0..<60 { home.write(.journalWritten(JournalWritten(text: "Page \(number)")), &world) }
        }
        try visit.press("Search In all that you can read here")
        #expect(visit.screen.says("A word is enough"))
        try look(for: "BLÚE te", &visit)
        #expect(visit.screen.says("One found.") && marked(visit) == ["tea", "blue"])
        #expect(!visit.screen.says("Slept badly") && !visit.screen.says("Then rain"))
        try visit.press(try result("Ben made", visit))
        #expect(visit.state.shell.place == .journal && visit.screen.says("Slept badly."))
        #expect(visit.screen.says("Page 0") && !visit.screen.says("Page 59"))
        try visit.press("The newest pages")
        #expect(visit.screen.says("Page 59") && !visit.screen.says("Slept badly."))
    }

    @Test("what was looked for is there on the way back, and forgotten once one is elsewhere")
    func forgotten() throws {
        var visit = try MineCouple.person(1, at: .mine)
        try visit.home { $0.write(.journalWritten(JournalWritten(text: "Rain")), &$1) }
        try look(for: "rain", &visit)
        try visit.press(try result("Rain", visit))
        try visit.press("Back")
        #expect(visit.state.shell.place == .search && visit.screen.field("Words to look for")?.value == "rain")
        try visit.press("Back")
        #expect(visit.state.shell.place == .mine && visit.state.pages.search.text.isEmpty)
        #expect(!visit.effects.contains { $0.text("path")?.contains("rain") == true })
    }

    @Test("nothing found says so, and what to try")
    func none() throws {
        var visit = try MineCouple.person(1, at: .search)
        try look(for: "xylophone", &visit)
        #expect(visit.screen.says("Nothing found.") && visit.screen.says("Try fewer words"))
    }

    @Test("thanks, moments, answers, signs and plans are found by both as far as each may read them")
    func ofBoth() throws {
        var couple = try MineCouple()
        try couple.ana.home { home, world in
            home.write(.appreciationSent(AppreciationSent(text: "For the turquoise cup")), &world)
            home.write(.momentKept(MomentKept(text: "A turquoise evening", day: home.today(world))), &world)
            home.answer("smell", "Turquoise paint", &world)
            home.write(.signNoticed(SignMark(sign: "milk")), &world)
            home.write(.reflectionWritten(ReflectionWritten(about: "sign:milk", text: "Turquoise lists")), &world)
        }
        try couple.exchange()
        try look(for: "turquoise", &couple.ana)
        #expect(couple.ana.screen.says("4 found."))
        for words in ["Your thanks", "Moment", "Your answer", "A sign you’ve noticed", "Who buys milk"] {
            #expect(couple.ana.screen.says(words), "\(words)")
        }
        // Of these the sign is private, and the answer is sealed: what is handed over here is what a relay holds back.
        try look(for: "turquoise", &couple.ben)
        #expect(couple.ben.screen.says("2 found.") && couple.ben.screen.says("Thanks from"))
        try couple.ben.home { $0.answer("smell", "Bread", &$1) }
        try look(for: "turquoise", &couple.ben)
        #expect(couple.ben.screen.says("3 found.") && couple.ben.screen.says("What smell would you bottle?"))
        try couple.ben.press(try result("evening", couple.ben))
        #expect(
            couple.ben.state.shell.place == .story
                && couple.ben.effects.contains { $0.text("element")?.hasPrefix("moment-") == true })
        // One of the four places: the browser's own button leads back.
        couple.ben.hear(.navigated(path: "/search", hash: ""))
        try couple.ben.press(try result("cup", couple.ben))
        #expect(couple.ben.state.shell.place == .jar && couple.ben.screen.says("For the turquoise cup"))
        try look(for: "milk", &couple.ana)
        try couple.ana.press(try result("milk", couple.ana))
        #expect(couple.ana.state.shell.place == .signs && couple.ana.screen.says("Lists."))
    }
}
