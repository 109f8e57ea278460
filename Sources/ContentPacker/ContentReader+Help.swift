import Closeness
import Yams

extension ContentReader {
    private static let helpKeys = ["title", "opening", "when", "danger", "kinds", "raise", "lines", "privacy"]
    private static let lineKeys = ["country", "name", "for", "phone", "hours", "url", "checked"]

    func readHelp(_ document: (file: String, root: Node)) -> Help? {
        guard
            let entry = ContentEntry(
                document.root, of: "help page", keys: Self.helpKeys, file: document.file, findings: findings)
        else { return nil }
        let title = entry.prose("title", 2...60)
        let opening = entry.prose("opening", 10...600)
        let when = entry.entries("when", of: "situation", keys: ["id", "text"], count: 1...40) { situation in
            Help.When(id: situation.id(.situation), text: situation.prose("text", 10...300))
        }
        let danger = entry.entry("danger", keys: ["title", "text", "steps"]).map { danger in
            Help.Danger(
                title: danger.prose("title", 2...80), text: danger.prose("text", 10...600),
                steps: danger.proses("steps", count: 1...12, 5...300))
        }
        let kinds = entry.entries("kinds", of: "kind of help", keys: ["id", "name", "text"], count: 1...20) { kind in
            Help.Kind(id: kind.id(.kindOfHelp), name: kind.prose("name", 2...60), text: kind.prose("text", 10...400))
        }
        let raise = entry.entry("raise", keys: ["title", "text", "stems"]).map { raise in
            Help.Raise(
                title: raise.prose("title", 2...80), text: raise.prose("text", 10...600),
                stems: raise.proses("stems", count: 1...12, 3...200))
        }
        let lines = entry.entries("lines", of: "help line", keys: Self.lineKeys, count: 0...500, read: readLine)
        guard let danger, let raise else { return nil }
        return Help(
            title: title, opening: opening, when: when, danger: danger, kinds: kinds, raise: raise, lines: lines,
            privacy: entry.prose("privacy", 10...600))
    }

    private func readLine(_ entry: ContentEntry) -> Help.Line {
        let line = Help.Line(
            country: entry.word("country"), name: Typography.curly(entry.word("name")),
            purpose: entry.named("for", Help.Line.Purpose.self) ?? .crisis, phone: entry.optionalWord("phone"),
            hours: entry.prose("hours", 2...120), url: entry.optionalWord("url"), checked: entry.optionalWord("checked")
        )
        if line.country != "*" && !(line.country.count == 2 && line.country.allSatisfy { $0.isASCII && $0.isUppercase })
        {
            entry.report("country", "must be two capitals such as GB, or * for all, found \(line.country)")
        }
        if line.phone == nil && line.url == nil { entry.report("phone", "is missing and there is no url") }
        if let url = line.url, !url.hasPrefix("https://") { entry.report("url", "must begin with https://") }
        if let checked = line.checked, checked.wholeMatch(of: /\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])/) == nil {
            entry.report("checked", "must be a day such as 2026-11-20, found \(checked)")
        }
        return line
    }
}
