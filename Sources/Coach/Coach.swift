/// The say-it-well coach: reads what someone is about to say to their partner, marks what will land as an attack, and offers
/// other ways to say it.
///
/// Pure and bounded: the same text always gives the same reading, any Unicode is welcome, and no more than ``longestMessage``
/// Unicode scalars are looked at. Sad, angry or blunt is fine; see docs/coach.md for what is marked and how well it works.
public struct Coach: Sendable {
    /// The most Unicode scalars of a message that are read; the rest is left unread.
    public static let longestMessage = 4000

    let lexicon: Lexicon
    let tokeniser: Tokeniser
    let features: FeatureReader
    let model: LinearModel

    /// Opens a packed coach, the file `coach.pack`.
    ///
    /// - Throws: a ``PackFault`` that names what can't be read.
    public init(model bytes: [UInt8]) throws(PackFault) {
        let pack = try Pack(bytes)
        lexicon = try Lexicon(classes: pack.required(.lexicon), spellings: pack.required(.spelling))
        tokeniser = Tokeniser(lexicon: lexicon)
        features = FeatureReader(
            lexicon: lexicon, rules: try RuleBook(pack.required(.rules), file: "rules", lexicon: lexicon))
        model = try LinearModel(pack.required(.weights))
    }

}
