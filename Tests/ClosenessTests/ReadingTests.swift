import Closeness
import Testing

@Suite("Reading a check")
struct ReadingTests {
    private let check = Check(
        items: [
            CheckItem(id: "tell", aspect: .emotional, kind: .does, text: "I tell you."),
            CheckItem(id: "known", aspect: .emotional, kind: .feels, text: "You know me."),
            CheckItem(id: "touch", aspect: .physical, kind: .does, text: "We touch."),
        ],
        scale: Check.Scale(low: "not at all", high: "completely"),
        circles: CirclesPrompt(felt: "felt", wished: "wished", help: "drag"),
        comfort: Check.Comfort(question: "How open?", steps: []))

    @Test("An aspect is the mean of its items, and its gap is what is wished beyond what is felt")
    func mean() {
        let reading = Reading(
            check: check,
            answers: ["tell": ItemAnswer(felt: 2, wished: 8), "known": ItemAnswer(felt: 6, wished: 8)])
        #expect(reading.felt(.emotional)?.value == 4)
        #expect(reading.wished(.emotional)?.value == 8)
        #expect(reading.gap(.emotional) == 4)
    }

    @Test("An item left out changes nothing but how sure the mean is")
    func missing() {
        let some = Reading(check: check, answers: ["tell": ItemAnswer(felt: 5, wished: nil)])
        #expect(some.felt(.emotional)?.value == 5)
        #expect(some.felt(.emotional)?.answered == 1)
        #expect(some.gap(.emotional) == nil)
        #expect(some.felt(.physical) == nil)
        let all = Reading(
            check: check,
            answers: ["tell": ItemAnswer(felt: 5, wished: nil), "known": ItemAnswer(felt: 5, wished: nil)])
        let one = some.felt(.emotional)?.error ?? 0
        let two = all.felt(.emotional)?.error ?? 9
        #expect(two < one)
    }

    @Test("Items that disagree make the mean less sure")
    func scatter() {
        func error(_ first: Double, _ second: Double) -> Double {
            Reading(
                check: check,
                answers: ["tell": ItemAnswer(felt: first, wished: nil), "known": ItemAnswer(felt: second, wished: nil)]
            ).felt(.emotional)?.error ?? 0
        }
        #expect(error(0, 10) > 2 * error(5, 5))
    }

    @Test("A single answer is known to one and a half points")
    func singleAnswer() {
        let reading = Reading(check: check, answers: ["touch": ItemAnswer(felt: 3, wished: 3)])
        #expect(reading.felt(.physical)?.error == 1.5)
    }

    @Test("Answers from a damaged entry stay on the scale")
    func hostileAnswers() {
        let reading = Reading(
            check: check,
            answers: [
                "touch": ItemAnswer(felt: -.infinity, wished: 1e300), "tell": ItemAnswer(felt: .nan, wished: .nan),
                "no-such-item": ItemAnswer(felt: 1, wished: 1),
            ])
        #expect(reading.felt(.physical)?.value == 0)
        #expect(reading.wished(.physical)?.value == 10)
        #expect(reading.felt(.emotional) == nil)
    }

    @Test("Nothing answered is empty")
    func empty() {
        #expect(Reading(check: check, answers: [:]).isEmpty)
        #expect(!Reading(check: check, answers: ["tell": ItemAnswer(felt: 0, wished: nil)]).isEmpty)
    }
}
