import Coach
import Testing

@Suite("Offering another way")
struct OfferTests {
    private let coach = CoachUnderTest.coach

    private func offers(_ text: String) -> [Offer] { coach.offers(for: text, reading: coach.read(text)) }

    @Test("A flagged message gets two or three offers without any label, one of which takes the other's side first")
    func flagged() throws {
        var flagged = 0
        var served = 0
        for message in try CoachUnderTest.heldBack() {
            let reading = coach.read(message.text)
            guard !reading.labels.isEmpty, reading.care != .help else { continue }
            let offers = coach.offers(for: message.text, reading: reading)
            flagged += 1
            if (2...3).contains(offers.count), offers.contains(where: \.takesTheirView) { served += 1 }
            for offer in offers { #expect(coach.read(offer.text).labels == [], "\(offer.text)") }
        }
        #expect(flagged > 30)
        #expect(Double(served) >= 0.95 * Double(flagged))
    }

    @Test("A message that is fine gets none")
    func fine() {
        #expect(offers("Could you bring milk?") == [])
    }

    @Test("Offers speak of the person's own topic")
    func topics() {
        #expect(offers("You never listen to me.").contains { $0.text.contains("I feel unheard") })
        #expect(offers("You always spend all our savings.").contains { $0.text.contains("numbers") })
    }

    @Test("What is asked for comes back as a question that can be answered no")
    func deed() {
        #expect(
            offers("You need to call your mother today.").contains {
                $0.text.contains("Would you be willing to call your mother?")
            })
        #expect(
            offers("You should lose the beard before the wedding").contains {
                $0.text.contains("willing to lose the beard before the wedding?")
            })
    }

    @Test("What the app can't know stays a blank with its prompt")
    func blanks() throws {
        let offer = try #require(offers("You never listen to me.").first)
        let blank = try #require(offer.blanks.first)
        let scalars = Array(offer.text.unicodeScalars)
        #expect(scalars[blank.range.lowerBound] == "⟨" && scalars[blank.range.upperBound - 1] == "⟩")
        #expect(blank.prompt == "what happened, as a camera would see it")
    }

    @Test("The pieces of an offer cover it in order: feeling, situation, need, request")
    func parts() throws {
        let offer = try #require(offers("You never listen to me.").first)
        #expect(offer.parts.map(\.role) == [.feeling, .situation, .need, .request])
        #expect(offer.parts.first?.range.lowerBound == 0)
        #expect(offer.parts.last?.range.upperBound == offer.text.unicodeScalars.count)
    }

    @Test("A shut door is offered as a pause with a time")
    func pause() throws {
        let offer = try #require(offers("I'm done talking about this.").first)
        #expect(offer.text.contains("⟨a time today or tomorrow⟩"))
    }
}
