/// Cuts a message into tokens: lower case, contractions opened ("you're" is "you are"), chat spellings made plain
/// ("ur", "gonna"), stretched letters shortened ("neverrr"), quotations found.
struct Tokeniser {
    private let lexicon: Lexicon

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// The message as tokens. Looks at no more than ``Coach/longestMessage`` Unicode scalars.
    func tokenise(_ text: String) -> TokenisedMessage {
        var scalars: [UInt32] = []
        for scalar in text.unicodeScalars {
            if scalars.count == Coach.longestMessage { break }
            scalars.append(scalar.value)
        }
        let lowered = scalars.map(Self.lowercased)
        let quoted = Self.quotations(in: scalars)
        var message = TokenisedMessage()
        var sentenceStart = 0
        var index = 0
        func closeSentence() {
            if message.tokens.count > sentenceStart {
                message.sentences.append(sentenceStart..<message.tokens.count)
                sentenceStart = message.tokens.count
            }
        }
        func append(_ kind: Token.Kind, _ range: Range<Int>, word: UInt64) {
            message.tokens.append(
                Token(
                    kind: kind, word: word, stem: word, beginning: word, classes: lexicon.classes(of: word),
                    range: range))
        }
        while index < scalars.count {
            let scalar = lowered[index]
            let start = index
            let before = message.tokens.count
            if Self.isLetter(scalar) {
                index = Self.endOfWord(in: lowered, from: index)
                appendWord(start..<index, of: scalars, lowered: lowered, isFirst: before == sentenceStart, to: &message)
            } else if Self.beginsNumber(at: index, in: lowered) {
                index = Self.endOfNumber(in: lowered, from: index)
                append(.number, start..<index, word: WordHash.of(lowered[start..<index]))
            } else if Self.isPictograph(scalar) {
                index += 1
                append(.emoji, start..<index, word: WordHash.of(lowered[start..<index]))
            } else if let mark = Self.mark(scalar) {
                while index < scalars.count, Self.mark(lowered[index]) == mark { index += 1 }
                let isEllipsis = index - start > 1 && mark == 0x2E
                append(.mark, start..<index, word: WordHash.adding(isEllipsis ? 0x2026 : mark, to: WordHash.seed))
                if mark != 0x2C {
                    while index < scalars.count, let more = Self.mark(lowered[index]), more != 0x2C { index += 1 }
                    closeSentence()
                }
            } else {
                if scalar == 0x0A { closeSentence() }
                index += 1
            }
            for token in before..<message.tokens.count where quoted[start] { message.tokens[token].isQuoted = true }
        }
        closeSentence()
        return message
    }

