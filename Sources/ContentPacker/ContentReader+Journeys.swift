import Closeness
import Yams

extension ContentReader {
    private static let journeyKeys = [
        "id", "safe", "name", "about", "company", "openness", "causes", "avoid", "lines", "before", "helper", "weeks",
        "middle", "after", "rest",
    ]
    private static let weekKeys = ["id", "about", "steps", "lighter", "deeper"]
    private static let stepKeys = ["practice", "question", "article", "conversation"]

    func readJourney(_ document: (file: String, root: Node)) -> Journey? {
        guard
            let entry = ContentEntry(
                document.root, of: "journey", keys: Self.journeyKeys, file: document.file, findings: findings)
        else { return nil }
        let journey = Journey(
            id: entry.id(.journey), name: entry.prose("name", 2...60), about: entry.prose("about", 10...300),
            company: entry.named("company", Practice.Company.self) ?? .together,
            openness: Openness(clamping: entry.whole("openness", 1...5)),
            causes: entry.references("causes", to: .cause), avoid: entry.allNamed("avoid", Circumstance.self),
            lines: entry.references("lines", to: .checkItem),
            before: entry.prose("before", 10...400, asksSomething: true),
            helper: entry.optionalProse("helper", 10...300, asksSomething: true),
            weeks: entry.entries("weeks", of: "week", keys: Self.weekKeys, count: 4...12, read: readWeek),
            middle: entry.prose("middle", 10...300, asksSomething: true),
            after: entry.prose("after", 10...300, asksSomething: true),
            rest: entry.prose("rest", 10...200, asksSomething: true), isSafeWhenAfraid: entry.safeMark())
        if !(1...5).contains(journey.lines.count) {
            entry.report("lines", "must name 1 to 5 items of the check, found \(journey.lines.count)")
        }
        let repeated = Dictionary(grouping: journey.weeks, by: \.id).filter { $0.value.count > 1 }
        for id in repeated.keys.sorted() { entry.report("weeks", "has the week \(id) twice") }
        return journey
    }

    private func readWeek(_ entry: ContentEntry) -> Journey.Week {
        Journey.Week(
            id: entry.id(nil), about: entry.prose("about", 10...240, asksSomething: true),
            steps: entry.entries("steps", of: "step", keys: Self.stepKeys, count: 1...3, read: readStep)
                .compactMap(\.self),
            lighter: entry.optionalReference("lighter", to: .practice),
            deeper: entry.optionalReference("deeper", to: .practice))
    }

    /// A step names one thing; nil, and reported, when it names none or several.
    private func readStep(_ entry: ContentEntry) -> Journey.Step? {
        let steps: [Journey.Step?] = [
            entry.optionalReference("practice", to: .practice).map { .practice($0) },
            entry.optionalReference("question", to: .question).map { .question($0) },
            entry.optionalReference("article", to: .article).map { .article($0) },
            entry.optionalReference("conversation", to: .conversation).map { .conversation($0) },
        ]
        let named = steps.compactMap(\.self)
        if named.count != 1 {
            findings.report(entry.place, "a step names one of \(Self.stepKeys.joined(separator: ", "))")
        }
        return named.first
    }
}
