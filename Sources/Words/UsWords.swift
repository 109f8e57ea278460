/// The picture of the couple, and how it moves over time.
public struct UsWords: Sendable {
    /// How wide a gap is, in words; a number is never shown for a person.
    public enum Amount: Sendable {
        case none, little, some, much
    }

    /// What to see: a wish of both, or of the person who reads.
    public let bothWish, youWish: @Sendable (_ amount: Amount, _ what: String) -> String
    /// What to see: a wish of the partner's.
    public let partnerWishes: @Sendable (_ partner: String, _ amount: Amount, _ what: String) -> String
    /// What to see: one wishes for more and the other for less; nil stands for the person who reads.
    public let wishesDiffer: @Sendable (_ moreFor: String?, _ partner: String, _ what: String) -> String
    /// What to see where there is no wish, by what it is about.
    public let feltDifferently, bothContent, youAreContent: @Sendable (_ what: String) -> String

    public let bothWishText, wishesDifferText, feltDifferentlyText, contentText, aloneWishText, aloneContentText: String
    /// What follows when only one of the two wishes for more.
    public let oneWishesText: @Sendable (_ partner: String, _ isMine: Bool) -> String
    /// A pillar that the two feel quite differently.
    public let differs: @Sendable (_ what: String) -> String

    public let pictureLabel, circlesCaption, circlesAlike, uncertain: String
    /// Whose circles they are.
    public let circlesOf: @Sendable (_ name: String) -> String
    /// What the circles look like, for screen readers.
    public let feltAndWished: @Sendable (_ who: String, _ felt: String, _ wished: String) -> String
    public let felt, wished, you, low, high, oneselfNoteAlone, whatMightHelp: String
    /// Why the line about all in all is one's own only, and what stands in its place in the table.
    public let themesNote, notShown: String
    /// How to read the lines about oneself.
    public let oneselfNote: @Sendable (_ partner: String) -> String

    public let asTable, tableCaption, aspect, between, notAnswered, betweenAlike, betweenSome, betweenFar: String
    /// A level in words, by its fifth of the scale.
    public let levels: [String]
    /// What one person answered, in a cell of the table.
    public let tableCell: @Sendable (_ felt: String, _ wished: String) -> String

    public let emptyTitle, emptyText, takeCheck, waitingText, newSeasonTitle, newSeasonText: String
    /// With the partner's name: that the partner's check is in, and that it is still to come.
    public let partnerWaits, waitingTitle: @Sendable (_ partner: String) -> String

    public let more, signs, signsDetail, causes, causesDetail, trends, trendsDetail, check, checkDetail: String
    public let invite, inviteText: String
    /// So many of the other's answers in the lines didn't meet one's own; takes their name and how many.
    public let unfair: @Sendable (_ partner: String, _ count: Int) -> String
    /// The number that both compare.
    public let compare, compareDue, compareChanged: String

    /// The present week, of which there is a pulse.
    public let thisWeek: String
    /// An earlier one, by its Monday.
    public let weekOf: @Sendable (_ date: String) -> String
    public let trendsTitle, trendsEmptyTitle, trendsEmptyText, takePulse, tooEarly, steadyTitle: String
    public let show, each, both, bothLabel, bandNote, toUs, month, driftHonest, talkAboutIt: String
    /// What to see when something declines.
    public let driftTitle: @Sendable (_ what: String) -> String
    /// The reason for saying so, when it is nearly sure.
    public let driftText: @Sendable (_ what: String, _ since: String, _ amount: Amount) -> String
    /// The reason for saying so, when it may be chance.
    public let driftLook: @Sendable (_ what: String, _ since: String) -> String
    /// What stands over the lines of a pillar that declines.
    public let lowerSince: @Sendable (_ since: String) -> String
    /// That a line ends higher or lower than it began, and whose; nobody's name for the line of both together.
    public let moved: @Sendable (_ isMore: Bool, _ then: String, _ who: String) -> String
    /// That no line does.
    public let noChange: String
    /// What has grown most.
    public let grownTitle: @Sendable (_ what: String, _ then: String) -> String
    /// A time with which now is compared.
    public let aYearAgo: String
    /// A time with which now is compared, by the month's name.
    public let inMonth: @Sendable (_ month: String) -> String
    public let bothOfYou, monthsBoth, monthsAlone, monthsCaption, meetingNote, pulse: String
    /// How often the pulse comes, in weeks.
    public let pulseRhythm: @Sendable (_ weeks: Int) -> String

