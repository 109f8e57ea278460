/// A report to take to a counsellor.
public struct ReportWords: Sendable {
    public let title, detail, lead: String
    /// What goes in, part by part; by the part's stable name.
    public let part: @Sendable (_ part: String) -> String
    public let pickTitle, pickText, pickNothing, allOfIt, noteLabel, notePlaceholder, pagesNote: String
    /// Whose something is, in a line of what can be picked.
    public let yoursAndTheirs, theirsOnly: @Sendable (_ partner: String) -> String
    public let weeks, helpedRow: String
    /// The check of a season.
    public let picture: @Sendable (_ season: String) -> String

    // One's own
    public let mineTitle, makeMine, mineTextAlone: String
    /// Who won't know.
    public let mineText: @Sendable (_ partner: String) -> String

    // Of both
    /// The question to the other, and how it stands.
    public let bothText, ask, askedNow, waits, agreedText, changed,
        nothingOfTheirs: @Sendable (_ partner: String) -> String
    public let bothTitle, makeBoth, takeBack, askAgain: String
    /// When it was made.
    public let madeOn: @Sendable (_ day: String) -> String

    // What the other asks
    public let asksTitle, asksCard: @Sendable (_ partner: String) -> String
    /// What a yes is to.
    public let asksText: @Sendable (_ partner: String) -> String
    public let asksLook, wouldBeIn, agree, agreedNow, takeYesBack, putAside, asksChanged: String
    public let youAgreed, isMade: @Sendable (_ partner: String) -> String

    // Made
    public let ready, readyText, print, save, back: String
    /// What the file is called, without its ending.
    public let fileName: @Sendable (_ day: String) -> String

    // On paper
    /// What stands on the paper.
    public let paper: Paper

    /// What stands on the paper.
    public struct Paper: Sendable {
        /// "For a counsellor", and whose it is.
        public let title: String
        /// Whose it is.
        public let of: @Sendable (_ names: [String]) -> String
        /// When it was made, and up to when it tells.
        public let made: @Sendable (_ day: String, _ until: String) -> String
        /// "What this is not".
        public let isNotTitle: String
        /// What it is not, line by line.
        public let isNot: [String]
        /// That only one of the two speaks in it.
        public let oneOnly: @Sendable (_ name: String) -> String
        public let aspect, felt, wished, week, empty, scaleNote, bandNote: String
        /// How often something was done.
        public let times: @Sendable (_ times: Int, _ last: String) -> String
        /// How often it did good.
        public let good: @Sendable (_ times: Int) -> String
        /// What went with closer weeks, surely or not.
        public let helped, helpedUnclear: @Sendable (_ practice: String) -> String
        public let helpedNote, note: String
    }
}

extension ReportWords {
    /// British English.
    public static let english = ReportWords(
        title: "A report for a counsellor", detail: "A few pages to take along, of what you pick",
        lead: "Printed, or as a file. You say what goes in, and nobody sees it but whoever you give it to.",
        part: { part in
            switch part {
            case "picture": "The picture of closeness"
            case "weeks": "How the weeks have been"
            case "signs": "Signs"
            case "causes": "What may lie behind it"
            case "practices": "What you tried, and what did you good"
            case "talks": "Talks you had"
            case "questions": "Questions you opened"
            default: "Pages of your journal"
            }
        },
        pickTitle: "What goes in",
        pickText: "The last twelve months, as far as there’s anything. Leave out what you like.",
        pickNothing: "There’s nothing to pick yet. A check, a pulse or a sign will do.",
        allOfIt: "All of it", noteLabel: "A line of your own",
        notePlaceholder: "what we’d like to get out of the first hour",
        pagesNote: "Only you can read these. None goes in unless you tick it.",
        yoursAndTheirs: { partner in "yours, and \(partner)’s if they say yes" },
        theirsOnly: { partner in "if \(partner) says yes" },
        weeks: "Week by week, with the lines over time", helpedRow: "What closer weeks had in them",
        picture: { season in "The check, \(season)" },
        mineTitle: "Of yours alone", makeMine: "Make mine",
        mineTextAlone: "It’s made on this device. Nothing of it is sent anywhere.",
        mineText: { partner in "Nothing of \(partner)’s is in it, and \(partner) won’t know that you made it." },
        bothText: { partner in
            "\(partner) sees first what of theirs would be in it. It goes in once they’ve said yes, and not a line more."
        },
        ask: { partner in "Ask \(partner)" },
        askedNow: { partner in "\(partner) will find it on Us." },
        waits: { partner in
            "You’ve asked \(partner). There’s no hurry, and no answer is an answer too. Yours alone can be made meanwhile."
        },
        agreedText: { partner in "\(partner) has seen it and said yes." },
        changed: { partner in
            "Something of \(partner)’s has changed since you asked. Their yes was to what it was then, so ask once more."
        },
        nothingOfTheirs: { partner in "Of what you picked, nothing is \(partner)’s." },
        bothTitle: "Of you both", makeBoth: "Make it of us both", takeBack: "Take the question back",
        askAgain: "Ask again",
        madeOn: { day in "You made it on \(day). As long as nothing in it changes, you can make it again." },
        asksTitle: { partner in "\(partner) would like to take this along" },
        asksCard: { partner in "\(partner) asks about a report for a counsellor" },
        asksText: { partner in
            "To a counsellor, printed or as a file. Below is all of yours that would be in it. Without your yes, none of it is."
        },
        asksLook: "See what of yours would be in it", wouldBeIn: "Of yours, this and nothing else",
        agree: "Yes, it may go in", agreedNow: "It may go in. You can take that back until it’s made.",
        takeYesBack: "Take my yes back", putAside: "Put this aside",
        asksChanged:
            "Something of yours has changed since, so a yes would be to something else. It has to be asked again.",
        youAgreed: { partner in "You’ve said yes. \(partner) hasn’t made it yet." },
        isMade: { partner in "\(partner) has made the report with what you saw here." },
        ready: "Here it is", readyText: "Read it through once. What’s on paper can be read by whoever finds it.",
        print: "Print it", save: "Save it as a file", back: "Back to picking",
        fileName: { day in "report-\(day)" },
        paper: Paper(
            title: "For a counsellor",
            of: { names in names.joined(separator: " and ") },
            made: { day, until in day == until ? "Made on \(day)." : "Made on \(day), telling of things up to \(until)."
            },
            isNotTitle: "What this is not",
            isNot: [
                "It is no diagnosis. It holds what people said of themselves, on the days on which they said it.",
                "It proves nothing: not who is right, and not what led to what.",
                "It is not for use in a quarrel, and not for a court. It was given for a talk with somebody who helps.",
            ],
            oneOnly: { name in "Only \(name) speaks here. The other half of the story isn’t in it." },
            aspect: "About", felt: "As it is", wished: "As wished", week: "Week of",
            empty: "Nothing was picked.",
            scaleNote: "Filled: as it is. Open: as wished. The line runs from not at all to completely.",
            bandNote: "The grey band holds the truth nine times in ten; the fewer the answers, the wider it is.",
            times: { times, last in times == 1 ? "once, on \(last)" : "\(times) times, last on \(last)" },
            good: { times in times == 1 ? "It did good once." : "It did good \(times) times." },
            helped: { practice in "Weeks felt closer after “\(practice)”. That’s likely more than chance." },
            helpedUnclear: { practice in "“\(practice)”: it could go either way." },
            helpedNote: "What came before closer weeks needn’t have made them so.",
            note: "In their own words"))
}
