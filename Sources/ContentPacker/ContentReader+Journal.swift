import Closeness
import Library
import Yams

extension ContentReader {
    private static let promptKeys = ["id", "theme", "safe", "text"]

    func readPrompt(_ document: (file: String, root: Node)) -> JournalPrompt? {
        guard
            let entry = ContentEntry(
                document.root, of: "journal prompt", keys: Self.promptKeys, file: document.file, findings: findings)
        else { return nil }
        let text = entry.prose("text", 10...160)
        if LanguageRules.asksTwice(text) { entry.report("text", "asks two questions") }
        entry.checkPresumptions("text", text)
        return JournalPrompt(
            id: entry.id(.prompt), theme: entry.named("theme", JournalPrompt.Theme.self) ?? .day, text: text,
            isSafeWhenAfraid: entry.safeMark())
    }

    /// Every theme that isn't about the other has something for somebody afraid, so that the themes are the same for everybody.
    func checkPrompts(of catalogue: Catalogue) {
        need(minimums.prompts, "journal prompts", catalogue.prompts.count, in: "journal.yaml")
        for theme in JournalPrompt.Theme.allCases where minimums.prompts > 0 && theme != .two {
            let safe = catalogue.prompts.count { $0.theme == theme && $0.isSafeWhenAfraid }
            need(2, "safe prompts of the theme \(theme.rawValue)", safe, in: "journal.yaml")
        }
    }
}
