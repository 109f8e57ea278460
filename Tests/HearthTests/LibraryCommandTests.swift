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

    @Test("for people a line for each practice: its id, its name, how long it takes and what to do")
    func people() throws {
        let ran = try RanCommand(["library", "--content", Self.content])
        #expect(ran.code == 0)
        #expect(ran.lines.count >= 110)
        #expect(ran.lines.allSatisfy { $0.contains(" min). ") })
        #expect(ran.lines.contains { $0.hasPrefix("the-door: ") })
    }
}
