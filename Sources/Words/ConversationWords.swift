/// Guided conversations: choosing one, and walking through it.
public struct ConversationWords: Sendable {
    /// The list, and what is settled before one begins.
    public let setUp: SetUp
    /// The steps.
    public let talk: Talk
    /// A break in the middle.
    public let pause: Pause
    /// The last words.
    public let end: End

    /// The list, and what is settled before one begins.
    public struct SetUp: Sendable {
        public let title, lead, alone, back, open, goOn, stoppedHere: String
        /// "20 minutes · In the kitchen".
        public let line: @Sendable (_ minutes: Int, _ openness: String) -> String
        public let before, devices, one, oneDetail, two, twoDetail, first, begin, steps: String
        /// That another conversation is open and ends when this one begins.
        public let endsOther: @Sendable (_ conversation: String) -> String
        public let tryAlone, gone, goneText: String
        /// What stands within a sentence for the other’s name while there is nobody.
        public let other: String
        /// A text that may begin with ``other``, as a sentence begins.
        public let sentence: @Sendable (_ text: String) -> String
        /// Whose name stands for oneself when none is known.
        public let me: String
    }

    /// The steps.
    public struct Talk: Sendable {
        public let pause, both, enough, stems: String
        /// That it is the reader’s turn, and that the other is listening.
        public let yourTurn: @Sendable (_ me: String, _ other: String) -> String
        /// That it is somebody’s turn, said to whoever holds the phone.
        public let turn: @Sendable (_ speaker: String, _ other: String) -> String
        /// That it is the other’s turn.
        public let theirTurn: @Sendable (_ speaker: String) -> String
        /// What the one who isn't acting does, on one phone.
        public let meanwhile: @Sendable (_ name: String, _ text: String) -> String
        /// What the speaker was asked.
        public let question: @Sendable (_ speaker: String) -> String
        public let listen, goesOn, changed: String
        public let timer, over: String
        /// The time that is left, in seconds.
        public let left: @Sendable (_ seconds: Int) -> String
        /// To whom the phone goes.
        public let hand: @Sendable (_ name: String) -> String
        /// That the time waits for them.
        public let handText: @Sendable (_ name: String) -> String
        /// Said by whoever has the phone now.
        public let have: @Sendable (_ name: String) -> String
        /// That the other has not come yet.
        public let waiting: @Sendable (_ name: String) -> String
        public let waitingText, here: String
        /// Who asks to talk.
        public let invited: @Sendable (_ name: String) -> String
        /// Which conversation, and how long it takes.
        public let invitedText: @Sendable (_ conversation: String, _ minutes: Int) -> String
        public let join, notNow: String
    }

    /// A break in the middle.
    public struct Pause: Sendable {
        public let title, lead, when, minutes10, minutes20, minutes30, tomorrow, open, stay, end: String
        public let pausedTitle, breatheSlowly, now, ready, notReady, bothReady, leave, readyTitle, readyText, leftTitle,
            leftText, later: String
        /// A talk that the other asked for and that isn’t wanted now: when to ask, what both read then, and the way back.
        public let putOffTitle, putOffStay, putOffDone, putOffText, putOffNow: String
        /// That one says when, and who reads it.
        public let putOffLead: @Sendable (_ partner: String) -> String
        /// That one would go on before the break’s time, which takes both; takes the other’s name.
        public let readySaid, readySaidOpen, otherReady: @Sendable (_ partner: String) -> String
        /// When they come back today.
        public let at: @Sendable (_ time: String) -> String
        /// When they come back tomorrow.
        public let tomorrowAt: @Sendable (_ time: String) -> String
    }

    /// The last words.
    public struct End: Sendable {
        public let over, stopped, stoppedText, note, notePlaceholder, noteHelp, keep, kept, toTogether: String
    }
}

extension ConversationWords {
    /// British English.
    public static let english = ConversationWords(setUp: .english, talk: .english, pause: .english, end: .english)
}

