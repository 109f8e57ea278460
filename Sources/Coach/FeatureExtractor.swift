/// Features for the training program: the same that ``Coach`` reads, without any weights.
public struct FeatureExtractor: Sendable {
    private let tokeniser: Tokeniser
    private let reader: FeatureReader

    /// Opens the data that features depend on: the sections lexicon, spelling and rules of a pack.
    public init(_ pack: Pack) throws(PackFault) {
        let lexicon = try Lexicon(classes: pack.required(.lexicon), spellings: pack.required(.spelling))
        tokeniser = Tokeniser(lexicon: lexicon)
        reader = FeatureReader(
            lexicon: lexicon, rules: try RuleBook(pack.required(.rules), file: "rules", lexicon: lexicon))
    }

    /// The features of a message, each once.
    public func features(of text: String) -> [Feature] {
        LinearModel.unique(reader.findings(in: tokeniser.tokenise(text)).features)
    }
}

/// Features of harm for the training program: the same that ``Coach`` reads, without any weights.
public struct HarmFeatureExtractor: Sendable {
    private let tokeniser: Tokeniser
    private let reader: HarmFeatureReader

    /// Opens the data that the features of harm depend on: all sections of a pack but the weights.
    public init(_ pack: Pack) throws(PackFault) {
        tokeniser = Tokeniser(
            lexicon: try Lexicon(classes: pack.required(.lexicon), spellings: pack.required(.spelling)))
        reader = try HarmFeatureReader(pack)
    }

    /// The features of a line, each once.
    public func features(of text: String) -> [Feature] {
        let message = tokeniser.tokenise(text)
        return LinearModel.unique(reader.features(of: HarmReader.sentences(of: message)[...], in: message))
    }
}
