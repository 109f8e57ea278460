/// Something of ours: hobbies, projects, books, trips and goals of the two.
public struct PursuitWords: Sendable {
    public let title, lead, detail, leadAlone: String

    // Beginning
    public let beginTitle, sorts, label, begin: String
    /// What it can be, by its stable name: on the choice, and what somebody might call one.
    let sortNames: [(key: String, name: String, placeholder: String)]
    /// That it is there, and for whom.
    public let begun: @Sendable (_ partner: String) -> String
    /// The same for somebody who is here alone.
    public let begunAlone: String

    // Those that there are
    public let oursTitle, noneTitle, noneText, noStep: String
    /// What the partner began.
    public let theirs: @Sendable (_ partner: String) -> String
    public let mine, join, putAside, gone: String
    /// That it is of both once the partner says yes.
    public let waits: @Sendable (_ partner: String) -> String
    /// That it is gone from one's own page alone.
    public let isAside: @Sendable (_ partner: String) -> String
    public let pastTitle, showMore, nowhere, earlierTitle, earlierText, again: String

    // One of them
    public let next, stepLabel, stepPlaceholder, stepDay, keepStep, otherStep, reached, isReached, save,
        saveNote: String
    public let stepsTitle, notesTitle, noteLabel, noteKeep, looksTitle, lookLabel: String
    public let endTitle, done, letGo, endText, isDone, isLetGo: String
    /// When it was done, and when it was let go.
    public let doneOn, letGoOn: @Sendable (_ day: String) -> String
    /// The step of today, on Today.
    public let today: @Sendable (_ name: String) -> String

    /// What it can be, by its stable name.
    public func sort(_ id: String) -> String { sortNames.first { $0.key == id }?.name ?? "" }
    /// What somebody might call one.
    public func placeholder(_ id: String) -> String { sortNames.first { $0.key == id }?.placeholder ?? "" }
}

extension PursuitWords {
    /// British English.
    public static let english = PursuitWords(
        title: "Something of ours",
        lead:
            "A hobby, a project, a book, a trip, a goal: something that goes on from week to week and belongs to you both.",
        detail: "A hobby, a book, a trip, a plan",
        leadAlone: "A hobby, a project, a book, a trip, a goal: something that goes on from week to week.",
        beginTitle: "Begin something", sorts: "What is it?", label: "What do you call it?", begin: "Begin it",
        sortNames: [
            ("hobby", "A hobby", "bread on Sundays"), ("project", "A project", "the shelf in the hall"),
            ("book", "A book", "the long one, aloud"), ("trip", "A trip", "the night train south"),
            ("goal", "A goal", "ten songs on the ukulele"),
        ],
        begun: { partner in "It’s there. It belongs to you both once \(partner) says yes." },
        begunAlone: "It’s there, for you.",
        oursTitle: "Under way", noneTitle: "Nothing yet",
        noneText: "It can be small: a soup to get right, a path to walk in every month.", noStep: "No next step",
        theirs: { partner in "\(partner) would like to begin" },
        mine: "You’d like to begin", join: "Yes, with you", putAside: "Not this one",
        gone: "It’s gone.",
        waits: { partner in "It belongs to you both once \(partner) says yes." },
        isAside: { partner in "It’s off your page. \(partner) isn’t told." },
        pastTitle: "Looking back", showMore: "Show older ones", nowhere: "This isn’t here any more",
        earlierTitle: "From an earlier time", earlierText: "It stays as it was, for you to read.",
        again: "Begin it again",
        next: "What comes next", stepLabel: "The next step", stepPlaceholder: "a step that fits into an evening",
        stepDay: "A day, if you like", keepStep: "That’s next", otherStep: "Something else comes next",
        reached: "We’ve done that", isReached: "Done. What comes next can wait.",
        save: "Save it for my calendar",
        saveNote: """
            You get a file: open it, and the step stands in your phone’s own calendar, in these words. There’s no address to \
            subscribe to, because the server would have to read what you plan.
            """,
        stepsTitle: "On the way", notesTitle: "Notes", noteLabel: "A note for you both", noteKeep: "Keep the note",
        looksTitle: "Looking back", lookLabel: "What stays with you of it?",
        endTitle: "When it’s over", done: "It’s finished", letGo: "Let it go",
        endText: "Either is fine, and either of you can say so.", isDone: "Finished. A look back is yours to write.",
        isLetGo: "It’s let go. No reasons needed.",
        doneOn: { day in "Finished on \(day)" }, letGoOn: { day in "Let go on \(day)" },
        today: { name in "Today, of “\(name)”" })
}
