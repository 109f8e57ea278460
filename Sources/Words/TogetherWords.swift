/// What the two do together: the plan, the week's proposals, the practices, and what their days are like.
public struct TogetherWords: Sendable {
    /// The plan and the ways from it.
    public let plan: Plan
    /// The week's round of proposals.
    public let round: Round
    /// What the days are like.
    public let days: Days
    /// The library of practices.
    public let library: Library
    /// One practice.
    public let practice: Practice

    /// "two minutes".
    public func minutes(_ count: Int) -> String { EnglishCount.duration(minutes: count) }

    /// The plan and the ways from it.
    public struct Plan: Sendable {
        public let title, titleAlone, ours, mine, mineNote: String
        /// Both want a practice.
        public let agreedTitle: @Sendable (_ practice: String) -> String
        public let agreedText, agreedSeen: String
        public let emptyTitle, emptyText, emptyTextAlone: String
        /// How often, and when: "most days, in the evening".
        public let rhythm: @Sendable (_ often: String, _ moment: String) -> String
        public let neverDone, doneToday, doneYesterday: String
        /// When a practice was last done.
        public let doneOn: @Sendable (_ day: String) -> String
        public let markDone, markedDone: @Sendable (_ practice: String) -> String
        /// Opens what can be done about a practice of the plan.
        public let options: @Sendable (_ practice: String) -> String
        public let rest, restNote, resting, takeUp, takeUpAsked: String
        public let daysTitle, daysUnsaid: String
    }

    /// The week's round of proposals.
    public struct Round: Sendable {
        public let title, over, lead, leadAlone, begin, goOn: String
        /// "Five things that may suit you".
        public let waiting: @Sendable (_ count: Int) -> String
        /// Where in the round a proposal is.
        public let place: @Sendable (_ number: Int, _ count: Int) -> String
        public let yes, yesAlone, notNow, never, neverNote, enough, promise: String
        /// That both said yes to one of these, and what follows then.
        public let doneAgreed: @Sendable (_ practice: String) -> String
        /// Where the rest that both want will stand.
        public let doneTextAgreed: String
        public let doneTitle, doneText, doneTextAlone, noneTitle, noneText, answers, change: String
        public let saidYes, saidNotNow, saidNever, agreed: String
        // How the list gets out
        public let onItsWay, delivered, waitsForNetwork, waitsForNextWeek, failed, tryAgain: String
        /// The way to the plan.
        public let toPlan: String
    }

    /// What the days are like.
    public struct Days: Sendable {
        public let title, lead, live, together, apart, children, fewer, more, minutes, minutesHelp, matters,
            save: String
        /// Whose word counts when the two differ.
        public let bothCount: String
        public let babySmall, illness, noMoney: String
        /// How many children.
        public let childrenCount: @Sendable (_ count: Int) -> String
        /// One choice of minutes a week.
        public let minutesChoice: @Sendable (_ minutes: Int) -> String
        /// What was said, in a line.
        public let summary: @Sendable (_ together: Bool, _ minutes: Int) -> String
    }

    /// The library of practices.
    public struct Library: Sendable {
        /// A shelf of it.
        public struct Shelf: Sendable {
            public let title, lead: String
        }

        public let title, lead, search, noneFound: String
        /// What leads the three ways in: what one wishes for, how much there is to give, what life is like.
        public let wishes, hours, lives: String
        public let filters, time, anyTime, upTo5, upTo20, longer, who, anyone, two, one, apart, upToUs: String
        public let others, noneTitle, noneText, clear: String
        /// How many practices were found.
        public let found: @Sendable (_ count: Int) -> String
        /// "Twelve of ninety".
        public let foundMany: @Sendable (_ shown: Int, _ count: Int) -> String
        /// "two minutes, for two, most days".
        public let line: @Sendable (_ parts: [String]) -> String
        let shelves: [(key: String, words: Shelf)]

        /// The words for a shelf, by its name in addresses.
        public subscript(id: String) -> Shelf {
            for entry in shelves where entry.key == id { return entry.words }
            return Shelf(title: title, lead: "")
        }
    }

    /// One practice.
    public struct Practice: Sendable {
        public let why, flat, stem, facts: String
        public let time, company, often, openness, cost, effort, feeds, distance: String
        public let forTwo, forOne, forEither, worksApart: String
        /// How often, from most days to once.
        public let daily, weekly, monthly, once: String
        public let morning, midday, evening, bedtime, weekend, anyTime: String
        /// From nothing to more.
        public let costs: [String]
        /// From next to none to much.
        public let efforts: [String]
        /// Wishes for a practice, in private.
        public let want: @Sendable (_ partner: String) -> String
        /// What becomes of a wish.
        public let wanted: @Sendable (_ partner: String) -> String
        public let wantMine, inPlan, inMine, weDid, iDid, rest, moreOpen, lines, nowhere, back: String
    }
}

