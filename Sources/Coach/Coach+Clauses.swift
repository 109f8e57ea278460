extension Coach {
    /// The absolutes that one clause of several says of the partner, beside one that tells what it costs the writer: "you never help,
    /// i have to do everything alone". Read as a whole such a sentence is diluted by all that stands in it, and written late and small it
    /// has a comma where a full stop could be. So the clause is read by itself.
    func absolutesOfClauses(in message: TokenisedMessage, text: String) -> [Mark] {
        var found: [Mark] = []
        for sentence in message.sentences {
            let clauses = clauses(of: sentence, in: message.tokens)
            guard clauses.count > 1 else { continue }
            for (place, clause) in clauses.enumerated() where message.tokens[clause.lowerBound].word == Known.you {
                let isCostly = clauses.enumerated().contains {
                    $0.offset != place && tellsBurden($0.element, message.tokens)
                }
                guard isCostly, let last = clause.last else { continue }
                let start = message.tokens[clause.lowerBound].range.lowerBound
                let part = Self.part(start..<message.tokens[last].range.upperBound, of: text)
                found += marks(of: .absolute, inClause: part).map {
                    Mark(start: $0.start + start, end: $0.end + start, label: $0.label, why: $0.why)
                }
            }
        }
        return found
    }

    /// A sentence cut at its commas, where somebody else begins to do something; without the commas, and without an "and".
    private func clauses(of sentence: Range<Int>, in tokens: [Token]) -> [Range<Int>] {
        var clauses: [Range<Int>] = []
        var start = sentence.lowerBound
        for index in sentence where tokens[index].word == Known.comma && index > start {
            var next = index + 1
            if next < sentence.upperBound, Known.joiners.contains(tokens[next].word) { next += 1 }
            guard next < sentence.upperBound, Known.subjects.contains(tokens[next].word), !tokens[next].isQuoted else {
                continue
            }
            clauses.append(start..<index)
            start = next
        }
        if start < sentence.upperBound { clauses.append(start..<sentence.upperBound) }
        return clauses
    }

    /// Whether a clause says what something costs whoever writes.
    private func tellsBurden(_ clause: Range<Int>, _ tokens: [Token]) -> Bool {
        guard [Known.i, Known.it].contains(tokens[clause.lowerBound].word) else { return false }
        return clause.contains { index in
            if Known.burdens.contains(tokens[index].word) { return true }
            return Known.haves.contains(tokens[index].word) && index + 1 < clause.upperBound
                && tokens[index + 1].word == Known.to
        }
    }
}
