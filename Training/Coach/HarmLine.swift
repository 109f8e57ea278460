import Coach
import Foundation

/// A line that tells of harm, or only looks like it.
struct HarmLine {
    let text: String
    /// Its kind, such as "control" or "idiom".
    let kind: String

    /// The kinds that ask for help.
    static let kindsOfHarm = ["violence", "fear", "sexual", "control", "threat", "self_harm", "own_harm"]

    var isHarm: Bool { Self.kindsOfHarm.contains(kind) }

    /// What holds of it, in the order of `HarmReader.outputs`.
    var holds: [Bool] { [isHarm, kind == Harm.selfHarm.rawValue, kind == Harm.ownHarm.rawValue] }

    /// Reads every kind of a directory: one file a kind, one line a text.
    static func kinds(in directory: URL) throws -> [HarmLine] {
        try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .flatMap { file in
                try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                    .map { HarmLine(text: String($0), kind: file.deletingPathExtension().lastPathComponent) }
            }
    }

    /// Reads lines as JSON Lines: `{"text": …, "kind": …}`.
    static func jsonLines(_ file: URL) throws -> [HarmLine] {
        struct Line: Decodable {
            let text: String
            let kind: String
        }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
            return HarmLine(text: line.text, kind: line.kind)
        }
    }
}
