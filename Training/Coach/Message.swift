import Coach
import Foundation

/// A message with the labels that a careful counsellor would mark.
struct Message {
    let text: String
    let labels: Set<Label>
    /// Which hand wrote it: messages of one voice are never on both sides of a split.
    let voice: Int

    /// One-letter codes of the training files, in the order of `Label.allCases`.
    static let codes: [Character] = ["a", "l", "m", "c", "f", "d", "t", "e", "s", "i"]

    /// Reads every voice of a directory: one file a voice, a line `codes|text`; `-` is a message without a label.
    static func voices(in directory: URL) throws -> [Message] {
        let files = try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "txt" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        var messages: [Message] = []
        for (voice, file) in files.enumerated() {
            let text = try String(contentsOf: file, encoding: .utf8)
            for (number, line) in text.split(separator: "\n").enumerated() where !line.hasPrefix("#") {
                guard let bar = line.firstIndex(of: "|") else { throw Fault.line(file.lastPathComponent, number + 1) }
                var labels: Set<Label> = []
                for code in line[..<bar] where code != "-" {
                    guard let place = codes.firstIndex(of: code) else {
                        throw Fault.line(file.lastPathComponent, number + 1)
                    }
                    labels.insert(Label.allCases[place])
                }
                messages.append(Message(text: String(line[line.index(after: bar)...]), labels: labels, voice: voice))
            }
        }
        return messages
    }

    /// Reads messages as JSON Lines: `{"text": …, "labels": […]}`.
    static func jsonLines(_ file: URL) throws -> [Message] {
        struct Line: Decodable {
            let text: String
            let labels: [String]
        }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
            return Message(text: line.text, labels: Set(line.labels.compactMap(Label.init(name:))), voice: -1)
        }
    }

    enum Fault: Error {
        case line(String, Int)
    }
}
