/// "Something big has changed": naming it, the weeks after it, and looking again.
public struct ChangeWords: Sendable {
    public let title, detail, lead, whatTitle, other, otherDetail, privateNote, leadNamed: String
    /// What is read by whom, once there is a partner.
    public let privacy: @Sendable (_ partner: String) -> String
    public let another, notNow: String

    // One of them
    public let weeksTitle, practicesTitle, talkTitle, talkDetail, journeyTitle, datesTitle, datesNote: String
    /// Since when it is.
    public let since: @Sendable (_ day: String) -> String
    /// The name of a look, and its day.
    public let look: @Sendable (_ week: Int) -> String
    public let lookDone, lookToday, signsTitle, signsDetail, causesTitle, putAway, putAwayNote: String

    // The statements
    /// What is said at a look.
    public let looking: LookWords
    public let lookTitle, lookText, lookAgainTitle, lookAgainText, lookKept: String

    // Sharing
    /// The way there from the card that tells of it.
    public let cardLook: String
    /// What the other will see, and that it is shared.
    public let share, shareText, isShared, theyShared, card: @Sendable (_ partner: String) -> String

    // What moved
    public let movedTitle, mineMore, mineLess, mineUnclear, movedMore, movedLess, movedUnclear, honest: String
    /// What moved for both.
    public let bothMore, bothLess, bothUnclear: @Sendable (_ partner: String) -> String
}

extension ChangeWords {
    /// British English.
    public static let english = ChangeWords(
        title: "Something big has changed", detail: "A child, a move, a loss: a look at what it does to you two",
        lead: "Some months turn a life round, and what two people had settled has to be found anew. Start small.",
        whatTitle: "What is it?", other: "Something else", otherDetail: "Whatever it is, it counts",
        privateNote: "Only you see this, until you share it.",
        leadNamed: "Nothing here is a task. Take what helps and leave the rest.",
        privacy: { partner in
            "\(partner) sees nothing of it until you share it. It’s marked under causes as well, for you alone."
        },
        another: "Something else has changed", notNow: "Not now",
        weeksTitle: "The next twelve weeks", practicesTitle: "Small things for weeks like these",
        talkTitle: "Talk about it, step by step", talkDetail: "A guided talk for when life has changed",
        journeyTitle: "A journey that fits", datesTitle: "Looking again",
        datesNote: "Nothing will remind you. It’s here when you come by.",
        since: { day in "Since \(day)" },
        look: { week in week == 0 ? "Now" : "After \(week) weeks" },
        lookDone: "done", lookToday: "there to take",
        signsTitle: "What it may look like", signsDetail: "Signs that come with times like these",
        causesTitle: "What may lie behind it", putAway: "Put this away",
        putAwayNote: "It goes from your page. What you answered stays yours.",
        looking: LookWords(
            begin: "Begin", goOn: "Go on", review: "Is that right?", nothing: "Nothing answered yet.",
            alone: "Only you can read this.", seal: "Put it in the envelope", keep: "Keep it",
            sealed: { partner in "Sealed until \(partner) has answered too." },
            waits: { partner in "In its envelope, until \(partner) has looked as well. There’s no hurry." },
            theirs: { partner in "\(partner)’s is in its envelope." }),
        lookTitle: "A short look first", lookText: "Five statements, two minutes: as it is, and as you’d wish it.",
        lookAgainTitle: "Look again", lookAgainText: "The same few statements, to see what has moved.",
        lookKept: "You’ve looked. It’s here again in a few weeks.",
        cardLook: "Look at it",
        share: { partner in "Share it with \(partner)" },
        shareText: { partner in
            "\(partner) will see what has changed, and since when. Not what you answered: from then on you both answer, each in an envelope."
        },
        isShared: { partner in "\(partner) can see this." },
        theyShared: { partner in "\(partner) has shared this with you." },
        card: { partner in "\(partner) says that something big has changed" },
        movedTitle: "What has moved",
        mineMore: "In these things you feel closer than at the start.",
        mineLess: "In these things it’s harder than at the start. Such months are often so.",
        mineUnclear: "Too little has moved to tell it from chance.",
        movedMore: "more than at the start", movedLess: "less than at the start",
        movedUnclear: "can’t be told from chance",
        honest:
            "Whoever answers twice within weeks lands elsewhere by chance alone. Only what goes beyond that is said.",
        bothMore: { partner in "You and \(partner) both stand closer in these things than at the start." },
        bothLess: { partner in "For you and \(partner) together it’s harder than at the start." },
        bothUnclear: { partner in "For you and \(partner) together too little has moved to tell." })
}
