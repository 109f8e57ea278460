/// The book of a year, chosen by both.
public struct BookWords: Sendable {
    public let title, detail, yearLabel: String
    /// What comes of choosing, with and without a partner.
    public let lead: @Sendable (_ partner: String) -> String
    public let leadAlone, emptyTitle, emptyText: String
    /// What a kind of thing is called, by its stable name.
    public let kind: @Sendable (_ kind: String) -> String
    public let allOfIt, showMore, full: String
    /// How many of a kind are chosen.
    public let chosen: @Sendable (_ count: Int, _ of: Int) -> String
    /// Who wrote something, and that it is in the book.
    public let by: @Sendable (_ name: String) -> String
    public let isIn, nothingInAlone: String

    // Laying beside each other
    public let sendTitle, done, onItsWay, delivered, waitsForNetwork, failed, tryAgain: String
    /// What the other learns, and what they don't.
    public let doneNote, alreadyDone: @Sendable (_ partner: String) -> String

    // The book
    public let bookTitle, make, ready, readyText, print, save, back: String
    /// How much is in it.
    public let inIt: @Sendable (_ count: Int) -> String
    /// What there is to say while nothing is.
    public let nothingIn: @Sendable (_ partner: String) -> String
    /// What the file is called, without its ending.
    public let fileName: @Sendable (_ year: Int) -> String

    // On paper
    public let thanks, promiseKept, fromTalk, made, end: String
    /// Whose book it is, on its first page.
    public let names: @Sendable (_ names: [String]) -> String
    /// A journey that was walked.
    public let journey: @Sendable (_ name: String) -> String
}

extension BookWords {
    /// British English.
    public static let english = BookWords(
        title: "The year’s book", detail: "A small book of your year, to print or keep",
        yearLabel: "Which year",
        lead: { partner in
            "Each of you chooses, in private. What you both chose is in the book. What only one of you did stays with them: \(partner) never learns what you left out, nor you what they did."
        },
        leadAlone: "Choose what you’d like to find again in ten years. It’s made on this device.",
        emptyTitle: "Nothing of this year yet",
        emptyText: "Moments, thanks, opened questions and kept promises gather here by themselves.",
        kind: { kind in
            switch kind {
            case "moments": "Moments"
            case "thanks": "Thanks"
            case "answers": "Answers to questions"
            case "promises": "Promises kept"
            case "journeys": "Journeys walked"
            default: "Lines kept of talks"
            }
        },
        allOfIt: "All of them", showMore: "Show more",
        full: "That season is full: sixty-four things is the most. Leave something out first.",
        chosen: { count, all in "\(count) of \(all) chosen" },
        by: { name in "by \(name)" }, isIn: "in the book", nothingInAlone: "Nothing yet. Tick what you’d like in it.",
        sendTitle: "When you’ve chosen", done: "That’s all for now", onItsWay: "On its way.",
        delivered: "Your choice is in for this week. Only what you both chose shows.",
        waitsForNetwork: "It goes out as soon as there’s a connection.",
        failed: "That didn’t work. It’s tried again by itself.", tryAgain: "Try now",
        doneNote: { partner in
            "Your choice is laid beside \(partner)’s without either being read. What you change later counts from next week on."
        },
        alreadyDone: { partner in
            "What you change now is laid beside \(partner)’s next week. Leaving something out counts at once."
        },
        bookTitle: "The book", make: "Make the book", ready: "Here it is",
        readyText: "Print it on A5, or on A4 with two pages a sheet. It can be read by whoever finds it.",
        print: "Print it", save: "Save it as a page", back: "Back to choosing",
        inIt: { count in count == 1 ? "One thing is in it." : "\(count) things are in it." },
        nothingIn: { partner in "Nothing yet. It fills as soon as you and \(partner) have both chosen something." },
        fileName: { year in "our-year-\(year)" },
        thanks: "Thanks", promiseKept: "A promise, kept", fromTalk: "From a talk",
        made: "Made of what both chose.", end: "And so on.",
        names: { names in names.joined(separator: " & ") },
        journey: { name in "Walked to its end: \(name)" })
}
