/// Ideas for dates, and when one is to be.
public struct DateWords: Sendable {
    /// A way to some of the ideas.
    public struct Shelf: Sendable {
        public let title, lead: String
    }

    public let title, lead, surpriseTitle, surpriseText, surprise, another, moods, places: String
    // What is looked for
    public let cost, anyCost, free, little, energy, anyEnergy, tired, season, anySeason: String
    /// What a time of the year is called on the choice for what can be done now, by its stable name.
    let seasons: [(key: String, words: String)]
    public let others, noneTitle, noneText, clear, nowhere: String
    /// What it costs, from nothing to more than a meal out.
    public let costs: [String]
    /// "Twelve of forty".
    public let found: @Sendable (_ shown: Int, _ count: Int) -> String
    // When
    public let when, day, hour, timeMissing, save, saveNote: String
    /// The name of the file for the calendar: it says nothing to whoever sees it.
    public let fileName: String
    let shelves: [(key: String, words: Shelf)]

    /// The words for a way to ideas, by its name in addresses.
    public subscript(id: String) -> Shelf {
        for entry in shelves where entry.key == id { return entry.words }
        return Shelf(title: title, lead: "")
    }

    /// The choice for what can be done at a time of the year, by its stable name.
    public func now(_ season: String) -> String {
        for entry in seasons where entry.key == season { return entry.words }
        return anySeason
    }
}

extension DateWords {
    /// British English.
    public static let english = DateWords(
        title: "Dates",
        lead: "Something out of the ordinary, however small. Many cost nothing and never leave the sofa.",
        surpriseTitle: "No idea at all?",
        surpriseText: "Let chance choose one that fits the two of you. If it isn’t for tonight, draw again.",
        surprise: "Draw one", another: "Draw another",
        moods: "What are you in the mood for?", places: "Where would you like to be?",
        cost: "Cost", anyCost: "Any cost", free: "Free", little: "Small change", energy: "Energy",
        anyEnergy: "Any energy", tired: "We’re tired", season: "Season", anySeason: "The whole year",
        seasons: [
            ("spring", "For spring"), ("summer", "For summer"), ("autumn", "For autumn"), ("winter", "For winter"),
        ],
        others: "Show others", noneTitle: "Nothing fits all of that", noneText: "Try taking one of the filters off.",
        clear: "Show everything", nowhere: "This idea is no longer here",
        costs: ["costs nothing", "small change", "a meal out", "more than a meal out"],
        found: { shown, count in "\(EnglishCount.word(shown).capitalisedFirst) of \(EnglishCount.word(count))" },
        when: "When?", day: "Day", hour: "Time", timeMissing: "Choose a day and a time first.",
        save: "Save it for my calendar",
        saveNote: """
            You get a file: open it, and the date stands in your phone’s own calendar. There’s no address to subscribe to, \
            because the server would have to read what you plan.
            """,
        fileName: "evening",
        shelves: [
            ("playful", Shelf(title: "Silly", lead: "Nobody has to be good at any of it.")),
            ("calm", Shelf(title: "Quiet", lead: "Slow, warm, and with long pauses.")),
            ("curious", Shelf(title: "Curious", lead: "You’ll know something afterwards that you didn’t before.")),
            ("romantic", Shelf(title: "Romantic", lead: "By candle, lamp or streetlight.")),
            ("lively", Shelf(title: "Lively", lead: "Something that gets you moving.")),
            ("home", Shelf(title: "At home", lead: "Without a coat.")),
            ("out", Shelf(title: "Out and about", lead: "Among people, trams and shop windows.")),
            ("nature", Shelf(title: "Under the sky", lead: "In whatever weather there is.")),
            ("apart", Shelf(title: "In different places", lead: "At the same time, wherever each of you is.")),
        ])
}
