import Closeness
import Yams

extension ContentReader {
    private static let helpKeys = ["title", "opening", "when", "danger", "kinds", "raise", "lines", "privacy"]
    private static let lineKeys = [
        "country", "name", "for", "selfharm", "hurting", "phone", "text", "whatsapp", "chat", "deaf", "languages",
        "bill",
        "hours", "url", "source", "looked", "checked",
    ]

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
            hours: entry.prose("hours", 2...120), url: entry.optionalWord("url"),
            checked: entry.optionalWord("checked"),
            text: entry.optionalWord("text"), whatsApp: entry.optionalWord("whatsapp"),
            hasChat: entry.optionalFlag("chat") ?? false, deaf: entry.allNamed("deaf", Help.Line.DeafAccess.self),
            languages: entry.words("languages", each: Self.checkLanguage(entry)),
            showsOnBill: entry.optionalFlag("bill"), isForSelfHarm: entry.optionalFlag("selfharm") ?? false,
            alsoForThoseWhoHurt: entry.optionalFlag("hurting") ?? false, isSourced: readSources(entry))
        if line.country != "*" && !(line.country.count == 2 && line.country.allSatisfy { $0.isASCII && $0.isUppercase })
        {
            entry.report("country", "must be two capitals such as GB, or * for all, found \(line.country)")
        }
        if line.phone == nil && line.url == nil && line.text == nil && line.whatsApp == nil {
            entry.report("phone", "is missing and there is no url")
        }
        if let url = line.url, !url.hasPrefix("https://") { entry.report("url", "must begin with https://") }
        if line.hasChat && line.url == nil { entry.report("chat", "is on their page, and there is no url") }
        checkDay("checked", line.checked, entry)
        return line
    }

    private static func checkLanguage(_ entry: ContentEntry) -> (String, Findings.Location) -> Void {
        { tag, _ in
            guard tag != Help.Line.byInterpreter, tag.wholeMatch(of: /[a-z]{2,3}/) == nil else { return }
            entry.report("languages", "must be tags such as en, or * for others by an interpreter, found \(tag)")
        }
    }

    /// Where an entry was read, and when somebody last looked. It isn't packed: the page says whether there was a source.
    ///
    /// - Returns: whether a source was found.
    private func readSources(_ entry: ContentEntry) -> Bool {
        checkDay("looked", entry.word("looked"), entry)
        if let word = entry.optional("source")?.scalar?.string {
            if word != "unverified" {
                entry.report("source", "must be a list of addresses, or unverified, found \(word)")
            }
            return false
        }
        let sources = entry.words("source") { source, _ in
            guard !source.hasPrefix("https://"), !source.hasPrefix("http://") else { return }
            entry.report("source", "must be addresses, found \(source)")
        }
        if sources.isEmpty {
            entry.report("source", "is missing: say where this was read, or unverified where no source was found")
        }
        return true
    }

    private func checkDay(_ key: String, _ day: String?, _ entry: ContentEntry) {
        guard let day, !day.isEmpty, day.wholeMatch(of: /\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])/) == nil else { return }
        entry.report(key, "must be a day such as 2026-11-20, found \(day)")
    }
}
