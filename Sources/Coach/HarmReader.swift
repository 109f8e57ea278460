/// Notices whether somebody tells of harm.
///
/// A long text is read in stretches of a few sentences, so that one line among many pages of a journal is noticed as well.
struct HarmReader {
    private let reader: HarmFeatureReader
    private let model: LinearModel

    /// The outputs of the model: harm at all; the writer or another may hurt themselves; the writer is the one who does harm.
    static let outputs = 3
    /// The most tokens of a text that is read as one.
    private static let longestWhole = 60
    /// The most tokens of a stretch of a longer one, if it isn't one sentence.
    private static let longestStretch = 20
    /// How much more a stretch of a long text must score: it has many chances.
    private static let longTextMargin: Float = 0.3

    /// Opens the sections of harm of a pack.
    init(_ pack: Pack) throws(PackFault) {
        reader = try HarmFeatureReader(pack)
        model = try LinearModel(pack.required(.harmWeights), outputs: Self.outputs)
    }

    /// What a message tells of; nil when it tells of no harm.
    func harm(in message: TokenisedMessage) -> Harm? {
        let sentences = Self.sentences(of: message)
        let stretches = Self.stretches(of: sentences)
        let margin = stretches.count > 1 ? Self.longTextMargin : 0
        var strongest: (harm: Harm, score: Float)?
        for stretch in stretches {
            let scores = model.scores(of: reader.features(of: sentences[stretch], in: message))
            guard scores[0] >= model.thresholds[0] + margin else { continue }
            if scores[1] >= model.thresholds[1], scores[1] >= scores[2] { return .selfHarm }
            if strongest.map({ scores[0] > $0.score }) ?? true {
                strongest = (scores[2] >= model.thresholds[2] ? .ownHarm : .suffered, scores[0])
            }
        }
        return strongest?.harm
    }

    /// Whether a word is one that the reader of harm knows.
    func knows(_ token: Token) -> Bool { reader.knows(token) }

    /// The sentences, those without an end cut into pieces.
    static func sentences(of message: TokenisedMessage) -> [Range<Int>] {
        message.sentences.flatMap { sentence in
            stride(from: sentence.lowerBound, to: sentence.upperBound, by: longestWhole).map {
                $0..<min($0 + longestWhole, sentence.upperBound)
            }
        }
    }

    /// The sentences in stretches, each of which begins with the last sentence of the one before where that leaves room.
    private static func stretches(of sentences: [Range<Int>]) -> [Range<Int>] {
        if sentences.last.map({ $0.upperBound <= longestWhole }) ?? true { return [0..<sentences.count] }
        var stretches: [Range<Int>] = []
        var start = 0
        while start < sentences.count {
            var end = start + 1
            while end < sentences.count,
                sentences[end].upperBound - sentences[start].lowerBound <= longestStretch
            { end += 1 }
            stretches.append(start..<end)
            if end == sentences.count { break }
            start = end - start > 2 ? end - 1 : end
        }
        return stretches
    }
}
