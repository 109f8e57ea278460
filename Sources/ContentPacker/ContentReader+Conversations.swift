import Closeness
import Yams

extension ContentReader {
    private static let conversationKeys = [
        "id", "safe", "name", "about", "minutes", "openness", "before", "steps", "earlier", "repeats", "close", "pause",
    ]

    private static let stepKeys = [
        "id", "who", "ask", "detail", "other", "stems", "seconds", "enough", "next", "kind", "choices",
    ]

    func readConversation(_ document: (file: String, root: Node)) -> Conversation? {
        guard
            let entry = ContentEntry(
                document.root, of: "conversation", keys: Self.conversationKeys, file: document.file, findings: findings)
        else { return nil }
        var steps: [String] = []
        for node in entry.nodes("steps") {
            guard let id = node.mapping?["id"]?.scalar?.string else { continue }
            if steps.contains(id) {
                findings.report(
                    Findings.Location(file: document.file, line: node.mark?.line), "the step \(id) exists already")
            }
            steps.append(id)
        }
        return Conversation(
            id: entry.id(.conversation), name: entry.prose("name", 2...60), about: entry.prose("about", 10...300),
            minutes: entry.whole("minutes", 1...120), openness: Openness(clamping: entry.whole("openness", 1...5)),
            before: entry.prose("before", 10...400, asksSomething: true),
            steps: entry.entries("steps", of: "step", keys: Self.stepKeys, count: 1...40) {
                readStep($0, among: steps)
            },
            earlier: entry.words("earlier") { _, _ in },
            repeats: readRepeats(entry, among: steps),
            close: entry.prose("close", 10...300, asksSomething: true),
            pause: entry.prose("pause", 10...300, asksSomething: true), isSafeWhenAfraid: entry.safeMark())
    }

    /// Which steps repeat; nil when none are listed.
    private func readRepeats(_ entry: ContentEntry, among steps: [String]) -> Conversation.Repeats? {
        guard let repeats = entry.optionalEntry("repeats", keys: ["steps", "turns"]) else { return nil }
        let repeated = repeats.words("steps") { id, place in
            if !steps.contains(id) { findings.report(place, "there is no step \(id)") }
        }
        // The walk from one turn to the next relies on the repeated steps standing together.
        if let first = repeated.first, let start = steps.firstIndex(of: first),
            Array(steps[start...].prefix(repeated.count)) != repeated
        {
            repeats.report("steps", "must follow each other as they do in the script")
        }
        let turns = repeats.whole("turns", 1...10)
        return repeated.isEmpty ? nil : Conversation.Repeats(steps: repeated, turns: turns)
    }

    private func readStep(_ entry: ContentEntry, among steps: [String]) -> Conversation.Step {
        let choices = entry.entries("choices", of: "choice", keys: ["id", "text", "goto"], count: 0...6) { choice in
            let target = choice.word("goto")
            if !steps.contains(target) { choice.report("goto", "names no step: \(target)") }
            return Conversation.Step.Choice(id: choice.id(nil), text: choice.prose("text", 2...80), target: target)
        }
        let step = Conversation.Step(
            id: entry.id(nil), role: entry.named("who", Conversation.Step.Role.self) ?? .both,
            ask: entry.prose("ask", 5...200, asksSomething: true),
            detail: entry.optionalProse("detail", 5...300, asksSomething: true),
            other: entry.optionalProse("other", 5...200, asksSomething: true),
            stems: entry.proses("stems", count: 0...6, 3...100),
            seconds: entry.optionalWhole("seconds", 0...3600).flatMap { $0 == 0 ? nil : $0 },
            enough: entry.optionalProse("enough", 5...200, asksSomething: true),
            next: entry.optionalProse("next", 2...60, asksSomething: true),
            kind: entry.named("kind", Conversation.Step.Kind.self) ?? .speak, choices: choices)
        for key in ["ask", "detail", "other", "enough", "next"] {
            for name in Self.placeholders(in: entry.optionalWord(key) ?? "")
            where Conversation.Placeholder(rawValue: name) == nil {
                entry.report(key, "has the unknown placeholder {\(name)}")
            }
        }
        if step.next == nil && step.choices.isEmpty { entry.report("next", "is missing and there are no choices") }
        return step
    }

    /// What stands between curly brackets.
    private static func placeholders(in text: String) -> [String] {
        text.matches(of: /\{([^}]*)\}?/).map { String($0.1) }
    }
}
