import Foundation
import Testing

/// Where the commands look for the content.
@Suite("the content that commands read")
struct ContentOptionTests {
    private static let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Content/en")

    private static let commands = [["library"], ["advise"], ["say", "Thank you"]]

    /// Runs `body` in a directory that is empty.
    private func withEmptyDirectory(_ body: (URL) throws -> Void) throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("hearth-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try body(directory)
    }

    /// A copy of `hearth` in `directory`, which costs nothing where a file may have two names.
    private func program(in directory: URL) throws -> URL {
        let (program, copy) = (try #require(RanCommand.program), directory.appendingPathComponent("hearth"))
        do {
            try FileManager.default.linkItem(at: program, to: copy)
        } catch {
            try FileManager.default.copyItem(at: program, to: copy)
        }
        return copy
    }

    /// Puts the content into `directory`.
    private func putContent(in directory: URL) throws {
        try FileManager.default.createDirectory(
            at: directory.appendingPathComponent("Content"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: directory.appendingPathComponent("Content/en"), withDestinationURL: Self.content)
    }

    @Test("a program in a repository finds that repository's, wherever it is called from", arguments: commands)
    func aboveProgram(command: [String]) throws {
        try withEmptyDirectory { directory in
            let ran = try RanCommand(command, directory: directory)
            #expect(ran.code == 0 && !ran.output.isEmpty)
        }
    }

    @Test(
        "it may lie beside the program, in the working directory, or be named in the environment", arguments: commands)
    func elsewhere(command: [String]) throws {
        try withEmptyDirectory { directory in
            let program = try program(in: directory)
            let work = directory.appendingPathComponent("work")
            try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)

            let none = try RanCommand(command, directory: work, program: program)
            #expect(none.code == 66 && none.output.isEmpty)
            #expect(none.errors.contains("--content") && none.errors.contains("HEARTH_CONTENT"))

            let named = try RanCommand(
                command, environment: ["HEARTH_CONTENT": Self.content.path], directory: work, program: program)
            #expect(named.code == 0)

            try putContent(in: work)
            #expect(try RanCommand(command, directory: work, program: program).code == 0)

            try FileManager.default.removeItem(at: work.appendingPathComponent("Content"))
            try putContent(in: directory)
            #expect(try RanCommand(command, directory: work, program: program).code == 0)
        }
    }

    @Test("what is named is taken before what is found, the option before the variable", arguments: commands)
    func named(command: [String]) throws {
        for (option, variable) in [("/nowhere", Self.content.path), (nil, "/nowhere")] {
            let ran = try RanCommand(
                command + (option.map { ["--content", $0] } ?? []), environment: ["HEARTH_CONTENT": variable])
            #expect(ran.code == 66 && ran.output.isEmpty)
            #expect(ran.errors.contains("/nowhere"))
            #expect(ran.errors.contains("--content") && ran.errors.contains("HEARTH_CONTENT"))
        }
        let ran = try RanCommand(
            command + ["--content", Self.content.path], environment: ["HEARTH_CONTENT": "/nowhere"])
        #expect(ran.code == 0)
    }

    @Test("the coach takes its own folder as well as the language’s")
    func coach() throws {
        let coach = Self.content.appendingPathComponent("coach").path
        #expect(try RanCommand(["say", "--content", coach, "You never listen"]).code == 0)
        #expect(try RanCommand(["say", "--content", Self.content.path + "/", "You never listen"]).code == 0)
    }
}
