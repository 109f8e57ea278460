import Closeness
import Insight
import Testing

@Suite("The ladder of openness")
struct OpennessLadderTests {
    private let practices = (1...5).map { practice("step-\($0)", openness: $0) }

    private func ladder(_ comfort: [Int], _ history: [(step: Int, outcome: Done.Outcome?)]) -> OpennessLadder {
        OpennessLadder(
            comfort: comfort.map { Openness(clamping: $0) },
            history: history.enumerated().map { day, done in
                Done(practice: "step-\(done.step)", day: day, outcome: done.outcome)
            },
            practices: practices)
    }

    @Test("It begins low, and never above the more cautious of the two")
    func start() {
        #expect(ladder([5, 5], []).step.level == 2)
        #expect(ladder([5, 1], []).step.level == 1)
        #expect(ladder([], []).step.level == 1)
    }

    @Test("Two good times at a step lead one step up, not two")
    func climb() {
        #expect(ladder([5, 5], [(2, .good)]).step.level == 2)
        #expect(ladder([5, 5], [(2, .good), (2, .good)]).step.level == 3)
        #expect(ladder([5, 5], [(2, .good), (2, .good), (2, .good), (2, .good)]).step.level == 3)
        #expect(ladder([5, 5], [(2, .good), (2, .good), (3, .good), (3, .good)]).step.level == 4)
    }

    @Test("It never passes the more cautious of the two, however well it goes")
    func ceiling() {
        let history = Array(repeating: (step: 5, outcome: Done.Outcome?.some(.good)), count: 20)
        #expect(ladder([5, 3], history).step.level == 3)
        #expect(ladder([3, 5], history).step.level == 3)
    }

    @Test("Lighter practices, flat ones and those nobody spoke of don't lead up")
    func standing() {
        #expect(ladder([5, 5], [(1, .good), (1, .good), (1, .good)]).step.level == 2)
        #expect(ladder([5, 5], [(2, .flat), (2, nil), (2, .good)]).step.level == 2)
    }

    @Test(
        "How much it helped, from not at all to a lot, means hard, flat or good",
        arguments: [
            (0, Done.Outcome.hard), (1, .flat), (2, .flat), (3, .good), (4, .good),
        ])
    func helped(answer: Int, outcome: Done.Outcome) {
        #expect(Done.Outcome(helped: answer) == outcome)
    }

    @Test("A hard time leads a step down")
    func down() {
        #expect(ladder([5, 5], [(2, .good), (2, .good), (3, .hard)]).step.level == 2)
        #expect(ladder([5, 5], [(2, .hard), (2, .hard), (2, .hard)]).step.level == 1)
    }

    @Test("What was good for one and hard for the other was hard")
    func theSlowerDecides() {
        let history = [
            Done(practice: "step-2", day: 1, outcome: .good), Done(practice: "step-2", day: 1, outcome: .hard),
            Done(practice: "step-2", day: 2, outcome: .good),
        ]
        let comfort = [Openness.highest, .highest]
        let ladder = OpennessLadder(comfort: comfort, history: history, practices: practices)
        #expect(ladder.step.level == 1)
        #expect(OpennessLadder(comfort: comfort, history: history.reversed(), practices: practices) == ladder)
    }

    @Test("Both reporting one evening is one good time, not two")
    func oneEvening() {
        let history = [
            Done(practice: "step-2", day: 1, outcome: .good), Done(practice: "step-2", day: 1, outcome: .good),
        ]
        let ladder = OpennessLadder(comfort: [.highest], history: history, practices: practices)
        #expect(ladder.step.level == 2)
    }

    @Test("At the top, after good times, it asks whether the two want more; below it doesn't")
    func more() {
        #expect(ladder([2, 3], [(2, .good), (2, .good)]).isReadyForMore)
        #expect(!ladder([2, 3], [(2, .good)]).isReadyForMore)
        #expect(!ladder([3, 3], [(2, .good), (2, .good)]).isReadyForMore)
    }
}
