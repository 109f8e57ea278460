import Closeness
import Yams

extension ContentReader {
    private static let exerciseKeys = [
        "id", "safe", "kind", "picture", "name", "about", "minutes", "steps", "cards", "deal", "each", "turns", "end",
        "practice",
    ]

    /// How many words say what an exercise is.
    private static let aboutWords = 12...45

    func readExercise(_ document: (file: String, root: Node)) -> Exercise? {
        guard
            let entry = ContentEntry(
                document.root, of: "exercise", keys: Self.exerciseKeys, file: document.file, findings: findings)
        else { return nil }
        let steps = entry.entries("steps", of: "step", keys: ["say", "seconds"], count: 0...12) { step in
            Exercise.Step(
                text: step.prose("say", 5...200, asksSomething: true), seconds: step.optionalWhole("seconds", 5...900))
        }
        let exercise = Exercise(
            id: entry.id(.exercise), kind: entry.named("kind", Exercise.Kind.self) ?? .calm,
            picture: entry.named("picture", Exercise.Picture.self) ?? .breath, name: entry.prose("name", 2...40),
            about: entry.prose("about", 20...300, asksSomething: true), minutes: entry.whole("minutes", 1...30),
            steps: steps, deck: readDeck(entry), takesTurns: entry.optionalFlag("turns") ?? false,
            end: entry.prose("end", 5...200, asksSomething: true),
            practice: entry.optionalReference("practice", to: .practice), isSafeWhenAfraid: entry.safeMark())
        entry.checkWords("about", [exercise.about], Self.aboutWords)
        if steps.isEmpty, exercise.deck == nil { entry.report("steps", "is missing and there are no cards") }
        for text in [exercise.about] + steps.map(\.text) + (exercise.deck?.cards ?? []) {
            entry.checkPresumptions("steps", text)
        }
        return exercise
    }

    /// The cards; nil when none are listed.
    private func readDeck(_ entry: ContentEntry) -> Exercise.Deck? {
        guard entry.optional("cards") != nil else { return nil }
        let cards = entry.proses("cards", count: 2...60, 3...160, asksSomething: true)
        let dealt = entry.whole("deal", 1...20)
        if dealt > cards.count { entry.report("deal", "must be no more than there are cards, found \(dealt)") }
        return Exercise.Deck(cards: cards, dealt: dealt, seconds: entry.optionalWhole("each", 5...600))
    }
}
