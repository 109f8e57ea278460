extension Coach {
    /// Reads a message: which labels hold, where, why, and how it will sound.
    public func read(_ text: String) -> MessageReading {
        let message = tokeniser.tokenise(text)
        let harm = harm.harm(in: message)
        let legibility = harm == nil ? legibility(of: message) : .english
        guard legibility == .english else {
            return MessageReading(labels: [], marks: [], tone: .plain, care: nil, harm: nil, legibility: legibility)
        }
        let knowsSome = message.tokens.contains { $0.kind == .word && ($0.classes != 0 || self.harm.knows($0)) }
        guard knowsSome else {
            return MessageReading(labels: [], marks: [], tone: .plain, care: nil, harm: nil, legibility: legibility)
        }
        let findings = features.findings(in: message)
        var labels = labels(model.scores(of: findings.features))
        var marks = labels.flatMap { self.marks($0, in: message, findings: findings, text: text) }
        if !labels.contains(.absolute) {
            let absolutes = absolutesOfClauses(in: message, text: text)
            if !absolutes.isEmpty { labels = Label.allCases.filter { labels.contains($0) || $0 == .absolute } }
            marks += absolutes
        }
        // By where they begin, then where they end; labels are in order already.
        let order = Ranking.places(ascending: marks.map { Double($0.start) * 65_536 + Double($0.end) })
        return MessageReading(
            labels: labels, marks: order.map { marks[$0] }, tone: tone(of: message, labels: labels),
            care: care(labels: labels, harm: harm), harm: harm, legibility: legibility)
    }

    /// Where a label stands in a clause that is read by itself; nowhere when it doesn't hold there.
    func marks(of label: Label, inClause text: String) -> [Mark] {
        let message = tokeniser.tokenise(text)
        let findings = features.findings(in: message)
        guard labels(model.scores(of: findings.features)).contains(label) else { return [] }
        return marks(label, in: message, findings: findings, text: text)
    }

    /// What a text tells of, when somebody is in danger or is one; nil when it tells of no harm. Quicker than ``read(_:)``.
    public func harm(in text: String) -> Harm? { harm.harm(in: tokeniser.tokenise(text)) }

    private func labels(_ scores: [Float]) -> [Label] {
        let holds = LabelDecision.holds(scores, thresholds: model.thresholds)
        return Label.allCases.filter { holds[Int($0.rawValue)] }
    }

    private func care(labels: [Label], harm: Harm?) -> Care? {
        if harm != nil { return .help }
        return labels.contains(.contempt) || labels.contains(.threat) ? .pause : nil
    }

    /// The fewest words of which it is said that they are no English ones.
    private static let fewestForeign = 5
    /// The fewest letters of which the same is said: some languages write no spaces.
    private static let fewestLetters = 20
    /// The least share of the words of an English text that are known ones, in percent.
    private static let leastKnown = 40

    private func legibility(of message: TokenisedMessage) -> Legibility {
        let words = message.tokens.filter { $0.kind == .word && !$0.isName }
        guard message.tokens.contains(where: { $0.kind == .word }) else { return .empty }
        let known = words.filter { $0.classes != 0 || harm.knows($0) }
        let letters = words.reduce(0) { $0 + $1.range.count }
        let isLong = words.count >= Self.fewestForeign || letters >= Self.fewestLetters
        let isForeign = isLong && known.count * 100 < words.count * Self.leastKnown
        return isForeign ? .foreign : .english
    }

    private func tone(of message: TokenisedMessage, labels: [Label]) -> Tone {
        if labels.contains(.contempt) || labels.contains(.threat) || labels.count > 2 { return .wounding }
        if !labels.isEmpty { return .sharp }
        func has(_ names: [String]) -> Bool {
            let bits = names.reduce(0) { $0 | lexicon.bit(of: $1) }
            return message.tokens.contains { !$0.isQuoted && $0.classes & bits != 0 }
        }
        if has(["pain", "sour", "swear", "afraid"]) || message.tokens.contains(where: { $0.isShouted }) {
            return .open
        }
        return isWarm(message) ? .warm : .plain
    }
}

