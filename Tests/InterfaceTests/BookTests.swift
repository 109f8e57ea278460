import Bytes
@testable import Household
import HouseholdTestSupport
import Keepsake
import Ledger
import Testing

@testable import Interface

@Suite("The year’s book, on the page and on paper")
struct BookTests {
    /// Ana and Ben, and what each has said is in the book of 2026.
    private func couple() throws -> TodayCouple {
        var couple = try TodayCouple(.paired, at: .book)
        let day = try #require(Day(text: "2026-05-02"))
        try couple.arrive(.momentKept(MomentKept(text: "We missed the last tram", day: day)), daysAgo: 4)
        try couple.arrive(.momentKept(MomentKept(text: "Ben’s alone", day: day)), daysAgo: 4)
        try couple.remember(.appreciationSent(AppreciationSent(text: "For <b>the</b> soup")), daysAgo: 3, shared: true)
        couple.settle()
        return couple
    }

    private func name(_ text: String, _ couple: TodayCouple) throws -> String {
        let all = YearBook.all(try couple.home, couple.visit.state.shell.world)
        return try #require(
            all.first { item in
                if case .words(let said, _) = item.content { said == text } else { false }
            }?.name)
    }

    /// Both have chosen it, and each has said so.
    private func agree(_ text: String, _ couple: inout TodayCouple) throws {
        let word = BookWord(item: try name(text, couple))
        try couple.remember(.bookMarked(BookMarked(item: word.item, isWanted: true)))
        try couple.remember(.bookEntered(word), shared: true)
        try couple.arrive(.bookEntered(word))
        couple.settle()
    }

    private func page(_ couple: inout TodayCouple) throws -> String {
        try couple.visit.press("Make the book")
        #expect(couple.screen.title == "The year’s book", "not before the passphrase is given")
        try couple.visit.prove("Make the book")
        try couple.visit.press("Save it as a page")
        let effect = try #require(couple.visit.effects.last { $0.name == "download" })
        #expect(effect.text("name") == "our-year-2026.html")
        return String(decoding: try #require(effect.bytes("bytes")), as: UTF8.self)
    }

    @Test("choosing is ticking, and nothing of it goes to the other before one says that this is all")
    func choosing() throws {
        var couple = try couple()
        let shared = try couple.ours.log.count
        #expect(couple.screen.says("Nothing yet. It fills as soon as you and Ben have both chosen something."))
        try couple.visit.choose("We missed the last tram 2 May · by Ben")
        #expect(couple.screen.says("1 of 2 chosen") && couple.screen.button("Make the book") == nil)
        #expect(try couple.ours.log.count == shared)
        #expect(!couple.visit.effects.contains { $0.name == "matchTokens" })
        try couple.visit.press("That’s all for now")
        #expect(couple.visit.effects.filter { $0.name == "matchTokens" }.count == 4)
        #expect(try couple.ours.log.count == shared)
    }

    @Test("what both chose stands in it by season, with its thanks on a spread, and nothing else does")
    func printed() throws {
        var couple = try couple()
        try agree("We missed the last tram", &couple)
        try agree("For <b>the</b> soup", &couple)
        // Ben alone wants this; it is in no book.
        let alone = BookWord(item: try name("Ben’s alone", couple))
        try couple.arrive(.bookEntered(alone))
        try couple.remember(.journalWritten(JournalWritten(text: "Nobody’s to read")))
        couple.settle()
        #expect(couple.screen.says("2 things are in it."))
        let page = try page(&couple)
        for words in [
            "We missed the last tram", "For &lt;b&gt;the&lt;/b&gt; soup", "Ana &amp; Ben", "2026", "April to June",
            "class=\"chapter chapter-0\"", "class=\"spread\"", "size:A5", "2 May",
        ] { #expect(page.contains(words), "\(words)") }
        for words in ["Ben’s alone", "Nobody’s to read", "January to March", "<b>the</b>", "<button", "style="] {
            #expect(!page.contains(words), "\(words)")
        }
        try couple.visit.press("Print it")
        let style = try #require(couple.visit.effects.last { $0.name == "printPaper" }?.text("style"))
        #expect(page.contains(style) && style.contains("Ana \\000026 ") && style.contains("April to June"))
    }

    /// A moment of Ben's with two photos, which both have chosen, on paper.
    private func withPhotos() throws -> TodayCouple {
        var couple = try couple()
        let photos = [Sample.photo(1), Sample.photo(2)]
        let day = try #require(Day(text: "2026-06-07"))
        try couple.arrive(.momentKept(MomentKept(text: "The ferry", day: day, photos: photos)), daysAgo: 4)
        couple.settle()
        #expect(couple.screen.says("7 June · by Ben · with two photos"))
        #expect(!couple.visit.effects.contains { $0.name == "preparePhoto" }, "not before there is a book")
        try agree("The ferry", &couple)
        try couple.visit.press("Make the book")
        try couple.visit.prove("Make the book")
        return couple
    }

    @Test("its photos are made ready before it is printed or saved, and the shim puts them in")
    func photos() throws {
        var couple = try withPhotos()
        #expect(couple.screen.says("Getting the photos ready: 0 of 2.") && couple.screen.button("Print it") == nil)
        try couple.visit.answer("preparePhoto", ["size": .json(200_000)])
        #expect(couple.screen.says("Getting the photos ready: 1 of 2."))
        try couple.visit.answer("preparePhoto", ["size": .json(200_000)])
        try couple.visit.press("Save it as a page")
        let saved = try couple.visit.take("saveWithPhotos")
        #expect(saved.text("name") == "our-year-2026.html" && saved.text("type") == "text/html")
        let page = String(decoding: try #require(saved.bytes("bytes")), as: UTF8.self)
        let moment = try #require(try couple.ours.moments.last.flatMap { try couple.ours.moment(at: $0) }).entry.text
        #expect(page.contains("<img id=\"book-\(moment)-0\" alt=\"Photo 1 of 2, kept by Ben\">"))
        #expect(page.contains("<img id=\"book-\(moment)-1\"") && page.contains("class=\"plates several\""))
        #expect(page.contains("img-src data:") && page.contains("The ferry"))
        // Away from the page they are let go.
        couple.go(.today)
        let released = try couple.visit.take("releasePhotos")
        #expect(released.effect == .photos(.release(["book-\(moment)-0", "book-\(moment)-1"])))
    }

    @Test("a photo that can't be had is left out, and that is said")
    func withoutPhoto() throws {
        var couple = try withPhotos()
        try couple.visit.answer("preparePhoto", ["size": .json(200_000)])
        try couple.visit.fail("preparePhoto", "offline")
        #expect(couple.screen.says("One photo is left out: it isn’t on this device, and the server can’t be reached."))
        try couple.visit.press("Save it as a page")
        let page = String(
            decoding: try #require(try couple.visit.take("saveWithPhotos").bytes("bytes")), as: UTF8.self)
        #expect(page.contains("-0\" alt=\"Photo 1 of 2") && !page.contains("Photo 2 of 2"))
        try couple.visit.press("Try again")
        try couple.visit.answer("preparePhoto", ["size": .json(200_000)])
        #expect(!couple.screen.says("left out") && couple.screen.button("Print it") != nil)
    }

    @Test("taken out by either it is out, also of one that is on show")
    func takenOut() throws {
        var couple = try couple()
        try agree("We missed the last tram", &couple)
        _ = try page(&couple)
        #expect(couple.screen.says("We missed the last tram"))
        try couple.arrive(.bookRested(BookWord(item: try name("We missed the last tram", couple))))
        couple.settle()
        #expect(!couple.screen.says("We missed the last tram"))
    }

    @Test("alone one makes a book of one’s own")
    func alone() throws {
        var couple = try TodayCouple(.alone, at: .story)
        let day = try #require(Day(text: "2026-11-02"))
        try couple.remember(.momentKept(MomentKept(text: "The first frost", day: day)), daysAgo: 4)
        try couple.visit.press("The year’s book A small book of your year, to print or keep")
        try couple.visit.choose("The first frost 2 November")
        let page = try page(&couple)
        #expect(
            page.contains("The first frost") && page.contains("October to December")
                && !page.contains("what both chose"))
    }
}
