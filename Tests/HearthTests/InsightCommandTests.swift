import Foundation
import JSON
import Testing

@Suite("hearth insight")
struct InsightCommandTests {
    private static let first = #"{"person":"a","pillar":"emotional","day":14.0,"value":6.5,"of":"pulse"}"#
    private static let second = #"{"person":"b","pillar":"emotional","day":14,"value":7,"of":"check"}"#

    private func insight(_ lines: [String]) throws -> RanCommand {
        try RanCommand(["insight", "--json"], input: Array(lines.joined(separator: "\n").utf8))
    }

    private func names(_ value: JSONValue?) -> [String] { value?.object?.map(\.name) ?? [] }

    @Test("for each answer one line: what was expected, what is known, and how sure a decline is")
    func lines() throws {
        let pillars = ["emotional", "physical", "intellectual", "experiential"]
        // Blank lines and line ends of another system are passed over; fields may stand in any order.
        var input = [
            Self.first, "", Self.second + "\r",
            #"{"of":"pulse","value":10,"day":14.5,"pillar":"physical","person":"a"}"#,
        ]
        for week in 3..<40 {
            let pillar = pillars[week % 4]
            let person = week % 3 == 0 ? "a" : "b"
            input.append(
                #"{"person":"\#(person)","pillar":"\#(pillar)","day":\#(week * 7),"value":\#(week % 11),"of":"pulse"}"#)
        }
        let ran = try insight(input)
        #expect(ran.code == 0 && ran.errors.isEmpty)
        let answers = try input.filter { !$0.isEmpty }.map { try JSONValue(parsing: Array($0.utf8)[...]) }
        try #require(ran.lines.count == answers.count)
        for (line, answer) in zip(ran.lines, answers) {
            let assessment = try JSONValue(parsing: Array(line.utf8)[...])
            #expect(names(assessment) == ["day", "person", "pillar", "forecast", "level", "couple", "drift"])
            for name in ["day", "person", "pillar"] { #expect(assessment[name] == answer[name]) }
            for name in ["forecast", "level", "couple"] {
                #expect(names(assessment[name]) == ["mean", "sd"])
                #expect((0...10).contains(try #require(assessment[name]?["mean"]?.number)))
                #expect((0.01...10).contains(try #require(assessment[name]?["sd"]?.number)))
            }
            #expect((0...1).contains(try #require(assessment["drift"]?.number)))
        }
    }

    @Test("the forecast is what was expected before the answer, and the partner’s answer of the day informs it")
    func forecast() throws {
        func forecasts(_ value: Int) throws -> [Double] {
            let ran = try insight([
                #"{"person":"a","pillar":"emotional","day":0,"value":\#(value),"of":"check"}"#, Self.second,
            ])
            return try ran.lines.map {
                try #require(try JSONValue(parsing: Array($0.utf8)[...])["forecast"]?["mean"]?.number)
            }
        }
        let (low, high) = (try forecasts(1), try forecasts(9))
        #expect(low[0] == high[0])
        #expect(low[1] < high[1])
    }

    @Test("nothing to read is nothing to print")
    func nothing() throws {
        let ran = try insight(["", " \t"])
        #expect(ran.code == 0 && ran.output.isEmpty && ran.errors.isEmpty)
    }

    @Test(
        "a bad line is named with what is wrong, and nothing is printed, of the lines before neither",
        arguments: [
            ("nonsense", "line 3: this is no JSON: byte 2 doesn’t belong there."),
            (first + "}", "line 3: this is no JSON: it goes on after its end, at byte 72."),
            (#"{"person":"#, "line 3: this is no JSON: it ends too early."),
            (#"{"day":01}"#, "line 3: this is no JSON: "),
            (#"{"of":"\x"}"#, "line 3: this is no JSON: the escape at byte"),
            ("{\"of\":\"\u{7}\"}", "line 3: this is no JSON: a control character stands at byte 8"),
            (String(repeating: "[", count: 80), "line 3: this is no JSON: it is nested more than 64 deep."),
            ("[]", "line 3: must be a JSON object."),
            ("{}", "line 3: person must be a text."),
            (#"{"person":"a","day":15,"value":5,"of":"pulse"}"#, "line 3: pillar must be a text."),
            (#"{"person":"a","pillar":"emotional","value":5,"of":"pulse"}"#, "line 3: day must be a number."),
            (#"{"person":"a","pillar":"emotional","day":15,"of":"pulse"}"#, "line 3: value must be a number."),
            (#"{"person":"a","pillar":"emotional","day":15,"value":5}"#, "line 3: of must be a text."),
            (
                #"{"person":1,"pillar":"emotional","day":15,"value":5,"of":"pulse"}"#, "line 3: person must be a text."
            ),
            (
                #"{"person":"a","pillar":"emotional","day":15,"value":"5","of":"pulse"}"#,
                "line 3: value must be a number."
            ),
            (
                #"{"person":"c","pillar":"emotional","day":15,"value":5,"of":"pulse"}"#,
                "line 3: person is “c”, must be a or b."
            ),
            (
                #"{"person":"a","pillar":"money","day":15,"value":5,"of":"pulse"}"#,
                "line 3: pillar is “money”, must be emotional, physical, intellectual or experiential."
            ),
            (
                #"{"person":"a","pillar":"emotional","day":15,"value":5,"of":"guess"}"#,
                "line 3: of is “guess”, must be pulse or check."
            ),
            (
                #"{"person":"a","pillar":"emotional","day":15,"value":10.1,"of":"pulse"}"#,
                "line 3: value is 10.1, must be from 0 to 10."
            ),
            (
                #"{"person":"a","pillar":"emotional","day":15,"value":-1,"of":"pulse"}"#,
                "line 3: value is -1.0, must be from 0 to 10."
            ),
            (#"{"person":"a","pillar":"emotional","day":1e300,"value":5,"of":"pulse"}"#, "line 3: day is 1e+300"),
            (
                #"{"person":"a","pillar":"emotional","day":13.9,"value":5,"of":"pulse"}"#,
                "line 3: the day lies before that of the last answer, 14.0."
            ),
        ])
    func badLines(line: String, complaint: String) throws {
        let ran = try insight([Self.first, "", line, Self.second])
        #expect(ran.code == 65)
        #expect(ran.output.isEmpty)
        #expect(ran.errors.hasPrefix("hearth: " + complaint))
    }

    @Test("what a terminal would obey is shown, not sent, and a long value is cut")
    func quoted() throws {
        let ran = try insight([
            #"{"person":"\u001b[2Ja\n","pillar":"emotional","day":15,"value":5,"of":"pulse"}"#
        ])
        #expect(ran.errors == "hearth: line 1: person is “\\u{1B}[2Ja\\u{A}”, must be a or b.\n")
        let long = String(repeating: "x", count: 10_000)
        let cut = try insight([#"{"person":"\#(long)","pillar":"emotional","day":15,"value":5,"of":"pulse"}"#])
        #expect(cut.code == 65 && cut.errors.count < 200)
    }

    @Test("means stay on the scale, however extreme the answers")
    func clipped() throws {
        // One pillar has been at an end of the scale when the others come after it: all that is known carries it further.
        var input: [String] = []
        for end in [10, 0] {
            for week in 0..<6 {
                for person in ["a", "b"] {
                    for pillar in ["emotional", "physical", "intellectual", "experiential"] {
                        let value = pillar == "experiential" || week >= 3 ? end : 5
                        let day = (10 - end) * 1000 + week * 7
                        input.append(
                            #"{"person":"\#(person)","pillar":"\#(pillar)","day":\#(day),"value":\#(value),"of":"check"}"#
                        )
                    }
                }
            }
        }
        let ran = try insight(input)
        #expect(ran.code == 0 && ran.lines.count == input.count)
        var ends: Set<Double> = []
        for line in ran.lines {
            let assessment = try JSONValue(parsing: Array(line.utf8)[...])
            for name in ["forecast", "level", "couple"] {
                let mean = try #require(assessment[name]?["mean"]?.number)
                #expect((0...10).contains(mean))
                ends.formUnion(mean == 0 || mean == 10 ? [mean] : [])
            }
        }
        #expect(ends == [0, 10])
    }

    @Test("bytes that are no text, and a line without end, are named too")
    func badBytes() throws {
        let start = Array((Self.first + "\n").utf8)
        let noText = Array(#"{"person":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
        let ran = try RanCommand(["insight", "--json"], input: start + noText)
        #expect(
            ran.code == 65 && ran.output.isEmpty
                && ran.errors.contains("line 2: this is no JSON: the text before byte 14 isn’t UTF-8."))

        let endless = try RanCommand(["insight", "--json"], input: start + [UInt8](repeating: 0x7B, count: 3_000_000))
        #expect(endless.code == 65 && endless.output.isEmpty)
        #expect(endless.errors.contains("line 2: longer than 1048576 bytes."))
    }

    @Test("any bytes end in an answer or in a clear error, never in a crash")
    func anyBytes() throws {
        let start = Array((Self.first + "\n" + Self.second).utf8)
        for bytes in scrambledInputs(of: start, seed: 0x1251647) {
            let ran = try RanCommand(["insight", "--json"], input: bytes)
            #expect(ran.code == 0 || ran.code == 65 && ran.output.isEmpty && ran.errors.contains("line"))
        }
    }

    @Test("without --json it says that it wants it")
    func usage() throws {
        let ran = try RanCommand(["insight"], input: Array(Self.first.utf8))
        #expect(ran.code == 64 && ran.output.isEmpty)
        #expect(ran.errors.contains("Say --json"))
    }
}
