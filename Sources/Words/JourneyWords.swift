/// Journeys: some weeks towards one thing.
public struct JourneyWords: Sendable {
    // The list
    public let title, lead, back, aloneNote: String
    /// "eight weeks, for two".
    public let line: @Sendable (_ weeks: Int, _ company: String) -> String
    /// What stands on the door of a journey that somebody is on.
    public let underWay, resting, atEnd: String

    // One that hasn't begun
    public let before, helper, toHelp, weeks, nowhere, moreOpen, notAlone, oneIsPlenty: String
    /// Would like to walk it with the partner.
    public let walkTogether: @Sendable (_ partner: String) -> String
    /// What becomes of asking.
    public let walkTogetherNote: @Sendable (_ partner: String) -> String
    public let walkAlone, walkAloneNote, walkAgain: String
    /// The yes is there, and waits.
    public let asked: @Sendable (_ partner: String) -> String
    /// The other would like to walk it.
    public let wished: @Sendable (_ partner: String) -> String
    /// What putting a wish away means.
    public let wishedNote: @Sendable (_ partner: String) -> String
    /// The same for a journey by its name, where it isn't on show.
    public let wishedNamed: @Sendable (_ partner: String, _ journey: String) -> String
    public let yes, look, notNow: String

    // On the way
    /// "The third week of eight".
    public let week: @Sendable (_ number: Int, _ count: Int) -> String
    /// "The third week".
    public let weekShort: @Sendable (_ number: Int) -> String
    public let open, halfway, thisWeek, toDo, toRead, toTalk, toAnswer, toJournal, answered, had, whyAndHow: String
    public let lighter, lighterOffered, lighterHint, deeper, deeperHint, weDid, iDid: String
    public let next, toEnd, nextAlone: String
    /// It begins when both are ready.
    public let nextNote: @Sendable (_ partner: String) -> String
    /// The person is ready, the partner isn’t.
    public let amReady: @Sendable (_ partner: String) -> String
    /// The partner is ready, the person isn’t.
    public let partnerReady: @Sendable (_ partner: String) -> String
    public let notReady, alsoReady: String
    public let slower, rest, restNote, goBack, goBackNote, stop, stopNote, stopSure, stopYes, stopNo: String
    public let restingTitle, goOn, goOnNote: String
    public let goOnReady, goOnPartner: @Sendable (_ partner: String) -> String
    /// A walk that nobody else knows of; one that both are on.
    public let isAlone: String
    /// Both are on it.
    public let isShared: @Sendable (_ partner: String) -> String

    // The statements
    /// What is said while they are answered.
    public let looking: LookWords
    public let lookTitle, lookText, lookLastTitle, lookLastText: String
    public let lookOpen, lookKept, change: String

    // The end
    public let endTitle, movedTitle, nothingToCompare, then, now: String
    public let mineMore, mineLess, mineUnclear: String
    public let bothMore, bothLess, bothUnclear, bothMissing: @Sendable (_ partner: String) -> String
    /// How a single statement went, for whoever can't see the marks.
    public let lineMoved: @Sendable (_ before: Int, _ after: Int) -> String
    public let movedMore, movedLess, movedUnclear, honest: String
    public let keepTitle, keepTextAlone, keep, kept, agreed, putDown, putDownNote: String
    /// What keeping means where there are two.
    public let keepText: @Sendable (_ partner: String) -> String

    // Elsewhere
    /// What a page that leads here calls it.
    public let wayDetail, proposed, seeAll: String
    /// The line on Today.
    public let todayLine: @Sendable (_ journey: String) -> String
}

