/// One sentence as rules and features walk it: quotations folded into one step, since what is quoted isn't said.
struct Step {
    /// Hash of the word; of ``Steps/quotation`` for a folded quotation.
    var word: UInt64
    /// Hash of the word without its ending.
    var stem: UInt64
    /// The lexicon's classes, one bit each.
    var classes: UInt64
    /// What the step generalises to: its class, a function word itself, or the look of an unknown word.
    var shape: UInt64
    /// The tokens it stands for.
    var tokens: Range<Int>
    /// Whether it is a punctuation mark.
    var isMark: Bool
}

/// Folds sentences into steps.
struct Steps {
    /// The word of a folded quotation.
    static let quotation = WordHash.of("\"")
    private static let numberShape = WordHash.of("§number")
    private static let emojiShape = WordHash.of("§emoji")
    private static let unknownShape = WordHash.of("§")

    private let functionBit: UInt64
    private let classShapes: [UInt64]

    init(lexicon: Lexicon) {
        functionBit = lexicon.bit(of: "function") | lexicon.bit(of: "person")
        classShapes = lexicon.names.map { WordHash.of("§" + $0) }
    }

    /// The steps of one sentence.
    func steps(of sentence: Range<Int>, in message: TokenisedMessage) -> [Step] {
        var steps: [Step] = []
        steps.reserveCapacity(sentence.count)
        for index in sentence {
            let token = message.tokens[index]
            if token.isQuoted {
                if let last = steps.last, last.word == Self.quotation, last.tokens.upperBound == index {
                    steps[steps.count - 1].tokens = last.tokens.lowerBound..<(index + 1)
                    continue
                }
                steps.append(
                    Step(
                        word: Self.quotation, stem: Self.quotation, classes: 0, shape: Self.quotation,
                        tokens: index..<(index + 1), isMark: false))
                continue
            }
            steps.append(
                Step(
                    word: token.word, stem: token.stem, classes: token.classes, shape: shape(of: token),
                    tokens: index..<(index + 1), isMark: token.kind == .mark))
        }
        return steps
    }

    private func shape(of token: Token) -> UInt64 {
        switch token.kind {
        case .mark: return token.word
        case .emoji: return token.classes == 0 ? Self.emojiShape : classShapes[token.classes.trailingZeroBitCount]
        case .number: return Self.numberShape
        case .word:
            // A name looks like any unknown word: many write it without a capital.
            if token.classes == 0 { return Self.unknownShape }
            let first = token.classes.trailingZeroBitCount
            return functionBit & (1 << UInt64(first)) != 0 ? token.word : classShapes[first]
        }
    }
}
