@testable import Household
import HouseholdTestSupport
import Ledger
import Testing
import Wire

@testable import Interface

/// Which seals are asked for follows from the rules of kinds, so that a new sealed kind is waited for like the others.
@Suite struct SealsTests {
    @Test func everySealedKindIsAskedForOnceAndNoOther() throws {
        var couple = try MineCouple()
        // The statements of a journey are sealed once both are on it.
        let wanted = Event.journeyWanted(JourneyMark(journey: "hear"))
        try couple.ana.home { home, shell in home.share(wanted, &shell) }
        try couple.ben.home { home, shell in home.share(wanted, &shell) }
        try couple.exchange()
        try couple.ana.home { home, shell in home.askForSeals(&shell) }
        func asked() -> [String] {
            couple.ana.effects.flatMap { asked -> [String] in
                if case .sealIDs(_, let names) = asked.effect { names } else { [] }
            }
        }
        for kind in EventKind.allCases {
            let word = String(kind.rawValue.prefix { $0 != "." }) + "/"
            var isSealed = false
            if case .oursSealed = kind.rule.audience { isSealed = true }
            guard isSealed else { continue }
            #expect(asked().contains { $0.hasPrefix(word) }, "\(kind.rawValue) is never waited for")
        }
        #expect(asked().contains("check/2027-Q1") && asked().contains("check/2026-Q4"))
        #expect(asked().contains("pulse/2027-W02") && asked().contains("pulse/2026-W47"))
        #expect(asked().contains("question/smell"))
        #expect(asked().contains("journey/hear/1/start") && asked().contains("journey/hear/1/end"))
        let before = asked()
        try couple.ana.home { home, shell in home.askForSeals(&shell) }
        #expect(asked() == before, "what was asked is not asked again")
    }

    @Test func whatIsSaidOfAnAnswerIsSaidInListsAndInTheStoryToo() throws {
        func answer(_ text: String) -> Event { .questionAnswered(QuestionAnswered(question: "smell", text: text)) }
        var couple = try TodayCouple(.paired, at: .today)
        try couple.answer(answer("Bread"), by: 1, under: 77, daysAgo: 0.5)
        try couple.answer(answer("x"), by: 2, under: 77, daysAgo: 0.4)
        couple.go(.story)
        #expect(couple.screen.says("The first envelope you opened"))
        #expect(!couple.screen.says("Ben has answered more than once"))
        let released = try couple.ours.log.positions.map { try couple.ours.log.id(at: $0) }.suffix(2)
        try couple.answer(answer("Bread, like you"), by: 2, under: 77, daysAgo: 0.3)
        couple.go(.story)
        #expect(couple.screen.says("Ben has answered more than once"))
        couple.go(.question("smell"))
        couple.visit.state.home?.looked = [:]
        couple.settle()
        try couple.visit.relay(200, ReleasedSeal(entries: Array(released)).body)
        for place in [Place.story, .questions] {
            couple.go(place)
            #expect(couple.screen.says("Ben’s answer came after yours was open"), "\(place)")
        }
    }

    @Test func anAnswerThatCameOnceOnesOwnWasOpenIsToldAsThatAndNotAsBoth() throws {
        func answer(_ text: String) -> Event { .questionAnswered(QuestionAnswered(question: "smell", text: text)) }
        var couple = try TodayCouple(.paired, at: .today)
        try couple.answer(answer("Bread"), by: 1, under: 77, daysAgo: 0.5)
        try couple.answer(answer("x"), by: 2, under: 77, daysAgo: 0.4)
        couple.go(.question("smell"))
        #expect(couple.screen.says("You and Ben both answered"))
        let released = try couple.ours.log.positions.map { try couple.ours.log.id(at: $0) }.suffix(2)
        try couple.answer(answer("Bread, like you"), by: 2, under: 77, daysAgo: 0.3)
        let home = try couple.home
        couple.visit.state.home?.looked = [:]
        couple.settle()
        #expect(!couple.screen.says("both answered"))
        #expect(couple.screen.says("Ben has answered more than once"))
        let asked = try couple.visit.relay(200, ReleasedSeal(entries: Array(released)).body)
        #expect(
            asked.text("path") == "/api/spaces/\(try #require(home.sharedRecord?.id.text))/seals/\(Sample.id(77).text)")
        #expect(couple.screen.says("Ben’s answer came after yours was open"))
        #expect(!couple.screen.says("both answered"))
    }
}
