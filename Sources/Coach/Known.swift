/// Fingerprints of the few words that the reader itself speaks of.
enum Known {
    static let i = Fingerprint.of("i")
    static let we = Fingerprint.of("we")
    static let you = Fingerprint.of("you")
    static let your = Fingerprint.of("your")
    static let are = Fingerprint.of("are")
    static let am = Fingerprint.of("am")
    static let `is` = Fingerprint.of("is")
    static let have = Fingerprint.of("have")
    static let will = Fingerprint.of("will")
    static let would = Fingerprint.of("would")
    static let not = Fingerprint.of("not")
    static let to = Fingerprint.of("to")
    static let never = Fingerprint.of("never")
    static let letVerb = Fingerprint.of("let")
    static let possessive = Fingerprint.of("'s")
    static let question = Fingerprint.of("?")

    /// "I am…", "I feel…".
    static let feelingVerbs = fingerprints(["am", "feel", "felt", "was", "been", "have"])
    /// "You should…", "you need to…".
    static let musts = fingerprints(["should", "must", "need", "have", "ought", "better"])
    /// Where what is asked for ends and something else begins.
    static let clauseOpeners = fingerprints([
        "or", "because", "so", "but", "otherwise", "if", "unless", "since", "although", "though", "instead", "you",
        "who",
        "ever", "once", "like", "unless", "until", "till",
    ])
    /// Words that an offer leaves out at the end of what is asked for.
    static let trailing = fingerprints([
        "now", "today", "immediately", "again", "and", "any", "anymore", "more", "then", "properly", "just", "please",
        "yourself",
        "the", "a", "to", "for", "with", "on", "in", "of", "at", "right", "even",
    ])

    private static func fingerprints(_ words: [String]) -> Set<UInt64> { Set(words.map(Fingerprint.of)) }
}
