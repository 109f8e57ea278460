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
    struct HeldBack {
        let text: String
        let labels: Set<Label>
    }

    /// The messages of `held-back.txt`.
    static func heldBack() throws -> [HeldBack] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("held-back.txt")
        let codes = Array("almcfdtesi")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            line in
            let halves = line.split(separator: "|", maxSplits: 1)
            let labels = halves[0].compactMap { code in codes.firstIndex(of: code).map { Label.allCases[$0] } }
            return HeldBack(text: String(halves[1]), labels: Set(labels))
        }
    }

    /// The part of a text that a mark covers.
    static func marked(_ mark: Mark, in text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(mark.start).prefix(mark.end - mark.start)))
    }
}
