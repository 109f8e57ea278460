import Foundation
import JSON
import Testing

@Suite("hearth library")
struct LibraryCommandTests {
    private static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Content/en").path

    @Test("one practice a line, with all its fields, as JSON")
    func lines() throws {
        let ran = try RanCommand(["library", "--json", "--content", Self.content])
        #expect(ran.code == 0 && ran.errors.isEmpty && ran.output.hasSuffix("}\n"))
        var ids: Set<String> = []
        for line in ran.lines {
            let practice = try JSONValue(parsing: Array(line.utf8)[...])
            #expect(
                practice.object?.map(\.name) == [
                    "id", "safe", "name", "do", "why", "flat", "minutes", "who", "apart", "effort", "openness", "cost",
                    "rhythm", "when", "pillars", "foundations", "self", "causes", "avoid", "for", "stem",
                ])
            #expect(practice["do"]?.string?.isEmpty == false && practice["why"]?.string?.isEmpty == false)
            #expect(practice["minutes"]?.integer ?? 0 > 0)
            #expect((1...5).contains(practice["openness"]?.integer ?? 0))
            #expect(ids.insert(try #require(practice["id"]?.string)).inserted)
        }
        #expect(ids.count >= 110)
    }

    @Test(
        "any other kind of content, with all its fields, as JSON",
        arguments: [
            ("questions", 420, ["id", "depth", "theme", "text"]),
            ("dates", 80, ["id", "name", "do", "minutes", "cost"]),
            ("conversations", 16, ["id", "name", "about", "before", "steps"]),
            ("journeys", 10, ["id", "name", "about", "weeks"]),
            ("reading", 12, ["id", "title", "text"]), ("signs", 19, ["id", "name", "seen"]),
            ("causes", 32, ["id", "name", "about"]),
            ("check", 1, ["items"]), ("pulse", 1, ["lines"]), ("touch", 30, ["id", "name", "openness"]),
            ("exercises", 8, ["id", "name", "about"]), ("prompts", 40, ["id", "theme", "text"]),
            ("help", 1, ["title", "opening"]),
        ])
    func others(kind: String, least: Int, fields: [String]) throws {
        let ran = try RanCommand(["library", kind, "--json", "--content", Self.content])
        #expect(ran.code == 0 && ran.errors.isEmpty && ran.lines.count >= least)
        for line in ran.lines {
            let entry = try JSONValue(parsing: Array(line.utf8)[...])
            for field in fields { #expect(entry[field] != nil, "\(kind) without \(field): \(line.prefix(80))") }
            #expect(!line.contains(" '") && !line.contains("n't"), "the apostrophes of files: \(line)")
        }
        let people = try RanCommand(["library", kind, "--content", Self.content])
        #expect(people.code == 0 && people.lines.count >= least && people.lines.allSatisfy { !$0.hasPrefix("{") })
    }

    @Test("a kind that there isn't is refused, and the kinds are named")
    func unknownKind() throws {
        let ran = try RanCommand(["library", "poems", "--json", "--content", Self.content])
        #expect(ran.code == 64 && ran.output.isEmpty && ran.errors.contains("questions"))
    }

    @Test("for people a line for each practice: its id, its name, how long it takes and what to do")
    func people() throws {
        let ran = try RanCommand(["library", "--content", Self.content])
        #expect(ran.code == 0)
        #expect(ran.lines.count >= 110)
        #expect(ran.lines.allSatisfy { $0.contains(" min). ") })
        #expect(ran.lines.contains { $0.hasPrefix("the-door: ") })
    }
}