    /// What went together with better weeks.
    public let helped: HelpedWords
}

extension UsWords {
    /// A level from 0 to 10 in words, such as "mostly"; a number is never shown for a person.
    public func level(_ value: Double) -> String {
        let step = Int(min(max(value, 0), 10) / 10 * Double(levels.count))
        return levels[min(step, levels.count - 1)]
    }
}

extension UsWords {
    /// British English.
    public static let english = UsWords(
        bothWish: { amount, what in "You both wish for \(more(amount)) \(what)" },
        youWish: { amount, what in "You wish for \(more(amount)) \(what)" },
        partnerWishes: { partner, amount, what in "\(partner) wishes for \(more(amount)) \(what)" },
        wishesDiffer: { moreFor, partner, what in
            if let moreFor {
                "\(moreFor) wishes for more \(what), and you for a little room"
            } else {
                "You wish for more \(what), and \(partner) for a little room"
            }
        },
        feltDifferently: { what in "The same weeks, and \(what) felt different to each of you" },
        bothContent: { what in "Most things are as you’d both like them, especially \(what)" },
        youAreContent: { what in "Most things are as you’d like them, especially \(what)" },
        bothWishText:
            "You both feel this one, so neither of you has to persuade the other. That makes it a good place to begin.",
        wishesDifferText:
            "Neither wish is too much or too little. Closeness and room can both be had, in turns. Talk about when each is welcome.",
        feltDifferentlyText:
            "Neither of you is wrong. Ask what your partner had in mind; you may have been thinking of different days.",
        contentText: "It’s worth knowing what keeps it that way. Ask each other while it’s easy.",
        aloneWishText: "A wish is a good thing to know. What you do with it, and when, is up to you.",
        aloneContentText: "It’s worth knowing what keeps it that way. Write it down while you can see it.",
        oneWishesText: { partner, isMine in
            isMine
                ? "For \(partner), it’s about enough as it is. That isn’t a no; your wish may never have been said aloud."
                : "For you, it’s about enough as it is. That isn’t a failing; the wish may never have been said aloud. Ask what more would look like."
        },
        differs: { what in
            "You see \(what) quite differently. Neither of you is wrong: ask what your partner had in mind."
        },
        pictureLabel: "The two circles",
        circlesCaption: "how close it feels, and the closeness you wish for (dashes)",
        circlesAlike: "how close it feels to you both, and the closeness you wish for (dashes)",
        uncertain: "The soft edge around a mark shows how unsure it is.",
        circlesOf: { name in "for \(name)" },
        feltAndWished: { who, felt, wished in "\(who): it feels \(felt); the wish is \(wished)" },
        felt: "felt", wished: "wished", you: "you", low: "not at all", high: "completely",
        oneselfNoteAlone: "Tired people feel further away than they are. Read the rest with that in mind.",
        whatMightHelp: "See what might help",
        themesNote: "“All in all” rests on one answer, so each of you sees only your own.", notShown: "not shown",
        oneselfNote: { partner in
            "Tired people feel further away than they are. Read your own lines and \(partner)’s with that in mind."
        },
        asTable: "Show as a table", tableCaption: "How it feels, and how you’d like it", aspect: "About",
        between: "The two of you", notAnswered: "not answered", betweenAlike: "felt much the same",
        betweenSome: "felt somewhat differently", betweenFar: "felt very differently",
        levels: ["hardly", "a little", "half-way", "mostly", "fully"],
        tableCell: { felt, wished in felt == wished ? "\(felt), as wished" : "\(felt); wished: \(wished)" },
        emptyTitle: "A picture of the two of you",
        emptyText:
            "Here you’ll see where you’re close, where you’d each like more, and where you feel it differently. It begins with ten quiet minutes of your own.",
        takeCheck: "Take the season’s check",
        waitingText: "The envelope opens for both of you at once. Until then, this is your side of it.",
        newSeasonTitle: "A new season", newSeasonText: "Ten quiet minutes bring the picture up to date.",
        partnerWaits: { partner in
            "\(partner)’s check is in the envelope. The picture opens for both of you once yours is in too."
        },
        waitingTitle: { partner in "Yours is in. \(partner)’s is still to come" },
        more: "Look closer", signs: "Signs", signsDetail: "What either of you has noticed", causes: "Causes",
        causesDetail: "Where a distance may come from", trends: "Over time",
        trendsDetail: "How it has moved, week by week", check: "The season’s check",
        checkDetail: "Ten quiet minutes, once a season", invite: "Invite your partner",
        inviteText: "Nothing you’ve written so far is shown to them",
        unfair: { partner, count in
            count == 1
                ? "One of \(partner)’s answers in these lines came, or may have come, after yours was open."
                : "\(count) of \(partner)’s answers in these lines came, or may have come, after yours were open."
        },
        compare: "Compare your number",
        compareDue: "Not done yet; it takes a minute, side by side or by phone",
        compareChanged: "It has changed since you compared it",
        thisWeek: "This week", weekOf: { "Week of \($0)" },
        trendsTitle: "Over time", trendsEmptyTitle: "We can’t tell yet",
        trendsEmptyText:
            "A line needs a few weeks behind it. Each weekly pulse adds a point; after four there’s something to see.",
        takePulse: "Take this week’s pulse", tooEarly: "We can’t tell yet: too few answers.",
        steadyTitle: "Nothing is slipping away, as far as we can tell", show: "Show", each: "Each of you",
        both: "The two of you together", bothLabel: "together",
        bandNote: "The soft band shows how unsure this is: the wider, the less sure.",
        toUs: "Us", month: "Month",
        driftHonest: "It doesn’t say why, or whose doing it is. A busy month looks like this too.",
        talkAboutIt: "Talk about it",
        driftTitle: { what in "There may be less of one thing lately: \(what)" },
        driftText: { what, since, amount in
            "Since about \(since), answers about \(what) have come in \(amount == .much ? "a good deal" : "somewhat") lower than the weeks before, beyond the usual ups and downs."
        },
        driftLook: { what, since in
            "Answers about \(what) may have come down a little since about \(since). It could still be chance."
        },
        lowerSince: { since in "Lower since about \(since)" },
        moved: { isMore, then, who in
            (isMore ? "Closer than " : "Less close than ") + then + (who.isEmpty ? "" : ", for \(who)")
        },
        noChange: "No clear change",
        grownTitle: { what, then in "Closer than \(then): \(what)" }, aYearAgo: "a year ago",
        inMonth: { month in "in \(month)" }, bothOfYou: "you both",
        monthsBoth: "How close each month felt to you both: the circles of your pulses",
        monthsAlone: "How close each month felt to you: the circles of your pulses",
        monthsCaption: "How close each month felt",
        meetingNote: "Where the two bands overlap they glow: there it may have felt the same to you both.",
        pulse: "The week’s pulse",
        pulseRhythm: { weeks in
            switch weeks {
            case 1: "It comes every week"
            case 2: "Things have been good for a while: it comes every other week"
            default: "Things have been good for a long while: it comes every \(EnglishCount.word(weeks)) weeks"
            }
        },
        helped: .english)

    private static func more(_ amount: Amount) -> String {
        switch amount {
        case .none, .little: "a little more"
        case .some: "more"
        case .much: "much more"
        }
    }
}
