/// A wording that a rule looks for, as steps of one sentence.
///
/// Written with a space between elements: `word`, `this|that`, `<class>`, `<class>|word`; `^` the sentence begins, `$` it ends;
/// `..` up to four steps of anything, `..9` up to nine; `word?` may be missing; `!word` must not come next; `"` a quotation;
/// `,` a comma and `(?)` a question mark, both skipped over where a pattern doesn't ask for them.
struct Pattern {
    private enum Element {
        case choice(words: [UInt64], classes: UInt64, isOptional: Bool)
        case refusal(words: [UInt64], classes: UInt64)
        case gap(most: Int)
        case begin
        case end
    }

    private let elements: [Element]
    /// Hash of the pattern as written: its name as a feature.
    let hash: UInt64
    /// The words and classes of which one must stand where a match begins.
    let openingWords: [UInt64]
    let openingClasses: UInt64

    /// Reads a pattern; nil when it names an unknown class or doesn't begin with a word or a class.
    init?(_ text: ArraySlice<UInt8>, lexicon: Lexicon) {
        var elements: [Element] = []
        for part in DataLines.words(text) {
            guard let element = Self.element(part, lexicon: lexicon) else { return nil }
            elements.append(element)
        }
        let opening = elements.first {
            if case .begin = $0 { false } else { true }
        }
        guard case .choice(let words, let classes, isOptional: false)? = opening else { return nil }
        self.elements = elements
        hash = WordHash.of(utf8: text)
        openingWords = words
        openingClasses = classes
    }

    /// Reads one element, or nil when it names an unknown class or an impossible gap.
    private static func element(_ part: ArraySlice<UInt8>, lexicon: Lexicon) -> Element? {
        if part.elementsEqual("^".utf8) { return .begin }
        if part.elementsEqual("$".utf8) { return .end }
        if part.elementsEqual("(?)".utf8) { return .choice(words: [Known.question], classes: 0, isOptional: false) }
        if part.starts(with: "..".utf8) {
            let digits = DataLines.text(part.dropFirst(2))
            guard let most = digits.isEmpty ? 4 : Int(digits), (1...20).contains(most) else { return nil }
            return .gap(most: most)
        }
        let refuses = part.first == UInt8(ascii: "!")
        let isOptional = part.last == UInt8(ascii: "?")
        var words: [UInt64] = []
        var classes: UInt64 = 0
        let choices = part.dropFirst(refuses ? 1 : 0).dropLast(isOptional ? 1 : 0)
        for choice in choices.split(separator: UInt8(ascii: "|")) {
            if choice.first == UInt8(ascii: "<"), choice.last == UInt8(ascii: ">") {
                guard let number = lexicon.number(of: DataLines.text(choice.dropFirst().dropLast())) else { return nil }
                classes |= 1 << UInt64(number)
            } else {
                words.append(WordHash.of(utf8: choice))
            }
        }
        return refuses
            ? .refusal(words: words, classes: classes)
            : .choice(words: words, classes: classes, isOptional: isOptional)
    }

    /// The end of the longest match that begins at a step, or nil.
    func match(_ steps: [Step], from start: Int) -> Int? {
        var budget = 400
        return match(steps, element: 0, at: start, began: start, budget: &budget)
    }

    private func match(_ steps: [Step], element: Int, at position: Int, began: Int, budget: inout Int) -> Int? {
        budget -= 1
        if budget < 0 { return nil }
        guard element < elements.count else { return position }
        switch elements[element] {
        case .begin:
            guard !steps[..<position].contains(where: { !$0.isMark }) else { return nil }
            return match(steps, element: element + 1, at: position, began: began, budget: &budget)
        case .end:
            guard !steps[position...].contains(where: { !$0.isMark }) else { return nil }
            return match(steps, element: element + 1, at: position, began: began, budget: &budget)
        case .gap(let most):
            for length in stride(from: min(most, steps.count - position), through: 0, by: -1) {
                if let end = match(steps, element: element + 1, at: position + length, began: began, budget: &budget) {
                    return end
                }
            }
            return nil
        case .refusal(let words, let classes):
            let next = steps[position...].first { !$0.isMark }
            if let next, words.contains(next.word) || next.classes & classes != 0 { return nil }
            return match(steps, element: element + 1, at: position, began: began, budget: &budget)
        case .choice(let words, let classes, let isOptional):
            var here = position
            while here < steps.count, steps[here].isMark, !words.contains(steps[here].word) { here += 1 }
            if here < steps.count, words.contains(steps[here].word) || steps[here].classes & classes != 0,
                let end = match(steps, element: element + 1, at: here + 1, began: began, budget: &budget)
            {
                return end
            }
            return isOptional ? match(steps, element: element + 1, at: position, began: began, budget: &budget) : nil
        }
    }
}
