import Bytes
import Closeness
import Ledger

/// At least one event of every kind, and some with hostile or unusual words.
enum SampleEvents {
    static let someone = Identifier([UInt8](1...16))!
    static let other = Identifier([UInt8](repeating: 0xFE, count: 16))!
    static let conversation = Identifier([UInt8](repeating: 0x5A, count: 16))!
    static let day = Day(year: 2026, month: 11, day: 20)!

    /// Words that have broken other programs: quotes, escapes, controls, emoji, right-to-left, zero-width, markup.
    static let hostileTexts = [
        "\"\\\"}]", "line\nbreak\ttab\r", "\u{0}\u{1F}\u{7F}", "👩‍❤️‍👨 🏳️‍🌈", "שלום עליכם", "a\u{200B}b\u{202E}c",
        "<script>alert(1)</script>",
        "é", "e\u{301}", "\u{FFFD}", "\\u0041", "{\"k\":\"profile.set\"}", " ", "𝒽𝑒𝒶𝓇𝓉𝒽",
    ]

    /// All that there are.
    static let all = ofTheFirstVersion + added

    /// What came after `Tests/Golden/ledger-v1.bin` was written.
    private static let added: [Event] = [
        .conversationMoved(
            ConversationMoved(
                conversation: conversation, step: ConversationStep(name: "reflect", number: 2), turn: 1, speaker: other,
                startedAt: 1_795_000_000_000)),
        .promiseMade(PromiseMade(promise: conversation, text: "Home by six on Thursday.", day: day)),
        .promiseMade(PromiseMade(promise: other, text: "No phone at the table.")),
        .promiseKept(PromiseMark(promise: conversation)),
        .promiseReleased(PromiseReleased(promise: conversation)),
        .promiseReleased(PromiseReleased(promise: other, text: "The week was too full.")),
        .screenFreeOffered(ScreenFreeOffered(days: [2, 4, 7], from: 20 * 60, until: 21 * 60 + 30)),
        .screenFreeAgreed(ScreenFreeMark(time: someone)),
        .screenFreeEnded(ScreenFreeMark(time: someone)),
        .kindnessPlanned(KindnessPlanned(kindness: conversation, text: "Her bicycle, cleaned.", day: day)),
        .kindnessPlanned(KindnessPlanned(kindness: other, text: "The good bread.")),
        .kindnessDone(KindnessDone(kindness: conversation, day: day)),
        .kindnessDone(KindnessDone(kindness: other, day: day, moment: someone)),
        .dateWanted(DateWanted(idea: "toast-restaurant")),
        .dateWanted(DateWanted(idea: other.text, text: "The boat that never leaves.")),
        .dateDropped(DateDropped(idea: "toast-restaurant")),
        .dateJudged(DateJudged(idea: "toast-restaurant", isNever: true)),
        .dateDrawn(DateDrawn(date: conversation, ideas: ["toast-restaurant", "five-spoons"])),
        .dateChosen(DateChosen(date: conversation, idea: "five-spoons")),
        .datePlanned(DatePlanned(date: conversation, idea: "five-spoons", at: 1_796_000_000_000)),
        .datePlanned(DatePlanned(date: conversation, idea: other.text, at: 1_796_000_000_000, text: "The boat.")),
        .dateAgreed(DateAgreed(date: conversation, plan: someone)),
        .datePutBack(DateMark(date: conversation)),
        .dateKept(DateMark(date: conversation)),
        .pursuitBegun(PursuitBegun(pursuit: conversation, sort: .trip, text: "The night train to Ljubljana.")),
        .pursuitJoined(PursuitJoined(pursuit: conversation, begun: someone)),
        .pursuitStepped(PursuitStepped(pursuit: conversation, text: "Look up the couchettes.", day: day)),
        .pursuitStepped(PursuitStepped(pursuit: other, text: "Read to chapter two.")),
        .pursuitReached(PursuitReached(pursuit: conversation, step: someone)),
        .pursuitNoted(PursuitNoted(pursuit: conversation, text: "The upper bunk is mine.")),
        .pursuitEnded(PursuitEnded(pursuit: conversation, isDone: true)),
        .pursuitEnded(PursuitEnded(pursuit: other, isDone: false)),
        .talkSuggested(TalkSuggested(script: "dreams", at: 1_796_000_000_000)),
        .talkAgreed(TalkEveningMark(evening: someone)),
        .talkCalledOff(TalkEveningMark(evening: someone)),
        .talkLineKept(TalkLineKept(conversation: conversation, text: "We both want a garden.")),
        .conversationPaused(ConversationPaused(conversation: conversation, until: 1_795_000_900_000, takesBoth: true)),
        .momentKept(MomentKept(text: "First snow, at last.", day: day, instead: someone)),
        .momentKept(MomentKept(text: "The day we met.", day: day, isYearly: true)),
        .appreciationSent(AppreciationSent(text: "Thank you for the soup and the bread.", instead: someone)),
        .entryRemoved(EntryRemoved(entry: someone)),
        .journeyWanted(JourneyMark(journey: "first-month")),
        .journeyMoved(JourneyMoved(journey: "first-month", to: JourneyPlace(week: "out-loud", number: 1), from: 0)),
        .journeyMoved(JourneyMoved(journey: "first-month", to: .end(of: 4), from: 3)),
        .journeyRested(JourneyMark(journey: "first-month")),
        .journeyStopped(JourneyMark(journey: "first-month")),
        .journeyAnswered(
            JourneyAnswered(
                look: JourneyLook(journey: "first-month", walk: 1, isLast: false), felt: ["presence-here": 4],
                wished: ["presence-here": 8])),
        .journeyNoted(
            JourneyAnswered(
                look: JourneyLook(journey: "grief", walk: 2, isLast: true), felt: ["rest-stop": 5], wished: [:])),
        .journalWritten(
            JournalWritten(text: "The bus, early.", prompt: "What was good today?", feelings: ["calm", "a bit down"])),
        .journalWritten(
            JournalWritten(
                text: "The plan changed again.", feelings: ["ruffled"],
                trigger: JournalWritten.Trigger(did: "Left the room.", wish: "A word the day before."))),
        .careNoted(CareNoted(day: day, names: ["sleep", "friends"])),
        .careNoted(CareNoted(day: Day(number: day.number + 1)!, names: [])),
        .growthNoted(GrowthNoted(growth: conversation, text: "Patience.", step: "One breath first.", shown: other)),
        .growthNoted(GrowthNoted(growth: other, text: "Swimming.")),
        .growthShown(GrowthShown(growth: other, text: "Patience.", step: "One breath first.")),
        .growthShown(GrowthShown(growth: conversation, text: "Swimming.")),
        .growthBacked(GrowthBacked(growth: other)),
        .reportAsked(
            ReportAsked(
                report: conversation, until: day, items: ["picture/2026-Q4", "sign/milk"],
                digest: [UInt8](repeating: 3, count: 16))),
        .reportAgreed(ReportMark(report: conversation, digest: [UInt8](repeating: 3, count: 16))),
        .reportMade(ReportMark(report: conversation, digest: [UInt8](repeating: 3, count: 16))),
        .bookMarked(BookMarked(item: "2026-Q4/answer/first-trip", isWanted: true)),
        .bookEntered(BookWord(item: "2026-Q4/answer/first-trip")),
        .bookRested(BookWord(item: "2026-Q4/answer/first-trip")),
        .changeNamed(ChangeNamed(change: conversation, what: "life-change-move", day: day)),
    ]

