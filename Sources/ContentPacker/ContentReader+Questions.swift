import Closeness
import Yams

extension ContentReader {
    private static let questionKeys = ["id", "safe", "depth", "text", "theme", "series", "step"]

    func readQuestion(_ document: (file: String, root: Node)) -> Question? {
        guard
            let entry = ContentEntry(
                document.root, of: "question", keys: Self.questionKeys, file: document.file, findings: findings)
        else { return nil }
        let text = entry.prose("text", 10...160)
        if LanguageRules.asksTwice(text) { entry.report("text", "asks two questions") }
        entry.checkPresumptions("text", text)
        let theme = entry.word("theme")
        if !ContentEntry.isKebabCase(theme) && !theme.isEmpty {
            entry.report("theme", "must be kebab-case, found \(theme)")
        }
        let series = entry.optionalWord("series")
        let step = entry.optionalWhole("step", 1...100)
        if (series == nil) != (step == nil) { entry.report("series", "and step belong together") }
        return Question(
            id: entry.id(.question), depth: Question.Depth(rawValue: entry.whole("depth", 1...4)) ?? .play, text: text,
            theme: theme,
            place: series.flatMap { series in step.map { Question.SeriesStep(series: series, step: $0) } },
            isSafeWhenAfraid: entry.safeMark())
    }
}
