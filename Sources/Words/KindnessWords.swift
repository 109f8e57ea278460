/// Something kind, planned in secret.
public struct KindnessWords: Sendable {
    public let title, detail, lead: String
    /// Who will never know before.
    public let secret: @Sendable (_ partner: String) -> String
    public let label, placeholder, dayText, plan, planned, gone, doneNow: String
    public let plannedTitle, emptyTitle, emptyText: String
    /// What can be done about one.
    public let options: @Sendable (_ kindness: String) -> String
    public let did, letBe, anotherDay: String

    // Done
    public let doneTitle, showMore, notYet: String
    /// When it was done.
    public let doneOn: @Sendable (_ day: String) -> String
    /// To show it to the partner, and what they will see.
    public let show, showLabel, showText, shown, isShown: @Sendable (_ partner: String) -> String

    // Today
    public let note, noteDetail: String
}

extension KindnessWords {
    /// British English.
    public static let english = KindnessWords(
        title: "Kindness in secret", detail: "Planned by you, seen by nobody",
        lead: "Something small to do for them, without a word before.",
        secret: { partner in "\(partner) never sees this page, nor that there’s anything on it." },
        label: "What I’d like to do", placeholder: "the bicycle, cleaned before Monday",
        dayText: "A day to be reminded, if you like. The line on Today doesn’t say of what.",
        plan: "Keep it secret", planned: "Kept. Nobody else can see it.", gone: "It’s gone.",
        doneNow: "Done. Well planned.",
        plannedTitle: "Planned", emptyTitle: "Nothing up your sleeve",
        emptyText: "A full tank, a found song, the chore they dread. Small is best: nothing has to be admired.",
        options: { kindness in "What to do about “\(kindness)”" },
        did: "I’ve done it", letBe: "Take it off the page", anotherDay: "Another day",
        doneTitle: "Done", showMore: "Show older ones", notYet: "Keep it to myself",
        doneOn: { day in "Done on \(day)" },
        show: { partner in "Show \(partner)" },
        showLabel: { partner in "What \(partner) will read" },
        showText: { partner in
            "It goes into the story of you both, as a moment that you kept. It can stay your secret, too."
        },
        shown: { partner in "It’s in your story, where \(partner) will find it." },
        isShown: { partner in "\(partner) can read it in your story" },
        note: "A note you left for today", noteDetail: "Only you can open it")
}
