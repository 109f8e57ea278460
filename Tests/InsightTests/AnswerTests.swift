import Insight
import Testing

@Suite struct AnswerTests {
    @Test func wellFormedFieldsMakeAnAnswer() throws {
        let answer = try Answer(person: "b", pillar: "physical", day: 14, value: 6.5, of: "check")
        #expect(answer == Answer(person: .b, pillar: .physical, day: 14, value: 6.5, source: .check))
    }

    @Test func eachBadFieldIsNamed() {
        #expect(throws: AnswerFault.unknownPerson("c")) {
            try Answer(person: "c", pillar: "physical", day: 0, value: 5, of: "pulse")
        }
        #expect(throws: AnswerFault.unknownPillar("money")) {
            try Answer(person: "a", pillar: "money", day: 0, value: 5, of: "pulse")
        }
        #expect(throws: AnswerFault.unknownSource("dream")) {
            try Answer(person: "a", pillar: "physical", day: 0, value: 5, of: "dream")
        }
        #expect(throws: AnswerFault.valueOffScale(10.5)) {
            try Answer(person: "a", pillar: "physical", day: 0, value: 10.5, of: "pulse")
        }
        #expect(throws: AnswerFault.noSuchDay(.infinity)) {
            try Answer(person: "a", pillar: "physical", day: .infinity, value: 5, of: "pulse")
        }
    }

    @Test func valuesThatAreNoNumbersAreFaulty() {
        #expect(Answer(person: .a, pillar: .emotional, day: 0, value: .nan).fault != nil)
        #expect(Answer(person: .a, pillar: .emotional, day: .nan, value: 5).fault != nil)
        #expect(Answer(person: .a, pillar: .emotional, day: 0, value: 10).fault == nil)
    }

    @Test("The fewer statements a check's answer rests on, the less it moves the level and the wider the band stays")
    func statements() {
        func level(_ statements: Int, _ source: Answer.Source = .check) -> Estimate {
            var tracker = ClosenessTracker()
            let answer = Answer(
                person: .a, pillar: .emotional, day: 0, value: 9, source: source, statements: statements)
            return tracker.observe(answer).level
        }
        #expect(level(4).mean > level(3).mean && level(3).mean > level(1).mean)
        #expect(level(4).sd < level(3).sd && level(3).sd < level(1).sd)
        #expect(level(1, .pulse) == level(4, .pulse), "a pulse has one line for each pillar")
        #expect(level(0).mean.isFinite)
    }
}
