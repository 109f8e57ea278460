/// What went together with better weeks.
///
/// Nothing here says that one thing caused another: people choose a practice in weeks that go well anyway.
public struct HelpedWords: Sendable {
    public let title, detail, nothingTitle, emptyTitle, emptyText, toPractices: String
    /// What to see, by the practice's name.
    public let bestTitle: @Sendable (_ practice: String) -> String

    /// What stands at the axis.
    public let less, noDifference, more: String
    /// What the answers are about, from the names of pillars within a sentence.
    public let about: @Sendable (_ pillars: [String]) -> String
    /// A difference of so many points, without its direction.
    public let amount: @Sendable (_ points: Double) -> String
    /// More than chance, probably.
    public let higher, lower: @Sendable (_ what: String, _ amount: String) -> String
    /// No difference to be seen.
    public let little: @Sendable (_ what: String) -> String
    /// Why a practice can't be told yet.
    public let open, tooFewWith, tooFewWithout: String
    public let lead, notYet, onlyYou, note, howRead: String

    public let tableCaption, practice, difference, range, daysAfter, otherDays: String
}

extension HelpedWords {
    /// British English.
    public static let english = HelpedWords(
        title: "What helped", detail: "What the closer weeks had in them",
        nothingTitle: "Nothing stands out yet", emptyTitle: "We can’t tell yet",
        emptyText:
            "Here you’ll see which small things came before closer weeks. It takes a few weeks with a thing and a few without it. Say “done” when you’ve done one, and answer the pulse.",
        toPractices: "See what might help",
        bestTitle: { practice in "Weeks felt closer after “\(practice)”" },
        less: "less close", noDifference: "no difference", more: "closer",
        about: { pillars in pillars.count > 2 ? "closeness" : pillars.joined(separator: " and ") },
        amount: { points in
            switch points {
            case ..<0.375: "About a quarter of a point"
            case ..<0.75: "About half a point"
            case ..<1.25: "About a point"
            default: "More than a point"
            }
        },
        higher: { what, amount in "\(amount) higher in \(what). That’s likely more than chance." },
        lower: { what, amount in "\(amount) lower in \(what). It may be what you turn to in hard weeks." },
        little: { what in "No difference to be seen in \(what). It may be dear to you all the same." },
        open: "It could go either way. We can’t tell yet.",
        tooFewWith: "Done in too few weeks so far:",
        tooFewWithout: "Done nearly every week, so there’s little to compare with:",
        lead: "Your answers in the week after each, compared with other weeks.", notYet: "Too early to tell",
        onlyYou: "Only you see this one.",
        note: "What came before closer weeks needn’t have made them so. Good weeks make good things easier, too.",
        howRead: "The band shows how unsure this is: the wider, the less sure.",
        tableCaption: "Answers in the week after, and in other weeks", practice: "Practice",
        difference: "Difference, in points of ten", range: "Nine times in ten between",
        daysAfter: "Days with answers after it",
        otherDays: "Other days with answers")
}
