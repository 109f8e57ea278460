import Closeness
import Yams

extension ContentReader {
    private static let practiceKeys = [
        "id", "safe", "name", "do", "why", "flat", "minutes", "who", "apart", "effort", "openness", "cost", "rhythm",
        "when", "pillars", "foundations", "self", "causes", "avoid", "for", "stem",
    ]

    /// How many words deed, why and what to do if it falls flat have together.
    private static let practiceWords = 25...70

    func readPractice(_ document: (file: String, root: Node)) -> Practice? {
        guard
            let entry = ContentEntry(
                document.root, of: "practice", keys: Self.practiceKeys, file: document.file, findings: findings)
        else { return nil }
        let practice = Practice(
            id: entry.id(.practice), name: entry.prose("name", 2...40, asksSomething: true),
            deed: entry.prose("do", 20...400, asksSomething: true),
            why: entry.prose("why", 10...200, asksSomething: true),
            flat: entry.prose("flat", 10...200, asksSomething: true),
            minutes: entry.whole("minutes", 1...480),
            company: entry.named("who", Practice.Company.self) ?? .either,
            worksApart: entry.flag("apart"), effort: entry.whole("effort", 1...5),
            openness: Openness(clamping: entry.whole("openness", 1...5)), cost: entry.whole("cost", 0...3),
            rhythm: entry.named("rhythm", Practice.Rhythm.self) ?? .once,
            moment: entry.named("when", Practice.Moment.self) ?? .any,
            feeds: entry.weights(["pillars", "foundations", "self"]),
            causes: entry.references("causes", to: .cause), avoid: entry.allNamed("avoid", Circumstance.self),
            writtenFor: entry.optional("for") == nil ? [] : entry.allNamed("for", LifeSituation.self),
            stem: entry.optionalProse("stem", 3...120, asksSomething: true), isSafeWhenAfraid: entry.safeMark())
        let words = [practice.deed, practice.why, practice.flat].map { LanguageRules.words(of: $0).count }.reduce(0, +)
        if !Self.practiceWords.contains(words) {
            entry.report("do", "with why and flat must have 25 to 70 words, found \(words)")
        }
        for (key, text) in [("do", practice.deed), ("why", practice.why), ("flat", practice.flat)] {
            entry.checkPresumptions(key, text)
        }
        if practice.worksApart && practice.avoid.contains(.apart) {
            entry.report("apart", "is true, yet avoid lists apart")
        }
        return practice
    }
}
