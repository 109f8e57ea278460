import Household
import Ledger
import Testing

@testable import Interface

@Suite("What was written in summer, looked at in winter")
struct SummerTimeTests {
    /// 10 July 2026, 0:30 in Berlin, and noon there on 20 November.
    private static let july = 1_783_636_200_000.0
    private static let november = 1_795_172_400_000.0
    /// Berlin in that year: since when the clocks were ahead of UTC by so many minutes.
    private static let berlin = Zone([
        Zone.Change(from: 1_761_440_400_000, offset: 60), Zone.Change(from: 1_774_746_000_000, offset: 120),
        Zone.Change(from: 1_792_890_000_000, offset: 60),
    ])

    /// Ana in Berlin, at 0:30 on 10 July.
    private func berlin(at place: Place) throws -> Visit {
        var visit = try MineCouple.person(1, at: place)
        visit.state.shell.world.zone = Self.berlin
        visit.turn(to: Self.july, offset: 120)
        return visit
    }

    @Test("the journal has the day and the hour of the writing, also where an entry doesn’t say where it was")
    func journal() throws {
        var visit = try berlin(at: .journal)
        try visit.type("The first warm night.", into: "A new page")
        try visit.press("Keep it")
        try visit.home {
            try? $0.keep(.journalWritten(JournalWritten(text: "From an earlier version.")), isShared: false, &$1)
        }
        visit.turn(to: Self.november, offset: 60)
        let pages = visit.screen.elements.filter { $0.attributes["class"] == "journal-day" }
        #expect(pages.count == 1)
        #expect(visit.screen.says("Friday, 10 July"))
        #expect(visit.screen.all("button").count { $0.name == "Delete the page from 0:30" } == 2)
    }

    @Test("so has the saved page, and the saved lines say it")
    func export() throws {
        var visit = try berlin(at: .data)
        try visit.home { $0.write(.journalWritten(JournalWritten(text: "The first warm night.")), &$1) }
        try visit.home {
            try? $0.keep(.journalWritten(JournalWritten(text: "From an earlier version.")), isShared: false, &$1)
        }
        visit.turn(to: Self.november, offset: 60)
        try visit.press("Save both files")
        try visit.prove("Save both files")
        let files = visit.effects.filter { $0.name == "download" }.map {
            String(decoding: $0.bytes("bytes") ?? [], as: UTF8.self)
        }
        let page = try #require(files.first { $0.contains("<html") })
        #expect(page.contains("Friday, 10 July 2026") && !page.contains("9 July"))
        #expect(page.contains("20 November 2026"))
        let lines = try #require(files.first { !$0.contains("<html") })
        #expect(lines.contains("\"time\":\"2026-07-09T22:30:00.000Z\"") && lines.contains("\"offset\":120"))
    }

    @Test("so have the jar and the story, and another’s words the day where they were written")
    func story() throws {
        var couple = try MineCouple(at: .jar)
        // What they wrote first is from January 2027.
        let year = 365 * 86_400_000.0
        couple.ana.turn(to: Self.july + year, offset: 120)
        try couple.ana.home { $0.write(.appreciationSent(AppreciationSent(text: "Tea")), &$1) }
        couple.ben.turn(to: Self.july + year, offset: -420)
        try couple.ben.home { $0.write(.appreciationSent(AppreciationSent(text: "Toast")), &$1) }
        try couple.exchange()
        couple.ana.turn(to: Self.november + year, offset: 60)
        couple.ana.go(.jar)
        #expect(couple.ana.screen.says("10 July") && couple.ana.screen.says("9 July"))
    }

    @Test("whoever flies west has one evening, not the same day twice")
    func west() throws {
        var visit = try berlin(at: .journal)
        for (offset, text) in [(120, "Berlin"), (-240, "New York"), (120, "Berlin again")] {
            visit.turn(to: visit.state.shell.now + 3_600_000, offset: offset)
            try visit.type(text, into: "A new page")
            try visit.press("Keep it")
        }
        let days = visit.screen.elements.filter { $0.attributes["class"] == "journal-day" }.map { $0.text }
        #expect(days.count == 2)
        #expect(days.first?.contains("Berlin again") == true && days.last?.contains("New York") == true)
    }

    @Test("a zone of which nothing is known counts as it is now")
    func unknown() throws {
        var visit = try MineCouple.person(1, at: .journal)
        visit.turn(to: Self.july, offset: 60)
        try visit.home {
            try? $0.keep(.journalWritten(JournalWritten(text: "From an earlier version.")), isShared: false, &$1)
        }
        #expect(visit.screen.all("button").contains { $0.name == "Delete the page from 23:30" })
    }
}

extension Visit {
    /// Lets it be another time, by clocks that are ahead of UTC by so many minutes.
    fileprivate mutating func turn(to now: Double, offset: Int) {
        state.shell.world.now = now
        state.shell.world.offset = offset
        hear(.installOffered)
    }
}
