/// An evening for a talk, and the talks that the two have had.
public struct TalkEveningWords: Sendable {
    // Asking for one
    public let askTitle, askText, day, hour, timeMissing, isPast: String
    /// To ask for it, and what is said then.
    public let ask, asked: @Sendable (_ partner: String) -> String

    // Those that there are
    /// What the partner would like.
    public let theirs: @Sendable (_ partner: String) -> String
    public let mine, agreedTitle, agree, agreed, putAside, otherEvening, begin, notTonight, isOff, off, save,
        saveNote: String
    /// That it is one of both once the partner says yes.
    public let waits: @Sendable (_ partner: String) -> String
    /// That it is gone from one's own page alone.
    public let isAside: @Sendable (_ partner: String) -> String
    /// What it is called in a calendar: nothing that tells what it is about.
    public let calendarTitle: String

    // Today
    /// The partner would like to talk on some evening.
    public let askedTitle: @Sendable (_ partner: String) -> String
    /// "Today at 20:15".
    public let isToday: @Sendable (_ hour: String) -> String
    public let offTitle, offDetail: String

    // Those that were
    public let pastTitle, pastText, keepLine, lineLabel, lineKeep, notYet, agreeLine, putAsideLine,
        showMore: String
    /// What the partner would keep.
    public let theirLine: @Sendable (_ partner: String) -> String
    /// That one's own stands there once the partner keeps it too.
    public let lineWaits: @Sendable (_ partner: String) -> String
}

extension TalkEveningWords {
    /// British English.
    public static let english = TalkEveningWords(
        askTitle: "Rather on another evening?",
        askText: "Choose one. It’s an evening for both of you once it suits you both.",
        day: "Day", hour: "Time", timeMissing: "Choose a day and a time first.",
        isPast: "That has already been. Choose a time to come.",
        ask: { partner in "Ask \(partner)" },
        asked: { partner in "\(partner) will see it. There’s no hurry." },
        theirs: { partner in "\(partner) would like to talk" },
        mine: "You’d like to talk", agreedTitle: "An evening to talk", agree: "Yes, gladly",
        agreed: "It’s on that evening.",
        putAside: "Not this one", otherEvening: "Another evening", begin: "Go to it", notTonight: "Not this evening",
        isOff: "It’s off. Nobody needs to say why.",
        off: "Not this evening, after all. That’s allowed, and it can wait for another one.",
        save: "Save it for my calendar",
        saveNote: """
            You get a file: open it, and the evening stands in your phone’s own calendar, without a word on what it’s about. There’s \
            no address to subscribe to, because the server would have to read what you plan.
            """,
        waits: { partner in "It’s on once it suits \(partner) too." },
        isAside: { partner in "It’s off your page. \(partner) isn’t told." },
        calendarTitle: "An evening for two",
        askedTitle: { partner in "\(partner) would like to talk one evening" },
        isToday: { hour in "Today at \(hour)" },
        offTitle: "Not this evening, after all", offDetail: "It can wait for another one",
        pastTitle: "What you’ve talked about",
        pastText: "The day and the name, nothing of what was said. A line stays only if you both keep it.",
        keepLine: "Keep a line of it", lineLabel: "A line you’d both keep", lineKeep: "Suggest it",
        notYet: "Not now", agreeLine: "Keep it", putAsideLine: "Not this one", showMore: "Show older ones",
        theirLine: { partner in "\(partner) would keep" },
        lineWaits: { partner in "It stays once \(partner) keeps it too." })
}
