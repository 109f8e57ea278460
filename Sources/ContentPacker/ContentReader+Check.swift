import Closeness
import Yams

extension ContentReader {
    func readCheck(_ document: (file: String, root: Node)) -> Check? {
        guard
            let entry = ContentEntry(
                document.root, of: "check", keys: ["items", "retired", "former", "scale", "circles", "comfort"],
                file: document.file, findings: findings)
        else { return nil }
        let items = entry.entries(
            "items", of: "check item", keys: ["id", "of", "kind", "turn", "text"], count: 1...200
        ) {
            item in
            CheckItem(
                id: item.id(.checkItem), aspect: item.askedAspect("of"),
                kind: item.named("kind", CheckItem.Kind.self) ?? .does, text: statement(item),
                // Counted from 1 in the file, as people count.
                turn: item.optionalWhole("turn", 1...Check.turns).map { $0 - 1 })
        }
        let retired = entry.optional("retired") == nil ? [] : readRetired(entry)
        for item in retired where !items.contains(where: { $0.id == item.successor && $0.aspect == item.aspect }) {
            // What desire asks was once asked of touch.
            if item.aspect == .pillar(.physical), items.contains(where: { $0.id == item.successor }) { continue }
            entry.report("retired", "the item in place of \(item.id) must be asked, and of the same aspect")
        }
        let former = entry.optional("former") == nil ? [] : entry.references("former", to: .checkItem)
        let scale = entry.entry("scale", keys: ["low", "high"])
        let circles = readCircles(entry)
        let comfort = entry.entry("comfort", keys: ["question", "steps"])
        guard let scale, let circles, let comfort else { return nil }
        let steps = comfort.entries("steps", of: "step", keys: ["level", "name", "text"], count: 5...5) { step in
            Check.Comfort.Step(
                openness: Openness(clamping: step.whole("level", 1...5)), name: step.prose("name", 2...40),
                text: step.prose("text", 10...200))
        }
        if steps.map(\.openness.level) != [1, 2, 3, 4, 5] {
            comfort.report("steps", "must go from level 1 to level 5, found \(steps.map(\.openness.level))")
        }
        return Check(
            items: items, retired: retired, former: former,
            scale: Check.Scale(low: scale.prose("low", 2...40), high: scale.prose("high", 2...40)),
            circles: circles, comfort: Check.Comfort(question: comfort.prose("question", 10...120), steps: steps))
    }

    /// The statements that were asked once. They are as they were.
    private func readRetired(_ entry: ContentEntry) -> [CheckItem] {
        entry.entries("retired", of: "retired item", keys: ["id", "of", "kind", "text", "now"], count: 1...200) {
            item in
            CheckItem(
                id: item.id(.checkItem), aspect: item.askedAspect("of"),
                kind: item.named("kind", CheckItem.Kind.self) ?? .does, text: statement(item),
                successor: item.optionalReference("now", to: .checkItem) ?? "")
        }
    }

    func readPulse(_ document: (file: String, root: Node)) -> Pulse? {
        guard
            let entry = ContentEntry(
                document.root, of: "pulse", keys: ["lines", "circles"], file: document.file, findings: findings)
        else { return nil }
        let lines = entry.entries("lines", of: "line", keys: ["id", "of", "text"], count: 1...20) { line in
            Pulse.Line(id: line.id(.pulseLine), aspect: line.aspect("of"), text: statement(line))
        }
        for pillar in Pillar.allCases where lines.count(where: { $0.aspect == .pillar(pillar) }) != 1 {
            entry.report("lines", "must have one line for \(pillar.rawValue)")
        }
        return readCircles(entry).map { Pulse(lines: lines, circles: $0) }
    }

    /// A statement that everybody is asked about.
    private func statement(_ entry: ContentEntry) -> String {
        let text = entry.prose("text", 10...120)
        entry.checkPresumptions("text", text)
        return text
    }

    private func readCircles(_ entry: ContentEntry) -> CirclesPrompt? {
        entry.entry("circles", keys: ["felt", "wished", "help"]).map { circles in
            CirclesPrompt(
                felt: circles.prose("felt", 5...80), wished: circles.prose("wished", 5...80),
                help: circles.prose("help", 5...160))
        }
    }
}
