import Bytes
import Household
import HouseholdTestSupport
import JSON
import Ledger
import Markup
import Testing

@testable import Interface

@Suite("Bringing a journal along, and an encrypted copy")
struct BringAlongTests {
    private func choose(_ bytes: [UInt8], _ name: String, _ visit: inout Visit) throws {
        let field = try #require(visit.screen.all("file").first)
        var occurrence = Occurrence(text: name)
        occurrence.bytes = bytes
        visit.hear(.acted(try #require(field.actions[.change]), occurrence))
    }

    private func choose(_ text: String, _ name: String, _ visit: inout Visit) throws {
        try choose(Array(text.utf8), name, &visit)
    }

    private let text = "# 2024-03-01\nThe first.\n# 2024-07-02\nThe second.\n# 2099-01-01\nNever."

    // MARK: From elsewhere

    @Test("what a file holds is told first; it comes in on a yes, and only once")
    func once() throws {
        var couple = try MineCouple(at: .data)
        let shared = try couple.ana.shared().count
        try choose(text, "journal.md", &couple.ana)
        #expect(couple.ana.screen.says("2 pages, from text") && couple.ana.screen.says("1 March 2024 to 2 July 2024"))
        #expect(couple.ana.screen.says("One is dated before 1970 or in the future, and stays out."))
        #expect(try couple.ana.journal().isEmpty, "nothing is written before a yes")
        try couple.ana.press("Leave it")
        #expect(try couple.ana.journal().isEmpty)
        try choose(text, "journal.md", &couple.ana)
        try couple.ana.press("Bring them in")
        #expect(try couple.ana.journal() == ["The first.", "The second."])
        #expect(try couple.ana.shared().count == shared)
        try choose(text, "again.md", &couple.ana)
        #expect(couple.ana.screen.says("Everything in it is in your journal already."))
        #expect(couple.ana.screen.button("Bring them in") == nil)
        try couple.ana.press("Leave it")
        try choose(text + "\n# 2024-07-03\nThe third.", "more.md", &couple.ana)
        #expect(couple.ana.screen.says("One page, from text") && couple.ana.screen.says("2 are here already."))
        try couple.ana.press("Bring them in")
        #expect(try couple.ana.journal().count == 3)
        couple.ana.go(.journal)
        #expect(couple.ana.screen.says("Wednesday, 3 July 2024"))
    }

    @Test("what was pasted without a day comes in as today’s, and is known again by its words")
    func pasted() throws {
        var visit = try MineCouple.person(1, at: .data)
        #expect(visit.screen.button("Read it") == nil)
        try visit.type("A quiet day.", into: "Or paste text")
        try visit.press("Read it")
        #expect(visit.screen.says("One has no date, and comes in as today’s."))
        try visit.press("Bring them in")
        #expect(try visit.journal() == ["A quiet day."] && visit.screen.field("Or paste text")?.value == "")
        visit.state.shell.world.now += 5 * 86_400_000
        try visit.type("A quiet day.", into: "Or paste text")
        try visit.press("Read it")
        #expect(visit.screen.says("Everything in it is in your journal already."))
    }

    @Test("no entry’s id follows from its words: a host could try which they are")
    func ids() throws {
        var ids: Set<Identifier> = []
        for byte: UInt8 in [1, 9] {
            var visit = try MineCouple.person(byte, at: .data)
            try choose(text, "journal.md", &visit)
            try visit.press("Bring them in")
            let log = try visit.mine().log
            for position in try visit.mine().journal(of: try #require(visit.state.home).me) {
                #expect(ids.insert(log.id(at: position)).inserted)
            }
        }
        #expect(ids.count == 4)
    }

    @Test(
        "each bad file has a sentence of its own, and nothing comes in",
        arguments: [
            ("", "empty.txt", "There’s nothing in it to read."),
            ("a,b\n1,2", "bank.csv", "“full_date”, “time”, “mood” and “note” are missing"),
            ("{}", "notes.json", "neither from Day One nor from Hearth"),
            ("PK", "Export.zip", "called a ZIP archive and isn’t one"),
            ("hearth/unpacked/1\n{\"flaw\":\"encrypted\"}\n", "Export.zip", "locked with a password"),
            ("hearth/unpacked/1\n{\"flaw\":\"tooLarge\"}\n", "Export.zip", "too large to unpack"),
            ("hearth/unpacked/1\n{\"flaw\":\"noJournal\"}\n", "Export.zip", "holds no journal of Day One’s"),
            ("hearth/unpacked/1\n{\"flaw\":\"damaged\"}\n", "Export.zip", "is damaged, or was cut off"),
            ("hearth/unpacked/1\n{\"flaw\":\"unsupported\"}\n", "Export.zip", "Unpack it yourself"),
        ])
    func bad(_ text: String, _ name: String, _ sentence: String) throws {
        var visit = try MineCouple.person(1, at: .data)
        try choose(text, name, &visit)
        #expect(visit.screen.alerts.contains { $0.contains(sentence) }, "\(visit.screen.alerts)")
        #expect(try visit.mine().log.count == 0 || visit.journal().isEmpty)
    }

    @Test("bytes that are no text, and text in another encoding, are told apart")
    func notText() throws {
        var visit = try MineCouple.person(1, at: .data)
        try choose([0x89, 0x50, 0, 0x4E], "a.png", &visit)
        #expect(visit.screen.alerts.contains { $0.hasPrefix("This isn’t text.") })
        try choose([0x4C, 0xFC, 0x63], "latin.txt", &visit)
        #expect(visit.screen.alerts.contains { $0.hasPrefix("This text isn’t written in UTF-8.") })
    }

    @Test("rows that can’t be read are named, and the others come in")
    func rows() throws {
        var visit = try MineCouple.person(1, at: .data)
        try choose(
            "full_date,time,mood,note\n2024-03-01,8:15 pm,good,Sea\n2024-02-30,9:00,good,No", "daylio.csv", &visit)
        #expect(
            visit.screen.says("One page, from Daylio") && visit.screen.says("Line 3: it says no day that there is."))
        try visit.press("Bring them in")
        #expect(try visit.journal() == ["Sea\n\ngood"])
    }

    // MARK: An encrypted copy

    /// Has a copy made, and gives what is to be encrypted with the passphrase, and the saved file.
    private func copy(_ visit: inout Visit, _ file: [UInt8] = Array("{\"hearth\":\"copy\"}\nsealed".utf8)) throws
        -> AskedEffect
    {
        try visit.press("An encrypted copy")
        #expect(visit.screen.field("A passphrase for this copy") == nil, "not for whoever holds the phone")
        try visit.prove("An encrypted copy")
        try visit.type("short", into: "A passphrase for this copy")
        try visit.press("Save the copy")
        #expect(!visit.effects.contains { $0.name == "sealCopy" }, "it is weighed as any passphrase")
        try visit.type("copper – lantern river boat", into: "A passphrase for this copy")
        try visit.press("Save the copy")
        return try visit.answer("sealCopy", ["file": .bytes(file)])
    }

    @Test("everything is in it, under a passphrase of its own that is asked for after one’s own")
    func made() throws {
        var couple = try MineCouple(at: .data)
        try couple.ana.home { $0.write(.journalWritten(JournalWritten(text: "Slept badly.")), &$1) }
        let sealed = try copy(&couple.ana)
        #expect(String(decoding: sealed.bytes("bytes") ?? [], as: UTF8.self).contains("Slept badly."))
        #expect(sealed.text("passphrase") == "copper - lantern river boat", "folded as any passphrase that is made")
        let saved = try #require(couple.ana.effects.last { $0.name == "download" })
        #expect(saved.text("name") == "hearth-copy-2027-01-15.hearth")
        #expect(saved.bytes("bytes") == Array("{\"hearth\":\"copy\"}\nsealed".utf8))
        #expect(couple.ana.screen.field("A passphrase for this copy") == nil)
    }

    @Test("it opens again in a new place, and shows what is in it before anything comes in")
    func opened() throws {
        var old = try MineCouple.person(1, at: .data)
        try old.home { $0.write(.journalWritten(JournalWritten(text: "Slept badly.")), &$1) }
        let lines = try copy(&old).bytes("bytes") ?? []
        var new = try MineCouple.person(9, at: .data)
        try choose("{\"hearth\":\"copy\"}\nsealed", "hearth-copy.hearth", &new)
        try new.type("copper lantern", into: "The copy’s passphrase")
        try new.press("Open it")
        try new.fail("openCopy", "wrongPassphrase")
        #expect(new.screen.alerts == ["That isn’t this copy’s passphrase. Capitals and spaces count."])
        try new.press("Open it")
        try new.answer("openCopy", ["content": .bytes(lines)])
        #expect(new.screen.says("In this file"))
        #expect(try new.journal().isEmpty)
        try new.press("Bring it in")
        #expect(try new.journal() == ["Slept badly."])
    }

    @Test(
        "a copy that was cut off, changed or made by a newer Hearth is told as that",
        arguments: [("cut", "its end is missing"), ("changed", "has changed since"), ("tooNew", "a newer Hearth")])
    func flawed(_ flaw: String, _ sentence: String) throws {
        var visit = try MineCouple.person(1, at: .data)
        try choose("{\"hearth\":\"copy\"}\nsealed", "copy.hearth", &visit)
        try visit.type("copper lantern", into: "The copy’s passphrase")
        try visit.press("Open it")
        try visit.answer("openCopy", ["flaw": .text(flaw)])
        #expect(visit.screen.alerts.contains { $0.contains(sentence) })
        #expect(visit.screen.button("Choose a file") == nil && visit.screen.all("file").count == 1)
    }
}
