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
    // The hat
    /// How many ideas are in it.
    public let hatTitle: @Sendable (_ count: Int) -> String
    /// What drawing is, who chooses, and who needs it.
    public let hatText, draw: @Sendable (_ partner: String) -> String
    public let ownLabel, throwIn, thrownIn, takeOut, nothingToDraw: String
    /// How many of the ideas are one's own.
    public let mineInHat: @Sendable (_ count: Int) -> String
    public let never, neverNote, isNever, notNever: String
    // Dates of the two
    public let drawnTitle, chooseDetail, chooseText, handEmpty, noneOfThese, chosenText: String
    public let drawnText, chooseTitle, askedTitle, waits, suggest, suggested: @Sendable (_ partner: String) -> String
    public let plan, putBack, isBack, agreed, yes, notThis, otherTime, keep, keepDetail, isPast: String
    /// That what the partner drew or suggested is gone from one's own page alone.
    public let isAside: @Sendable (_ partner: String) -> String
    /// "Today at 20:15".
    public let isToday: @Sendable (_ hour: String) -> String
    /// "Friday, 4 December, 20:15".
    public let dayAndHour: @Sendable (_ weekday: String, _ day: String, _ hour: String) -> String
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
        hatTitle: { count in
            switch count {
            case 0: "Your hat is empty"
            case 1: "One idea in your hat"
            default: "\(EnglishCount.word(count).capitalisedFirst) ideas in your hat"
            }
        },
        hatText: { partner in
            "Each of you throws in what you’d like. You draw from yours without looking; \(partner) sees three and turns "
                + "one over. If there are too few, ours join in."
        },
        draw: { partner in "Draw for \(partner)" },
        ownLabel: "An idea of your own", throwIn: "Into the hat", thrownIn: "It’s in the hat.",
        takeOut: "Take it out of the hat", nothingToDraw: "There’s nothing to draw right now.",
        mineInHat: { count in
            count == 1 ? "One of them is yours" : "\(EnglishCount.word(count).capitalisedFirst) of them are yours"
        },
        never: "Never for me", neverNote: "Only you will know. It’s left out without a trace when either of you draws.",
        isNever: "This is never drawn for you. Only you know.", notNever: "Let it be drawn again",
        drawnTitle: "Drawn, face down", chooseDetail: "Turn one over", chooseText: "Turn over the one you’d like.",
        handEmpty: "Nothing in this hand for you. Leave it, and draw yourself.",
        noneOfThese: "None of these", chosenText: "That’s the one. Now it needs an evening.",
        drawnText: { partner in "\(partner) turns one over. What else was there stays a secret." },
        chooseTitle: { partner in "\(partner) drew from the hat" },
        askedTitle: { partner in "\(partner) suggests a date" },
        waits: { partner in "You’ve suggested it to \(partner)" },
        suggest: { partner in "Suggest it to \(partner)" },
        suggested: { partner in "\(partner) will see it." },
        plan: "Find an evening", putBack: "Put it back", isBack: "It’s back. No reasons needed.",
        agreed: "You have a date",
        yes: "Yes, gladly", notThis: "Not this one", otherTime: "Another time", keep: "Keep it as a moment",
        keepDetail: "Keep it as a moment", isPast: "That has already been. Choose a time to come.",
        isAside: { partner in "It’s off your page. \(partner) isn’t told." },
        isToday: { hour in "Today at \(hour)" },
        dayAndHour: { weekday, day, hour in weekday + ", " + day + ", " + hour },
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
