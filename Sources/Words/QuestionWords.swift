/// Questions: today's, the series, browsing, and what both have answered.
public struct QuestionWords: Sendable {
    // One question
    public let yours, answerLabel, keep, pass, more, seeMine: String
    /// Puts the answer into the envelope.
    public let seal: @Sendable (_ partner: String) -> String
    /// The partner has answered.
    public let partnerIsIn: @Sendable (_ partner: String) -> String
    public let sealed, bothIn: @Sendable (_ partner: String) -> String
    public let you, passed, passedText, left, answerAfterAll, keptAlone, waitsForBoth: String
    /// What passing means while the partner’s answer waits, and letting them know.
    public let passedTextWaits, tellPassed: @Sendable (_ partner: String) -> String
    /// That there is no answer of one’s own any more, and that there won’t be one of the partner’s.
    public let leftText, leftByPartner: @Sendable (_ partner: String) -> String
    /// The way back to all questions.
    public let back: String

    // All of them
    public let title, lead, leadAlone: String
    /// A series of questions: its id in the content, what it is called, and what it is about.
    public typealias Series = (id: String, name: String, about: String)
    /// The series, in the order in which they are listed; what the content has besides is not shown.
    public let series: [Series]
    public let seriesTitle, seriesText, seriesDone, otherSeries: String
    /// Where in the series a question is.
    public let seriesStep: @Sendable (_ step: Int, _ count: Int) -> String
    /// The next step asks for more openness than both are ready for.
    public let seriesRests: String
    /// Over the four depths.
    public let depthTitle: String
    /// The names of the four depths.
    public let depths: [String]
    public let deeperTitle, deeperText: String
    /// No question of a depth is unanswered.
    public let noneLeft: String
    public let answeredTitle, answeredAloneTitle, answeredEmpty: String
    /// Over the questions that only the partner has answered.
    public let waitingTitle: @Sendable (_ partner: String) -> String
    /// The person’s answer waits for the partner’s.
    public let sealedByMe: @Sendable (_ partner: String) -> String
    public let showMore, nowhere: String
}

extension QuestionWords {
    /// British English.
    public static let english = QuestionWords(
        yours: "Write yours…", answerLabel: "Your answer",
        keep: "Keep it", pass: "Pass", more: "Other questions", seeMine: "What I wrote",
        seal: { partner in "Seal it for \(partner)" },
        partnerIsIn: { partner in "\(partner)’s answer is in. It opens with yours." },
        sealed: { partner in "Yours is in the envelope. It opens when \(partner)’s is in too." },
        bothIn: { partner in "You and \(partner) both answered" },
        you: "You", passed: "Passed", passedText: "Nobody is told. Tomorrow brings another.",
        left: "You’ve left this one", answerAfterAll: "Answer it after all", keptAlone: "Kept for yourself",
        waitsForBoth: "Neither reads the other’s before both are in.",
        passedTextWaits: { partner in
            "Nobody is told. It stays among those \(partner) has answered, in case you change your mind."
        },
        tellPassed: { partner in "Let \(partner) know" },
        leftText: { partner in "\(partner) sees that there’s no answer of yours here, and nothing else." },
        leftByPartner: { partner in
            "\(partner) has left this one. Yours stays sealed; you can take it back, or leave it in case."
        },
        back: "Questions",
        title: "Questions", lead: "You each answer on your own. The envelope opens when both answers are in.",
        leadAlone: "For now your answers are for you alone.",
        series: [
            ("closer", "Closer, step by step", "From what makes you laugh to what you long for"),
            ("dreams", "What we dream of", "From a silly wish to the life you’d still like"),
            ("childhood", "When we were small", "Kitchens, hiding places, and what came with you"),
            ("desire", "Wanting", "What your skin likes, and what is hard to say"),
            ("after-a-hurt", "After a hurt", "For when something between you is still sore"),
            ("new-parents", "With a small child", "The two of you, since there are three"),
            ("apart", "In two places", "For two who live apart, for now or for good"),
            ("later-life", "Later", "What has been, what is left, and what is new"),
        ],
        seriesTitle: "Step by step",
        seriesText: "Twelve questions, from easy to tender. Each one opens when you’ve both answered the one before.",
        seriesDone: "You’ve reached the end. Some couples start again after a year.", otherSeries: "Another series",
        seriesStep: { step, count in "Step \(EnglishCount.word(step)) of \(EnglishCount.word(count))" },
        seriesRests:
            "The next step goes deeper than you’re both comfortable with for now. It will wait. You each say how open you want to be in the season’s check.",
        depthTitle: "Choose by depth",
        depths: ["Play and taste", "Days and people", "Hopes and us", "Fears and longing"],
        deeperTitle: "These go deeper",
        deeperText:
            "They open when you both feel ready. You each say how open you want to be in the season’s check.",
        noneLeft: "You’ve answered all of these.",
        answeredTitle: "What you’ve both answered", answeredAloneTitle: "What you’ve answered",
        answeredEmpty: "Here you’ll read back what each of you said, side by side.",
        waitingTitle: { partner in "\(partner) has answered, you haven’t" },
        sealedByMe: { partner in "In the envelope until \(partner) answers" },
        showMore: "Show more", nowhere: "This question is no longer here")
}
