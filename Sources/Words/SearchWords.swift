/// Looking for words in what one may read.
public struct SearchWords: Sendable {
    public let title, detail, lead, label, emptyTitle, emptyText, none, noneHelp, more: String
    /// How many were found.
    public let found: @Sendable (_ count: Int) -> String
    /// How many of more are shown.
    public let newest: @Sendable (_ count: Int) -> String

    // Where something stands
    public let journal, ownThanks, ownAnswer, moment, ownDeed, plan, ownSign, ownCause, ownPromise, kindness, date,
        idea, ownGrowth, ownTalk, pursuit: String
    /// Where something of the partner's stands.
    public let thanks, answer, deed, sign, cause, promise, growth, talk: @Sendable (_ partner: String) -> String
}

extension SearchWords {
    /// British English.
    public static let english = SearchWords(
        title: "Search", detail: "In all that you can read here",
        lead: "It looks on this device only, and remembers nothing of what you looked for.", label: "Words to look for",
        emptyTitle: "A word is enough",
        emptyText: "Journal, answers, thanks, moments, promises, dates, signs, plans. The beginning of a word will do.",
        none: "Nothing found.",
        noneHelp: "Try fewer words, or only the first letters. What isn’t open yet can’t be found.",
        more: "Show older ones",
        found: { $0 == 1 ? "One found." : "\($0) found." },
        newest: { "The newest \($0)." },
        journal: "Journal", ownThanks: "Your thanks", ownAnswer: "Your answer", moment: "Moment",
        ownDeed: "Your line about",
        plan: "In the plan",
        ownSign: "A sign you’ve noticed", ownCause: "What you think lies behind it", ownPromise: "Your promise",
        kindness: "Kindness in secret", date: "A date", idea: "Your idea for a date",
        ownGrowth: "What you’re growing in",
        ownTalk: "What you keep of a talk", pursuit: "Something of yours",
        thanks: { partner in "Thanks from \(partner)" }, answer: { partner in "\(partner)’s answer" },
        deed: { partner in "A line of \(partner)’s about" }, sign: { partner in "A sign \(partner) has noticed" },
        cause: { partner in "What \(partner) thinks lies behind it" },
        promise: { partner in "Promised by \(partner)" },
        growth: { partner in "What \(partner) is growing in" },
        talk: { partner in "What \(partner) would keep of a talk" })
}
