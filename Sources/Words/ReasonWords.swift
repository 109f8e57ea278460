/// Why a practice is proposed, in one sentence that ends with the time it takes. The same sentence for both, except where one
/// person is alone.
///
/// A wish is fit to stand after "more", a name stands within the sentence, minutes are how long it takes.
public struct ReasonWords: Sendable {
    /// Both wish for more of it.
    public let bothWish: @Sendable (_ wish: String, _ minutes: Int) -> String
    /// One of the two wishes for more of it; it is not said who.
    public let oneWishes: @Sendable (_ wish: String, _ minutes: Int) -> String
    /// The person who is alone wishes for more of it.
    public let youWish: @Sendable (_ wish: String, _ minutes: Int) -> String
    /// Somebody is short of energy, rest or calm.
    public let restores: @Sendable (_ what: String, _ isAlone: Bool, _ minutes: Int) -> String
    /// It answers a cause that was named.
    public let answers: @Sendable (_ cause: String, _ isAlone: Bool, _ minutes: Int) -> String
    /// There could be more of it; nobody said what they wish.
    public let hasRoom: @Sendable (_ wish: String, _ minutes: Int) -> String
    /// What is made for the same has done them good, and this one is new to them.
    public let likeWhatHelped: @Sendable (_ what: String, _ minutes: Int) -> String
    /// It is new to them and made for this; nobody can know yet.
    public let worthTrying: @Sendable (_ what: String, _ minutes: Int) -> String
    /// It did good before.
    public let didGood: @Sendable (_ minutes: Int) -> String
    /// It keeps what is good already.
    public let keeps: @Sendable (_ what: String, _ minutes: Int) -> String
    /// It is made for this; nothing is known yet.
    public let feeds: @Sendable (_ what: String, _ minutes: Int) -> String
}

extension ReasonWords {
    /// British English.
    public static let english = ReasonWords(
        bothWish: { wish, minutes in "You both wish for more \(wish); this takes \(time(minutes))." },
        oneWishes: { wish, minutes in "One of you wishes for more \(wish); this takes \(time(minutes))." },
        youWish: { wish, minutes in "You wish for more \(wish); this takes \(time(minutes))." },
        restores: { what, isAlone, minutes in
            isAlone
                ? "You could do with more \(what); this takes \(time(minutes))."
                : "The two of you could do with more \(what); this takes \(time(minutes))."
        },
        answers: { cause, isAlone, minutes in
            isAlone
                ? "It may help with something you named, “\(cause)”; it takes \(time(minutes))."
                : "It may help with something one of you named, “\(cause)”; it takes \(time(minutes))."
        },
        hasRoom: { wish, minutes in "There’s room for more \(wish); this takes \(time(minutes))." },
        likeWhatHelped: { what, minutes in
            "Things made for \(what) have done you good lately; this one is new and takes \(time(minutes))."
        },
        worthTrying: { what, minutes in
            "You haven’t tried this one yet; it’s made for \(what) and takes \(time(minutes))."
        },
        didGood: { minutes in "It has done you good before; it takes \(time(minutes))." },
        keeps: { what, minutes in "It looks after something that’s already good, \(what); it takes \(time(minutes))." },
        feeds: { what, minutes in "It’s made for \(what); it takes \(time(minutes))." })

    private static func time(_ minutes: Int) -> String { EnglishCount.duration(minutes: minutes) }
}

extension String {
    /// The text with its first letter as a capital.
    var capitalisedFirst: String {
        guard let first else { return self }
        return String(first).uppercased() + String(dropFirst())
    }
}
