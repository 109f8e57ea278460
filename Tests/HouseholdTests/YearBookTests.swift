import Bytes
import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("The book of a year")
struct YearBookTests {
    private func book(_ device: Device, _ year: Int = 2027) -> YearBook {
        YearBook(device.home, year: year, YearBook.all(device.home, device.world))
    }

    private func name(_ text: String, _ device: Device) throws -> String {
        try #require(
            book(device).items.first { item in
                if case .words(let said, _) = item.content { said == text } else { false }
            }?.name)
    }

    /// Both thank each other and keep a moment in January 2027.
    private func couple() throws -> Couple {
        var couple = try Couple.withThanks()
        let day = couple.ana.home.today(couple.ana.world)
        try couple.ana.act { $0.write(.momentKept(MomentKept(text: "The lake froze", day: day)), &$1) }
        try couple.ben.look()
        try couple.ana.look()
        return couple
    }

    private func choose(_ texts: [String], _ device: inout Device) throws {
        var page = BookChoosing()
        for text in texts {
            let name = try name(text, device)
            try device.act { home, world in
                page.enter(isOpen: true, &home, &world)
                page.update(.pressed(name), Occurrence(), &home, &world)
            }
        }
    }

    /// One of the two says, for the other to see, that what both chose goes in.
    private func enter(_ text: String, _ device: inout Device) throws {
        let name = try name(text, device)
        try device.act { $0.share(.bookEntered(BookWord(item: name)), &$1) }
    }

    @Test("both phones find the same things under the same names")
    func names() throws {
        let couple = try couple()
        #expect(book(couple.ana).items.count == 3)
        #expect(book(couple.ana).items.map { $0.name } == book(couple.ben).items.map { $0.name })
        #expect(book(couple.ana).items.allSatisfy { $0.name.hasPrefix("2027-Q1/") })
        #expect(book(couple.ana, 2026).items.isEmpty)
        #expect(YearBook.years(of: book(couple.ana).items) == [2027])
    }

    @Test(
        "what one chooses stays with them: the other is given nothing, and what is left out looks like what wasn’t looked at"
    )
    func inPrivate() throws {
        var couple = try couple()
        let before = couple.relay.envelopes(in: couple.shared)
        try choose(["For the tea", "The lake froze"], &couple.ana)
        try choose(["The lake froze"], &couple.ana)
        #expect(book(couple.ana).chosen == [try name("For the tea", couple.ana)])
        #expect(couple.relay.envelopes(in: couple.shared) == before)
        #expect(book(couple.ana).entered.isEmpty, "nothing of one alone is in it")
        #expect(book(couple.ben).chosen.isEmpty && book(couple.ben).entered.isEmpty)
    }

    @Test("only what each of the two has said is in it, and either takes it out at once")
    func ofBoth() throws {
        var couple = try couple()
        try choose(["For the tea", "The lake froze"], &couple.ana)
        try choose(["For the tea"], &couple.ben)
        try enter("For the tea", &couple.ana)
        #expect(book(couple.ana).entered.isEmpty, "nobody says it for the other")
        try enter("For the tea", &couple.ben)
        try couple.ana.look()
        #expect(book(couple.ana).thanks.count == 1 && book(couple.ben).thanks.count == 1)
        try choose(["For the tea"], &couple.ben)
        try couple.ana.look()
        #expect(book(couple.ana).entered.isEmpty && book(couple.ben).entered.isEmpty)
        #expect(book(couple.ana).chosen.count == 2, "what the other has chosen isn’t touched")
    }

    @Test("one comes for the year that is over, in its first weeks, and for this one where there is nothing of that")
    func years() throws {
        var couple = try couple()
        var page = BookChoosing()
        try couple.ana.act { page.enter(isOpen: true, &$0, &$1) }
        #expect(page.book?.year == 2027)
        let day = try #require(Day(text: "2026-12-24"))
        try couple.ana.act { $0.write(.momentKept(MomentKept(text: "Candles", day: day)), &$1) }
        try couple.ana.act { page.enter(isOpen: true, &$0, &$1) }
        #expect(page.book?.year == 2026 && page.years == [2027, 2026])
        try couple.ana.act { page.update(.yearChosen(2027), Occurrence(), &$0, &$1) }
        try couple.ana.act { page.enter(isOpen: true, &$0, &$1) }
        #expect(page.book?.year == 2027)
    }

    @Test("a season holds as much as fits into a list that is laid beside the other’s, and says so")
    func full() throws {
        var couple = try couple()
        for number in 0..<YearBook.most { try couple.ana.thank("Thanks \(number)") }
        var page = BookChoosing()
        try couple.ana.act { page.enter(isOpen: true, &$0, &$1) }
        try couple.ana.act { page.update(.allPressed(.thanks), Occurrence(), &$0, &$1) }
        #expect(book(couple.ana).chosen.count == YearBook.most && page.isFull)
        try couple.ana.act { page.enter(isOpen: true, &$0, &$1) }
        try couple.ana.act { page.update(.allPressed(.moments), Occurrence(), &$0, &$1) }
        #expect(book(couple.ana).chosen.count == YearBook.most && page.isFull)
    }

    @Test("four lists go out, one for each season, whatever stands in them; before one is through, none does")
    func lists() throws {
        var couple = try couple()
        try choose(["The lake froze"], &couple.ana)
        var page = BookChoosing()
        var (home, world) = (couple.ana.home, couple.ana.world)
        page.enter(isOpen: true, &home, &world)
        #expect(world.takeEffects().isEmpty)
        page.update(.finished, Occurrence(), &home, &world)
        _ = world.takeEffects()
        page.enter(isOpen: true, &home, &world)
        let topics = world.takeEffects().compactMap { asked -> String? in
            if case .matchTokens(_, let topic, _) = asked.effect { topic } else { nil }
        }
        #expect(topics.map { String($0.prefix(12)) } == (1...4).map { "book/2027-Q\($0)" })
    }
}
