import Bytes

/// Looks for one word in texts where they lie: the entries of ten years are gone through while somebody types.
struct WordFinder {
    /// The word as it is compared (``Folded``); not empty.
    let word: [UInt8]

    /// Where the word first begins a word of a text, and where it ends there; nil when it doesn't.
    ///
    /// - Parameters:
    ///   - text: where the text lies.
    ///   - range: which part of it.
    ///   - start: from where on, within it.
    ///   - isSpelled: whether it is spelled with JSON's escapes.
    func first(
        in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from start: Int, isSpelled: Bool
    ) -> Range<Int>? {
        let first = word[0]
        // Only a byte like the word's first one, or one that may fold to it, is looked at closely; eight are passed at a time. The
        // test for a byte is that of `BodyCursor`: above the lowest one it may mark others wrongly, which costs a look.
        let isPlain = first < 0x80
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let sought = ones &* UInt64(first | 0x20)
        var at = start
        while at < range.upperBound {
            guard at + 8 <= range.upperBound else {
                if let end = end(in: text, range, at: at, isSpelled: isSpelled) { return at..<end }
                at += 1
                continue
            }
            let bytes = text.littleEndianWord(at: at)
            var marked = bytes & highs
            if isPlain {
                let others = (bytes | ones &* 0x20) ^ sought
                marked |= (others &- ones) & ~others & highs
            }
            while marked != 0 {
                let place = at + marked.trailingZeroBitCount >> 3
                if let end = end(in: text, range, at: place, isSpelled: isSpelled) { return place..<end }
                marked &= marked &- 1
            }
            at += 8
        }
        return nil
    }

    /// Where the word ends that begins at a place of a text, when it is the one that is looked for or begins with it.
    private func end(
        in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at start: Int, isSpelled: Bool
    ) -> Int? {
        // Within a character.
        if text[start] & 0xC0 == 0x80 || isSpelled && Self.isEscaping(in: text, range, at: start - 1) { return nil }
        // Most go on with another letter.
        if word.count > 1, text[start] < 0x80, start + 1 < range.upperBound {
            switch text[start + 1] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: if text[start + 1] | 0x20 != word[1] { return nil }
            default: break
            }
        }
        var reader = FoldingReader(text, start..<range.upperBound, isSpelled: isSpelled)
        guard var letter = reader.next(), letter.isOfWord, letter.bytes & 0xFF == UInt32(word[0]),
            letter.isWordByItself || Self.begins(in: text, range, at: start, isSpelled: isSpelled)
        else { return nil }
        var matched = 0
        while true {
            var bytes = letter.bytes
            while bytes != 0, matched < word.count {
                guard UInt32(word[matched]) == bytes & 0xFF else { return nil }
                matched += 1
                bytes >>= 8
            }
            if matched == word.count { return reader.position }
            guard let next = reader.next(), next.isOfWord else { return nil }
            letter = next
        }
    }

    /// Whether a word can begin at a place of a text: not within another, but also behind an apostrophe.
    private static func begins(
        in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at start: Int, isSpelled: Bool
    ) -> Bool {
        guard start > range.lowerBound else { return true }
        var before = start - 1
        if text[before] < 0x80 {
            if text[before] == Folded.apostrophe { return true }
            if isSpelled, isEscape(in: text, range, upTo: start) { return true }
            return !Folded(UInt32(text[before])).isOfWord
        }
        while before > range.lowerBound, text[before] & 0xC0 == 0x80 { before -= 1 }
        var reader = FoldingReader(text, before..<start, isSpelled: false)
        guard let letter = reader.next() else { return true }
        return !letter.isOfWord || letter.isWordByItself || letter.bytes == UInt32(Folded.apostrophe)
    }

    /// Whether what stands before a place is one of JSON's escapes, whose last byte may look like a letter.
    private static func isEscape(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, upTo end: Int) -> Bool {
        let isLong = end - 5 > range.lowerBound && text[end - 5] == UInt8(ascii: "u")
        return isEscaping(in: text, range, at: end - 2) && text[end - 1] != UInt8(ascii: "u")
            || isLong && isEscaping(in: text, range, at: end - 6)
    }

    /// Whether an escape begins at a place: a backslash that isn't escaped itself.
    private static func isEscaping(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at place: Int) -> Bool {
        var count = 0
        while place - count >= range.lowerBound, text[place - count] == UInt8(ascii: "\\") { count += 1 }
        return count % 2 == 1
    }
}
