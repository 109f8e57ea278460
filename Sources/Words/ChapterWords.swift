/// The story of the two in chapters, told by both.
public struct ChapterWords: Sendable {
    public let title, detail: String
    /// How many chapters stand there.
    public let detailOpen: @Sendable (_ count: Int) -> String
    /// How many the partner has told that wait.
    public let detailWaiting: @Sendable (_ count: Int, _ partner: String) -> String
    /// What comes of telling.
    public let lead: @Sendable (_ partner: String) -> String
    /// The same without a partner.
    public let leadAlone: String
    /// "Chapter three".
    public let chapter: @Sendable (_ number: Int) -> String
    public let untold, skipping, skippingAlone, skipped, moreToCome: String
    /// The partner has told it; the person has, and the partner hasn’t.
    public let waiting, sealed: @Sendable (_ partner: String) -> String
    /// Something more about a chapter: a page of its own, to change or take back what one told.
    public let byItself: String
    /// All of them have been told.
    public let whole: String
}

extension ChapterWords {
    /// British English.
    public static let english = ChapterWords(
        title: "Our story, told by both", detail: "In chapters, each told apart and opened together",
        detailOpen: { count in
            count == 1 ? "One chapter so far" : "\(EnglishCount.word(count).capitalisedFirst) chapters so far"
        },
        detailWaiting: { count, partner in
            count == 1
                ? "\(partner) has told a chapter. It opens with yours."
                : "\(partner) has told \(EnglishCount.word(count)) chapters. They open with yours."
        },
        lead: { partner in
            "You and \(partner) each tell a chapter apart, as you remember it. It opens when you’ve both told it. Where the two differ, both stand."
        },
        leadAlone: "Told as you remember it. For now it’s for you alone.",
        chapter: { number in "Chapter \(EnglishCount.word(number))" },
        untold: "Still to tell",
        skipping: "In any order, a few lines each. Leave out what you’d rather not tell; nobody is told that you did.",
        skippingAlone: "In any order, a few lines each. Leave out what you’d rather not tell.",
        skipped: "Left out, for now",
        moreToCome: "Other chapters go deeper. They come once you both feel ready for that.",
        waiting: { partner in "\(partner) has told it. It opens with yours." },
        sealed: { partner in "Yours is in the envelope until \(partner) has told it too" },
        byItself: "This chapter by itself",
        whole: "All of it is told. What comes next is still being lived.")
}
