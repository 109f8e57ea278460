import Bytes
import JSON
import Keepsake
import Ledger
import Testing

@Suite struct ExportTests {
    @Test func whatSomebodyElseCouldUseOrTookOutStaysBehind() throws {
        var writing = AnaWriting()
        let page = try writing.say(.journalWritten(JournalWritten(text: "Slept badly.")))
        try writing.say(.journalRemoved(JournalRemoved(entry: page)))
        try writing.say(
            .invitationMade(
                InvitationMade(space: AnaWriting.ana, secret: [UInt8](repeating: 1, count: 16), expires: 1)))
        try writing.say(.settingSet(SettingSet(key: "company", value: "one")))
        try writing.say(.settingSet(SettingSet(key: "rhythm", value: "weekly")))
        let entries = writing.export(leavingOut: ["company"]).entries
        #expect(entries.map { $0.kind } == ["setting.set"])
        #expect(entries.first?.fields["key"]?.string == "rhythm")
    }

    @Test func authorsAreCalledWhatTheyCallThemselves() throws {
        var writing = AnaWriting()
        try writing.say(.appreciationSent(AppreciationSent(text: "Tea")))
        try writing.say(.appreciationSent(AppreciationSent(text: "Toast")), by: AnaWriting.ben)
        #expect(writing.export().entries.map { $0.author } == ["Ana", "Someone"])
        try writing.say(.profileSet(ProfileSet(name: "Ben", colour: 1)), by: AnaWriting.ben)
        #expect(writing.export().entries.map { $0.author } == ["Ana", "Ben", "Ben"])
    }

    @Test func whereAnEntryWasWrittenComesAlong() throws {
        var writing = AnaWriting()
        try writing.say(.journalWritten(JournalWritten(text: "A warm night.")), offset: 120)
        try writing.say(.journalWritten(JournalWritten(text: "From an earlier version.")))
        let export = writing.export()
        #expect(export.entries.map { $0.offset } == [120, nil])
        let file = try ImportFile(export.lines)
        #expect(file.entries == export.entries)
        let log = writing.projection.log
        #expect(file.entries.map { $0.body } == log.positions.map { Array(log.body(at: $0)) })
    }

    @Test func linesAreReadBackAsTheyWereWritten() throws {
        var writing = AnaWriting()
        try writing.say(.appreciationSent(AppreciationSent(text: "line\nbreak \"and\" 👩‍❤️‍👨")))
        try writing.say(.journalWritten(JournalWritten(text: "A quiet day.")))
        let export = writing.export()
        let file = try ImportFile(export.lines)
        #expect(file.entries == export.entries)
        #expect(file.bad.isEmpty)
        #expect(file.name == "Ana")
        #expect(file.account == AnaWriting.ana)
        let log = writing.projection.log
        #expect(file.entries.map { $0.body } == log.positions.map { Array(log.body(at: $0)) })
    }
}
