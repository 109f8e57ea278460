/// What the two promise each other.
public struct PromiseWords: Sendable {
    public let title, lead, detail: String
    /// Nobody is there yet to whom something could be promised.
    public let aloneTitle, aloneText: String

    // Making one
    /// Begins one: "I promise Ben …".
    public let label: @Sendable (_ partner: String) -> String
    public let placeholder, small, make: String
    /// That the partner sees it.
    public let made: @Sendable (_ partner: String) -> String

    // Those that hold
    /// One’s own.
    public let mine: String
    /// The partner’s.
    public let theirs: @Sendable (_ partner: String) -> String
    public let noneTitle, noneText: String
    /// What can be done about one.
    public let options: @Sendable (_ promise: String) -> String
    public let wasKept, stillOpen, anotherDay: String
    /// Who says that one's own was kept.
    public let whoSays: @Sendable (_ partner: String) -> String

    // Letting go
    public let letGo, letGoText, wordLabel, notYet, isLetGo: String
    /// Who has let one go.
    public let letGoBy: @Sendable (_ name: String) -> String
    public let letGoByMe, letGoTitle: String

    // Those that were kept
    public let keptTitle, showMore: String
    /// What is said when one was kept.
    public let isKept: @Sendable (_ partner: String) -> String
    /// Whose it was and when it was kept.
    public let keptOn: @Sendable (_ name: String, _ day: String) -> String

    // Today
    /// One’s own, for today.
    public let dueMine: String
    /// The partner’s, for today.
    public let dueTheirs: @Sendable (_ partner: String) -> String
    public let mentioned, mentionOff, unmentioned, mentionOn: String
}

extension PromiseWords {
    /// British English.
    public static let english = PromiseWords(
        title: "Promises", lead: "Small ones. Trust grows on what was said and then done.",
        detail: "Small ones, each with a day",
        aloneTitle: "A promise needs somebody to hear it",
        aloneText: "Once the two of you are here, you can make one, in a line and with a day.",
        label: { partner in "I promise \(partner)" },
        placeholder: "to be home by six", small: "Small enough to keep on a bad day.",
        make: "Promise it",
        made: { partner in "It’s promised. \(partner) can read it." },
        mine: "What I promised",
        theirs: { partner in "What \(partner) promised" },
        noneTitle: "Nothing is promised",
        noneText: "That’s fine. One small thing, kept, is worth more than a big one that was meant.",
        options: { promise in "What to do about “\(promise)”" },
        wasKept: "It was kept", stillOpen: "Still open", anotherDay: "Another day",
        whoSays: { partner in "\(partner) can say that it was kept." },
        letGo: "Let it go", letGoText: "Either of you can let it go at any time. It needs no reason.",
        wordLabel: "A word to go with it, if you like", notYet: "Keep it for now", isLetGo: "It’s let go.",
        letGoBy: { name in "\(name) let this go" }, letGoByMe: "You let this go", letGoTitle: "Let go",
        keptTitle: "Kept", showMore: "Show older ones",
        isKept: { partner in "\(partner) will see that it was kept." },
        keptOn: { name, day in "\(name), \(day)" },
        dueMine: "You promised this for today",
        dueTheirs: { partner in "\(partner) promised this for today" },
        mentioned: "Today mentions a promise on its day.", mentionOff: "Don’t mention promises on Today",
        unmentioned: "Today mentions no promises. Nobody is told.", mentionOn: "Mention them on Today again")
}