    /// What `Tests/Golden/ledger-v1.bin` holds.
    static let ofTheFirstVersion: [Event] = [
        .profileSet(ProfileSet(name: "Ada", colour: 5)),
        .checkAnswered(
            CheckAnswered(
                season: Season(year: 2026, quarter: 4)!, felt: ["touch": 3, "listening": 10], wished: ["touch": 8],
                circles: Circles(felt: 4, wished: 9), comfort: 2)),
        .checkAnswered(
            CheckAnswered(season: Season(year: 2027, quarter: 1)!, felt: [:], wished: [:], circles: nil, comfort: 5)),
        .pulseAnswered(
            PulseAnswered(
                week: Week(year: 2026, week: 47)!, felt: 6, wished: 8, pillars: [.emotional: 7, .physical: 0])),
        .signNoticed(SignMark(sign: "logistics-only")),
        .signDismissed(SignMark(sign: "logistics-only")),
        .causeSuspected(CauseMark(cause: "work")),
        .causeDismissed(CauseMark(cause: "work")),
        .reflectionWritten(ReflectionWritten(about: "cause:work", text: "It began in spring.")),
        .journalWritten(JournalWritten(text: "A quiet day.")),
        .journalRemoved(EntryRemoved(entry: someone)),
        .circumstancesSet(CircumstancesSet(together: true, children: 2, minutes: 90, tags: ["new-baby"])),
        .proposalAnswered(ProposalAnswered(round: "2026-W47", practice: "long-kiss", answer: .notNow)),
        .planEntered(PlanEntered(practice: "long-kiss", round: "2026-W47")),
        .planRested(PlanRested(practice: "long-kiss")),
        .practiceDone(PracticeDone(practice: "long-kiss", day: day, helped: 4, note: "Longer than planned.")),
        .practiceDone(PracticeDone(practice: "long-kiss", day: day)),
        .practiceSkipped(PracticeSkipped(practice: "long-kiss", day: day)),
        .appreciationSent(AppreciationSent(text: "Thank you for the soup.")),
        .questionAnswered(QuestionAnswered(question: "first-trip", text: "The rain in Porto.")),
        .questionPassed(QuestionPassed(question: "first-trip")),
        .conversationStarted(
            ConversationStarted(conversation: conversation, script: "weekly-check-in", devices: .two, first: someone)),
        .conversationMoved(
            ConversationMoved(
                conversation: conversation, step: ConversationStep(number: 1), turn: 2, speaker: other,
                startedAt: 1_795_000_000_000,
                answer: "not quite", note: "It was about the evenings.")),
        .conversationMoved(
            ConversationMoved(
                conversation: conversation, step: ConversationStep(number: 0), turn: 0, speaker: someone, startedAt: 0)),
        .conversationPaused(ConversationPaused(conversation: conversation, until: 1_795_000_900_000)),
        .conversationPaused(ConversationPaused(conversation: conversation)),
        .conversationResumed(ConversationMark(conversation: conversation)),
        .conversationEnded(ConversationMark(conversation: conversation)),
        .settingSet(SettingSet(key: "rhythm", value: "weekly")),
        .invitationMade(
            InvitationMade(space: other, secret: [UInt8](repeating: 9, count: 16), expires: 1_795_600_000_000)),
        .peerTrusted(PeerTrusted(space: other, account: someone, publicKey: [4] + [UInt8](repeating: 7, count: 64))),
        .momentKept(MomentKept(text: "First snow.", day: day)),
    ]
}
