/// The cheapest way to write a passphrase as a list of guessable parts. The parts and their prices are those of
/// ``PassphraseStrength``.
struct PassphraseAnalysis {
    /// The price of the whole.
    let bits: Double
    /// What makes it cheap: the kind of part that covers most of it.
    let worst: PassphraseStrength.Flaw

    /// One part in the cheapest list found so far for a beginning of the passphrase.
    private struct Step {
        var bits: Double
        var start: Int
        var flaw: PassphraseStrength.Flaw?
    }

    /// Analyses a passphrase that is not empty.
    init(_ scalars: [Unicode.Scalar], names: [String]) {
        let text = Characters(scalars)
        let names = names.map { Characters(Array($0.unicodeScalars)).plain }.filter { $0.count >= 3 }
        var steps = [Step](repeating: Step(bits: .infinity, start: 0, flaw: nil), count: scalars.count + 1)
        steps[0].bits = 0
        for start in scalars.indices {
            let paid = steps[start].bits
            func offer(_ length: Int, _ bits: Double, _ flaw: PassphraseStrength.Flaw?) {
                guard paid + bits < steps[start + length].bits else { return }
                steps[start + length] = Step(bits: paid + bits, start: start, flaw: flaw)
            }
            offer(1, text.price(at: start), nil)
            for name in names where text.holds(name, at: start) { offer(name.count, 1, .holdsName) }
            for length in text.wordLengths(at: start) {
                if let rank = CommonPassphrases.rank(text.plain[start..<start + length]) {
                    offer(length, rankBits(rank) + text.disguises(start, length), .common)
                }
                if text.readsLikeWord(start, length) {
                    offer(length, 8 + 0.7 * Double(length) + text.disguises(start, length), .tooFewWords)
                }
            }
            for length in text.runLengths(at: start) { offer(length, 5 + logarithm(length), .run) }
            if text.isYear(at: start) { offer(4, 7, .year) }
            for length in text.repeatLengths(at: start) { offer(length, 3 + logarithm(length), .repeated) }
        }
        bits = steps[scalars.count].bits
        worst = Self.worst(steps)
    }

    /// Goes back through the cheapest list and adds up what each kind of part covers.
    private static func worst(_ steps: [Step]) -> PassphraseStrength.Flaw {
        let flaws: [PassphraseStrength.Flaw] = [.holdsName, .common, .run, .repeated, .year]
        var covered = [Int](repeating: 0, count: flaws.count)
        var end = steps.count - 1
        while end > 0 {
            let step = steps[end]
            if let index = flaws.firstIndex(where: { $0 == step.flaw }) { covered[index] += end - step.start }
            end = step.start
        }
        // A name is always worth telling.
        if covered[0] > 0 { return .holdsName }
        guard let most = covered.max(), most * 3 >= steps.count - 1 else { return .tooFewWords }
        return covered.firstIndex(of: most).map { flaws[$0] } ?? .tooFewWords
    }
}

/// Bits for the entry of a rank: more for what is tried later.
private func rankBits(_ rank: Int) -> Double {
    max(3, logarithm(rank + 1))
}

/// The logarithm to base 2 of a whole number from 1 on, between the powers along a straight line.
private func logarithm(_ value: Int) -> Double {
    let whole = Int.bitWidth - 1 - value.leadingZeroBitCount
    return Double(whole) + Double(value - 1 << whole) / Double(1 << whole)
}

/// The characters of a passphrase as a guesser sees them.
private struct Characters {
    /// What was typed.
    let typed: [Unicode.Scalar]
    /// The same in small letters, look-alikes such as `4` and `@` read as the letters they stand for in the middle of words.
    let plain: [UInt8]

    init(_ scalars: [Unicode.Scalar]) {
        typed = scalars
        var plain: [UInt8] = []
        for index in scalars.indices {
            let byte = Self.small(scalars[index])
            let isInWord =
                index > 0 && Self.isLetter(Self.small(scalars[index - 1]))
                || index + 1 < scalars.count && Self.isLetter(Self.small(scalars[index + 1]))
            plain.append(isInWord ? Self.letter(lookingLike: byte) : byte)
        }
        self.plain = plain
    }

