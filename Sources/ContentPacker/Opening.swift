/// How a text opens: a library in which one text after the other begins alike is tiring to read.
enum Opening: Hashable, CustomStringConvertible {
    /// It says first when something is done: “On Sunday”, “Once a day”, “When your partner comes in”.
    case time
    /// It begins with this word.
    case word(String)

    /// Words that speak of a time whatever follows.
    private static let whens: Set<String> = [
        "when", "whenever", "while", "before", "after", "until", "once", "next", "tonight", "today", "tomorrow",
        "sometime", "sometimes", "early", "late", "during",
    ]

    /// Words that speak of a time when one of ``times`` follows soon.
    private static let leads: Set<String> = [
        "on", "at", "in", "over", "by", "around", "a", "an", "the", "one", "some", "this", "each", "every", "five",
        "ten",
    ]

    private static let times: Set<String> = [
        "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "morning",
        "mornings", "midday", "noon", "afternoon", "evening", "evenings", "night", "nights", "bedtime", "weekend",
        "breakfast", "lunch", "supper", "dinner", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday",
    ]

    /// How this text opens.
    init(of text: String) {
        let words = LanguageRules.words(of: text).prefix(4)
        let first = words.first ?? ""
        if Self.whens.contains(first)
            || Self.leads.contains(first) && words.dropFirst().contains(where: Self.times.contains)
        {
            self = .time
        } else {
            self = .word(first)
        }
    }

    var description: String {
        switch self {
        case .time: "a time"
        case .word(let word): "“\(word)”"
        }
    }
}