extension TogetherWords {
    /// British English.
    public static let english = TogetherWords(
        plan: Plan(
            title: "What you do together", titleAlone: "What you can do alone", ours: "Your plan", mine: "Yours alone",
            mineNote: "Only you can see these.",
            agreedTitle: { practice in "You both said yes to \(practice)" },
            agreedText: "It’s in your plan now. Start whenever it suits you both.", agreedSeen: "Lovely",
            emptyTitle: "Nothing here yet",
            emptyText: "What you both say yes to will appear here: two or three small things that suit you, no more.",
            emptyTextAlone:
                "Small things that one person can do will appear here. Look through this week’s, or choose from all of them.",
            rhythm: { often, moment in moment.isEmpty ? often : often + ", " + moment },
            neverDone: "not tried yet", doneToday: "done today", doneYesterday: "yesterday",
            doneOn: { day in "last on \(day)" },
            markDone: { practice in "\(practice): done today" },
            markedDone: { practice in "\(practice): done today. Press to take that back" },
            options: { practice in "More about \(practice)" },
            rest: "Let it rest", restNote: "It leaves the plan for now. Nobody has failed at anything.",
            resting: "Resting", takeUp: "Take it up again",
            takeUpAsked: "Your yes is kept. It comes back when you both want it.",
            daysTitle: "What your days are like", daysUnsaid: "Say it once, and the suggestions will fit better"),
        round: Round(
            title: "Small things for this week", over: "This week",
            lead: "Answer for yourself. What you both say yes to joins your plan; the rest stays with you.",
            leadAlone: "Small things one person can do. What you say yes to joins your plan; only you see it.",
            begin: "Look at them", goOn: "Go on",
            waiting: { count in
                count == 1
                    ? "One small thing that may suit you"
                    : "\(EnglishCount.word(count).capitalisedFirst) small things that may suit you"
            },
            place: { number, count in "\(EnglishCount.word(number).capitalisedFirst) of \(EnglishCount.word(count))" },
            yes: "Yes, gladly", yesAlone: "Into my plan", notNow: "Not now", never: "Never",
            neverNote: "It won’t be offered to you again.", enough: "Enough for this week",
            promise: "Your partner never sees a no, or what you haven’t looked at.",
            doneAgreed: { practice in "You both said yes to \(practice). It’s in your plan." },
            doneTextAgreed: "Whatever else you both want will appear there too.",
            doneTitle: "That’s this week’s round",
            doneText:
                "If you’ve both said yes to something, it will appear in your plan. A no looks the same as not having looked.",
            doneTextAlone: "What you said yes to is in your plan.",
            noneTitle: "Nothing to offer this week",
            noneText: "Your plan may be full already, or most ideas have had their turn. Next week brings new ones.",
            answers: "What you said", change: "Change", saidYes: "yes", saidNotNow: "not now", saidNever: "never",
            agreed: "you both want this",
            onItsWay: "Sealing your answers…",
            delivered: "Your answers are sealed. Only a shared yes will show.",
            waitsForNetwork: "You’re offline. Your answers are kept here and go out later.",
            waitsForNextWeek:
                "Answers go out once a week, so that nobody can guess a no. What you changed counts from next week.",
            failed: "The server couldn’t take your answers. They’re kept here.", tryAgain: "Try again",
            toPlan: "To the plan"),
        days: Days(
            title: "What your days are like",
            lead: "So that what’s suggested fits your life. Change it whenever your days change.",
            live: "You live", together: "together", apart: "in different places", children: "Children at home",
            fewer: "Fewer", more: "More", minutes: "Time for each other in a week",
            minutesHelp: "What you really have, not what you’d like to have.", matters: "Anything else going on",
            save: "Keep it",
            bothCount: "If your answers differ, the more careful one counts.",
            babySmall: "A baby or a very small child", illness: "One of us is ill or recovering",
            noMoney: "Only free things for now",
            childrenCount: { count in count == 0 ? "none" : EnglishCount.word(count) },
            minutesChoice: { minutes in minutes >= 600 ? "more" : EnglishCount.duration(minutes: minutes) },
            summary: { together, minutes in
                let place = together ? "Living together" : "In different places"
                return place + ", "
                    + (minutes >= 600 ? "plenty of time" : EnglishCount.duration(minutes: minutes) + " a week")
            }),
        library: Library(
            title: "Practices", lead: "Small things to do. Take what speaks to you and leave the rest.",
            search: "Look for a word", noneFound: "Nothing with that word. Try a shorter one.",
            wishes: "What do you wish for?", hours: "What does today have room for?", lives: "As life is right now",
            filters: "Narrow it down", time: "Minutes", anyTime: "Any", upTo5: "Up to 5", upTo20: "Up to 20",
            longer: "Longer", who: "Who", anyone: "Anyone", two: "For two", one: "For one", apart: "Works apart",
            upToUs: "As open as we are", others: "Show others", noneTitle: "Nothing fits all of that",
            noneText: "Try taking one of the filters off.", clear: "Show everything",
            found: { count in count == 1 ? "One practice" : "\(EnglishCount.word(count).capitalisedFirst) practices" },
            foundMany: { shown, count in
                "\(EnglishCount.word(shown).capitalisedFirst) of \(EnglishCount.word(count))"
            },
            line: { parts in parts.joined(separator: ", ") }, shelves: shelves),
        practice: Practice(
            why: "Why", flat: "If it falls flat", stem: "A way to begin", facts: "About it",
            time: "Time", company: "Who", often: "How often", openness: "How open it is", cost: "Cost",
            effort: "Effort", feeds: "Good for", distance: "At a distance",
            forTwo: "for two", forOne: "for one", forEither: "for one or two", worksApart: "works in different places",
            daily: "most days", weekly: "once a week", monthly: "once a month", once: "now and then",
            morning: "in the morning", midday: "at midday", evening: "in the evening", bedtime: "at bedtime",
            weekend: "at the weekend", anyTime: "",
            costs: ["nothing", "small change", "an evening out", "more than an evening out"],
            efforts: ["next to none", "a little", "some", "a good deal", "a lot"],
            want: { partner in "I’d like this with \(partner)" },
            wanted: { partner in
                "Your yes is kept. If \(partner) says yes to it too, it joins your plan; otherwise nobody will know."
            },
            wantMine: "Put it in my own plan", inPlan: "It’s in your plan",
            inMine: "It’s in your own plan", weDid: "We did this today", iDid: "I did this today", rest: "Let it rest",
            moreOpen: "It asks for more openness than you’ve both said feels right for now. There’s no hurry.",
            lines: "Lines about it", nowhere: "This practice is no longer here", back: "Practices"))
}

