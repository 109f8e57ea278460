/// The rules of a data file: patterns, each under a heading that says what a match stands for.
struct RuleBook {
    /// One rule.
    struct Rule {
        /// The heading's number in ``RuleBook/headings``.
        let heading: Int
        let pattern: Pattern
    }

    /// A rule that matched.
    struct Hit {
        let heading: Int
        /// Hash of the rule's pattern.
        let pattern: UInt64
        /// The tokens that carry it.
        let tokens: Range<Int>
    }

    /// What matches stand for, in the file's order.
    private(set) var headings: [String] = []
    private var rules: [Rule] = []
    private var byWord: [UInt64: [Int]] = [:]
    private var byClass: [[Int]]
    private var openingClasses: UInt64 = 0

    /// Reads a file of lines `heading: pattern`.
    init(_ bytes: [UInt8], file: String, lexicon: Lexicon) throws(PackFault) {
        byClass = [[Int]](repeating: [], count: Lexicon.mostClasses)
        for line in DataLines(bytes) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
                let pattern = Pattern(DataLines.trimmed(line[(colon + 1)...]), lexicon: lexicon)
            else { throw .line(file, line) }
            let name = DataLines.text(line[..<colon])
            if !headings.contains(name) { headings.append(name) }
            let rule = rules.count
            rules.append(Rule(heading: headings.firstIndex(of: name) ?? 0, pattern: pattern))
            for word in pattern.openingWords { byWord[word, default: []].append(rule) }
            for number in 0..<Lexicon.mostClasses where pattern.openingClasses & (1 << UInt64(number)) != 0 {
                byClass[number].append(rule)
            }
            openingClasses |= pattern.openingClasses
        }
    }

    /// Every rule that matches somewhere in a sentence, at its first place.
    func hits(in steps: [Step]) -> [Hit] {
        var hits: [Hit] = []
        var matched: Set<Int> = []
        func attempt(_ rule: Int, at position: Int) {
            guard !matched.contains(rule), let end = rules[rule].pattern.match(steps, from: position), end > position
            else { return }
            matched.insert(rule)
            var last = end - 1
            while last > position, steps[last].isMark { last -= 1 }
            hits.append(
                Hit(
                    heading: rules[rule].heading, pattern: rules[rule].pattern.hash,
                    tokens: steps[position].tokens.lowerBound..<steps[last].tokens.upperBound))
        }
        for position in steps.indices {
            if let candidates = byWord[steps[position].word] {
                for rule in candidates { attempt(rule, at: position) }
            }
            var classes = steps[position].classes & openingClasses
            while classes != 0 {
                for rule in byClass[classes.trailingZeroBitCount] { attempt(rule, at: position) }
                classes &= classes - 1
            }
        }
        return hits
    }
}
