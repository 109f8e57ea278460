import Bytes
import Ledger
import Testing

@testable import Keepsake

@Suite("Journals from elsewhere") struct ForeignJournalTests {
    /// 1 December 2026, noon UTC.
    private let now: Int64 = 1_796_126_400_000

    /// Reads a file where the clocks are an hour ahead of UTC, two in summer.
    private func read(_ text: String, _ name: String = "") throws(ForeignJournal.Problem) -> ForeignJournal {
        try read(Array(text.utf8), name)
    }

    private func read(_ bytes: [UInt8], _ name: String = "") throws(ForeignJournal.Problem) -> ForeignJournal {
        try ForeignJournal(bytes, named: name, now: now) { time in
            let month = Day(milliseconds: time, offset: 0).date.month
            return 4...9 ~= month ? 120 : 60
        }
    }

    /// Days and words of what was read, as they will stand in the journal.
    private func told(_ journal: ForeignJournal) -> [String] {
        journal.pages.map { page in
            let local = page.milliseconds + Int64(page.offset) * 60_000
            let minute = Int(local / 60_000 % 1440)
            let time = "\(minute / 60):" + (minute % 60 < 10 ? "0" : "") + "\(minute % 60)"
            return Day(milliseconds: page.milliseconds, offset: page.offset).text + " " + time + " " + page.text
        }
    }

    // MARK: Text