extension TogetherWords {
    private static let shelves: [(key: String, words: Library.Shelf)] = [
        (
            "closer-talk",
            Library.Shelf(title: "Closer talk", lead: "For two who would like to know more of each other.")
        ),
        ("touch", Library.Shelf(title: "Touch", lead: "From a hand on a shoulder to a whole evening.")),
        ("ideas", Library.Shelf(title: "Ideas", lead: "Things to think about together.")),
        ("adventures", Library.Shelf(title: "Small adventures", lead: "Doing something together, near or far.")),
        ("trust", Library.Shelf(title: "Trust", lead: "Things said that are done, and room to say anything.")),
        ("listening", Library.Shelf(title: "Being heard", lead: "For when words go past each other.")),
        ("thanks", Library.Shelf(title: "Being seen", lead: "For all that usually goes unsaid.")),
        ("mending", Library.Shelf(title: "Making up", lead: "During a quarrel, and after it.")),
        ("time-for-us", Library.Shelf(title: "Time undisturbed", lead: "Without screens, lists or anybody else.")),
        (
            "for-myself",
            Library.Shelf(title: "Something for me", lead: "Rest, calm and strength. Nobody else is needed.")
        ),
        ("few-minutes", Library.Shelf(title: "A few minutes", lead: "Five at most.")),
        ("tired", Library.Shelf(title: "We’re tired", lead: "Hardly any effort, and soon over.")),
        ("morning", Library.Shelf(title: "In the morning", lead: "Before the day begins.")),
        ("bedtime", Library.Shelf(title: "At bedtime", lead: "On the way there, or already lying down.")),
        ("a-free-hour", Library.Shelf(title: "A free hour", lead: "For an evening or a Sunday with time.")),
        (
            "by-myself",
            Library.Shelf(title: "On my own", lead: "What one person alone can do, for both or for themselves.")
        ),
        (
            "new-parents",
            Library.Shelf(title: "A new baby", lead: "For nights in pieces, and two people who used to be two.")
        ),
        ("apart", Library.Shelf(title: "In different places", lead: "With a road, a border or a sea between you.")),
        ("illness", Library.Shelf(title: "Illness or pain", lead: "As much as the body allows today.")),
        ("after-betrayal", Library.Shelf(title: "After a hurt", lead: "At the pace of the one who was hurt.")),
        (
            "different-minds",
            Library.Shelf(title: "Minds that differ", lead: "When one of you needs it clearer, slower or quieter.")
        ),
        ("grief", Library.Shelf(title: "In grief", lead: "Nothing here asks you to feel better.")),
        ("empty-nest", Library.Shelf(title: "Two again", lead: "When the children have gone, or work has.")),
        ("two-families", Library.Shelf(title: "Two families in one", lead: "For two who came with others.")),
        ("loss-of-pregnancy", Library.Shelf(title: "A child who didn’t come", lead: "For what few people ask about.")),
        ("shifts", Library.Shelf(title: "Shifts", lead: "When one comes home as the other goes.")),
    ]
}
