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
}
