/// Looks for words in texts: each has to stand there, at the beginning of a word, whatever the case of plain letters and whichever
/// apostrophe.
public struct WordSearch: Sendable {
    private let words: [[UInt8]]

    /// Looks for the words of what somebody typed.
    public init(_ typed: String) {
        words = Self.folded(typed).split { !Self.isOfWord($0) }.map { Array($0) }
    }

    /// Whether nothing is looked for.
    public var isEmpty: Bool { words.isEmpty }

    /// Whether all words begin words of these texts.
    public func finds(in texts: [String]) -> Bool {
        let texts = texts.map { Self.folded($0) }
        return words.allSatisfy { word in texts.contains { Self.stands(word, in: $0) } }
    }

    private static func stands(_ word: [UInt8], in text: [UInt8]) -> Bool {
        guard word.count <= text.count else { return false }
        for start in 0...(text.count - word.count) where start == 0 || !isOfWord(text[start - 1]) {
            var length = 0
            while length < word.count, text[start + length] == word[length] { length += 1 }
            if length == word.count { return true }
        }
        return false
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x61...0x7A, 0x27, 0x80...: true
        default: false
        }
    }

    private static func folded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: bytes.append(UInt8(scalar.value) + 32)
            case 0x2019: bytes.append(0x27)
            // Signs of typography end words, as spaces do.
            case 0x2010...0x2027, 0xA0, 0xAB, 0xBB: bytes.append(0x20)
            default: bytes += Array(String(scalar).utf8)
            }
        }
        return bytes
    }
}
