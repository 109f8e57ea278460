/// The say-it-well coach: reads what someone is about to say to their partner, marks what will land as an attack, and offers
/// other ways to say it.
///
/// Pure and bounded: the same text always gives the same reading, any Unicode is welcome, and no more than ``longestMessage``
/// Unicode scalars are looked at. Sad, angry or blunt is fine; docs/coach.md says what is marked and how well that works.
///
/// A class, since it never changes and is large: handing it on costs a reference.
public final class Coach: Sendable {
    /// The most Unicode scalars of a message that are read; the rest is left unread.
    public static let longestMessage = 4000

    /// Feelings, needs and requests to build a sentence from.
    public let vocabulary: SentenceVocabulary
    let words: DisplayWords
    let tokeniser: Tokeniser
    let lexicon: Lexicon
    let features: FeatureReader
    let rules: RuleBook
    let listening: RuleBook
    let steps: Steps
    let model: LinearModel
    let harm: HarmReader
    let offers: OfferBook

    /// Opens a packed coach: the bytes of a ``Pack`` with all of its sections.
    ///
    /// - Throws: a ``PackFault`` that names what can't be read.
    public init(model bytes: [UInt8]) throws(PackFault) {
        let pack = try Pack(bytes)
        lexicon = try Lexicon(classes: pack.required(.lexicon), spellings: pack.required(.spelling))
        tokeniser = Tokeniser(lexicon: lexicon)
        rules = try RuleBook(pack.required(.rules), file: "rules", lexicon: lexicon)
        listening = try RuleBook(pack.required(.listening), file: "listening", lexicon: lexicon)
        features = FeatureReader(lexicon: lexicon, rules: rules)
        steps = Steps(lexicon: lexicon)
        model = try LinearModel(pack.required(.weights), outputs: LinearModel.labelOutputs)
        harm = try HarmReader(pack)
        words = try DisplayWords(pack.required(.words))
        offers = try OfferBook(pack.required(.offers))
        vocabulary = try SentenceVocabulary(
            feelings: pack.required(.feelings), needs: pack.required(.needs), requests: pack.required(.requests))
    }

    /// The label as a person would name it, such as "always and never".
    public func name(of label: Label) -> String { words["name." + label.name] }

    /// One line on how a message sounds.
    public func line(for tone: Tone) -> String { words["tone." + tone.rawValue] }

    /// Says that a text can't be read.
    public var foreignLine: String { words["legibility.foreign"] }

    /// What to do before any rewording.
    public func line(for care: Care) -> String { words["care." + care.rawValue] }
}