    @Test("days in headings become days, with a title and a time where there are some")
    func headings() throws {
        let journal = try read(
            """
            # 2024-03-01
            The first.

            ## 2 July 2024, 8:15 pm
            The second,
            on two lines.
            ## Friday, 3 January 2025 – At the sea
            **4.1.2025**
            The fourth.
            January 5th, 2025 at 7:05
            The fifth.
            """)
        #expect(journal.source == .text)
        #expect(
            told(journal) == [
                "2024-03-01 12:00 The first.", "2024-07-02 20:15 The second,\non two lines.",
                "2025-01-03 12:00 At the sea", "2025-01-04 12:00 The fourth.", "2025-01-05 7:05 The fifth.",
            ])
    }

    @Test("a day within a sentence is no heading")
    func sentences() throws {
        let journal = try read(
            "# 2024-03-01\n2024-03-02 was worse.\nOn 3 March 2024\nThe May 4 2024 one\n5 apples 2024")
        #expect(told(journal).count == 1)
    }

    @Test(
        "a file is of the day that it is called by",
        arguments: ["2024-03-01.md", "Journal 20240301.txt", "2024_03_01 at the sea.txt", "a-2024.03.01.md"])
    func names(_ name: String) throws {
        #expect(told(try read("A quiet day.", name)) == ["2024-03-01 12:00 A quiet day."])
    }

    @Test("without any day it is today’s")
    func undated() throws {
        let journal = try read("A quiet day.", "20241399.txt")
        #expect(journal.pages == [.init(milliseconds: now, offset: 60, text: "A quiet day.", isDated: false)])
    }

    @Test("dates with strokes are British, unless one of the file’s can only be American")
    func strokes() throws {
        #expect(told(try read("1/3/2024\nOne")) == ["2024-03-01 12:00 One"])
        #expect(told(try read("1/3/2024\nOne\n2/25/2024\nTwo")) == ["2024-01-03 12:00 One", "2024-02-25 12:00 Two"])
        #expect(told(try read("1.3.2024\nOne\n2/25/2024\nTwo")) == ["2024-02-25 12:00 Two", "2024-03-01 12:00 One"])
    }

    @Test("what is too long for a page becomes several, and nothing of it is lost")
    func long() throws {
        let words = (0..<3000).map { "word\($0)" }.joined(separator: " ")
        let journal = try read("# 2024-03-01\n" + words)
        #expect(journal.pages.count > 1 && journal.pages.allSatisfy { $0.text.unicodeScalars.count <= TextLimit.long })
        #expect(journal.pages.map(\.text).joined(separator: " ") == words)
        #expect(Set(journal.pages.map(\.milliseconds)).count == journal.pages.count)
        let solid = try read("# 2024-03-01\n" + String(repeating: "ü", count: 20_000))
        #expect(solid.pages.map(\.text).joined().count == 20_000)
    }

    @Test("other ends of lines and UTF-16 are read")
    func encodings() throws {
        #expect(told(try read("\u{FEFF}# 2024-03-01\r\nOne\r\n")) == ["2024-03-01 12:00 One"])
        let text = "# 2024-03-01\nÜber"
        let little: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let big: [UInt8] =
            [0xFE, 0xFF] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        #expect(told(try read(little)) == ["2024-03-01 12:00 Über"])
        #expect(told(try read(big)) == ["2024-03-01 12:00 Über"])
    }

    @Test("what is no text, or none of ours, is told as that")
    func problems() {
        #expect(throws: ForeignJournal.Problem.empty) { try read("") }
        #expect(throws: ForeignJournal.Problem.empty) { try read(" \n\n") }
        #expect(throws: ForeignJournal.Problem.notText) { try read([0x89, 0x50, 0, 0x4E]) }
        #expect(throws: ForeignJournal.Problem.encoding) { try read([0x4C, 0xFC, 0x63], "latin.txt") }
        #expect(throws: ForeignJournal.Problem.notDayOne) { try read("{\"notes\":[]}", "notes.json") }
        #expect(throws: ForeignJournal.Problem.notDayOne) { try read("{\"entries\":[{\"text\":", "Journal.json") }
        #expect(throws: ForeignJournal.Problem.archive(.notArchive)) { try read("PKzip", "Journal.zip") }
    }

    @Test("100,000 entries are refused by their number, and those before 1970 or to come stay out")
    func limits() throws {
        let many = (0..<100_000).map { "# 2024-03-01 \($0 % 24):00\nEntry" }.joined(separator: "\n")
        #expect(throws: ForeignJournal.Problem.tooMany(100_000)) { try read(many) }
        let journal = try read("# 1969-03-01\nOld\n# 2099-01-01\nNew\n# 2024-03-01\nOne")
        #expect(journal.pages.count == 1 && journal.leftOut.outOfTime == 2)
    }

    // MARK: Daylio

    private let daylio = """
        full_date,date,weekday,time,mood,activities,scales,note_title,note
        "2024-03-01","March 1","Friday","8:15 pm","good","walk | friends","","At the sea","Wind.<br>And ""salt"" &amp; sun, of course."
        "2024-07-02","July 2","Tuesday","07:05","meh","","","",""
        """

    @Test("Daylio’s table becomes pages: title, note, mood and activities, at their times")
    func table() throws {
        let journal = try read("\u{FEFF}" + daylio.replacing("\n", with: "\r\n"), "daylio_export.csv")
        #expect(journal.source == .daylio)
        #expect(
            told(journal) == [
                "2024-03-01 20:15 At the sea\n\nWind.\nAnd \"salt\" & sun, of course.\n\ngood · walk, friends",
                "2024-07-02 7:05 meh",
            ])
        #expect(try read(daylio, "export.txt").source == .daylio, "by its first line")
    }

    @Test("rows that make no sense are named by their lines, and the others come in")
    func badRows() throws {
        let journal = try read(
            daylio + """

                "2024-02-30","","","9:00","good","","","","No such day"
                "2024-03-05","","","noonish","good","","","","No such time"
                "2024-03-06","","","9:00","good","","","","Never ends
                """, "d.csv")
        #expect(journal.pages.count == 2)
        #expect(journal.leftOut.bad.map(\.number) == [4, 5, 6])
        #expect(journal.leftOut.bad.map(\.part) == ["full_date", "time", nil])
    }

    @Test("another table is told by the columns that it lacks")
    func columns() {
        #expect(throws: ForeignJournal.Problem.missingColumns(["full_date", "mood"])) {
            try read("date,time,note\n1,2,3", "bank.csv")
        }
    }

    @Test("line breaks, commas and quotation marks stand in cells")
    func cells() {
        let rows = CSV.rows("a,\"b,\"\"c\"\"\nd\",\n\ne\n")
        #expect(rows.map(\.cells) == [["a", "b,\"c\"\nd", ""], ["e"]] && rows.map(\.line) == [1, 4])
    }

    @Test(
        "times of day as people write them",
        arguments: [
            ("20:15", 1215), ("8:15 pm", 1215), ("8:15\u{202F}PM", 1215), ("12:05 am", 5), ("12:05 pm", 725),
            ("8.15", 495),
            ("20:15:30", 1215), ("8:15 p.m.", 1215),
        ])
    func times(_ text: String, _ minute: Int) {
        #expect(ClockReading.minute(text) == minute)
    }

    @Test(
        "what is no time of day",
        arguments: ["", "noon", "25:00", "8:75", "13:00 pm", "8", "2024-03-01", "9999999999:1"])
    func noTimes(_ text: String) {
        #expect(ClockReading.minute(text) == nil)
    }

    // MARK: Day One

    private let dayOne = #"""
        {"metadata":{"version":"1.0"},"entries":[
        {"creationDate":"2019-07-04T20:15:00Z","timeZone":"Asia/Tokyo","offset":540,
        "text":"![](dayone-moment:\/\/ABC)\nTea\\. It was 3\\-4 o'clock \\o\/","photos":[{},{}],"audios":[{}]},
        {"creationDate":"2019-07-05T20:15:00Z","text":"![](dayone-moment:\/\/DEF)","photos":[{}]},
        {"creationDate":"soon","text":"When?"},
        {"creationDate":"2018-01-05T22:59:00Z","text":"Late"}]}
        """#

    /// A file as the shim unpacks it.
    private func unpacked(_ parts: [String]) -> [UInt8] {
        let list = parts.map { #"{"name":"J.json","bytes":\#($0.utf8.count)}"# }.joined(separator: ",")
        return Array("hearth/unpacked/1\n{\"parts\":[\(list)]}\n".utf8) + parts.flatMap { Array($0.utf8) }
    }

    @Test("Day One’s entries come in where and when they were written, without pictures, which are counted")
    func entries() throws {
        for journal in [try read(dayOne, "Journal.json"), try read(unpacked([dayOne]), "Export.zip")] {
            #expect(journal.source == .dayOne)
            #expect(
                told(journal) == ["2018-01-05 23:59 Late", "2019-07-05 5:15 Tea. It was 3-4 o'clock \\o/"])
            #expect(journal.leftOut.pictures == 4 && journal.leftOut.wordless == 1)
            #expect(journal.leftOut.bad.map(\.number) == [3])
        }
        #expect(try read(unpacked([dayOne, dayOne]), "Export.zip").pages.count == 4, "of several journals")
    }

    @Test("each thing that can be wrong with an archive has a name", arguments: ForeignJournal.ArchiveFlaw.allCases)
    func archives(_ flaw: ForeignJournal.ArchiveFlaw) {
        let file = Array("hearth/unpacked/1\n{\"flaw\":\"\(flaw.rawValue)\"}\n".utf8)
        #expect(throws: ForeignJournal.Problem.archive(flaw)) { try read(file, "Export.zip") }
    }

    @Test("a container that doesn’t hold what it says is damaged")
    func container() {
        for text in [
            "hearth/unpacked/1\n", "hearth/unpacked/1\nnot JSON\n", "hearth/unpacked/1\n{\"parts\":[{\"bytes\":9}]}\n",
            "hearth/unpacked/1\n{\"parts\":[{\"bytes\":-1}]}\n", "hearth/unpacked/1\n{\"flaw\":\"new\"}\n",
        ] {
            #expect(throws: ForeignJournal.Problem.archive(.damaged)) { try read(text, "Export.zip") }
        }
    }

    // MARK: Taking over

    @Test("a page’s entry keeps its time and its clocks, and is no device’s own")
    func bodies() throws {
        let journal = try read("# 2024-07-01 8:15\nOne")
        let body = Body(reading: try #require(journal.body(ofPage: 0)))
        #expect(body.content == .event(.journalWritten(JournalWritten(text: "One"))))
        #expect(body.stamp.milliseconds == journal.pages[0].milliseconds && body.stamp.device == DeviceID(0))
        #expect(body.offset == 120)
    }

    @Test("a file is meant for Hearth by its name or by its beginning")
    func meant() {
        #expect(
            ImportFile.isMeant([], named: "Hearth.JSONL")
                && ImportFile.isMeant([0xEF, 0xBB, 0xBF] + "\n{\"hearth\":1".utf8, named: ""))
        #expect(!ImportFile.isMeant(Array("# 2024-03-01".utf8), named: "a.md"))
    }
}
