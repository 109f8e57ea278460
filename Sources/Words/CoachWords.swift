/// Saying a hard thing well: the coach beside a field, and the page of its own.
public struct CoachWords: Sendable {
    /// The coach beside a field: turned on, read aloud, out of reach.
    public let helpMe, coming, outOfReach, tryAgain: String
    /// How many places are marked, for a screen reader.
    public let marked: @Sendable (_ count: Int) -> String
    /// Over the marks and over the offers, and the kinds of pieces an offer is made of.
    public let marks, offers, takesTheirView, view, feeling, situation, need, request: String
    /// What can be done with an offer.
    public let take, takeBack, gaps: String
    /// A pause and a private draft come first.
    public let keepPrivate, kept, keptTitle, showOffers: String
    /// The way to the help page.
    public let toHelp: String
    /// Where the words tell of harm: to who suffers it, to who may hurt themselves, to who does it. Each believes, and judges nobody.
    public let believed, stay, safetyFirst: String
    /// Nothing stood out, which is no praise; and why there is nothing to say of another language.
    public let nothingFound, onlyEnglish: String
    /// Sending with an open blank.
    public let askTitle, askText, sendAnyway: String

    /// The page of its own.
    public let title, titleDetail, over, saying, building, listening: String
    /// Asks what the partner is to hear, and what they are saying.
    public let prompt, listenPrompt: @Sendable (_ partner: String) -> String
    public let placeholder, copy, copied, toConversation, toJar, keepForMe: String

    /// The sentence that grows.
    public let build, use, sentence, feelingLead, situationLead, needLead, requestLead: String
    /// How strong a feeling is, from a breath of it to a flood.
    public let strengths: [String]
    public let situationPlaceholder, requestPlaceholder, requestIdeas: String

    /// Listening.
    public let listenLead: String
    /// The fields for what the partner said and for the reply to it.
    public let theySaid, myReply: @Sendable (_ partner: String) -> String
    public let theySaidPlaceholder, myReplyPlaceholder, reflect, validate, ask, notices: String

    /// In a guided conversation.
    public let writeFirst, writeLabel, writeNote, listenFirst: String
    /// Showing the other on their phone what was written, and what stands over it then on either phone.
    public let show, canRead, wrote: @Sendable (_ name: String) -> String
}

extension CoachWords {
    /// British English.
    public static let english = CoachWords(
        helpMe: "Help me say it", coming: "The coach is on its way.",
        outOfReach: "The coach can’t be reached just now. You can write and send as usual.", tryAgain: "Try again",
        marked: {
            $0 == 1 ? "One place may land hard." : "There are \(EnglishCount.word($0)) places that may land hard."
        },
        marks: "What may land hard", offers: "Other ways to say it", takesTheirView: "their side first",
        view: "their side", feeling: "feeling", situation: "what happened", need: "need", request: "ask",
        take: "Use this", takeBack: "Back to my words", gaps: "Only you know what belongs here",
        keepPrivate: "Keep it in my journal", kept: "Kept in your journal, for you alone.",
        keptTitle: "When you come back to what hurts", showOffers: "Other ways to say what hurts",
        toHelp: "Help from people",
        believed: "I believe you. This isn’t yours to put better, and it isn’t your fault.",
        stay: "I believe you. You don’t have to get through this alone: talk to somebody now.",
        safetyFirst:
            "Thank you for writing it down. Their safety comes first now, and there are people who help you stop.",
        nothingFound: "I found nothing that will land hard. Read it once more as they would.",
        onlyEnglish: "I only read English so far.",
        askTitle: "There is still a blank in it.",
        askText: "What stands in ⟨ ⟩ is for you to fill in. Send it as it is?", sendAnyway: "Send it as it is",
        title: "Say it well", titleDetail: "Find words, build a sentence, or listen better", over: "Say it well",
        saying: "Say", building: "Build", listening: "Listen",
        prompt: { "What do you want \($0) to hear?" },
        listenPrompt: { "What is \($0) telling you?" },
        placeholder: "Write it the way it comes. Nobody sees it but you.", copy: "Copy it", copied: "Copied.",
        toConversation: "Take it to a conversation", toJar: "Into the jar", keepForMe: "Keep it in my journal",
        build: "Build it piece by piece", use: "Use this sentence", sentence: "The sentence so far",
        feelingLead: "What do you feel?", situationLead: "What happened, as a camera would see it?",
        needLead: "What do you need?", requestLead: "What could they say yes or no to?",
        strengths: ["A breath of it", "Clearly", "A flood"],
        situationPlaceholder: "the phone came out while I was talking", requestPlaceholder: "Could we …?",
        requestIdeas: "Ways to ask",
        listenLead: "Before you answer: what did you hear? Being understood comes before being helped.",
        theySaid: { "What \($0) said" }, myReply: { "What you’d say to \($0)" },
        theySaidPlaceholder: "In their words, as you remember them", myReplyPlaceholder: "Try it out here",
        reflect: "Say back what you heard", validate: "Say that it makes sense", ask: "Ask, and leave it open",
        notices: "What may get in the way",
        writeFirst: "Find the words first", writeLabel: "What you want to say",
        writeNote: "Only you see this. Say it aloud when you’re ready.", listenFirst: "Help me listen",
        show: { "Show it to \($0)" }, canRead: { "\($0) can read this now" }, wrote: { "\($0) wrote" })
}
