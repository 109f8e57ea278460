/// Hashes of the few words that the reader itself speaks of.
enum Known {
    static let i = WordHash.of("i")
    static let we = WordHash.of("we")
    static let you = WordHash.of("you")
    static let your = WordHash.of("your")
    static let are = WordHash.of("are")
    static let am = WordHash.of("am")
    static let `is` = WordHash.of("is")
    static let have = WordHash.of("have")
    static let will = WordHash.of("will")
    static let would = WordHash.of("would")
    static let not = WordHash.of("not")
    static let to = WordHash.of("to")
    static let never = WordHash.of("never")
    static let letVerb = WordHash.of("let")
    static let possessive = WordHash.of("'s")
    static let and = WordHash.of("and")
    static let question = WordHash.of("?")
    static let comma = WordHash.of(",")
    static let it = WordHash.of("it")

    /// "I am…", "I feel…".
    static let feelingVerbs = hashes(["am", "feel", "felt", "was", "been", "have"])
    /// "You should…", "you need to…".
    static let musts = hashes(["should", "must", "need", "have", "ought", "better"])
    /// Where what is asked for ends and something else begins.
    static let clauseOpeners = hashes([
        "or", "because", "so", "but", "otherwise", "if", "unless", "since", "although", "though", "instead", "you",
        "who",
        "ever", "once", "like", "until", "till",
    ])
    /// Behind "and", somebody who does something else.
    static let subjects = hashes(["i", "we", "you", "he", "she", "it", "they", "there", "that", "this", "then", "my"])
    /// What may stand between a comma and the clause behind it.
    static let joiners = hashes(["and", "but", "so", "yet"])
    /// "I have to…", "I had to…".
    static let haves = hashes(["have", "has", "had", "having"])
    /// Words of what something costs the one who says it.
    static let burdens = hashes([
        "alone", "everything", "myself", "own", "must", "tired", "exhausted", "worn", "shattered", "sick", "knackered",
    ])
    /// Words that an offer leaves out at the end of what is asked for.
    static let trailing = hashes([
        "now", "today", "immediately", "again", "and", "any", "anymore", "more", "then", "properly", "just", "please",
        "yourself", "the", "a", "to", "for", "with", "on", "in", "of", "at", "right", "even",
    ])

    private static func hashes(_ words: [String]) -> Set<UInt64> { Set(words.map(WordHash.of)) }
}
