/// The touch menu, and the ways on from it.
public struct TouchWords: Sendable {
    public let title, lead, leadAlone: String
    /// What leads to it says, in a line.
    public let rowDetail: String
    /// What both said yes to.
    public let bothTitle, bothText: String
    /// That there is nothing yet.
    public let bothEmpty: String
    /// What one says of a kind of touch.
    public let yes, maybe, never: String
    /// Who sees what.
    public let privacyTitle: String
    /// The same, in full.
    public let privacy: @Sendable (_ partner: String) -> String
    /// The same for somebody alone.
    public let privacyAlone: String
    /// That two who are more open have more on their menu.
    public let more: String
    /// Lets it be laid beside the other's.
    public let done: String
    /// What that does.
    public let doneNote: @Sendable (_ partner: String) -> String
    /// How the list gets out.
    public let onItsWay, delivered, waitsForNetwork, waitsForNextWeek, failed, tryAgain: String
    /// What else there is about touch.
    public let waysTitle, talk, talkDetail, series: String
    /// Where the questions about desire are at.
    public let seriesStep: @Sendable (_ step: Int, _ count: Int) -> String
    /// Over a few practices of touch.
    public let practices: String
    /// That the menu hasn't come to this device yet.
    public let coming: String
}

extension TouchWords {
    /// British English.
    public static let english = TouchWords(
        title: "The touch menu",
        lead: "Say yes, maybe or never to each, for yourself. What you’ve both said yes to shows to both of you, and "
            + "nothing else does.",
        leadAlone: "Say yes, maybe or never to each, for yourself. Once there are two of you here, what you both said "
            + "yes to will show, and nothing else.",
        rowDetail: "Mark it alone, see what you both like",
        bothTitle: "You both said yes",
        bothText: "A yes here is a welcome, not a promise. Ask each time, and take any answer.",
        bothEmpty: "Nothing shows yet. As soon as you’ve both said yes to the same thing, it’s here.",
        yes: "Yes", maybe: "Maybe", never: "Never",
        privacyTitle: "Who sees what",
        privacy: { partner in
            "Your marks are yours alone. \(partner) sees no maybe, no never and nothing you’ve left blank. Your yeses are "
                + "laid beside theirs once a week, so neither of you can keep trying. A no counts at once and needs no "
                + "reason: if it was a yes of both, it goes from both phones, and nothing says whose no it was. In a "
                + "couple of two, that can be guessed."
        },
        privacyAlone: "Your marks are yours alone.",
        more: "There’s more here for two who are both ready to be more open. The season’s check asks how open you want "
            + "to be, and either of you can leave it where it is.",
        done: "That’s all for now",
        doneNote: { partner in "Then your yeses are laid beside \(partner)’s, unread." },
        onItsWay: "Laying your list beside theirs …",
        delivered: "This week’s list is in. Only a yes of both shows.",
        waitsForNetwork: "Your list goes out when you’re online again.",
        waitsForNextWeek: "A new yes counts from next week. A no counts at once.",
        failed: "That didn’t go through. Your marks are kept.",
        tryAgain: "Try again",
        waysTitle: "More about touch",
        talk: "Touch, wishes and limits", talkDetail: "A guided talk. It’s only for knowing; nothing has to follow",
        series: "Questions about desire",
        seriesStep: { step, count in "Question \(step) of \(count)" },
        practices: "Small ways to touch",
        coming: "The menu is on its way to this device.")
}
