import Foundation
import JSON
import Testing

@Suite("hearth advise")
struct AdviseTests {
    private static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Content/en").path

    private static let couple =
        #"{"couple":{"together":true,"children":false,"minutes":20,"openness":{"a":2,"b":3},"causes":["screens"]}}"#
    private static let answer =
        #"{"observe":{"person":"a","pillar":"emotional","day":14.0,"value":6.5,"of":"pulse"}}"#
    private static let ask = #"{"ask":{"day":28.0,"seed":7,"count":3}}"#

    private func advise(_ lines: [String]) throws -> RanCommand {
        try RanCommand(
            ["advise", "--json", "--content", Self.content], input: Array(lines.joined(separator: "\n").utf8))
    }

    private func practices(_ line: String) throws -> [JSONValue] {
        try #require(try JSONValue(parsing: Array(line.utf8)[...])["practices"]?.array)
    }

    /// The catalogue as `hearth library` prints it.
    private func library() throws -> [String: JSONValue] {
        let ran = try RanCommand(["library", "--json", "--content", Self.content])
        var practices: [String: JSONValue] = [:]
        for line in ran.lines {
            let practice = try JSONValue(parsing: Array(line.utf8)[...])
            practices[try #require(practice["id"]?.string)] = practice
        }
        return practices
    }

    @Test("only questions are answered, each on one line with id, score, chance and a reason for people")
    func conversation() throws {
        let ran = try advise([
            Self.couple, Self.answer, Self.ask, #"{"did":{"practice":"the-door","day":29,"helped":4}}"#,
            #"{"did":{"practice":"the-door","day":30}}"#, "", Self.ask,
        ])
        #expect(ran.code == 0 && ran.errors.isEmpty)
        #expect(ran.lines.count == 2)
        let library = try library()
        #expect(library.count >= 110)
        for line in ran.lines {
            let practices = try practices(line)
            #expect(practices.count == 3)
            for practice in practices {
                let known = try #require(practice["id"]?.string.flatMap { library[$0] })
                #expect(known["openness"]?.integer ?? 9 <= 2 && known["minutes"]?.integer ?? 99 <= 20)
                #expect((0.1...0.9).contains(practice["chance"]?.number ?? 0))
                #expect(practice["score"]?.number ?? 0 > 0)
                #expect(practice["why"]?.string?.hasSuffix(".") == true)
            }
        }
    }

    /// What is advised over some seeds to a couple that feels 5 everywhere, and wishes as given where anything is said.
    private func advised(wished: [String: Double], causes: [String] = []) throws -> [JSONValue] {
        let observed = ["a", "b"].flatMap { person in
            ["emotional", "physical", "intellectual", "experiential"].map { pillar in
                let wish = wished[pillar].map { #","wished":\#($0)"# } ?? ""
                let answer = #""person":"\#(person)","pillar":"\#(pillar)","day":1,"value":5,"of":"check""#
                return "{\"observe\":{\(answer)\(wish)}}"
            }
        }
        let named = causes.map { "\"\($0)\"" }.joined(separator: ",")
        let couple = #"{"couple":{"openness":{"a":4,"b":4},"causes":[\#(named)]}}"#
        let asks = (0..<8).map { #"{"ask":{"day":2,"seed":\#($0),"count":3}}"# }
        return try advise([couple] + observed + asks).lines.flatMap { try practices($0) }
    }

    @Test("what is wished decides what is needed")
    func wished() throws {
        let library = try library()
        let proposals = try advised(
            wished: ["emotional": 5, "physical": 9, "intellectual": 5, "experiential": 5])
        #expect(proposals.count == 24)
        for proposal in proposals {
            let known = try #require(proposal["id"]?.string.flatMap { library[$0] })
            #expect((known["pillars"]?["physical"]?.number ?? 0) > 0, "\(proposal)")
        }
        #expect(proposals.contains { $0["why"]?.string?.contains("ou both wish") == true }, "\(proposals)")
    }

    @Test("a cause that is named lifts nothing whose pillars are as wished")
    func causeAsWished() throws {
        let contented = ["emotional": 5.0, "physical": 5, "intellectual": 5, "experiential": 5]
        let library = try library()
        let causes = ["screens", "work-pressure"]
        for proposal in try advised(wished: contented, causes: causes) {
            let known = try #require(proposal["id"]?.string.flatMap { library[$0] })
            if known["pillars"]?.object?.isEmpty == false {
                #expect(proposal["why"]?.string?.contains("answers") != true, "\(proposal)")
            }
        }
        #expect(try advised(wished: contented, causes: causes) != advised(wished: [:], causes: causes))
    }

    @Test("a chance has at most three digits after the point")
    func chances() throws {
        for line in try advise((0..<20).map { #"{"ask":{"day":1,"seed":\#($0),"count":5}}"# }).lines {
            for part in line.components(separatedBy: "\"chance\":").dropFirst() {
                let digits = part.prefix { "0123456789.".contains($0) }.split(separator: ".").last ?? ""
                #expect((1...3).contains(digits.count), "\(part)")
            }
        }
    }

    @Test("nothing needs to be known beforehand, and the same lines give the same answers")
    func nothingKnown() throws {
        let first = try advise([#"{"couple":{}}"#, #"{"ask":{"day":0}}"#])
        let second = try advise([#"{"ask":{"day":0,"seed":0,"count":3}}"#])
        #expect(first.code == 0 && first.output == second.output)
        #expect(try practices(first.output.split(separator: "\n").map(String.init)[0]).count == 3)
        let other = try advise([#"{"ask":{"day":0,"seed":123456789012345678901234567890,"count":3}}"#])
        #expect(other.code == 0)
    }

    @Test("a question is answered before the next line comes")
    func atOnce() throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = RanCommand.program
        process.arguments = ["advise", "--json", "--content", Self.content]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        defer { process.waitUntilExit() }
        for seed in 0..<3 {
            try input.fileHandleForWriting.write(
                contentsOf: Data("{\"ask\":{\"day\":1,\"seed\":\(seed),\"count\":2}}\n".utf8))
            let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(try practices(line.trimmingCharacters(in: .newlines)).count == 2)
        }
        try input.fileHandleForWriting.close()
    }

    @Test("apart, nothing is proposed that takes being in one place")
    func apart() throws {
        let library = try library()
        let asks = (0..<10).map { #"{"ask":{"day":1,"seed":\#($0),"count":5}}"# }
        let ran = try advise([#"{"couple":{"together":false,"children":2,"circumstances":["no-money"]}}"#] + asks)
        #expect(ran.lines.count == 10)
        for line in ran.lines {
            for practice in try practices(line) {
                let known = try #require(practice["id"]?.string.flatMap { library[$0] })
                #expect(known["apart"]?.bool == true || known["who"]?.string != "together")
                #expect(known["cost"]?.integer == 0)
            }
        }
    }

    @Test(
        "a bad line is named, and nothing is printed for it",
        arguments: [
            (["nonsense"], "line 1"), ([couple, "[]"], "line 2"), ([couple, "", "{}"], "line 3: must hold"),
            ([#"{"ask":{"day":1},"did":{}}"#], "line 1: must hold"), ([#"{"ask":{}}"#], "line 1: day"),
            ([#"{"ask":3}"#], "line 1: ask must be a JSON object"),
            ([#"{"ask":{"day":1,"count":0}}"#], "line 1: count"),
            ([#"{"ask":{"day":1,"count":1e9}}"#], "line 1: count"), ([#"{"ask":{"day":1e9}}"#], "line 1: day"),
            ([#"{"did":{"practice":"no-such","day":1}}"#], "line 1: practice is “no-such”"),
            ([#"{"did":{"practice":"the-door","day":1,"helped":5}}"#], "line 1: helped"),
            ([#"{"did":{"practice":"the-door","day":1,"helped":1.5}}"#], "line 1: helped"),
            ([#"{"did":{"practice":"the-door"}}"#], "line 1: day"), ([#"{"observe":{}}"#], "line 1: person"),
            (
                [answer, #"{"observe":{"person":"b","pillar":"emotional","day":13,"value":5,"of":"pulse"}}"#],
                "line 2: the day"
            ),
            ([#"{"observe":{"person":"b","pillar":"emotional","day":1,"value":11,"of":"pulse"}}"#], "line 1: value"),
            (
                [#"{"observe":{"person":"b","pillar":"emotional","day":1,"value":5,"of":"pulse","wished":10.5}}"#],
                "line 1: wished must be a number from 0 to 10."
            ),
            ([#"{"couple":{"openness":{"a":6}}}"#], "line 1: a must be the openness"),
            ([#"{"couple":{"openness":3}}"#], "line 1: openness"), ([#"{"couple":{"minutes":-1}}"#], "line 1: minutes"),
            ([#"{"couple":{"causes":[1]}}"#], "line 1: causes"),
            ([#"{"couple":{"together":"yes"}}"#], "line 1: together"),
            ([#"{"couple":{"circumstances":["rich"]}}"#], "line 1: circumstances"),
            ([#"{"couple":{"openness":{"a":2.5}}}"#], "line 1: a must be the openness of one, a whole number"),
            ([#"{"couple":{"openness":{"A":1}}}"#], "line 1: openness has “A”"),
            ([#"{"ask":{"day":1,"count":2.5}}"#], "line 1: count must be a whole number from 1 to 100"),
            ([#"{"ask":{"day":1,"seed":7.5}}"#], "line 1: seed must be a whole number"),
            ([answer, #"{"ask":{"day":13.9}}"#], "line 2: day is 13.9, before day 14.0"),
            ([answer, #"{"couple":{}}"#, #"{"ask":{"day":13}}"#], "line 3: day is 13.0, before day 14.0"),
        ])
    func badLines(lines: [String], complaint: String) throws {
        let ran = try advise(lines)
        #expect(ran.code == 65)
        #expect(ran.output.isEmpty)
        #expect(ran.errors.contains(complaint))
    }

    @Test("practices may be told of late and in any order, and what isn't known of a couple is passed over")
    func accepted() throws {
        let ran = try advise([
            #"{"couple":{"minutes":7.5,"openness":{"a":2.0,"b":null},"pets":2,"wishes":{}}}"#,
            #"{"observe":{"person":"a","pillar":"emotional","day":28.6,"value":6.5,"of":"pulse"}}"#,
            #"{"did":{"practice":"the-door","day":27}}"#, #"{"did":{"practice":"the-door","day":22,"helped":3.0}}"#,
            #"{"ask":{"day":28,"seed":-3,"count":1e1}}"#, #"{"ask":{"day":28,"seed":null}}"#,
        ])
        #expect(ran.code == 0 && ran.errors.isEmpty)
        #expect(ran.lines.count == 2)
    }

    @Test("a question about a day before the last one’s is refused")
    func askedBefore() throws {
        let ran = try advise([Self.ask, #"{"ask":{"day":27}}"#])
        #expect(ran.code == 65 && ran.lines.count == 1)
        #expect(ran.errors.contains("line 2: day is 27.0, before day 28.0"))
    }

    @Test("what was answered before a bad line stands; nothing of the bad line does")
    func answeredBefore() throws {
        let ran = try advise([Self.ask, Self.ask + "}", Self.ask])
        #expect(ran.code == 65 && ran.errors.contains("line 2"))
        #expect(ran.lines.count == 1)
        #expect(try practices(ran.lines[0]).count == 3)
    }

    @Test("a line without end is refused once it is too long")
    func endless() throws {
        let ran = try RanCommand(
            ["advise", "--json", "--content", Self.content],
            input: [UInt8](repeating: 0x20, count: 100) + [UInt8](repeating: 0x7B, count: 3_000_000))
        #expect(ran.code == 65 && ran.errors.contains("line 1: longer than"))
    }

    @Test("any bytes end in an answer or in a clear error, never in a crash")
    func anyBytes() throws {
        let start = Array([Self.couple, Self.answer, Self.ask].joined(separator: "\n").utf8)
        for bytes in scrambledInputs(of: start, seed: 0xAD71CE) {
            let ran = try RanCommand(["advise", "--json", "--content", Self.content], input: bytes)
            #expect(ran.code == 0 || ran.code == 65 && ran.errors.contains("line"))
        }
    }

    @Test("for people it prints what to do and why, and says what an option needs")
    func people() throws {
        let ran = try RanCommand(
            ["advise", "--content", Self.content, "--felt", "physical=2", "--felt", "emotional=9", "--count", "2"])
        #expect(ran.code == 0)
        #expect(ran.lines.count == 4)
        #expect(ran.output.contains("touch"))
        for bad in [
            ["--felt", "money=3"], ["--felt", "physical=11"], ["--count", "0"], ["--openness", "6"],
            ["--minutes", "-1"], ["--json", "--felt", "physical=3"], ["--json", "--minutes", "5"],
            ["--json", "--openness", "3"], ["--json", "--count", "3"], ["--json", "--seed", "0"],
        ] {
            #expect(try RanCommand(["advise", "--content", Self.content] + bad).code == 64)
        }
    }
}