    /// Appends one written word, which may be two or three tokens.
    private func appendWord(
        _ range: Range<Int>, of scalars: [UInt32], lowered: [UInt32], isFirst: Bool, to message: inout TokenisedMessage
    ) {
        var letters = lowered[range]
        if !lexicon.knows(WordHash.of(letters)), let shorter = shortened(letters) { letters = shorter[...] }
        let capital = scalars[range.lowerBound] != lowered[range.lowerBound]
        let shouted = range.count > 2 && !scalars[range].contains { Self.isLowercaseLetter($0) }
        func append(
            _ word: UInt64, _ stem: UInt64, _ beginning: UInt64, at place: Range<Int>, mayBeName: Bool = false
        ) {
            let classes = lexicon.classes(of: word)
            var token = Token(
                kind: .word, word: word, stem: stem, beginning: beginning,
                classes: classes != 0 ? classes : lexicon.classes(of: stem),
                range: place)
            token.isShouted = shouted
            token.isName = mayBeName && capital && !isFirst && !shouted && !lexicon.knows(word)
            message.tokens.append(token)
        }
        func append(_ letters: ArraySlice<UInt32>, at place: Range<Int>, mayBeName: Bool) {
            append(
                WordHash.of(letters), stem(of: letters), WordHash.of(letters.prefix(5)), at: place, mayBeName: mayBeName
            )
        }
        let whole = WordHash.of(letters)
        if let plain = lexicon.plainSpelling(of: whole) {
            for word in plain { append(word, word, word, at: range) }
            return
        }
        let isCompound = letters.contains(0x2D)
        if isCompound, !lexicon.knows(whole) {
            var start = letters.startIndex
            let shift = range.lowerBound - letters.startIndex
            while start < letters.endIndex {
                let end = letters[start...].firstIndex(of: 0x2D) ?? letters.endIndex
                if end > start {
                    appendPart(letters[start..<end], at: start + shift..<min(end + shift, range.upperBound))
                }
                start = end + 1
            }
            return
        }
        appendPart(letters, at: range)

        func appendPart(_ letters: ArraySlice<UInt32>, at place: Range<Int>) {
            guard let apostrophe = letters.lastIndex(of: 0x27), apostrophe > letters.startIndex else {
                append(letters, at: place, mayBeName: true)
                return
            }
            let head = letters[..<apostrophe]
            let tail = letters[(apostrophe + 1)...]
            let ending: UInt64? =
                if tail.elementsEqual([0x72, 0x65]) {
                    Known.are
                } else if tail.elementsEqual([0x6D]) {
                    Known.am
                } else if tail.elementsEqual([0x76, 0x65]) {
                    Known.have
                } else if tail.elementsEqual([0x6C, 0x6C]) {
                    Known.will
                } else if tail.elementsEqual([0x64]) {
                    Known.would
                } else if tail.elementsEqual([0x73]) {
                    lexicon.takesIs(WordHash.of(head)) ? Known.is : Known.possessive
                } else {
                    nil
                }
            if let ending {
                append(head, at: place, mayBeName: true)
                append(ending, ending, ending, at: place)
            } else if tail.elementsEqual([0x74]), head.last == 0x6E, head.count > 1 {
                append(head.dropLast(), at: place, mayBeName: false)
                append(Known.not, Known.not, Known.not, at: place)
            } else {
                append(letters, at: place, mayBeName: true)
            }
        }
    }

    /// The word with every run of three or more equal letters shortened to one, or to two if only that is known.
    private func shortened(_ letters: ArraySlice<UInt32>) -> [UInt32]? {
        var runs: [(letter: UInt32, count: Int)] = []
        for letter in letters {
            if let last = runs.last, last.letter == letter {
                runs[runs.count - 1].count += 1
            } else {
                runs.append((letter, 1))
            }
        }
        guard runs.contains(where: { $0.count > 2 }) else { return nil }
        func spelled(_ most: Int) -> [UInt32] {
            runs.flatMap { run in [UInt32](repeating: run.letter, count: run.count > 2 ? most : run.count) }
        }
        let single = spelled(1)
        if lexicon.knows(WordHash.of(single[...])) { return single }
        return spelled(2)
    }

    /// The hash of a word without its ending. Crude on purpose: it only has to be the same for the same word's forms.
    private func stem(of letters: ArraySlice<UInt32>) -> UInt64 {
        let word = Array(letters)
        func ends(_ ending: [UInt32]) -> Bool {
            word.count >= ending.count + 3 && word[(word.count - ending.count)...].elementsEqual(ending)
        }
        func without(_ count: Int) -> ArraySlice<UInt32> {
            var rest = word[..<(word.count - count)]
            if rest.count > 3, let last = rest.last, last == rest[rest.endIndex - 2], !Self.isVowel(last), last != 0x6C,
                last != 0x73
            {
                rest = rest.dropLast()
            }
            return rest
        }
        var rest = word[...]
        if ends([0x69, 0x6E, 0x67]) {  // -ing
            rest = without(3)
        } else if ends([0x69, 0x65, 0x64]) || ends([0x69, 0x65, 0x73]) {  // -ied, -ies
            return WordHash.adding(0x79, to: WordHash.of(word[..<(word.count - 3)]))
        } else if ends([0x65, 0x64]) {  // -ed
            rest = without(2)
        } else if ends([0x6C, 0x79]) {  // -ly
            rest = word[..<(word.count - 2)]
        } else if ends([0x73]), word[word.count - 2] != 0x73, word[word.count - 2] != 0x75 {  // -s
            rest = word[..<(word.count - 1)]
        }
        let plain = WordHash.of(rest)
        if rest.count < word.count, lexicon.classes(of: plain) == 0 {
            let withE = WordHash.adding(0x65, to: plain)
            if lexicon.classes(of: withE) != 0 { return withE }
        }
        return plain
    }
}

