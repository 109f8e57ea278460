import Bytes
import Closeness
import JSON
import Keepsake
import Ledger
import Testing

@Suite struct ExportTests {
    @Test func whatSomebodyElseCouldUseOrTookOutStaysBehind() throws {
        var writing = AnaWriting()
        let page = try writing.say(.journalWritten(JournalWritten(text: "Slept badly.")))
        try writing.say(.journalRemoved(EntryRemoved(entry: page)))
        try writing.say(
            .invitationMade(
                InvitationMade(space: AnaWriting.ana, secret: [UInt8](repeating: 1, count: 16), expires: 1)))
        try writing.say(.settingSet(SettingSet(key: "company", value: "one")))
        try writing.say(.settingSet(SettingSet(key: "rhythm", value: "weekly")))
        let entries = writing.export(leavingOut: ["company"]).entries
        #expect(entries.map { $0.kind } == ["setting.set"])
        #expect(entries.first?.fields["key"]?.string == "rhythm")
    }

    @Test("who called a break, and when, stays behind; a break in a talk is part of the talk")
    func breaks() throws {
        let talk = Identifier([UInt8](repeating: 9, count: 16))!
        var writing = AnaWriting()
        for conversation in [Pause.conversation, talk] {
            let pause = ConversationPaused(conversation: conversation, until: AnaWriting.noon, takesBoth: true)
            try writing.say(.conversationPaused(pause))
            try writing.say(.conversationResumed(ConversationMark(conversation: conversation)), by: AnaWriting.ben)
        }
        let entries = writing.export().entries
        #expect(entries.map { $0.kind } == ["conversation.paused", "conversation.resumed"])
        #expect(entries.allSatisfy { $0.fields["conversation"]?.string == talk.text })
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

    @Test("of the other's answers only what Hearth shows is taken along, and one's own stay whole")
    func numbersOfTheOther() throws {
        let season = try #require(Season(year: 2026, quarter: 4))
        let week = try #require(Week(text: "2026-W47"))
        let day = try #require(Day(year: 2026, month: 11, day: 20))
        let answers: [Event] = [
            .checkAnswered(
                CheckAnswered(
                    season: season, felt: ["tell": 3], wished: ["tell": 8], circles: Circles(felt: 4, wished: 9),
                    comfort: 1)),
            .pulseAnswered(PulseAnswered(week: week, felt: 6, wished: 7, pillars: [.emotional: 2])),
            .practiceDone(PracticeDone(practice: "door", day: day, helped: 1, note: "Ha")),
        ]
        var writing = AnaWriting()
        for answer in answers { try writing.say(answer) }
        for answer in answers { try writing.say(answer, by: AnaWriting.ben) }
        let export = writing.export()
        #expect(export.entries.prefix(3).compactMap { $0.event } == answers)
        #expect(
            export.entries.suffix(3).compactMap { $0.event } == [
                .checkAnswered(
                    CheckAnswered(
                        season: season, felt: [:], wished: [:], circles: Circles(felt: 4, wished: 9), comfort: nil)),
                .pulseAnswered(PulseAnswered(week: week, felt: 6, wished: 7, pillars: [:])),
                .practiceDone(PracticeDone(practice: "door", day: day, note: "Ha")),
            ])
        let file = try ImportFile(export.lines)
        #expect(file.bad.isEmpty && file.entries == export.entries, "such lines can be brought in like any other")
        let told = export.entries.compactMap { EntryTelling($0, AnaWriting.catalogue) }
        #expect(
            told.suffix(3).map { $0.statements } == [
                [.circles(felt: 4, wished: 9)], [.scale(of: nil, felt: 6, wished: 7)], [.text("Ha")],
            ])
    }

    @Test("what the other took back or said anew isn't taken along, nor what one took back oneself")
    func whatIsTakenBack() throws {
        var writing = AnaWriting()
        let own = try writing.say(.appreciationSent(AppreciationSent(text: "Tee")))
        try writing.say(.entryRemoved(EntryRemoved(entry: own)))
        let theirs = try writing.say(.appreciationSent(AppreciationSent(text: "Tost")), by: AnaWriting.ben)
        try writing.say(
            .appreciationSent(AppreciationSent(text: "Toast", instead: theirs)), by: AnaWriting.ben)
        try writing.say(.entryRemoved(EntryRemoved(entry: theirs)), by: AnaWriting.ben)
        for author in [AnaWriting.ana, AnaWriting.ben] {
            for text in ["Rain", "Rain on dust"] {
                try writing.say(.questionAnswered(QuestionAnswered(question: "smell", text: text)), by: author)
            }
        }
        let texts = writing.export().entries.compactMap { $0.fields["text"]?.string }
        #expect(texts == ["Toast", "Rain", "Rain on dust", "Rain on dust"])
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
