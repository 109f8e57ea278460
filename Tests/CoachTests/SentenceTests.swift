import Coach
import Testing

@Suite("Building a sentence")
struct SentenceTests {
    private let coach = CoachUnderTest.coach

    @Test("Feeling, situation, need and request become one text")
    func whole() {
        let sentence = coach.sentence(
            feeling: "lonely", situation: "the phone came out at dinner", need: "time with only us",
            request: "Could it stay in the hall")
        #expect(
            sentence.text
                == "I feel lonely when the phone came out at dinner. I need time with only us. Could it stay in the hall?"
        )
        #expect(sentence.blanks == [])
    }

    @Test("What is missing stays a blank")
    func blanks() {
        let sentence = coach.sentence(feeling: "sad", request: "  ")
        #expect(sentence.text.hasPrefix("I feel sad when ⟨what happened, as a camera would see it⟩. "))
        #expect(sentence.blanks.count == 3)
    }

    @Test("There are feelings of three strengths in families, needs, and requests")
    func sizes() {
        let vocabulary = coach.vocabulary
        #expect(Set(vocabulary.feelings.map(\.name)).count >= 120)
        #expect(Set(vocabulary.needs.map(\.name)).count >= 60)
        #expect(vocabulary.requests.count >= 30)
        for family in Set(vocabulary.feelings.map(\.family)) {
            #expect(Set(vocabulary.feelings.filter { $0.family == family }.map(\.strength)) == [1, 2, 3], "\(family)")
        }
    }

    @Test("No feeling, need or request of the vocabulary makes a sentence that the coach itself would mark")
    func unmarked() {
        for feeling in coach.vocabulary.feelings {
            #expect(coach.read("I feel \(feeling.name).").labels == [], "\(feeling.name)")
        }
        for need in coach.vocabulary.needs { #expect(coach.read("I need \(need.name).").labels == [], "\(need.name)") }
        for request in coach.vocabulary.requests { #expect(coach.read(request.text).labels == [], "\(request.text)") }
    }

    @Test("Requests can be answered yes or no, and belong to a family of needs")
    func requests() {
        let families = Set(coach.vocabulary.needs.map(\.family))
        let openings = ["Would", "Could", "Shall", "Is"]
        for request in coach.vocabulary.requests {
            #expect(request.text.hasSuffix("?"))
            #expect(openings.contains { request.text.hasPrefix($0 + " ") }, "\(request.text)")
            #expect(families.contains(request.family))
        }
    }
}
