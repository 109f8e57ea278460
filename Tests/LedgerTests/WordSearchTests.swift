import Bytes
import Testing

@testable import Ledger

@Suite("Words that are looked for")
struct WordSearchTests {
    private func finds(_ typed: String, _ texts: String...) -> Bool { WordSearch(typed).finds(in: texts) }

    /// The words that are meant, as they stand in the text.
    private func meant(_ typed: String, _ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return WordSearch(typed).places(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test("words are found at the beginnings of words, whatever the case and the apostrophe")
    func words() {
        #expect(finds("kettle", "While the Kettle boils"))
        #expect(finds("ket WHILE", "While the kettle boils"))
        #expect(finds("boil tea", "While the kettle boils", "Pour the tea."))
        #expect(!finds("ettle", "While the kettle boils"))
        #expect(finds("don't", "What you don’t say"))
        #expect(finds("bed", "half-open—bed"))
        #expect(WordSearch("  ,. ").isEmpty)
        #expect(!finds("kettles", "kettle"))
    }

    @Test(
        "accents are no matter, on either side, composed or not",
        arguments: [
            ("cafe", "At the Café Réal"), ("café", "at the cafe"), ("CAFÉ", "the cafe\u{301}"),
            ("cafe\u{301}s", "two cafés"),
            ("strasse", "die Straße"), ("straße", "die STRASSE"), ("aero", "Ærø"), ("oeuvre", "l’œuvre"),
            ("lodz", "Łódź"),
            ("елка", "Ёлка"), ("ΣΟΦΙΑ", "σοφια"),
        ])
    func accents(typed: String, text: String) {
        let folds = typed != "елка"
        #expect(finds(typed, text) == folds, "a letter of its own stays one")
    }

    @Test("an apostrophe may stand before a word, and quotation marks around it")
    func apostrophes() {
        #expect(finds("amour", "l’amour"))
        #expect(finds("'bread'", "She said 'bread' twice."))
        #expect(WordSearch("' ’").isEmpty)
        #expect(meant("bread", "She said 'bread' twice.") == ["bread"])
        #expect(meant("partner", "my partner’s coat, the partners’ coats") == ["partner’s", "partners"])
    }

    @Test("where no spaces stand between words, and pictures, they are found anywhere")
    func anywhere() {
        #expect(finds("爱", "我爱你"))
        #expect(finds("爱你", "我爱你"))
        #expect(!finds("你爱", "我爱你"))
        #expect(finds("❤️", "soup❤"))
        #expect(meant("爱", "我爱你") == ["爱"])
    }

    @Test("whole words are meant, in their order, each once")
    func places() {
        #expect(
            meant("win rain", "Rain at the window, raining, and winter.") == ["Rain", "window", "raining", "winter"])
        #expect(meant("ra rain", "Rain") == ["Rain"])
        #expect(meant("sun", "Rain").isEmpty)
    }

    @Test("what has been found in a title needn’t be found again")
    func left() {
        let search = WordSearch("laugh soup")
        #expect(search.left(after: "What made you laugh?") == WordSearch("soup"))
        #expect(search.left(after: "Laughing at soups").isEmpty)
    }

    @Test("however long what is pasted, some words of it are looked for")
    func pasted() {
        let search = WordSearch(String(repeating: "bread rain ", count: 4000))
        #expect(search.finds(in: ["rain and bread"]))
    }

    @Test("the words of entries are looked through where they lie, and what is found is what stands there")
    func inTheLog() throws {
        var log = Log()
        func found(_ typed: String, _ event: Event, offset: Int? = 60, milliseconds: Int64 = noon) throws -> Bool {
            var generator = SeededGenerator(seed: UInt64(log.count) + 1)
            let stamp = Stamp(milliseconds: milliseconds, counter: UInt32(log.count * 37), device: DeviceID(1))
            let entry = Entry(
                id: generator.identifier(), author: SampleEvents.someone,
                body: try event.body(at: stamp, offset: offset))
            guard case .inserted(let position) = log.insert(entry) else { throw FieldDefect("entry", .invalid) }
            return log.finds(WordSearch(typed), at: position)
        }
        let page = Event.journalWritten(
            JournalWritten(text: "Text: \"Café\"\nnext line\\path\ttabbed. The day’s end — né"))
        for typed in ["text", "cafe", "next", "line path", "tab", "day", "end ne", "CAFÉ the"] {
            for offset in [nil, 0, 60, -210] { #expect(try found(typed, page, offset: offset), "\(typed)") }
        }
        // Neither names of fields and kinds nor what an entry is about.
        for typed in ["journal", "written", "ext", "afe", "nnext", "v", "ttabbed"] {
            #expect(try !found(typed, page), "\(typed)")
        }
        let day = try #require(Day(year: 2026, month: 11, day: 21))
        let deed = PracticeDone(practice: "the-door", day: day, helped: 3, note: "On the third try")
        #expect(try found("third", .practiceDone(deed)))
        for typed in ["door", "practice", "note", "2026", "day"] { #expect(try !found(typed, .practiceDone(deed))) }
        let answer = Event.questionAnswered(QuestionAnswered(question: "best-smell", text: "Tar"))
        #expect(try found("tar", answer) && !found("smell", answer) && !found("question", answer))
    }

    @Test("looking at bytes finds what looking at letters finds, in texts of any letters")
    func likeLetters() throws {
        var generator = SeededGenerator(seed: 11)
        let letters = Array("ab’'éE \n\\\"n—ß我.😀u0")
        func text(_ count: Int) -> String { String((0..<count).map { _ in letters[generator.below(letters.count)] }) }
        var log = Log()
        var hits = 0
        for number in 0..<3000 {
            let (written, typed) = (text(3 + generator.below(40)), text(1 + generator.below(3)))
            let event = Event.journalWritten(JournalWritten(text: written))
            let stamp = Stamp(milliseconds: noon + Int64(number), counter: 0, device: DeviceID(1))
            let entry = Entry(id: generator.identifier(), author: .zero, body: try event.body(at: stamp))
            guard case .inserted(let position) = log.insert(entry) else { continue }
            let search = WordSearch(typed)
            let isThere = search.finds(in: [written])
            hits += isThere ? 1 : 0
            #expect(log.finds(search, at: position) == isThere, "“\(typed)” in “\(written)”")
            #expect(search.isEmpty || isThere == false || !search.places(in: written).isEmpty)
        }
        #expect(hits > 300 && hits < 2900)
    }

    @Test("whether an entry has words is told without reading it")
    func hasWords() throws {
        let day = try #require(Day(year: 2026, month: 11, day: 21))
        var log = Log()
        func hasWords(_ helped: Int?, _ note: String?) throws -> Bool {
            let event = Event.practiceDone(PracticeDone(practice: "the-door", day: day, helped: helped, note: note))
            let stamp = Stamp(milliseconds: noon + Int64(log.count), counter: 0, device: DeviceID(1))
            var generator = SeededGenerator(seed: UInt64(log.count) + 1)
            let entry = Entry(id: generator.identifier(), author: .zero, body: try event.body(at: stamp))
            guard case .inserted(let position) = log.insert(entry) else { return false }
            return log.hasWords(at: position)
        }
        #expect(try hasWords(3, "Well") && hasWords(nil, "2026-11-21"))
        #expect(try !hasWords(3, nil) && !hasWords(nil, nil) && !hasWords(nil, ""))
    }
}
