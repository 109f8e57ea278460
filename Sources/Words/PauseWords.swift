/// A break that either calls, wherever they are.
public struct PauseWords: Sendable {
    public let title, detail: String
    // Calling one
    public let when, minutes20, hour, thisEvening, tomorrowEvening, kind, shortOnly: String
    /// What calling one does.
    public let lead: @Sendable (_ partner: String) -> String
    /// In the place of that while there is nobody.
    public let leadAlone: String
    // While it lasts
    public let going, ready, notReady, now: String
    /// That one would come back sooner.
    public let readySaid: @Sendable (_ partner: String) -> String
    /// That the other would.
    public let otherReady: @Sendable (_ partner: String) -> String
    /// "Back at 21:40."
    public let at, tomorrowAt: @Sendable (_ time: String) -> String
    /// On other pages: that there is a break until a time.
    public let until, untilTomorrow: @Sendable (_ time: String) -> String
    /// The way from there to the break.
    public let look: String
    // When its time has come
    public let overTitle, overText, overTextAlone, back, longer, overBar, ended: String
    /// A talk that may help then.
    public let talkDetail: String
    // To come to rest
    public let meanwhile, calm: String
    /// A time of day.
    public let time: @Sendable (_ hour: Int, _ minute: Int) -> String
}

extension PauseWords {
    /// British English.
    public static let english = PauseWords(
        title: "A break", detail: "Stop for now, with a time to come back",
        when: "Come back", minutes20: "In 20 minutes", hour: "In an hour", thisEvening: "This evening at seven",
        tomorrowEvening: "Tomorrow evening at seven",
        kind: "Before its time you end it together, after it either of you does. Nobody counts breaks.",
        shortOnly: "You’ve had a long one. For the next hours yours last an hour at most.",
        lead: { partner in "No reason needed. \(partner) sees when you’ll both be back, and no more than that." },
        leadAlone: "For when it’s too much right now. A few minutes of one of these will do.",
        going: "You’re both on a break", ready: "I’d come back sooner", notReady: "Not yet, after all",
        now: "I’m back, too",
        readySaid: { partner in "You’d come back sooner. It ends once \(partner) would, too, or when it’s time." },
        otherReady: { partner in
            "\(partner) would come back sooner. If you aren’t ready yet, stay away as long as you need."
        },
        at: { "Back at \($0)." }, tomorrowAt: { "Back tomorrow at \($0)." },
        until: { "A break until \($0)" }, untilTomorrow: { "A break until tomorrow, \($0)" }, look: "Look",
        overTitle: "The break is over",
        overText: "Begin with something small: a glass of water for you both, a hand, one sentence.",
        overTextAlone: "Nothing has to happen now.", back: "We’re back", longer: "20 minutes more",
        overBar: "The break is over", ended: "Welcome back.",
        talkDetail: "If it was a quarrel, in turns and with time to listen",
        meanwhile: "In the meantime", calm: "To come to rest",
        time: { hour, minute in "\(hour):\(minute < 10 ? "0" : "")\(minute)" })
}
