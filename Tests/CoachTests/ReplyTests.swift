import Coach
import Testing

@Suite("Listening")
struct ReplyTests {
    private let coach = CoachUnderTest.coach

    @Test(
        "What gets in the way of listening is noticed",
        arguments: [
            ("You should talk to your boss about it.", Hindrance.Kind.fixing),
            ("That's not true, I was home at six.", .arguing),
            ("I see that you're sad, but it was late.", .but),
            ("The same thing happened to me: I had the same boss.", .ownStory),
            ("At least you still have the job.", .silverLining),
        ])
    func hindrances(reply: String, kind: Hindrance.Kind) throws {
        let hindrance = try #require(coach.reply(reply).hindrances.first { $0.kind == kind })
        #expect(0 <= hindrance.start && hindrance.start < hindrance.end && hindrance.end <= reply.unicodeScalars.count)
        #expect(!hindrance.why.isEmpty)
    }

    @Test(
        "Reflecting, validating and asking pass",
        arguments: [
            "What I hear is that the evening was lonely. Did I get it?", "That makes sense. I can see why it hurt.",
            "What was the hardest part of it?", "Tell me more.", "",
        ])
    func passes(reply: String) {
        #expect(coach.reply(reply).hindrances == [])
    }

    @Test("There is always a way to reflect, to validate and to ask, and none of them is itself in the way")
    func ways() {
        let help = coach.reply("")
        #expect(!help.reflect.isEmpty && !help.validate.isEmpty && !help.ask.isEmpty)
        for offer in help.reflect + help.validate + help.ask {
            #expect(coach.reply(offer.text).hindrances == [], "\(offer.text)")
            #expect(coach.read(offer.text).labels == [], "\(offer.text)")
        }
    }
}
