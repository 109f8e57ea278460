@testable import Household
import HouseholdTestSupport
import Ledger
import Testing

@testable import Interface
@testable import Sync

@Suite("The story told by both")
struct ChaptersTests {
    private static let content = """
        {"version":1,"language":"en","check":[[\
        ["tell","emotional","do","When something moves me, I tell you."],\
        ["touch","physical","do","We touch each other in passing."]],\
        "not at all","completely",["Felt","Wished","Drag."],\
        ["How open?",[[1,"On the doorstep","Light things."],[3,"At the table","Hopes."]]]],\
        "pulse":[[],["","",""]],"signs":[],"causes":[],"practices":[],\
        "questions":[["smell",1,"What smell would you bottle?","taste"],\
        ["met",1,"How did we meet?","us","our-story",1],["place",1,"Which place first felt like ours?","us","our-story",2],\
        ["through",3,"What have we come through?","us","our-story",3]],\
        "dates":[],"journeys":[],"articles":[],"conversations":[],"help":["","",[],["","",[]],[],["","",[]],[],""]}
        """

    private let met = "How did we meet?"

    private func couple(_ bond: TodayCouple.Bond = .paired) throws -> TodayCouple {
        try TodayCouple(bond, at: .chapters, content: Self.content)
    }

    private func told(_ text: String, _ question: String = "met") -> Event {
        .questionAnswered(QuestionAnswered(question: question, text: text))
    }

    @Test("a chapter is told on a page of its own, from which the way back leads to the chapters")
    func telling() throws {
        var couple = try couple()
        #expect(couple.screen.says("Still to tell") && couple.screen.says("Other chapters go deeper."))
        #expect(!couple.screen.says("What have we come through?"))
        try couple.visit.press(met)
        #expect(couple.visit.state.shell.place == .question("met"))
        try couple.visit.type("At the ferry.", into: "Your answer")
        try couple.visit.press("Seal it for Ben")
        #expect(couple.seals.contains("question/met"))
        #expect(!couple.screen.says("Which place first felt like ours?"), "chapters are told in any order")
        couple.visit.stand(at: .question("met"))
        try couple.visit.press("Back")
        #expect(couple.visit.state.shell.place == .chapters)
        #expect(couple.screen.says("Yours is in the envelope until Ben has told it too"))
        #expect(!couple.screen.says("At the ferry."))
    }

    @Test("what both have told stands together, in the order of the chapters, also on the way there")
    func reading() throws {
        var couple = try couple()
        for (question, text) in [("place", "The blue bench."), ("met", "At the ferry.")] {
            try couple.remember(told(text, question), shared: true)
            try couple.arrive(told(text + " In the rain.", question))
        }
        couple.settle()
        #expect(
            couple.screen.says(
                "Chapter one How did we meet? You At the ferry. Ben At the ferry. In the rain. This chapter by itself Chapter two"
            ))
        #expect(!couple.screen.says("Still to tell"))
        couple.go(.story)
        #expect(couple.screen.says("Our story, told by both Two chapters so far"))
    }

    @Test("after both checks deeper chapters are among them, and what is left out stays in reach")
    func deeper() throws {
        var couple = try couple()
        try couple.takeChecks()
        try couple.remember(.questionPassed(QuestionPassed(question: "through")))
        couple.settle()
        #expect(couple.screen.says("What have we come through? Left out, for now"))
        #expect(!couple.screen.says("Other chapters go deeper."))
    }

    @Test("that the other has told one is said in the story, and no word of it")
    func waiting() throws {
        var couple = try couple()
        couple.visit.state.home?.spaces[1].sealIDs["question/met"] = Sample.id(77)
        couple.visit.state.home?.spaces[1].replica.waiting = [Sample.id(77)]
        couple.settle()
        #expect(couple.screen.says("How did we meet? Ben has told it. It opens with yours."))
        couple.go(.story)
        #expect(couple.screen.says("Ben has told a chapter. It opens with yours."))
    }

    @Test(
        "alone one tells for oneself; after one of the two has left, what was opened can be read and nothing is asked")
    func aloneAndAfter() throws {
        var alone = try couple(.alone)
        try alone.remember(told("At the ferry."))
        alone.settle()
        #expect(alone.screen.says("For now it’s for you alone.") && alone.screen.says("At the ferry."))
        var closed = try couple(.closed)
        try closed.remember(told("At the ferry."), shared: true)
        try closed.arrive(told("In the rain."))
        closed.settle()
        #expect(closed.screen.says("At the ferry.") && closed.screen.says("In the rain."))
        #expect(!closed.screen.says("Still to tell") && !closed.screen.says("What comes next"))
        #expect(!closed.screen.says("for you alone"))
    }
}