extension JourneyWords {
    /// British English.
    public static let english = JourneyWords(
        title: "Journeys",
        lead:
            "A few weeks towards one thing, at your own pace. A week begins when you go on, and never by the calendar.",
        back: "Journeys",
        aloneNote: "Most of these take two. They’ll still be here when your partner is.",
        line: { weeks, company in "\(EnglishCount.word(weeks).capitalisedFirst) weeks, \(company)" },
        underWay: "You’re on it", resting: "Resting", atEnd: "Looking back",
        before: "Before you begin", helper: "Who belongs beside it", toHelp: "Where to find help",
        weeks: "The weeks, one by one", nowhere: "This journey is no longer here",
        moreOpen: "It asks for more openness than you’ve both said feels right for now. There’s no hurry.",
        notAlone: "This one takes two. It will be here when your partner is.",
        oneIsPlenty: "You’re on another one already. One at a time is plenty.",
        walkTogether: { partner in "I’d like this with \(partner)" },
        walkTogetherNote: { partner in
            "\(partner) will see that you’d like it. It begins if \(partner) says yes too; if not, nothing is said about it."
        },
        walkAlone: "Walk it alone", walkAloneNote: "Only you see it. Nobody else is told.", walkAgain: "Walk it again",
        asked: { partner in "\(partner) can see that you’d like this. It begins when you’ve both said yes." },
        wished: { partner in "\(partner) would like to walk this with you" },
        wishedNote: { partner in "Take your time. If you put it away, \(partner) isn’t told." },
        wishedNamed: { partner, journey in "\(partner) would like to walk “\(journey)” with you" },
        yes: "Yes, with you", look: "Have a look", notNow: "Put it away",
        week: { number, count in
            "\(EnglishWeeks.ordinal(number).capitalisedFirst) week of \(EnglishCount.word(count))"
        },
        weekShort: { number in "\(EnglishWeeks.ordinal(number)) week" },
        open: "Open this week", halfway: "Halfway", thisWeek: "This week", toDo: "To do", toRead: "To read",
        toTalk: "To talk about", toAnswer: "To answer, each of you",
        toJournal: "A question for your journal. Nobody else sees that you were asked.",
        answered: "answered", had: "you’ve had this talk", whyAndHow: "Why, and what if it falls flat",
        lighter: "Something lighter instead", lighterOffered: "Or something lighter",
        lighterHint: "This week can be done small. It counts the same.", deeper: "If you’d like more of it",
        deeperHint: "It did you good. There’s one step further, if you feel like it.",
        weDid: "We did this", iDid: "I did this",
        next: "Ready for the next week", toEnd: "Ready to look back", nextAlone: "On to the next week",
        nextNote: { partner in "It begins when \(partner) is ready too. There’s no date." },
        amReady: { partner in "You’re ready. It goes on when \(partner) is too, whenever that is." },
        partnerReady: { partner in "\(partner) is ready for what comes next. Stay as long as you like." },
        notReady: "Not yet, after all", alsoReady: "I’m ready too",
        slower: "Slower, or not now", rest: "Let it rest",
        restNote: "Nothing is asked meanwhile, and your place is kept.",
        goBack: "Go back a week", goBackNote: "The week before is as good as this one.", stop: "Stop this journey",
        stopNote: "It’s put down for good reasons or for none. What you liked stays yours.",
        stopSure: "Stop here? What you did and wrote stays. You can begin again whenever you like.",
        stopYes: "Stop here", stopNo: "Stay on it",
        restingTitle: "It’s resting", goOn: "Go on", goOnNote: "It goes on where it was.",
        goOnReady: { partner in "You’d go on. It does when \(partner) would too." },
        goOnPartner: { partner in "\(partner) would go on. It can rest for as long as you like." },
        isAlone: "Yours alone", isShared: { partner in "You and \(partner)" },
        looking: LookWords(
            begin: "Look at them", goOn: "Go on", review: "That’s all of them",
            nothing: "Nothing is answered yet, so there is nothing to keep.", alone: "Only you can read them.",
            seal: "Seal them", keep: "Keep them",
            sealed: { partner in
                "Sealed until \(partner)’s are in too. Neither of you is shown the other’s single answers, only what moved for you both."
            },
            waits: { partner in "Your answers are in the envelope. \(partner)’s aren’t in yet." },
            theirs: { partner in "\(partner)’s answers are in, sealed. They open together with yours." }),
        lookTitle: "Where you are now",
        lookText: "A few statements, so that you can see later what has moved. Leave it out if you’d rather.",
        lookLastTitle: "And where are you now?",
        lookLastText: "The same statements once more. Then you see what has moved.",
        lookOpen: "Both your answers are in.", lookKept: "Your answers are kept.", change: "Change them",
        endTitle: "The end of it, for now", movedTitle: "What moved",
        nothingToCompare: "There’s nothing to compare: it takes your answers from the start and from the end.",
        then: "then", now: "now",
        mineMore: "For you, there is more of it than at the start.",
        mineLess:
            "For you, there is less of it than at the start. That can be the weeks, or a winter, or looking closer.",
        mineUnclear: "For you, too little has moved to tell it from chance.",
        bothMore: { partner in "Taking you and \(partner) together, there is more of it than at the start." },
        bothLess: { partner in
            "Taking you and \(partner) together, there is less of it than at the start. It’s worth saying aloud, to each other or to somebody who helps."
        },
        bothUnclear: { partner in "Taking you and \(partner) together, we can’t tell. Too little has moved." },
        bothMissing: { partner in "For you both it can be said once \(partner)’s answers are in too." },
        lineMoved: { before, after in "then \(before) of 10, now \(after) of 10" },
        movedMore: "more than then", movedLess: "less than then", movedUnclear: "much as it was",
        honest: "A few answers are a rough measure. What you noticed yourselves counts for more.",
        keepTitle: "What to keep",
        keepTextAlone: "What you keep goes into your own plan.", keep: "Keep it", kept: "kept", agreed: "in your plan",
        putDown: "Put the journey away", putDownNote: "What you kept stays in the plan.",
        keepText: { partner in "What you both keep goes into your plan. What only one keeps is told to nobody." },
        wayDetail: "Some weeks towards one thing", proposed: "A journey that may fit", seeAll: "See all journeys",
        todayLine: { journey in "This week on “\(journey)”" })
}

/// Weeks as English counts them.
private enum EnglishWeeks {
    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ]

    /// "third", counted from 1; no journey has more than twelve.
    static func ordinal(_ number: Int) -> String {
        ordinals.indices.contains(number - 1) ? ordinals[number - 1] : String(number) + "th"
    }
}
