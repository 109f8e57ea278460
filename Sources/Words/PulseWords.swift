/// The week's pulse.
public struct PulseWords: Sendable {
    public let title, lead, next, back, keepAlone, circlesNeeded, linesTitle, linesLead: String
    public let keepSealed: @Sendable (_ partner: String) -> String
    public let partnerWaits: @Sendable (_ partner: String) -> String
    public let step: @Sendable (_ number: Int, _ count: Int) -> String
    // Afterwards
    public let kept, doneTitle, doneAlone, again, seeUs, waitingTitle, openTitle, mine: String
    public let waitingText: @Sendable (_ partner: String) -> String
    public let openText: @Sendable (_ isAlike: Bool) -> String
    /// What the circles of one person look like: for screen readers.
    public let circles: @Sendable (_ who: String, _ felt: String, _ wished: String) -> String
}

extension PulseWords {
    /// British English.
    public static let english = PulseWords(
        title: "How was this week?", lead: "Two minutes. Answer for yourself; your partner does the same.",
        next: "Next", back: "Back", keepAlone: "Keep it",
        circlesNeeded: "Set both pairs of circles first.",
        linesTitle: "Four lines about the week", linesLead: "Leave out what you can’t say.",
        keepSealed: { partner in "Seal it for \(partner) and you" },
        partnerWaits: { partner in "\(partner)’s pulse is in, sealed. It opens together with yours." },
        step: { number, count in "\(number) of \(count)" },
        kept: "Kept.", doneTitle: "That’s the week",
        doneAlone: "Only you can open it. It adds a point to your picture over time.",
        again: "Answer it afresh", seeUs: "See how it moves over time", waitingTitle: "Yours is in the envelope",
        openTitle: "Both are in", mine: "you",
        waitingText: { partner in "It opens for both of you once \(partner)’s is in." },
        openText: { isAlike in
            isAlike
                ? "The week felt much alike to both of you."
                : "The week felt different to each of you. Both are true. Ask what it was like."
        },
        circles: { who, felt, wished in "\(who): \(felt); wished: \(wished)" })
}
