import Coach
import Foundation

/// The coach as it ships: the data files in the repository.
enum CoachUnderTest {
    /// `Content/en/coach`.
    static let content = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Content/en/coach")

    /// The data files as a pack.
    static func pack() throws -> Pack {
        var pack = Pack()
        for section in Pack.Section.allCases {
            pack[section] = Array(try Data(contentsOf: content.appendingPathComponent(section.fileName)))
        }
        return pack
    }

    /// The coach, opened once: reading is pure.
    static let coach: Coach = {
        do {
            return try Coach(model: pack().bytes)
        } catch {
            fatalError("the coach's data files can't be opened: \(error)")
        }
    }()

    /// A message that no training has seen, with its labels.
    struct Unseen {
        let text: String
        let labels: Set<Label>
    }

    /// Hard messages: disguised accusations beside harmless look-alikes.
    static func heldBack() throws -> [Unseen] { try unseen("held-back.txt") }

    /// Everyday wordings.
    static func everyday() throws -> [Unseen] { try unseen("everyday.txt") }

    /// Harder ones, by ten people, which nothing was chosen by and whose mistakes nobody has mended.
    static func tenVoices() throws -> [Unseen] { try unseen("ten-voices.txt") }

    private static func unseen(_ name: String) throws -> [Unseen] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name)
        let codes = Array("almcfdtesi")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            line in
            let halves = line.split(separator: "|", maxSplits: 1)
            let labels = halves[0].compactMap { code in codes.firstIndex(of: code).map { Label.allCases[$0] } }
            return Unseen(text: String(halves[1]), labels: Set(labels))
        }
    }

    /// The mean over the labels of F1, and the share of fine messages that are flagged.
    static func figures(on messages: [Unseen]) -> (macroF1: Double, falseFlags: Double) {
        let given = messages.map { Set(coach.read($0.text).labels) }
        let f1 = Label.allCases.map { label in
            let hits = zip(given, messages).filter { $0.contains(label) && $1.labels.contains(label) }.count
            let both = given.filter { $0.contains(label) }.count + messages.filter { $0.labels.contains(label) }.count
            return 2 * Double(hits) / Double(max(both, 1))
        }
        let fine = zip(given, messages).filter { $1.labels.isEmpty }
        let flagged = fine.filter { !$0.0.isEmpty }
        return (f1.reduce(0, +) / Double(f1.count), Double(flagged.count) / Double(max(fine.count, 1)))
    }

    /// The part of a text that a mark covers.
    static func marked(_ mark: Mark, in text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(mark.start).prefix(mark.end - mark.start)))
    }
}
