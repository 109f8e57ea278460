import Coach
import Testing

@Suite("Any text at all")
struct FuzzTests {
    private let coach = CoachUnderTest.coach

    private func check(_ text: String) {
        let count = text.unicodeScalars.count
        let reading = coach.read(text)
        for mark in reading.marks { #expect(0 <= mark.start && mark.start < mark.end && mark.end <= count) }
        for offer in coach.offers(for: text, reading: reading) {
            #expect(offer.parts.allSatisfy { $0.range.upperBound <= offer.text.unicodeScalars.count })
        }
        _ = coach.reply(text)
    }

    @Test("Random Unicode is read without a trap, and twice the same")
    func random() {
        var state: UInt64 = 20_261_120
        func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        let pieces = [
            "you", "You're", "never", "I feel", "’", "'", "\"", "“", "”", ".", "?!", "…", "-", "—", "\n", " ", "stop",
            "if you", "*",
            "🙄", "👩‍👩‍👧‍👦", "\u{200D}", "\u{FE0F}", "é", "ß", "中文", "1st", "£5", "⟨", "⟩", "\u{0}", "don't", "n't", "'s",
            "self-", "ſ", "İ",
        ]
        for _ in 0..<1500 {
            var text = ""
            for _ in 0..<next(24) {
                if next(4) == 0 {
                    text.unicodeScalars.append(Unicode.Scalar(UInt32(next(0xD800))) ?? " ")
                } else {
                    text += pieces[next(pieces.count)]
                }
                if next(2) == 0 { text += " " }
            }
            check(text)
            #expect(coach.read(text) == coach.read(text))
        }
    }

    @Test("Hostile lengths stay quick: what is longer than the limit is left unread", .timeLimit(.minutes(2)))
    func lengths() {
        for unit in ["you never ", "a", "\"", "'", "you are so ", "-", "…", "if you you you ", "😀", "i feel like "] {
            let text = String(repeating: unit, count: 40_000)
            check(text)
        }
    }

    @Test("What stands behind the limit isn't read")
    func limit() {
        let padding = String(repeating: "The train is late. ", count: 230)
        #expect(padding.unicodeScalars.count > Coach.longestMessage)
        #expect(coach.read(padding + "You're a pathetic idiot.").labels == [])
    }
}
