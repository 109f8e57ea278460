import Closeness
import Testing

@Suite("Walking through a conversation")
struct ConversationWalkTests {
    private static func step(
        _ id: String, _ role: Conversation.Step.Role, choices: [Conversation.Step.Choice] = []
    ) -> Conversation.Step {
        Conversation.Step(
            id: id, role: role, ask: id, detail: nil, other: nil, stems: [], seconds: nil, enough: nil,
            next: "Next", kind: .speak, choices: choices)
    }

    private let conversation: Conversation = {
        Conversation(
            id: "talk", name: "Talk", about: "", minutes: 20, openness: .lowest, before: "",
            steps: [
                step("settle", .both), step("speak", .speaker), step("reflect", .listener),
                step(
                    "confirm", .speaker,
                    choices: [
                        Conversation.Step.Choice(id: "yes", text: "Yes", target: "sense"),
                        Conversation.Step.Choice(id: "not-quite", text: "Not quite", target: "reflect"),
                    ]),
                step("sense", .listener), step("end", .both),
            ],
            repeats: Conversation.Repeats(steps: ["speak", "reflect", "confirm", "sense"], turns: 2), close: "",
            pause: "")
    }()

    @Test("Each speaks once: the second turn begins with the roles changed, then it ends")
    func twoTurns() throws {
        var walk = try #require(ConversationWalk(beginning: conversation))
        var seen: [String] = []
        while true {
            let actor = walk.actor(in: conversation)
            seen.append("\(walk.step) \(actor == .first ? "A" : actor == .second ? "B" : "both")")
            guard let next = walk.next(in: conversation, choosing: "yes") else { break }
            walk = next
        }
        #expect(
            seen == [
                "settle both", "speak A", "reflect B", "confirm A", "sense B", "speak B", "reflect A", "confirm B",
                "sense A", "end both",
            ])
    }

    @Test("Not quite leads back to the listener, in the same turn")
    func notQuite() {
        let walk = ConversationWalk(step: "confirm", turn: 1)
        #expect(walk.next(in: conversation, choosing: "not-quite") == ConversationWalk(step: "reflect", turn: 1))
    }

    @Test("Without an answer, or with one the step doesn't have, they stay")
    func noAnswer() {
        let walk = ConversationWalk(step: "confirm", turn: 0)
        #expect(walk.next(in: conversation) == walk)
        #expect(walk.next(in: conversation, choosing: "maybe") == walk)
    }

    @Test("A place kept by its number is found again, and one that the script doesn't have isn't")
    func byNumber() {
        #expect(ConversationWalk(step: 2, turn: 1, in: conversation) == ConversationWalk(step: "reflect", turn: 1))
        #expect(ConversationWalk(step: "reflect", turn: 1).index(in: conversation) == 2)
        #expect(ConversationWalk(step: 6, turn: 0, in: conversation) == nil)
        #expect(ConversationWalk(step: -1, turn: 0, in: conversation) == nil)
    }

    /// The same script after a step was put in front, one in between, and `reflect` taken out.
    private var newer: Conversation {
        let ids = ["arrive", "settle", "speak", "rest", "confirm", "sense", "end"]
        return Conversation(
            id: "talk", name: "Talk", about: "", minutes: 20, openness: .lowest, before: "",
            steps: ids.map { Self.step($0, .both) }, earlier: conversation.steps.map(\.id), repeats: nil, close: "",
            pause: "")
    }

    @Test("A step is found by its id wherever a newer script has it")
    func byID() {
        let walk = ConversationWalk(step: "confirm", number: 3, turn: 1, in: newer)
        #expect(walk == ConversationWalk(step: "confirm", turn: 1))
        #expect(ConversationWalk(step: "rest", number: 3, turn: 0, in: newer)?.step == "rest")
    }

    @Test("A number means the step that had it before the script was changed")
    func byNumberOfBefore() {
        let steps = (0..<6).map { ConversationWalk(step: $0, turn: 1, in: newer)?.step }
        #expect(steps == ["settle", "speak", "confirm", "confirm", "sense", "end"])
        #expect(ConversationWalk(step: 6, turn: 0, in: newer) == nil)
    }

    @Test("A step that is gone leads to the next one after it that is still there, and at the end to the last")
    func gone() {
        #expect(ConversationWalk(step: "reflect", number: 2, turn: 1, in: newer)?.step == "confirm")
        let shorter = Conversation(
            id: "talk", name: "Talk", about: "", minutes: 20, openness: .lowest, before: "",
            steps: [Self.step("settle", .both), Self.step("speak", .speaker)], earlier: conversation.steps.map(\.id),
            repeats: nil, close: "", pause: "")
        #expect(ConversationWalk(step: "sense", number: 4, turn: 1, in: shorter)?.step == "speak")
    }

    @Test("A step that only the other's newer script has leads to whichever stands at its place")
    func neverKnown() {
        #expect(ConversationWalk(step: "rest", number: 3, turn: 0, in: conversation)?.step == "confirm")
        #expect(ConversationWalk(step: "after", number: 60, turn: 0, in: conversation)?.step == "end")
    }

    @Test("A step that a newer script no longer has ends the walk instead of trapping it")
    func unknownStep() {
        let walk = ConversationWalk(step: "gone", turn: 0)
        #expect(walk.next(in: conversation) == nil)
        #expect(walk.current(in: conversation) == nil)
    }

    @Test("Names are filled in for the turn, and what isn't a name is left alone")
    func names() {
        func filled(_ text: String, step: String, turn: Int) -> String {
            ConversationWalk(step: step, turn: turn)
                .filling(text, in: conversation, first: "Ada", second: "{speaker}")
        }
        #expect(filled("{speaker} speaks, {listener} hears.", step: "speak", turn: 0) == "Ada speaks, {speaker} hears.")
        #expect(filled("Now {speaker}.", step: "speak", turn: 1) == "Now {speaker}.")
        #expect(filled("Then {other}.", step: "reflect", turn: 0) == "Then Ada.")
        #expect(filled("{nobody} {", step: "speak", turn: 0) == "{nobody} {")
    }
}
