import Coach
import ContentPacker
import Foundation
import Testing

@Suite("Packing the coach")
struct CoachPackingTests {
    private static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Content/en")

    /// A copy of the coach's files in a language folder of its own, thrown away after use.
    private func copied(_ use: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hearth-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let coach = folder.appendingPathComponent("coach")
        try FileManager.default.createDirectory(at: coach, withIntermediateDirectories: true)
        for section in Pack.Section.allCases {
            try FileManager.default.copyItem(
                at: Self.shipped.appendingPathComponent("coach/" + section.fileName),
                to: coach.appendingPathComponent(section.fileName))
        }
        try use(folder)
    }

    @Test("The packed coach opens and reads, and the same files give the same bytes")
    func shipped() throws {
        let bytes = try ContentPacker.packCoach(directory: Self.shipped.path)
        #expect(try Coach(model: bytes).read("You never listen").labels == [.absolute])
        #expect(try ContentPacker.packCoach(directory: Self.shipped.path) == bytes)
    }

    @Test("What is missing is named with its file")
    func missing() throws {
        try copied { folder in
            try FileManager.default.removeItem(at: folder.appendingPathComponent("coach/needs.txt"))
            let error = #expect(throws: ContentError.self) { try ContentPacker.packCoach(directory: folder.path) }
            #expect(error?.problems.map { $0.file } == [folder.path + "/coach/needs.txt"])
        }
    }

    @Test("A line that makes no sense is quoted, and nothing is packed")
    func malformed() throws {
        try copied { folder in
            try Data("gladness nine: glad\n".utf8).write(to: folder.appendingPathComponent("coach/feelings.txt"))
            let error = #expect(throws: ContentError.self) { try ContentPacker.packCoach(directory: folder.path) }
            #expect(error?.problems.first?.description.contains("gladness nine") == true)
        }
    }

    @Test("Weights that were cut short are refused")
    func damaged() throws {
        try copied { folder in
            let file = folder.appendingPathComponent("coach/weights.bin")
            try Data(contentsOf: file).prefix(1000).write(to: file)
            #expect(throws: ContentError.self) { try ContentPacker.packCoach(directory: folder.path) }
        }
    }
}
