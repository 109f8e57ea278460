/// Signs of a widening gap and causes that may be at work: noticed in private first, shared by choice.
public struct ReflectionWords: Sendable {
    public let signsTitle, signsLead, causesTitle, causesLead: String
    public let betweenYou, allSigns, allCauses: String
    public let may, mayNot, pointsTo, notice, suspect: String
    public let onlyYou, sharedByYou, sharedByBoth: String
    public let writeLabel, writePlaceholder, keepWords, wordsKept, wordsPrivate: String
    public let shareWithWords, shareInstead, takeBack, takenBack, aloneNote, leftNote: String
    /// With the partner's name: who has shared, what sharing shows, and what taking back can't undo.
    public let sharedByPartner, share, shareSays, shareWithWordsSays, takeBackSays,
        shared: @Sendable (_ partner: String) -> String
    /// With the partner's name: who reads the words once they were shared, as they stand and as they were.
    public let wordsShared, wordsSharedBefore, takeBackWithWordsSays: @Sendable (_ partner: String) -> String
    public let noWords, you, leadsTo, help, behind: String
    /// A guided conversation as a way on.
    public let talkAbout: @Sendable (_ conversation: String) -> String
}

extension ReflectionWords {
    /// British English.
    public static let english = ReflectionWords(
        signsTitle: "What have you noticed?",
        signsLead: "Small signs come early. Mark what you recognise. It stays with you until you choose to share it.",
        causesTitle: "Where might it come from?",
        causesLead: "Distance has reasons, and few of them are anyone’s fault. Mark what may play a part for you.",
        betweenYou: "What you’ve shown each other", allSigns: "All signs", allCauses: "All causes",
        may: "What it may mean", mayNot: "What it need not mean", pointsTo: "Where it points",
        notice: "I’ve noticed this", suspect: "This may play a part",
        onlyYou: "only you see this", sharedByYou: "shared by you", sharedByBoth: "shared by both of you",
        writeLabel: "A word to yourself about it",
        writePlaceholder: "When did I last see it? What was it like for me?", keepWords: "Keep these words",
        wordsKept: "Kept, for you alone.", wordsPrivate: "Only you can read this.",
        shareWithWords: "Share it with my words", shareInstead: "Share these words instead", takeBack: "Take it back",
        takenBack: "Taken back. It’s yours alone again.",
        aloneNote:
            "Once your partner has joined you can share any of it, one thing at a time. Nothing is shared unless you choose to.",
        leftNote: "You shared this while you two shared a space. What was read can’t be unread.",
        sharedByPartner: { partner in "shared by \(partner)" },
        share: { partner in "Share with \(partner)" },
        shareSays: { partner in
            "\(partner) will see that you marked this. Not what you wrote, and nothing else you marked."
        },
        shareWithWordsSays: { partner in "Or let \(partner) read the words above as well." },
        takeBackSays: { partner in
            "\(partner) can see that you marked this. Taken back, it goes from both your lists; what \(partner) has read can’t be unread."
        },
        shared: { partner in "\(partner) can see it now." },
        wordsShared: { partner in "\(partner) can read this too." },
        wordsSharedBefore: { partner in
            "\(partner) can read the words you shared. What you’ve changed since is only for you."
        },
        takeBackWithWordsSays: { partner in
            "\(partner) can see that you marked this, and read your words about it. Taken back, both go from your lists; what \(partner) has read can’t be unread."
        },
        noWords: "marked, without words", you: "you", leadsTo: "What may help", help: "When to look for help",
        behind: "What may lie behind it",
        talkAbout: { conversation in "Talk: \(conversation)" })
}
