import HouseholdTestSupport
import Ledger
import Testing

@testable import Interface

@Suite("Looking")
struct LookingTests {
    @Test("what is only looked at is written down nowhere, and no request of it changes anything")
    func unseen() throws {
        var couple = try TodayCouple(.paired)
        try couple.takeChecks()
        try couple.plan("door")
        try couple.arrive(.appreciationSent(AppreciationSent(text: "For the soup.")))
        for (author, text) in [(UInt8(2), "The cat."), (1, "You.")] {
            let answer = Event.questionAnswered(QuestionAnswered(question: "laugh", text: text))
            try couple.answer(answer, by: author, under: 50, daysAgo: 1)
        }
        couple.settle()
        let (ours, mine) = (try couple.ours.log.count, try couple.mine.log.count)
        let places: [Place] = [
            .today, .us, .together, .story, .mine, .journal, .trends, .helped, .signs, .causes, .articles, .practices,
            .practice("door"), .questions, .question("laugh"), .conversations, .conversation("listen"), .jar, .check,
            .pulse, .say, .data, .settings, .help, .today,
        ]
        for place in places {
            couple.go(place)
            couple.settle(after: 61_000)
        }
        #expect(try couple.ours.log.count == ours && couple.mine.log.count == mine)
        let trace = try couple.trace()
        #expect(trace.allSatisfy { $0.hasPrefix("GET ") }, "\(trace)")
    }
}
