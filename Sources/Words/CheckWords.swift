/// The season's check: its questions' surroundings, the two circles, the sealed envelope.
public struct CheckWords: Sendable {
    public let title, begin, goOn, alonePromise: String
    /// How many statements there are, and how long they take.
    public let introLead: @Sendable (_ count: Int) -> String
    /// What to know before beginning, one sentence each.
    public let introPoints: [String]
    /// With the partner's name: what happens to the answers, and that the partner's check is in already.
    public let sealedPromise, partnerWaits: @Sendable (_ partner: String) -> String

    public let envelopeTitle, envelopeTakeAnew, envelopePut, envelopeStays: String
    /// What it means to put a check that was taken alone into the envelope.
    public let envelopeText: @Sendable (_ partner: String) -> String

    public let asItIs, asWished, next, back, leaveOut, setBoth, setOne, notSetYet, toReview: String
    /// How far one has come, for screen readers.
    public let progress: @Sendable (_ number: Int, _ count: Int) -> String
    /// What a screen reader says for a value of a line.
    public let valueOnLine: @Sendable (_ value: Int, _ low: String, _ high: String) -> String

    public let circlesSlider, closer, further, wishedNote, comfortNote: String
    /// How two circles lie, from 0 (they touch) to 10 (one upon the other).
    public let overlap: @Sendable (_ value: Int) -> String

    public let reviewTitle, reviewLead, keepAlone, leftOut, change, circlesTitle, comfortTitle, kept: String
    /// The button that seals the check.
    public let keepSealed: @Sendable (_ partner: String) -> String
    /// What was answered to one statement, for screen readers.
    public let reviewAnswer: @Sendable (_ felt: Int?, _ wished: Int?) -> String

    public let waitingTitle, waitingNote, seeOwn, openTitle, openText, seePicture, doneTitle, doneText,
        takeAgain: String
    /// What stands beneath the envelope while the partner's check is missing.
    public let waitingText: @Sendable (_ partner: String) -> String
    /// When the next check comes round.
    public let nextSeason: @Sendable (_ month: String) -> String
}

extension CheckWords {
    /// British English.
    public static let english = CheckWords(
        title: "The season’s check", begin: "Begin", goOn: "Go on",
        alonePromise: "Only you can open it, now and later.",
        introLead: { count in
            "\(count) short statements about the last few weeks. Ten quiet minutes, once a season."
        },
        introPoints: [
            "Each gets two marks: as it is, and as you’d like it. The next comes by itself; Back is always there.",
            "There is no right answer. The first one that comes to mind is usually the truest.",
            "Leave out what you don’t want to answer.",
        ],
        sealedPromise: { partner in
            "Your answers go into a sealed envelope. It opens for both of you once \(partner) has put theirs in too, and not before. Then each of you sees the picture the answers make. Neither is shown the other’s answers one by one."
        },
        partnerWaits: { partner in "\(partner)’s check is in, sealed. It opens together with yours." },
        envelopeTitle: "You took this season’s check on your own", envelopeTakeAnew: "Start again",
        envelopePut: "Put it in the envelope", envelopeStays: "Leave it private for now",
        envelopeText: { partner in
            "So far only you can read it. You can put it, as it is, into the envelope for the two of you: \(partner) will see the picture they make once both are in. Or answer again with that in mind."
        },
        asItIs: "As it is", asWished: "As I’d like it", next: "Next", back: "Back", leaveOut: "Leave this one out",
        setBoth: "Set both marks, or leave this one out.", setOne: "Set the mark, or leave this one out.",
        notSetYet: "not set yet", toReview: "Back to the overview",
        progress: { number, count in "Statement \(number) of \(count)" },
        valueOnLine: { value, low, high in
            switch value {
            case 0: low
            case 10: high
            default: "\(value) of 10, from \(low) to \(high)"
            }
        },
        circlesSlider: "How far the circles overlap", closer: "Closer", further: "Further apart",
        wishedNote: "The shaded circles are how close it feels. The dashes are your wish.",
        comfortNote:
            "Suggestions never ask for more than the more careful of you wants. You each choose again next season.",
        overlap: { value in
            switch value {
            case ...0: "apart, only touching"
            case ...2: "a small overlap"
            case ...4: "less than half overlapping"
            case 5: "half overlapping"
            case ...7: "more than half overlapping"
            case ...9: "almost one circle"
            default: "one on top of the other"
            }
        },
        reviewTitle: "Look it over", reviewLead: "Tap a line to change it.", keepAlone: "Keep it",
        leftOut: "left out", change: "Change", circlesTitle: "The two circles", comfortTitle: "How open, for now",
        kept: "Kept.",
        keepSealed: { partner in "Seal it for \(partner) and you" },
        reviewAnswer: { felt, wished in
            switch (felt, wished) {
            case (let felt?, let wished?): "as it is: \(felt) of 10, wished: \(wished) of 10"
            case (let felt?, nil): "as it is: \(felt) of 10"
            case (nil, let wished?): "wished: \(wished) of 10"
            case (nil, nil): "left out"
            }
        },
        waitingTitle: "Yours is in the envelope", waitingNote: "It opens by itself. Nobody needs reminding.",
        seeOwn: "See my own picture", openTitle: "Both are in",
        openText: "The envelope is open. Look at it together if you can.", seePicture: "See the picture",
        doneTitle: "This season’s check is done", doneText: "Only you can open it.", takeAgain: "Start again",
        waitingText: { partner in
            "It opens for both of you once \(partner)’s check is in. Until then neither can read the other’s, and nobody else can either."
        },
        nextSeason: { month in "The next one comes round in \(month)." })
}
