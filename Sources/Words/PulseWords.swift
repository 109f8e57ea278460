/// The week's pulse.
public struct PulseWords: Sendable {
    public let title, lastTitle, thisWeek, lastWeek, leadAlone, next, back, keepAlone, linesTitle, linesLead: String
    /// With the partner's name: what the two do, the button that seals, and that the partner's is in.
    public let lead, keepSealed, partnerWaits: @Sendable (_ partner: String) -> String
    public let doneTitle, doneAlone, again, seeUs, waitingTitle, openTitle, mine: String
    /// What stands beneath the envelope while the partner's pulse is missing.
    public let waitingText: @Sendable (_ partner: String) -> String
    /// Whether the week felt alike to both.
    public let openText: @Sendable (_ isAlike: Bool) -> String
    /// No pulse is asked for this week.
    public let restingTitle, answerNow: String
    /// Why, and when the next one is: whether there are two, and in how many weeks.
    public let resting: @Sendable (_ areTwo: Bool, _ weeks: Int) -> String
    /// What the circles of one person look like: for screen readers.
    public let circles: @Sendable (_ who: String, _ felt: String, _ wished: String) -> String
}

extension PulseWords {
    /// British English.
    public static let english = PulseWords(
        title: "How was this week?", lastTitle: "How was last week?", thisWeek: "Answer for this week now",
        lastWeek: "Answer for last week first",
        leadAlone: "Two minutes, for you alone.", next: "Next", back: "Back",
        keepAlone: "Keep it", linesTitle: "Four lines about the week", linesLead: "Leave out any you can’t answer.",
        lead: { partner in "Two minutes. Answer for yourself, and \(partner) does the same." },
        keepSealed: { partner in "Seal it for \(partner) and you" },
        partnerWaits: { partner in "\(partner)’s pulse is in, sealed. It opens together with yours." },
        doneTitle: "That’s the week", doneAlone: "Only you can open it. It adds a point to your picture over time.",
        again: "Start again", seeUs: "See how it moves over time", waitingTitle: "Yours is in the envelope",
        openTitle: "Both are in", mine: "you",
        waitingText: { partner in "It opens for both of you once \(partner)’s is in." },
        openText: { isAlike in
            isAlike
                ? "The week felt much the same to both of you."
                : "The week felt different to each of you. Both are true. Ask what it was like."
        },
        restingTitle: "No pulse this week", answerNow: "Answer one now anyway",
        resting: { areTwo, weeks in
            (areTwo ? "Things have been good between you for a while" : "Things have been good for a while")
                + ", so the next pulse is \(weeks == 1 ? "next week" : "in \(weeks) weeks")."
                + " If something shifts, it comes every week again."
        },
        circles: { who, felt, wished in "\(who): \(felt); wished: \(wished)" })
}
