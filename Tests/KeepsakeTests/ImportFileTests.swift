import Bytes
import JSON
import Keepsake
import Ledger
import Testing

@Suite struct ImportFileTests {
    @Test func anOwnEntryComesInUnchangedAndAnothersAsWords() throws {
        var writing = AnaWriting()
        try writing.say(.appreciationSent(AppreciationSent(text: "Tea")))
        try writing.say(.appreciationSent(AppreciationSent(text: "Toast")), by: AnaWriting.ben)
        let file = try ImportFile(writing.export().lines)
        let own = try #require(file.body(of: file.entries[0], asTextBy: { _ in "never asked for" }))
        #expect(own == file.entries[0].body)
        let foreign = try #require(file.body(of: file.entries[1], asTextBy: { "by " + $0.author }))
        #expect(
            Body(reading: foreign).content
                == .event(.reflectionWritten(ReflectionWritten(about: ImportFile.archive, text: "by Someone"))))
        #expect(file.body(of: file.entries[1], asTextBy: { _ in nil }) == nil)
    }

    @Test func badLinesAreNamedAndTheOthersRead() throws {
        var writing = AnaWriting()
        try writing.say(.appreciationSent(AppreciationSent(text: "Tea")))
        try writing.say(.momentKept(MomentKept(text: "Rain", day: Day(year: 2026, month: 11, day: 20)!)))
        var lines = String(decoding: writing.export().lines, as: UTF8.self).split(separator: "\n").map(String.init)
        lines.insert("{\"time\":", at: 1)
        lines[2] = lines[2].replacing("2026-11-20T", with: "2026-02-30T")
        let file = try ImportFile(Array(("\u{FEFF}" + lines.joined(separator: "\r\n")).utf8))
        #expect(file.bad.map { $0.number } == [2, 3])
        #expect(file.bad.map { $0.part } == [nil, "time"])
        #expect(file.entries.map { $0.kind } == ["moment.kept"])
    }

    @Test func halfAnEmojiCostsNothingButItself() throws {
        var writing = AnaWriting()
        try writing.say(.appreciationSent(AppreciationSent(text: "Tea HALF and cake")))
        let lines = Array(writing.export().lines)
        for half: [UInt8] in [Array(#"\ud83d"#.utf8), [0xED, 0xA0, 0xBD]] {
            let file = try ImportFile(Array(lines.replacing("HALF".utf8, with: half)))
            #expect(file.bad.isEmpty)
            let own = try #require(file.entries.first.flatMap { file.body(of: $0, asTextBy: { _ in nil }) })
            #expect(
                Body(reading: own).content
                    == .event(.appreciationSent(AppreciationSent(text: "Tea \u{FFFD} and cake"))))
        }
    }

    @Test func anEntryThatStandsInAFileTwiceComesInOnce() throws {
        var writing = AnaWriting()
        try writing.say(.appreciationSent(AppreciationSent(text: "Tea")))
        let export = writing.export()
        #expect(try ImportFile(export.lines + export.entries[0].line).entries.count == 1)
    }

    @Test(
        arguments: zip(
            ["", " \n", "{}", #"{"hearth":"export","version":2,"account":"AAAAAAAAAAAAAAAAAAAAAA"}"#],
            [.empty, .notAnExport, .notAnExport, .tooNew] as [ImportFile.Problem]))
    func whatIsNoExportSaysWhy(text: String, problem: ImportFile.Problem) {
        #expect(throws: problem) { try ImportFile(Array(text.utf8)) }
    }
}
