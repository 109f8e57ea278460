/// Turns a stretch of a message into what the model of harm looks at: words, pairs and triples of words, the parts that words play
/// (alone, in twos and threes nearby, anywhere together), and the patterns of people in danger.
///
/// Quoted words count like all others, other than for the labels: what a threat says is often quoted. Training uses the same code.
struct HarmFeatureReader {
    private let words: HarmWords
    private let lexicon: Lexicon
    private let rules: RuleBook
    private let whoBit: UInt64
    private let harmless: Int?

    /// Opens the sections harmWords, harmClasses and harmRules of a pack.
    init(_ pack: Pack) throws(PackFault) {
        words = try HarmWords(pack.required(.harmWords))
        lexicon = try Lexicon(classes: pack.required(.harmClasses), spellings: [])
        rules = try RuleBook(pack.required(.harmRules), file: "harm-rules", lexicon: lexicon)
        whoBit = lexicon.bit(of: "who")
        harmless = rules.headings.firstIndex(of: "harmless")
    }

    /// A kind of feature; its raw value is part of the hash.
    private enum Family: UInt64 {
        case word = 101, stem, beginning, pair, across, triple, part, twoParts, threeParts, partAndWord, wordAndPart,
            together, rule, heading, whole

        /// How much one counts, in tenths of a word.
        var weight: Int32 {
            switch self {
            case .word: 13
            case .stem: 12
            case .part, .pair: 10
            case .across, .triple: 8
            case .twoParts: 7
            case .threeParts, .partAndWord, .wordAndPart: 6
            case .beginning, .whole: 5
            case .together: 4
            case .rule: 16
            case .heading: 20
            }
        }
    }

    /// How far apart two words may be whose parts are taken together, in words.
    private static let reach = 5

    /// Whether a word of the message is one of harm's.
    func knows(_ token: Token) -> Bool { words.knows(token) }

    /// The features of some sentences of a message.
    func features(of sentences: ArraySlice<Range<Int>>, in message: TokenisedMessage) -> [Feature] {
        var features: [Feature] = []
        func emit(_ family: Family, _ value: UInt64) {
            let mixed = WordHash.pair(value &+ family.rawValue &* 0x51_7cc1_b727_220a, family.rawValue)
            features.append(
                Feature(key: UInt32(truncatingIfNeeded: mixed >> 40), weight: family.weight, tokens: 0..<0))
        }
        var all: Set<UInt8> = []
        var matched: Set<UInt64> = []
        var byHeading = [Int](repeating: 0, count: rules.headings.count)
        var count = 0
        var addressesPartner = false
        for sentence in sentences {
            let tokens = sentence.map { message.tokens[$0] }.filter { $0.kind != .mark }
            let parts = tokens.map(words.parts)
            count += tokens.count
            for (index, token) in tokens.enumerated() {
                if token.word == Known.you || token.word == Known.your { addressesPartner = true }
                emit(.word, token.word)
                emit(.stem, token.stem)
                emit(.beginning, token.beginning)
                for part in parts[index] { all.insert(part) }
                if index + 1 < tokens.count {
                    let pair = WordHash.pair(token.stem, tokens[index + 1].stem)
                    emit(.pair, pair)
                    if index + 2 < tokens.count {
                        emit(.across, WordHash.pair(token.stem, tokens[index + 2].stem))
                        emit(.triple, WordHash.pair(pair, tokens[index + 2].stem))
                    }
                }
                for near in max(0, index - 3)..<index {
                    for part in parts[index] { emit(.wordAndPart, WordHash.pair(tokens[near].stem, UInt64(part))) }
                }
                for part in parts[index] { emit(.part, UInt64(part)) }
                guard !parts[index].isEmpty else { continue }
                for next in (index + 1)..<max(index + 1, min(tokens.count, index + Self.reach + 1)) {
                    for first in parts[index] {
                        if next - index <= 3 { emit(.partAndWord, WordHash.pair(UInt64(first), tokens[next].stem)) }
                        for second in parts[next] {
                            emit(.twoParts, WordHash.pair(UInt64(first), UInt64(second)))
                            guard next - index <= 3 else { continue }
                            for third in (next + 1)..<max(next + 1, min(tokens.count, next + 4)) {
                                for part in parts[third] {
                                    let value = UInt64(first) << 16 | UInt64(second) << 8 | UInt64(part)
                                    emit(.threeParts, value)
                                }
                            }
                        }
                    }
                }
            }
            for hit in rules.hits(in: steps(of: sentence, in: message)) where matched.insert(hit.pattern).inserted {
                emit(.rule, hit.pattern)
                byHeading[hit.heading] += 1
            }
        }
        for first in 0..<UInt8(255) where all.contains(first) {
            for second in 0..<first where all.contains(second) {
                emit(.together, UInt64(first) << 8 | UInt64(second))
            }
        }
        var harms = 0
        for (heading, hits) in byHeading.enumerated() {
            if heading != harmless { harms += hits }
            for (place, least) in [1, 2, 4].enumerated() where hits >= least {
                emit(.heading, UInt64(heading) << 8 | UInt64(place))
            }
        }
        for least in [1, 2, 3, 5] where harms >= least { emit(.heading, 0x10000 | UInt64(least)) }
        if let harmless, byHeading[harmless] > 0, harms > 0 { emit(.heading, 0x20000) }
        emit(.whole, UInt64(min(count / 6, 6)))
        emit(.whole, 20 + UInt64(min(sentences.count, 5)))
        emit(.whole, addressesPartner ? 31 : 30)
        return features
    }

    /// A sentence as the rules walk it, with nothing folded.
    private func steps(of sentence: Range<Int>, in message: TokenisedMessage) -> [Step] {
        sentence.map { index in
            let token = message.tokens[index]
            var classes = lexicon.classes(of: token.word)
            if classes == 0 { classes = lexicon.classes(of: token.stem) }
            if classes == 0 { classes = lexicon.classes(of: token.stemWithE) }
            if classes == 0, token.isName { classes = whoBit }
            return Step(
                word: token.word, stem: token.stem, classes: classes, shape: token.word, tokens: index..<(index + 1),
                isMark: token.kind == .mark)
        }
    }
}