extension Coach {
    /// Whether something warm is said: neither asked nor denied.
    private func isWarm(_ message: TokenisedMessage) -> Bool {
        let warm = ["thanks", "praise", "endear", "glee", "joy"].reduce(0) { $0 | lexicon.bit(of: $1) }
        let negation = lexicon.bit(of: "negation")
        return message.sentences.contains { sentence in
            let tokens = message.tokens[sentence]
            guard !tokens.contains(where: { $0.word == Known.question }),
                let place = tokens.firstIndex(where: { !$0.isQuoted && $0.classes & warm != 0 })
            else { return false }
            return !tokens[..<place].contains { $0.classes & negation != 0 }
        }
    }
}

// MARK: - Marks

extension Coach {
    /// Where a label stands: on the rules' matches that speak for it, else on the words that the model weighed most.
    private func marks(
        _ label: Label, in message: TokenisedMessage, findings: FeatureReader.Findings, text: String
    ) -> [Mark] {
        let shares = model.contributions(of: findings.features, to: Int(label.rawValue), tokens: message.tokens.count)
        func weight(_ tokens: Range<Int>) -> Float { tokens.reduce(0) { $0 + shares[$1] } }
        var found: [Range<Int>] = []
        var weights: [Double] = []
        for hit in findings.hits where rules.headings[hit.heading] == label.name && weight(hit.tokens) > 0 {
            found.append(hit.tokens)
            weights.append(Double(weight(hit.tokens)))
        }
        let strongest = weights.max() ?? 0
        var chosen = found.isEmpty ? [heaviest(shares, in: message)] : []
        for place in Ranking.places(ascending: weights.map { -$0 })
        where weights[place] >= strongest * 0.6 && !chosen.contains(where: { $0.overlaps(found[place]) }) {
            chosen.append(found[place])
        }
        return chosen.compactMap { tokens in
            mark(
                label, on: Self.wholeClause.contains(label) ? clause(from: tokens, in: message) : tokens, of: message,
                text: text)
        }
    }

    /// Labels that a whole clause carries; the others hang on a word or two.
    private static let wholeClause: [Label] = [.mindReading, .fauxFeeling, .demand, .threat]

    /// The tokens with what follows them up to the next punctuation mark, and the "I" before them.
    private func clause(from tokens: Range<Int>, in message: TokenisedMessage) -> Range<Int> {
        guard let sentence = message.sentences.first(where: { $0.overlaps(tokens) }) else { return tokens }
        var start = tokens.lowerBound
        if start > sentence.lowerBound, message.tokens[start - 1].word == Known.i { start -= 1 }
        var end = tokens.upperBound
        while end < sentence.upperBound, message.tokens[end].kind != .mark { end += 1 }
        return start..<end
    }

    /// The run of tokens within one sentence with the greatest sum of shares.
    private func heaviest(_ shares: [Float], in message: TokenisedMessage) -> Range<Int> {
        var best = message.sentences.first ?? 0..<message.tokens.count
        var most = -Float.infinity
        for sentence in message.sentences {
            var start = sentence.lowerBound
            var sum: Float = 0
            for index in sentence {
                if sum <= 0 {
                    sum = 0
                    start = index
                }
                sum += shares[index]
                if sum > most {
                    most = sum
                    best = start..<(index + 1)
                }
            }
        }
        return best
    }

    private func mark(_ label: Label, on tokens: Range<Int>, of message: TokenisedMessage, text: String) -> Mark? {
        var tokens = tokens
        while let first = tokens.first, message.tokens[first].kind == .mark { tokens = tokens.dropFirst() }
        while let last = tokens.last, message.tokens[last].kind == .mark { tokens = tokens.dropLast() }
        guard let first = tokens.first, let last = tokens.last else { return nil }
        let range = message.tokens[first].range.lowerBound..<message.tokens[last].range.upperBound
        let always = lexicon.bit(of: "always")
        let trigger =
            tokens.first { message.tokens[$0].classes & always != 0 }.map { message.tokens[$0].range } ?? range
        return Mark(
            start: range.lowerBound, end: range.upperBound, label: label,
            why: words.text("why." + label.name, filling: "quote", with: Self.part(trigger, of: text)))
    }

    /// Part of a text by places of Unicode scalars.
    static func part(_ range: Range<Int>, of text: String) -> String {
        var part = ""
        for scalar in text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count) {
            part.unicodeScalars.append(scalar)
        }
        return part
    }
}
