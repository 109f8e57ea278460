/// The day's page: one deed, one question, one line of thanks.
public struct TodayWords: Sendable {
    /// A part of the day.
    public enum Part: Sendable {
        case morning, afternoon, evening, night
    }

    // The top
    /// "Thursday evening".
    public let over: @Sendable (_ weekday: String, _ part: Part) -> String
    /// "Good to see you, Ana". The name may be empty.
    public let greeting: @Sendable (_ part: Part, _ name: String) -> String

    // The deed
    /// "Tonight": when a deed with no time of its own is meant.
    public let now: @Sendable (_ part: Part) -> String
    public let thisMorning, atBedtime, thisWeekend: String
    /// "Tonight, two minutes".
    public let deedLine: @Sendable (_ when: String, _ minutes: Int) -> String
    /// The same for a practice that has just entered the plan.
    public let deedLineNew: @Sendable (_ minutes: Int) -> String
    public let weDid, iDid: String
    /// What can still be said of yesterday.
    public let yesterday: String
    /// That something was done then: by both or alone, and what it is called.
    public let didYesterday: @Sendable (_ isOfBoth: Bool, _ practice: String) -> String
    /// "Not tonight".
    public let notNow: @Sendable (_ part: Part) -> String
    /// The way to the reasons for a deed, and to what to do when it falls flat.
    public let whyAndHow: String
    /// A practice was left for another day.
    public let left: @Sendable (_ practice: String) -> String
    public let leftText, leftTextUnplanned, weDidAfterAll, iDidAfterAll: String

    // How it was
    public let done, doneByPartner: @Sendable (_ name: String) -> String
    public let doneTitle, howWasIt, notAfterAll, addLine, keepLine, lineKept: String
    /// How much it helped, from 0 to 4.
    public let helped: [String]
    /// To say anew how it was.
    public let rateAgain: String
    /// What it is for, and that the partner isn’t shown it.
    public let helpedUnseen: @Sendable (_ partner: String) -> String
    /// How it was, as the person said.
    public let helpedSaid: @Sendable (_ words: String) -> String
    /// Asks for a line about it that both can read.
    public let lineForBoth: @Sendable (_ partner: String) -> String
    /// Asks for a line about it that only the person can read.
    public let lineForMe: String

    // In place of a deed
    public let checkTitle, checkText, checkBegin: String
    public let chooseTitle, chooseText, chooseBegin: String
    public let agreeTitle, agreeText: @Sendable (_ partner: String) -> String
    /// The way to the library.
    public let agreeLibrary: String
    public let restTitle, restText, seePlan: String

    // Thanks
    /// Begins a line of thanks.
    public let thanksPrompt: @Sendable (_ partner: String) -> String
    public let thanksTitle, thanksPromptAlone, thanksGive: String
    /// The line is in the jar.
    public let thanksGiven: @Sendable (_ partner: String) -> String
    public let thanksGivenAlone, openJar: String
    /// Begins a line that only the person reads.
    public let linePrompt: String
    /// Over the partner’s newest thanks.
    public let thanksFrom: @Sendable (_ partner: String) -> String
    /// How many more of them are in the jar.
    public let moreThanks: @Sendable (_ count: Int) -> String

    // What the partner shares
    /// Over what is new.
    public let newFrom: @Sendable (_ partner: String) -> String
    /// How many more there are than those that stand there.
    public let moreNew: @Sendable (_ count: Int) -> String
    public let putAway, signShared, signWithWords, causeShared, causeWithWords, momentKept, lineWritten,
        promiseMade: String

    // One thing more
    public let conversationRuns, conversationWaits, conversationPaused, conversationReturns: String
    public let pulseTitle, lastPulseTitle, pulseDetail: String
    /// The partner’s pulse waits in its envelope.
    public let pulseWaits: @Sendable (_ partner: String) -> String
    /// The partner’s check waits in its envelope.
    public let checkWaits: @Sendable (_ partner: String) -> String
    public let checkDue, checkDueDetail: String
    /// The partner has answered what was answered here before.
    public let envelopeOpened: @Sendable (_ partner: String) -> String
    public let inviteTitle, inviteDetail: String
    public let proposalsTitle, proposalsDetail: String

    // After one of the two has left
    public let closedTitle, closedText, closedJar: String
}