    /// ASCII in small letters; 0 for anything else.
    private static func small(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar {
        case "A"..."Z": UInt8(scalar.value) + 32
        case let scalar where scalar.isASCII: UInt8(scalar.value)
        default: 0
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func letter(lookingLike byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0"): UInt8(ascii: "o")
        case UInt8(ascii: "1"), UInt8(ascii: "!"): UInt8(ascii: "i")
        case UInt8(ascii: "3"): UInt8(ascii: "e")
        case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
        case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
        case UInt8(ascii: "7"): UInt8(ascii: "t")
        default: byte
        }
    }

    /// What the character costs by itself.
    func price(at index: Int) -> Double {
        switch typed[index] {
        case "0"..."9": 3.3
        case "a"..."z": 4.7
        case "A"..."Z": 5.7
        case " ": 1
        case let scalar where scalar.isASCII: 5.5
        default: 7
        }
    }

    /// Whether a name stands there.
    func holds(_ name: [UInt8], at start: Int) -> Bool {
        start + name.count <= plain.count && plain[start..<start + name.count].elementsEqual(name)
    }

    /// How long what begins here could be as a word.
    func wordLengths(at start: Int) -> ClosedRange<Int> {
        1...max(1, min(12, plain.count - start))
    }

    /// A bit for capitals and one for look-alikes.
    func disguises(_ start: Int, _ length: Int) -> Double {
        var hasCapital = false
        var hasLookAlike = false
        for index in start..<start + length {
            let byte = Self.small(typed[index])
            if typed[index].value != UInt32(byte) { hasCapital = true }
            if byte != plain[index] { hasLookAlike = true }
        }
        return (hasCapital ? 1 : 0) + (hasLookAlike ? 1 : 0)
    }

    /// Whether the letters could be a word: no more than three consonants or vowels in a row, a vowel for every four letters.
    func readsLikeWord(_ start: Int, _ length: Int) -> Bool {
        guard length >= 3 else { return false }
        var vowels = 0
        var run = 0
        var wasVowel = false
        for byte in plain[start..<start + length] {
            guard Self.isLetter(byte) else { return false }
            let isVowel = "aeiouy".utf8.contains(byte)
            run = isVowel == wasVowel ? run + 1 : 1
            if run > 3 { return false }
            wasVowel = isVowel
            if isVowel { vowels += 1 }
        }
        return vowels * 4 >= length
    }

    /// The rows of keyboards, besides the alphabet and the digits.
    private static let rows = [
        "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "azertyuiop", "1q2w3e4r5t6z", "qazwsxedc",
    ]

    /// How long a run beginning here can be taken to be: three characters or more of the alphabet, the digits or a keyboard row,
    /// forwards or backwards.
    func runLengths(at start: Int) -> Range<Int> {
        var longest = 0
        for step in [1, -1] {
            var end = start
            while end + 1 < plain.count, Self.isLetter(raw(end)) || Self.isDigit(raw(end)),
                Int(raw(end + 1)) - Int(raw(end)) == step
            {
                end += 1
            }
            longest = max(longest, end - start + 1)
        }
        for row in Self.rows {
            let keys = Array(row.utf8)
            guard let place = keys.firstIndex(of: raw(start)) else { continue }
            for step in [1, -1] {
                var length = 1
                while start + length < plain.count, keys.indices.contains(place + step * length),
                    keys[place + step * length] == raw(start + length)
                {
                    length += 1
                }
                longest = max(longest, length)
            }
        }
        return longest < 3 ? 0..<0 : 3..<longest + 1
    }

    private func raw(_ index: Int) -> UInt8 { Self.small(typed[index]) }

    /// Whether a year from 1900 to 2099 stands there.
    func isYear(at start: Int) -> Bool {
        guard start + 4 <= typed.count else { return false }
        let digits = (start..<start + 4).map { raw($0) }
        guard digits.allSatisfy({ Self.isDigit($0) }) else { return false }
        return digits[0] == UInt8(ascii: "1") && digits[1] == UInt8(ascii: "9")
            || digits[0] == UInt8(ascii: "2") && digits[1] == UInt8(ascii: "0")
    }

    /// How long what begins here repeats something that began earlier; the repetition may run into itself, as in `aaaa`.
    func repeatLengths(at start: Int) -> Range<Int> {
        var longest = 0
        for earlier in 0..<start {
            var length = 0
            while start + length < plain.count, plain[earlier + length] == plain[start + length],
                plain[start + length] != 0
            {
                length += 1
            }
            longest = max(longest, length)
        }
        return longest < 3 ? 0..<0 : 3..<longest + 1
    }
}
