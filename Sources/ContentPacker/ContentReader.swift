import Closeness
import Foundation
import Library
import Yams

/// Reads the content files of one language into a catalogue and gathers what is wrong with them.
///
/// The files: `check.yaml`, `pulse.yaml`, `signs.yaml`, `causes.yaml`, `questions.yaml`, `reading.yaml`, `dates.yaml`,
/// `touch.yaml`, `exercises.yaml`, `journal.yaml`, `help.yaml`, and every `.yaml` in `practices/`, `conversations/` and
/// `journeys/`, in the order of their names.
struct ContentReader {
    /// The folder of the language, such as `Content/en`; its last part is the language's tag.
    let directory: String
    let minimums: Minimums
    let findings = Findings()

    /// The catalogue; not to be used when there are findings.
    func read() -> Catalogue? {
        let check = entries(of: .check).first.flatMap(readCheck)
        let pulse = entries(of: .pulse).first.flatMap(readPulse)
        let signs = entries(of: .signs).compactMap(readSign)
        let causes = entries(of: .causes).compactMap(readCause)
        let practices = entries(of: .practices).compactMap(readPractice)
        let questions = entries(of: .questions).compactMap(readQuestion)
        let conversations = entries(of: .conversations).compactMap(readConversation)
        let articles = entries(of: .reading).compactMap(readArticle)
        let dates = entries(of: .dates).compactMap(readDate)
        let touches = entries(of: .touch).compactMap(readTouch)
        let exercises = entries(of: .exercises).compactMap(readExercise)
        let prompts = entries(of: .prompts).compactMap(readPrompt)
        let journeys = entries(of: .journeys).compactMap(readJourney)
        let help = entries(of: .help).first.flatMap(readHelp)
        findings.checkReferences()
        guard let check, let pulse, let help else { return nil }
        let catalogue = Catalogue(
            language: URL(fileURLWithPath: directory).lastPathComponent, check: check, pulse: pulse, signs: signs,
            causes: causes, practices: practices, questions: questions, conversations: conversations,
            articles: articles, dates: dates, journeys: journeys, touches: touches,
            exercises: exercises, prompts: prompts, help: help)
        checkCompleteness(of: catalogue)
        return catalogue
    }

    /// All of a kind, in the order of files and lines.
    func entries(of kind: ContentKind) -> [(file: String, root: Node)] {
        switch kind.place {
        case .list(let file, let key): list(file, key)
        case .lists(let folder, let key): files(in: folder).flatMap { list($0, key) }
        case .files(let folder): files(in: folder).compactMap(document)
        case .file(let name): document(name).map { [$0] } ?? []
        }
    }

    /// A file's path as messages name it.
    func path(_ name: String) -> String { directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)" }

    /// The `.yaml` files of a folder, as names relative to the directory.
    private func files(in folder: String) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path(folder)) else {
            findings.report(Findings.Location(file: path(folder), line: nil), "the folder is missing")
            return []
        }
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }

    /// The root of a file, or nil when it can't be read, which is reported.
    private func document(_ name: String) -> (file: String, root: Node)? {
        let file = path(name)
        func report(_ line: Int?, _ reason: String) {
            findings.report(Findings.Location(file: file, line: line), reason)
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            report(nil, "the file is missing")
            return nil
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            report(nil, "the file is not UTF-8 text")
            return nil
        }
        do {
            guard let root = try compose(yaml: text) else {
                report(nil, "the file is empty")
                return nil
            }
            return (file, root)
        } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _)
        {
            report(mark.line, problem)
        } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
            report(context.mark.line, "\(duplicates.joined(separator: ", ")) is written twice")
        } catch {
            report(nil, "\(error)")
        }
        return nil
    }

    /// The entries of a file that holds one list under one key.
    private func list(_ name: String, _ key: String) -> [(file: String, root: Node)] {
        guard let (file, root) = document(name),
            let entry = ContentEntry(root, of: "file", keys: [key], file: file, findings: findings)
        else { return [] }
        let nodes = entry.nodes(key)
        if nodes.isEmpty { findings.report(entry.place, "the file lists no \(key)") }
        return nodes.map { (file, $0) }
    }
}
