import Closeness
import Yams

extension ContentReader {
    private static let dateKeys = [
        "id", "safe", "name", "do", "minutes", "energy", "cost", "place", "novelty", "season", "mood", "apart", "avoid",
    ]

    /// How many words a date's deed has.
    private static let dateWords = 15...60

    func readDate(_ document: (file: String, root: Node)) -> DateIdea? {
        guard
            let entry = ContentEntry(
                document.root, of: "date", keys: Self.dateKeys, file: document.file, findings: findings)
        else { return nil }
        let date = DateIdea(
            id: entry.id(.date), name: entry.prose("name", 2...40, asksSomething: true),
            deed: entry.prose("do", 20...400, asksSomething: true), minutes: entry.whole("minutes", 5...1440),
            energy: entry.whole("energy", DateIdea.degrees), cost: entry.whole("cost", 0...3),
            place: entry.named("place", DateIdea.Place.self) ?? .anywhere,
            novelty: entry.whole("novelty", DateIdea.degrees),
            season: entry.named("season", DateIdea.Season.self) ?? .any,
            moods: entry.allNamed("mood", DateIdea.Mood.self), worksApart: entry.flag("apart"),
            avoid: entry.allNamed("avoid", Circumstance.self), isSafeWhenAfraid: entry.safeMark())
        entry.checkWords("do", [date.deed], Self.dateWords)
        entry.checkPresumptions("do", date.deed)
        if !(1...2).contains(date.moods.count) { entry.report("mood", "must name one or two moods") }
        if date.worksApart && date.avoid.contains(.apart) { entry.report("apart", "is true, yet avoid lists apart") }
        return date
    }
}