extension TodayWords {
    /// British English.
    public static let english = TodayWords(
        over: { weekday, part in
            switch part {
            case .morning: weekday + " morning"
            case .afternoon: weekday + " afternoon"
            case .evening: weekday + " evening"
            case .night: weekday + " night"
            }
        },
        greeting: { part, name in
            let greeting = part == .morning ? "Good morning" : "Good to see you"
            return name.isEmpty ? greeting : greeting + ", " + name
        },
        now: { part in part == .evening || part == .night ? "Tonight" : "Today" },
        thisMorning: "This morning", atBedtime: "Tonight, in bed", thisWeekend: "This weekend",
        deedLine: { when, minutes in when + ", " + EnglishCount.duration(minutes: minutes) },
        deedLineNew: { minutes in "You both said yes to this, " + EnglishCount.duration(minutes: minutes) },
        weDid: "We did this", iDid: "I did this", yesterday: "Something from yesterday",
        didYesterday: { isOfBoth, practice in
            (isOfBoth ? "We did this yesterday: " : "I did this yesterday: ") + practice
        },
        notNow: { part in part == .evening || part == .night ? "Not tonight" : "Not today" },
        whyAndHow: "Why, and if it falls flat",
        left: { practice in "\(practice): another time, then" },
        leftText: "It stays in the plan. Nobody’s keeping score.",
        leftTextUnplanned: "Another day, or never. Nobody’s keeping score.",
        weDidAfterAll: "We did after all", iDidAfterAll: "I did after all",
        done: { practice in practice },
        doneByPartner: { name in "Done today, says \(name)" },
        doneTitle: "Done today", howWasIt: "How did it go?", notAfterAll: "Not done after all",
        addLine: "Add a line", keepLine: "Keep the line", lineKept: "Kept.",
        helped: ["Too much", "Flat", "All right", "Good", "Very good"],
        rateAgain: "Change",
        helpedUnseen: { partner in "It helps Hearth choose for you both. \(partner) isn’t shown it." },
        helpedSaid: { words in "You said: \(words.lowercased())" },
        lineForBoth: { partner in "A line about it. \(partner) can read it too." },
        lineForMe: "A line about it, for you alone",
        checkTitle: "Where are the two of you now?",
        checkText:
            "Ten quiet minutes of your own: how things are, and how you’d like them to be. Everything else here starts from that.",
        checkBegin: "Take the season’s check",
        chooseTitle: "Choose one small thing",
        chooseText:
            "A handful of small things, picked for the two of you. You each say yes or no in private; only a shared yes is ever shown.",
        chooseBegin: "Look at them",
        agreeTitle: { partner in "What you both want will appear here" },
        agreeText: { partner in
            "You’ve said what you’d like this week. As soon as \(partner) says yes to one of those too, it will appear here."
        },
        agreeLibrary: "Look through all of them",
        restTitle: "Nothing to do for now",
        restText: "Everything in your plan has had its turn. Time with nothing to do is good too.",
        seePlan: "See the plan",
        thanksPrompt: { partner in "One thing I noticed about \(partner)…" },
        thanksTitle: "Thanks",
        thanksPromptAlone: "One good thing about the two of you…", thanksGive: "Into the jar",
        thanksGiven: { partner in "It’s in the jar, where \(partner) will find it." },
        thanksGivenAlone: "It’s in the jar. Only you can read it.", openJar: "Open the jar",
        linePrompt: "One thing I’d like to remember of today…",
        thanksFrom: { partner in "\(partner):" },
        moreThanks: { $0 == 1 ? "One more in the jar" : "\($0) more in the jar" },
        newFrom: { partner in "New from \(partner)" },
        moreNew: { $0 == 1 ? "And one more." : "And \($0) more." },
        putAway: "Seen", signShared: "A sign, shown to you", signWithWords: "A sign, with words for you",
        causeShared: "What may lie behind it, shown to you",
        causeWithWords: "What may lie behind it, with words for you",
        momentKept: "A moment, kept in your story", lineWritten: "A line about it", promiseMade: "A promise to you",
        conversationRuns: "You’re in the middle of it",
        conversationWaits: "Not begun yet: it waits until you’re both there",
        conversationPaused: "Paused. It waits for you both.",
        conversationReturns: "The pause is over. Come back when you’re ready.",
        pulseTitle: "How was this week?", lastPulseTitle: "How was last week?",
        pulseDetail: "Two minutes: two circles, four lines",
        pulseWaits: { partner in "\(partner)’s pulse is in. It opens with yours." },
        checkWaits: { partner in "\(partner)’s check is in. It opens with yours." },
        checkDue: "Time for the new season’s check", checkDueDetail: "Ten quiet minutes, when you have them",
        envelopeOpened: { partner in "\(partner) has answered too. It’s open." },
        inviteTitle: "Invite your partner", inviteDetail: "Nothing you’ve written so far is shown to them",
        proposalsTitle: "Small things for this week", proposalsDetail: "Yes or no, in private",
        closedTitle: "This space is closed",
        closedText:
            "One of you has left it. You can still read everything the two of you wrote; nothing new can be added. What you write from now on is yours alone, and what Hearth suggests is for you alone, too.",
        closedJar: "Read the jar")
}