// MARK: - Scalars

extension Tokeniser {
    /// The scalar in lower case: Latin letters only, which is what the lexicon holds; curly apostrophes become straight.
    private static func lowercased(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: scalar + 32
        case 0x2018, 0x2019, 0x02BC: 0x27
        case 0x2010, 0x2011: 0x2D
        default: scalar
        }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0x1FFF, 0x3040...0xD7FF: true
        default: false
        }
    }

    private static func isLowercaseLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }

    private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

    private static func beginsNumber(at index: Int, in lowered: [UInt32]) -> Bool {
        isDigit(lowered[index])
            || isCurrency(lowered[index]) && index + 1 < lowered.count && isDigit(lowered[index + 1])
    }

    private static func isVowel(_ scalar: UInt32) -> Bool {
        scalar == 0x61 || scalar == 0x65 || scalar == 0x69 || scalar == 0x6F || scalar == 0x75
    }

    private static func isCurrency(_ scalar: UInt32) -> Bool {
        scalar == 0x24 || scalar == 0xA3 || scalar == 0x20AC || scalar == 0x20B9
    }

    private static func isPictograph(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2190...0x2BFF, 0x1F000...0x1FAFF: true
        default: false
        }
    }

    /// The mark that a punctuation scalar counts as: dashes, colons, semicolons and brackets count as commas.
    private static func mark(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x2E, 0x21, 0x3F, 0x2026: scalar
        case 0x2C, 0x3A, 0x3B, 0x2D, 0x2013, 0x2014, 0x28, 0x29, 0x2F: 0x2C
        default: nil
        }
    }

    /// The end of the word at an index: letters, and apostrophes, hyphens and asterisks between letters.
    private static func endOfWord(in lowered: [UInt32], from start: Int) -> Int {
        var end = start
        while end < lowered.count {
            let scalar = lowered[end]
            if isLetter(scalar) || scalar == 0x2A || (isDigit(scalar) && end > start) {
                end += 1
            } else if scalar == 0x27 || scalar == 0x2D, end + 1 < lowered.count, isLetter(lowered[end + 1]) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    private static func endOfNumber(in lowered: [UInt32], from start: Int) -> Int {
        var end = start + 1
        while end < lowered.count {
            let scalar = lowered[end]
            let joins = scalar == 0x2E || scalar == 0x2C || scalar == 0x3A
            if isDigit(scalar) || isLetter(scalar) || (joins && end + 1 < lowered.count && isDigit(lowered[end + 1])) {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    /// Which scalars stand between quotation marks. A mark that is never closed opens nothing.
    private static func quotations(in scalars: [UInt32]) -> [Bool] {
        var quoted = [Bool](repeating: false, count: scalars.count)
        var opening: (index: Int, closes: UInt32)?
        for (index, scalar) in scalars.enumerated() {
            if let open = opening {
                let next = index + 1 < scalars.count ? lowercased(scalars[index + 1]) : 0x20
                let endsHere =
                    scalar == open.closes && (open.closes == 0x22 || open.closes == 0x201D || !isLetter(next))
                if endsHere {
                    for inside in open.index..<index { quoted[inside] = true }
                    opening = nil
                } else if index - open.index > 240 {
                    opening = nil
                }
            } else {
                let previous = index > 0 ? scalars[index - 1] : 0x20
                let startsWord = previous == 0x20 || previous == 0x0A || previous == 0x28
                switch scalar {
                case 0x22: opening = (index, 0x22)
                case 0x201C: opening = (index, 0x201D)
                case 0x2018: opening = (index, 0x2019)
                case 0x27 where startsWord: opening = (index, 0x27)
                default: break
                }
            }
        }
        return quoted
    }
}
