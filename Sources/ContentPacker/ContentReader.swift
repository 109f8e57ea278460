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
        let check = document("check.yaml").flatMap(readCheck)
        let pulse = document("pulse.yaml").flatMap(readPulse)
        let signs = list("signs.yaml", "signs").compactMap(readSign)
        let causes = list("causes.yaml", "causes").compactMap(readCause)
        let practices = files(in: "practices").flatMap { list($0, "practices") }.compactMap(readPractice)
        let questions = list("questions.yaml", "questions").compactMap(readQuestion)
        let conversations = files(in: "conversations").compactMap { document($0).flatMap(readConversation) }
        let articles = list("reading.yaml", "articles").compactMap(readArticle)
        let dates = list("dates.yaml", "dates").compactMap(readDate)
        let touches = list("touch.yaml", "touch").compactMap(readTouch)
        let exercises = list("exercises.yaml", "exercises").compactMap(readExercise)
        let prompts = list("journal.yaml", "prompts").compactMap(readPrompt)
        let journeys = files(in: "journeys").compactMap { document($0).flatMap(readJourney) }
        let help = document("help.yaml").flatMap(readHelp)
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
