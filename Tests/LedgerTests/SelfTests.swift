import Bytes
import Ledger
import Testing

/// What somebody writes of themselves: pages with what goes with them, care, and what they grow in.
@Suite struct SelfTests {
    private let ada = Identifier(high: 1, low: 1)
    private let bob = Identifier(high: 2, low: 2)
    private let first = Identifier(high: 9, low: 1)
    private let second = Identifier(high: 9, low: 2)
    private let day = Day(year: 2026, month: 11, day: 20)!

    private func id(_ number: Int) -> Identifier { Identifier(high: 3, low: UInt64(number)) }

    /// What two people say, a second apart, in this order of writing and another one of arrival.
    private func log(_ said: [(Identifier, Event)]) throws -> Projection {
        var projection = Projection()
        for (number, (author, event)) in said.enumerated().reversed() {
            let stamp = Stamp(milliseconds: noon + Int64(number) * 1000, counter: 0, device: DeviceID(7))
            _ = projection.insert(Entry(id: id(number), author: author, body: try event.body(at: stamp)))
        }
        return projection
    }

    // MARK: Pages

    @Test func aPageThatWasWrittenBeforeReadsAsOneWithNothingBesides() {
        let body = #"{"v":1,"t":5,"c":1,"d":"AQIDBAUGBwg","k":"journal.written","f":{"text":"A quiet day."}}"#
        #expect(
            Body(reading: Array(body.utf8)).content == .event(.journalWritten(JournalWritten(text: "A quiet day."))))
    }

    @Test func aPageWithNothingBesidesIsWrittenAsItWas() throws {
        let body = try Event.journalWritten(JournalWritten(text: "A quiet day.")).body(
            at: Stamp(milliseconds: noon, counter: 0, device: DeviceID(7)))
        #expect(String(decoding: body, as: UTF8.self).hasSuffix(#""f":{"text":"A quiet day."}}"#))
    }

    @Test func allWordsOfAPageFitAnEnvelopeTogether() throws {
        let stamp = Stamp(milliseconds: noon, counter: 0, device: DeviceID(7))
        let long = String(repeating: "\u{1}", count: TextLimit.long)
        let page = JournalWritten(
            text: long, prompt: String(repeating: "p", count: 160),
            feelings: Array(repeating: String(repeating: "f", count: 30), count: JournalWritten.mostFeelings),
            trigger: .init(did: String(repeating: "\u{1}", count: 800)))
        #expect(try Event.journalWritten(page).body(at: stamp).count < 63_484)
        var more = page
        more.trigger?.wish = String(repeating: "w", count: 100)
        #expect(throws: FieldDefect("text", .tooLong)) { try Event.journalWritten(more).body(at: stamp) }
        more = page
        more.feelings.append("calm")
        #expect(throws: FieldDefect("feelings", .outOfRange)) { try Event.journalWritten(more).body(at: stamp) }
    }

    // MARK: Care

    @Test func ofADayTheLastWordCountsAndAnotherPersonsIsTheirOwn() throws {
        let mine = try log([
            (ada, .careNoted(CareNoted(day: day, names: ["sleep"]))),
            (ada, .careNoted(CareNoted(day: day, names: ["sleep", "friends"]))),
            (bob, .careNoted(CareNoted(day: day, names: ["food"]))),
        ])
        #expect(mine.care(of: ada, on: day)?.fields.kinds == [.sleep, .friends])
        #expect(mine.care(of: bob, on: day)?.fields.kinds == [.food])
        #expect(mine.care(of: ada, on: Day(number: day.number + 1)!) == nil)
    }

    @Test func whatALaterHearthKnowsBesidesIsPassedOverAndKept() throws {
        let noted = CareNoted(day: day, names: ["stars", "joy"])
        let mine = try log([(ada, .careNoted(noted))])
        #expect(mine.care(of: ada, on: day)?.fields == noted && noted.kinds == [.joy])
    }

    // MARK: Growth

    @Test func whatOneGrowsInIsSaidAnewAndTakenOut() throws {
        let growth = { (text: String) in Event.growthNoted(GrowthNoted(growth: self.first, text: text)) }
        let mine = try log([
            (ada, growth("Patience")), (ada, .growthNoted(GrowthNoted(growth: second, text: "Swimming"))),
            (ada, growth("More patience")), (ada, .entryRemoved(EntryRemoved(entry: id(0)))),
        ])
        #expect(mine.growths(of: ada).map(\.fields.text) == ["Swimming", "More patience"])
        let gone = try log([(ada, growth("Patience")), (ada, .entryRemoved(EntryRemoved(entry: id(0))))])
        #expect(gone.growths(of: ada).isEmpty)
    }

    @Test func whatIsShownCanBeBackedAndBothTakenBack() throws {
        let shown = Event.growthShown(GrowthShown(growth: first, text: "Patience", step: "One breath"))
        let backed = Event.growthBacked(GrowthBacked(growth: first))
        var us = try log([(ada, shown), (bob, backed)])
        #expect(us.growthsShown(of: ada).map(\.fields.text) == ["Patience"])
        #expect(us.backing(of: first, by: bob) == id(1) && us.backing(of: first, by: ada) == nil)
        us = try log([(ada, shown), (bob, backed), (bob, .entryRemoved(EntryRemoved(entry: id(1))))])
        #expect(us.backing(of: first, by: bob) == nil)
        us = try log([(ada, shown), (ada, .entryRemoved(EntryRemoved(entry: id(0))))])
        #expect(us.growthsShown(of: ada).isEmpty)
        us = try log([(ada, shown), (bob, .entryRemoved(EntryRemoved(entry: id(0))))])
        #expect(us.growthsShown(of: ada).count == 1, "nobody takes back what is the other’s")
    }
}
