import Foundation
import Testing

@Suite("what commands print to")
struct StandardOutputTests {
    private static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Content/en").path

    private static let commands: [(arguments: [String], input: String)] = [
        (["insight", "--json"], #"{"person":"a","pillar":"emotional","day":14.0,"value":6.5,"of":"pulse"}"#),
        (["advise", "--json", "--content", content], #"{"ask":{"day":28.0,"seed":7,"count":3}}"#),
        (["advise", "--content", content], ""),
        (["say", "--json", "--content", content], #"{"text":"You never listen"}"#),
        (["say", "--content", content, "You never listen"], ""),
        (["library", "--json", "--content", content], ""), (["library", "--content", content], ""),
    ]

    @Test("on a full disk they say so and end with 74", arguments: commands)
    func full(arguments: [String], input: String) throws {
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let ran = try RanCommand(arguments, input: Array(input.utf8), standardOutput: full)
        #expect(ran.code == 74)
        #expect(ran.errors.hasPrefix("hearth: standard output can't be written"))
    }

    @Test("where nobody reads any more they end quietly", arguments: commands)
    func closed(arguments: [String], input: String) throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let ran = try RanCommand(arguments, input: Array(input.utf8), standardOutput: pipe.fileHandleForWriting)
        #expect(ran.code == 0 && ran.errors.isEmpty)
    }
}
