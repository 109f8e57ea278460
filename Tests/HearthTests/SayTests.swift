import Foundation
import JSON
import Testing

@Suite("hearth say")
struct SayTests {
    private static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Content/en").path

    private func say(_ arguments: String..., input: String = "") throws -> RanCommand {
        try RanCommand(["say", "--content", Self.content] + arguments, input: Array(input.utf8))
    }

    @Test("a message is read for people: what lands hard, why, and other ways")
    func people() throws {
        let ran = try say("You never listen")
        #expect(ran.code == 0)
        #expect(ran.output.contains("“never” invites them to find the one time"))
        #expect(ran.output.contains("I feel unheard when ⟨what happened, as a camera would see it⟩."))
    }

    @Test("fear gets the way to help, and not a word about the wording")
    func fear() throws {
        let ran = try say("You always scare me and I’m afraid you will hit me again")
        #expect(ran.code == 0)
        #expect(ran.lines.count == 1 && ran.output.contains("help page"))
    }

    @Test("a reply is heard for fixing and arguing")
    func reply() throws {
        let ran = try say("--reply", "You should just rest more")
        #expect(ran.code == 0)
        #expect(ran.output.contains("“You should”: That’s a solution."))
        #expect(ran.output.contains("What was the hardest part of it for you?"))
    }

    @Test("for each line one line, offsets in Unicode scalars")
    func lines() throws {
        let ran = try say("--json", input: "{\"text\":\"🧡 You never listen\"}\n\n{\"text\":\"\"}")
        #expect(ran.code == 0)
        let answers = try ran.lines.map { try JSONValue(parsing: Array($0.utf8)[...]) }
        try #require(answers.count == 2)
        #expect(answers[0]["labels"]?.array == [.string("absolute")])
        let mark = try #require(answers[0]["marks"]?.array?.first)
        #expect(mark["start"]?.integer == 2 && mark["end"]?.integer == 11)
        #expect(mark["label"]?.string == "absolute" && mark["why"]?.string?.isEmpty == false)
        #expect(answers[0]["offers"]?.array?.count ?? 0 >= 2)
        #expect(answers[0]["tone"]?.string == "sharp")
        #expect(answers[1]["labels"]?.array == [])
    }

    @Test("for each line whether it tells of harm, and whether it could be read")
    func harm() throws {
        let texts = [
            "He hit me again last night.", "I want to kill myself.", "I hit my wife last night.",
            "The train is at ten.",
            "Du hörst mir nie zu und bist immer am Handy", "",
        ]
        let ran = try say("--json", input: texts.map { "{\"text\":\"\($0)\"}" }.joined(separator: "\n"))
        let answers = try ran.lines.map { try JSONValue(parsing: Array($0.utf8)[...]) }
        #expect(answers.map { $0["harm"]?.string } == ["suffered", "self_harm", "own_harm", nil, nil, nil])
        #expect(answers.map { $0["care"]?.string } == ["help", "help", "help", nil, nil, nil])
        #expect(
            answers.map { $0["legibility"]?.string } == [
                "english", "english", "english", "english", "foreign", "empty",
            ])
        #expect(answers[4]["tone"]?.string == nil)
        #expect(try say(texts[4]).lines == ["I only read English so far."])
    }

    @Test("what the other said comes back in the ways to reflect")
    func theirs() throws {
        let ran = try say("--json", "--reply", input: #"{"text":"","theirs":"I feel left out"}"#)
        let answer = try JSONValue(parsing: Array(try #require(ran.lines.first).utf8)[...])
        #expect(answer["reflect"]?.array?.contains { $0.string?.contains("you felt left out") == true } == true)
        #expect(answer["notices"]?.array == [])
    }

    @Test(
        "a bad line is named, and nothing is printed",
        arguments: [
            ("{\"text\":\"fine\"}\nnonsense", "line 2"), ("{\"text\":7}", "line 1: text"), ("[]", "line 1"),
            ("{\"text\":\"a\"}\n\n{}", "line 3"), ("{\"text\":\"\\u12\"}", "line 1"),
        ])
    func badLines(input: String, complaint: String) throws {
        let ran = try say("--json", input: input)
        #expect(ran.code == 65)
        #expect(ran.output.isEmpty)
        #expect(ran.errors.contains(complaint))
    }

    @Test("any bytes end in an answer or in a clear error, never in a crash")
    func anyBytes() throws {
        let start = Array("{\"text\":\"you never\"}".utf8)
        for (round, bytes) in scrambledInputs(of: start + [10] + start, seed: 0x5EED).enumerated() {
            let ran = try RanCommand(
                ["say", "--content", Self.content, "--json"] + (round % 2 == 0 ? ["--reply"] : []), input: bytes)
            #expect(ran.code == 0 || ran.code == 65 && ran.output.isEmpty && ran.errors.contains("line"))
        }
    }

    @Test(
        "with neither a message nor --json, or with both, it says what to give", arguments: [[], ["--json", "Hello"]])
    func usage(arguments: [String]) throws {
        let ran = try RanCommand(["say"] + arguments)
        #expect(ran.code == 64)
        #expect(ran.errors.contains("Give a message, or --json"))
    }

    @Test("data that isn't there is named, with the option that names it")
    func noData() throws {
        let ran = try RanCommand(["say", "--content", "/nowhere", "Hello"])
        #expect(ran.code == 66)
        #expect(ran.errors.contains("--content") && ran.errors.contains("HEARTH_CONTENT"))
    }
}
