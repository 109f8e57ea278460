/// What a person does for themselves: care, what they are growing in, and what the journal offers them.
public struct MyselfWords: Sendable {
    public let title, detail, lead: String
    /// The partner shows something that they are growing in.
    public let detailShown: @Sendable (_ partner: String) -> String

    // Care
    public let careTitle, careText: String
    /// What can be done for oneself, as it is tapped, and as a look back goes on after “you”.
    public let sleep, food, movement, friends, quiet, joy: Care
    public let weeksTitle, weeksEmpty: String
    /// What was done, and how often.
    public let once, someDays, mostDays: @Sendable (_ deed: String) -> String
    /// A week so many weeks ago, and what it held.
    public let week: @Sendable (_ weeksAgo: Int, _ deeds: [String]) -> String

    // Growth
    public let growthTitle, growthText, growthLabel, growthPlaceholder, stepLabel, stepPlaceholder, keep, kept, gone,
        changed: String
    /// The next step of something.
    public let next: @Sendable (_ step: String) -> String
    /// What can be done about one.
    public let options: @Sendable (_ growth: String) -> String
    public let letBe, hide, hidden: String
    /// To show it to the partner, that they can read it, and that they stand by it.
    public let show, isShown, shown, isBacked: @Sendable (_ partner: String) -> String
    /// What the partner shows.
    public let theirs: @Sendable (_ partner: String) -> String
    /// To stand by it.
    public let back: String
    /// That the person stands by it, and that the partner will see that.
    public let backedByMe, backed: @Sendable (_ partner: String) -> String

    /// What the journal offers.
    public let writing: Writing
    /// What an export says.
    public let page: ExportPage

    /// Something that one can do for oneself.
    public struct Care: Sendable {
        /// As it is tapped.
        public let name: String
        /// As it goes on after “you”.
        public let told: String
    }

    /// What the journal offers.
    public struct Writing: Sendable {
        public let promptWanted, promptAnother, promptDropped, themes: String
        public let day, two, oneself, patterns, proud, hard: String
        public let feelings, feelingsTitle: String
        public let trigger, triggerDropped, happened, did, wish: String
        /// The feelings of a page.
        public let felt: @Sendable (_ feelings: [String]) -> String
    }

    /// What an export says.
    public struct ExportPage: Sendable {
        public let did, wish, next: String
    }
}

extension MyselfWords {
    /// British English.
    public static let english = MyselfWords(
        title: "Myself", detail: "Care, and what I’m growing in", lead: "Yours alone, unless you show it.",
        detailShown: { partner in "\(partner) shows you what they’re growing in" },
        careTitle: "What I did for myself today",
        careText: "One tap for what was there. Only you see it, and nothing adds it up.",
        sleep: Care(name: "Slept enough", told: "slept enough"), food: Care(name: "Ate well", told: "ate well"),
        movement: Care(name: "Moved", told: "moved"),
        friends: Care(name: "Was with a friend", told: "were with a friend"),
        quiet: Care(name: "Had time to myself", told: "had time to yourself"),
        joy: Care(name: "Did something I love", told: "did something you love"),
        weeksTitle: "The last weeks", weeksEmpty: "What you tap is told here in words, week by week.",
        once: { deed in "\(deed) once" }, someDays: { deed in "\(deed) on some days" },
        mostDays: { deed in "\(deed) on most days" },
        week: { weeksAgo, deeds in
            let when =
                switch weeksAgo {
                case 0: "This week"
                case 1: "Last week"
                case 2: "Two weeks ago"
                default: "Three weeks ago"
                }
            return "\(when) you \(EnglishList.joined(deeds))."
        },
        growthTitle: "What I’m growing in",
        growthText: "One thing is enough, and so is a small step. You can show it, and stop showing it.",
        growthLabel: "I’m growing in", growthPlaceholder: "saying sooner when it’s too much",
        stepLabel: "A next step, if you like", stepPlaceholder: "telling one person this week", keep: "Keep it",
        kept: "Kept. Only you can see it.", gone: "It’s off the page.", changed: "Changed.",
        next: { step in "Next: \(step)" }, options: { growth in "What to do about “\(growth)”" },
        letBe: "Take it off the page", hide: "Stop showing it", hidden: "Only you can read it now.",
        show: { partner in "Show \(partner)" }, isShown: { partner in "\(partner) can read this" },
        shown: { partner in "\(partner) can read it now." }, isBacked: { partner in "\(partner) is with you in this" },
        theirs: { partner in "What \(partner) is growing in" }, back: "I’m with you",
        backedByMe: { partner in "You’ve told \(partner) that you’re with them" },
        backed: { partner in "\(partner) will see that you’re with them." },
        writing: .english, page: .english)
}

extension MyselfWords.Writing {
    static let english = Self(
        promptWanted: "Something to begin with", promptAnother: "Another question", promptDropped: "Without a question",
        themes: "What questions are about",
        day: "The day", two: "The two of us", oneself: "Myself", patterns: "Old patterns", proud: "What I’m proud of",
        hard: "Hard days", feelings: "Name the feeling", feelingsTitle: "I feel",
        trigger: "Something set me off", triggerDropped: "An ordinary page", happened: "What happened",
        did: "What I did", wish: "What I’d like",
        felt: { "Felt: " + $0.joined(separator: ", ") })
}

extension MyselfWords.ExportPage {
    static let english = Self(did: "What I did: ", wish: "What I’d like: ", next: "Next step: ")
}

/// Lists in English.
enum EnglishList {
    /// “a”, “a and b”, “a, b and c”.
    static func joined(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }
}
