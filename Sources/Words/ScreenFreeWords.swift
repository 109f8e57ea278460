/// Times in which the two lay their phones down.
public struct ScreenFreeWords: Sendable {
    public let title, lead, detail: String
    /// Nobody is there yet with whom it could be agreed.
    public let aloneTitle, aloneText: String

    // Offering
    public let offerTitle, days, from, until, pickDay, pickTime: String
    /// To offer it, and what is said then.
    public let offer, offered: @Sendable (_ partner: String) -> String

    // What there is
    public let agreedTitle, end, ended, agree, agreed, putAside, over: String
    /// An offer that waits for the partner’s yes.
    public let waits: @Sendable (_ partner: String) -> String
    /// What the partner offers.
    public let theirs: @Sendable (_ partner: String) -> String
    /// What one offers oneself.
    public let mine: String
    /// "Tuesday and Thursday, 20:00 to 21:00".
    public let when: @Sendable (_ days: [String], _ from: String, _ until: String) -> String
    /// A time of day.
    public let time: @Sendable (_ hour: Int, _ minute: Int) -> String

    // The phone's own calendar
    public let save, saveNote, calendarTitle: String

    // Today
    /// Beside the line that it is one now.
    public let enough: String
    /// It is a screen-free time now.
    public let now: @Sendable (_ until: String) -> String
}

extension ScreenFreeWords {
    /// British English.
    public static let english = ScreenFreeWords(
        title: "Screen-free time",
        lead: "An hour without phones, agreed by you both. Nothing is switched off, and nobody checks.",
        detail: "Hours you’ve both said yes to",
        aloneTitle: "This takes two",
        aloneText: "Once the two of you are here, either can offer an hour, and it counts when both want it.",
        offerTitle: "Offer a time", days: "The days", from: "From", until: "Until",
        pickDay: "Choose a day or more.", pickTime: "It needs a time to begin and another to end.",
        offer: { partner in "Offer it to \(partner)" },
        offered: { partner in "Offered. It counts once \(partner) says yes." },
        agreedTitle: "Phones down", end: "End it", ended: "It has ended. No reasons needed.",
        agree: "Yes, gladly", agreed: "Agreed. A phone laid down is enough.", putAside: "Not this one",
        over: "Over for now. Either of you can offer another.",
        waits: { partner in "It counts once \(partner) says yes." },
        theirs: { partner in "\(partner) offers" },
        mine: "You’ve offered",
        when: { days, from, until in
            let named: String =
                switch days.count {
                case 7: "Every day"
                case 0, 1: days.first ?? ""
                default: days.dropLast().joined(separator: ", ") + " and " + (days.last ?? "")
                }
            return "\(named), \(from) to \(until)"
        },
        time: { hour, minute in "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" },
        save: "Save it for my calendar",
        saveNote: """
            You get a file: open it, and the hours stand in your phone’s own calendar, by the clocks of wherever you are. There’s no \
            address to subscribe to, because the server would have to read what you plan. When a time has ended, delete it there.
            """,
        calendarTitle: "Screen-free time",
        enough: "A phone laid down is enough",
        now: { until in "Screen-free until \(until)" })
}
