/// Turns a message into features: words, word pairs and triples, runs of shapes (classes of words), who is spoken of with which
/// word, what is quoted, which rules match, and a few of the whole.
///
/// Training uses the same code, so what was learned and what is read can't drift apart.
struct FeatureReader {
    private let lexicon: Lexicon
    private let steps: Steps
    private let rules: RuleBook
    private let contentMask: UInt64
    private let thirdBit: UInt64
    private let negationBit: UInt64

    init(lexicon: Lexicon, rules: RuleBook) {
        self.lexicon = lexicon
        self.rules = rules
        steps = Steps(lexicon: lexicon)
        let functionBits = lexicon.bit(of: "function") | lexicon.bit(of: "person")
        contentMask = ~functionBits
        thirdBit = lexicon.bit(of: "kin") | lexicon.bit(of: "other")
        negationBit = lexicon.bit(of: "negation")
    }

    /// What a message was found to hold.
    struct Findings {
        var features: [Feature] = []
        var hits: [RuleBook.Hit] = []
    }

    /// The features of a message and the rules that match in it.
    func findings(in message: TokenisedMessage) -> Findings {
        var findings = Findings()
        findings.features.reserveCapacity(message.tokens.count * 14 + 16)
        var addressesPartner = false
        for sentence in message.sentences {
            let steps = steps.steps(of: sentence, in: message)
            add(steps, to: &findings)
            for index in sentence where message.tokens[index].isQuoted {
                let token = message.tokens[index]
                emit(.quoted, token.word, index..<(index + 1), to: &findings)
                each(of: token.classes & contentMask) { emit(.quoted, $0, index..<(index + 1), to: &findings) }
            }
            if steps.contains(where: { $0.word == Known.you || $0.word == Known.your }) { addressesPartner = true }
        }
        let whole = 0..<message.tokens.count
        emit(.whole, addressesPartner ? 1 : 2, whole, to: &findings)
        emit(.whole, 10 + UInt64(min(message.sentences.count, 4)), whole, to: &findings)
        emit(.whole, 20 + UInt64(min(message.tokens.count / 8, 6)), whole, to: &findings)
        if message.tokens.contains(where: { $0.isShouted }) { emit(.whole, 30, whole, to: &findings) }
        return findings
    }

    /// A kind of feature; its raw value is part of the hash, its weight is in quarters.
    private enum Family: UInt64 {
        case word = 1, stem, pair, triple, kind, shapes2, shapes3, about, aboutKind, rule, heading, quoted, opening,
            whole, follows, last

        var weight: Int32 {
            switch self {
            case .heading: 6
            case .rule: 5
            case .word, .kind, .about, .aboutKind: 4
            case .stem, .pair, .triple, .shapes2, .shapes3, .quoted, .opening, .whole, .follows, .last: 3
            }
        }
    }

    /// Adds one feature.
    private func emit(_ family: Family, _ value: UInt64, _ tokens: Range<Int>, to findings: inout Findings) {
        let mixed = WordHash.pair(value &+ family.rawValue &* 0x51_7cc1_b727_220a, family.rawValue)
        findings.features.append(
            Feature(key: UInt32(truncatingIfNeeded: mixed >> 40), weight: family.weight, tokens: tokens))
    }

    /// Calls the body with the number of every class, counted from 1.
    private func each(of classes: UInt64, _ body: (UInt64) -> Void) {
        var rest = classes
        while rest != 0 {
            body(UInt64(rest.trailingZeroBitCount) &+ 1)
            rest &= rest - 1
        }
    }

    /// Adds what holds of one sentence.
    private func add(_ steps: [Step], to findings: inout Findings) {
        var subject = Known.possessive
        var isNegated = false
        let words = steps.filter { !$0.isMark }
        for (index, step) in steps.enumerated() {
            let here = step.tokens
            if step.isMark {
                isNegated = false
                emit(.word, step.word, here, to: &findings)
                continue
            }
            emit(.word, step.word, here, to: &findings)
            if step.stem != step.word { emit(.stem, step.stem, here, to: &findings) }
            each(of: step.classes & contentMask) { emit(.kind, $0, here, to: &findings) }
            switch step.word {
            case Known.i, Known.you, Known.we: subject = step.word
            default:
                if step.classes & thirdBit != 0 { subject = thirdBit }
                if step.classes & negationBit != 0 { isNegated = true }
            }
            if step.classes & contentMask != 0 || step.classes == 0 {
                let about = WordHash.pair(subject, isNegated ? 1 : 0)
                emit(.about, WordHash.pair(subject, step.stem), here, to: &findings)
                each(of: step.classes & contentMask) {
                    emit(.aboutKind, WordHash.pair(about, $0), here, to: &findings)
                }
            }
            if index + 1 < steps.count {
                let next = steps[index + 1]
                let span = here.lowerBound..<next.tokens.upperBound
                emit(.shapes2, WordHash.pair(step.shape, next.shape), span, to: &findings)
                if index + 2 < steps.count {
                    let third = steps[index + 2]
                    let span = here.lowerBound..<third.tokens.upperBound
                    let shapes = WordHash.pair(WordHash.pair(step.shape, next.shape), third.shape)
                    emit(.shapes3, shapes, span, to: &findings)
                }
            }
        }
        for index in words.indices.dropLast() {
            let (first, second) = (words[index], words[index + 1])
            let pair = WordHash.pair(first.word, second.word)
            emit(.pair, pair, first.tokens.lowerBound..<second.tokens.upperBound, to: &findings)
            if index + 2 < words.count {
                let third = words[index + 2]
                let span = first.tokens.lowerBound..<third.tokens.upperBound
                emit(.triple, WordHash.pair(pair, third.word), span, to: &findings)
                emit(.follows, WordHash.pair(first.word, third.word), span, to: &findings)
            }
        }
        if let first = words.first {
            emit(.opening, first.word, first.tokens, to: &findings)
            if words.count > 1 {
                let span = first.tokens.lowerBound..<words[1].tokens.upperBound
                emit(.opening, WordHash.pair(first.shape, words[1].shape), span, to: &findings)
            }
            emit(
                .last, WordHash.pair(words[words.count - 1].shape, steps[steps.count - 1].word), first.tokens,
                to: &findings)
        }
        for hit in rules.hits(in: steps) {
            findings.hits.append(hit)
            emit(.rule, hit.pattern, hit.tokens, to: &findings)
            emit(.heading, UInt64(hit.heading), hit.tokens, to: &findings)
        }
    }
}