extension ConversationWords.SetUp {
    static let english = Self(
        title: "Conversations",
        lead: "Hearth says whose turn it is and what there is to do, one thing at a time. You do the talking.",
        alone: "They’re made for two. Until your partner is here you can read them and try one on this phone.",
        back: "Together", open: "Open now", goOn: "Go on",
        stoppedHere: "You stopped in the middle. Your place is kept.",
        line: { minutes, openness in "\(EnglishCount.duration(minutes: minutes)) · \(openness)" },
        before: "Before you begin", devices: "One phone or two?", one: "One phone",
        oneDetail: "You hand it to each other.",
        two: "Two phones", twoDetail: "Each of you follows on your own.", first: "Who speaks first?", begin: "Begin",
        steps: "How it goes",
        endsOther: { "\($0) is still open. It ends when this one begins." },
        tryAlone: "Try it on this phone", gone: "This conversation is no longer here",
        goneText: "This version of Hearth doesn’t have it any more.", other: standIn, sentence: { opening($0) },
        me: "Me")

    private static let standIn = "your partner"

    /// A name is left as it is written; what stands in for one gets a capital.
    fileprivate static func opening(_ text: String) -> String {
        text.hasPrefix(standIn) ? text.capitalisedFirst : text
    }
}

extension ConversationWords.Talk {
    private static func opening(_ name: String) -> String { ConversationWords.SetUp.opening(name) }

    static let english = Self(
        pause: "Pause", both: "Both of you", enough: "Enough",
        stems: "Ways to begin",
        yourTurn: { me, other in
            (me.isEmpty ? "Your turn. " : "Your turn, \(me). ") + "\(opening(other)) is listening."
        },
        turn: { speaker, other in "\(opening(speaker)), it’s your turn. \(opening(other)) is listening." },
        theirTurn: { "It’s \($0)’s turn." },
        meanwhile: { name, text in "\(opening(name)): \(text)" },
        question: { "What \($0) is asked" },
        listen: "Listen, and leave your own answer for later.",
        goesOn: "This moves on when your partner does.", changed: "You’ve changed places.",
        timer: "Time left", over: "Take the time you need.",
        left: { seconds in
            let rest = seconds % 60
            return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
        },
        hand: { "Hand the phone to \($0)" },
        handText: { "The clock starts once \($0) has it." },
        have: { "I’m \($0), go on" },
        waiting: { "Waiting for \($0)" },
        waitingText: "It will show on your partner’s phone as soon as Hearth is open there.",
        here: "We’re both here, begin",
        invited: { "\($0) would like to talk" },
        invitedText: { name, minutes in "\(name), \(EnglishCount.duration(minutes: minutes)). Each on their own phone."
        },
        join: "I’m here", notNow: "Not now")
}

extension ConversationWords.Pause {
    static let english = Self(
        title: "A break",
        lead: "No reason needed. Say when you’ll be back, so that nobody is left waiting.",
        when: "Come back", minutes10: "In 10 minutes", minutes20: "In 20 minutes", minutes30: "In half an hour",
        tomorrow: "Tomorrow", open: "Leave it open", stay: "No break, go on", end: "Stop here for good",
        pausedTitle: "You’re on a break", breatheSlowly: "Breathe in for four, out for six.",
        now: "Go on now", ready: "I’m ready now", notReady: "Not yet, after all", bothReady: "We’re both ready, go on",
        leave: "Do something else in the meantime", readyTitle: "Ready to go on?",
        readyText: "The time you agreed on has come. If it’s too soon, take another break.",
        leftTitle: "You were in the middle of it",
        leftText: "Nothing is lost. Go on from here when both of you are ready.",
        later: "Take another break",
        putOffTitle: "Not just now", putOffStay: "Now, after all", putOffDone: "Put off for now",
        putOffText: "Neither of you needs to say why. It waits until you both want it.", putOffNow: "Begin after all",
        putOffLead: { partner in "Say when would suit you better. \(partner) will see it, and that’s enough." },
        readySaid: { partner in "You’re ready. It goes on once \(partner) is too, or when the break is over." },
        readySaidOpen: { partner in "You’re ready. It goes on once \(partner) is too." },
        otherReady: { partner in "\(partner) is ready to go on. If you aren’t yet, stay away as long as you need." },
        at: { "Back at \($0)." },
        tomorrowAt: { "Back tomorrow, around \($0)." })
}

extension ConversationWords.End {
    static let english = Self(
        over: "That’s the end", stopped: "You stopped here",
        stoppedText: "That’s allowed. What was said stays said; the rest can wait for another day.",
        note: "A line for yourself", notePlaceholder: "What I’d like to remember…",
        noteHelp: "It goes into your journal, where only you can read it.", keep: "Keep it",
        kept: "It’s in your journal.", toTogether: "Done")
}
