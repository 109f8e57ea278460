/// Signs of a widening gap and causes that may be at work: noticed in private first, shared by choice.
public struct ReflectionWords: Sendable {
    // The two pages
    public let signsTitle, signsLead, causesTitle, causesLead: String
    public let signsOfBoth, causesOfBoth, allSigns, allCauses: String
    // One entry
    public let may, mayNot, pointsTo: String
    public let notice, noticed, suspect, suspected: String
    public let onlyYou, sharedByYou: String
    public let sharedByPartner: @Sendable (_ partner: String) -> String
    public let sharedByBoth: String
    // One's own words
    public let writeLabel, writePlaceholder, keepWords, wordsKept, wordsPrivate, wordsShared: String
    // Sharing
    public let share, shareWithWords: @Sendable (_ partner: String) -> String
    public let shareSays, shareWithWordsSays: @Sendable (_ partner: String) -> String
    public let takeBack: String
    public let takeBackSays: @Sendable (_ partner: String) -> String
    public let shared: @Sendable (_ partner: String) -> String
    public let takenBack: String
    public let aloneNote, leftNote: String
    // Side by side
    public let noWords, you: String
    // Where it leads
    public let leadsTo, practices, conversation, help, behind: String
    public let talkAbout: @Sendable (_ conversation: String) -> String
}

extension ReflectionWords {
    /// British English.
    public static let english = ReflectionWords(
        signsTitle: "What have you noticed?",
        signsLead: "Small signs come early. Mark what you recognise. It stays with you until you choose to share it.",
        causesTitle: "Where might it come from?",
        causesLead: "Distance has reasons, and few of them are anyone’s fault. Mark what may be at work for you.",
        signsOfBoth: "Between you", causesOfBoth: "Between you", allSigns: "The signs", allCauses: "The causes",
        may: "What it may mean", mayNot: "What it need not mean", pointsTo: "Where it points",
        notice: "I’ve noticed this", noticed: "You’ve noticed this",
        suspect: "This may be at work", suspected: "You think this may be at work",
        onlyYou: "only you see this", sharedByYou: "shared by you",
        sharedByPartner: { partner in "shared by \(partner)" }, sharedByBoth: "shared by both of you",
        writeLabel: "A word to yourself about it", writePlaceholder: "When did I last see it? What was it like for me?",
        keepWords: "Keep these words", wordsKept: "Kept, for you alone.", wordsPrivate: "Only you can read this.",
        wordsShared: "The words you shared are further up. What you write here stays yours.",
        share: { partner in "Share with \(partner)" },
        shareWithWords: { partner in "Share it with my words" },
        shareSays: { partner in
            "\(partner) will see that you marked this. Not what you wrote, and nothing else you marked."
        },
        shareWithWordsSays: { partner in "\(partner) will also read the words you kept here." },
        takeBack: "Take it back",
        takeBackSays: { partner in
            "It goes from both your lists. If \(partner) has read it already, that can’t be undone."
        },
        shared: { partner in "\(partner) can see it now." }, takenBack: "Taken back. It’s yours alone again.",
        aloneNote: "Once your partner is here you can share it, one by one. Nothing is shared by itself.",
        leftNote: "You shared this while you were paired. What was read can’t be undone.",
        noWords: "marked, without words", you: "you",
        leadsTo: "What may help", practices: "Something to try", conversation: "A conversation",
        help: "When to look for help",
        behind: "What may be behind it",
        talkAbout: { conversation in "Talk: \(conversation)" })
}
