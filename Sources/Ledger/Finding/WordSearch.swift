/// Looks for words in texts: each has to stand there, at the beginning of a word, in whatever order, whatever their case and their
/// accents, and whichever apostrophe. Where a script has no spaces between words, anywhere.
public struct WordSearch: Equatable, Sendable {
    /// The most words that are looked for; of what is pasted, the first.
    private static let most = 16

    private let words: [[UInt8]]

    /// Looks for the words of what somebody typed.
    public init(_ typed: String) {
        var words: [[UInt8]] = [[]]
        var typed = typed
        typed.withUTF8 { text in
            var reader = FoldingReader(text, 0..<text.count, isSpelled: false)
            while words.count <= Self.most, let letter = reader.next() {
                if !letter.isOfWord {
                    words.append([])
                    continue
                }
                var bytes = letter.bytes
                while bytes != 0 {
                    words[words.count - 1].append(UInt8(truncatingIfNeeded: bytes))
                    bytes >>= 8
                }
            }
        }
        self.words = words.prefix(Self.most).map { Self.withoutQuotes($0) }.filter { !$0.isEmpty }
    }

    private init(words: [[UInt8]]) { self.words = words }

    /// A word without the apostrophes around it, which may be quotation marks.
    private static func withoutQuotes(_ word: [UInt8]) -> [UInt8] {
        let begun = word.drop { $0 == Folded.apostrophe }
        guard let last = begun.lastIndex(where: { $0 != Folded.apostrophe }) else { return [] }
        return Array(begun[...last])
    }

    /// Whether nothing is looked for.
    public var isEmpty: Bool { words.isEmpty }

    /// Whether all words begin words of these texts.
    public func finds(in texts: [String]) -> Bool {
        texts.reduce(self) { $0.left(after: $1) }.isEmpty
    }

    /// What is still to be found elsewhere, when a text has been looked through.
    public func left(after text: String) -> WordSearch {
        if isEmpty { return self }
        return Self.read(text) { text in
            WordSearch(
                words: words.filter {
                    WordFinder(word: $0).first(in: text, 0..<text.count, from: 0, isSpelled: false) == nil
                })
        }
    }

    /// Which words of a text are meant, each whole, by where they are in its UTF-8; in their order.
    public func places(in text: String) -> [Range<Int>] {
        Self.read(text) { text in
            var places: [Range<Int>] = []
            for word in words {
                var start = 0
                while let found = WordFinder(word: word).first(
                    in: text, 0..<text.count, from: start, isSpelled: false)
                {
                    places.append(found.lowerBound..<Self.wordEnd(text, found))
                    start = found.upperBound
                }
            }
            return Self.joined(places)
        }
    }

    /// All words that are looked for, each a bit.
    var wanted: UInt32 { words.isEmpty ? 0 : UInt32.max >> UInt32(32 - words.count) }

    /// Which of some words don't begin words of a text that is spelled with JSON's escapes.
    func left(of wanted: UInt32, spelled text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
        var left = wanted
        for (number, word) in words.enumerated() where left & 1 << UInt32(number) != 0 {
            if WordFinder(word: word).first(in: text, range, from: range.lowerBound, isSpelled: true) != nil {
                left &= ~(1 << UInt32(number))
            }
        }
        return left
    }

    private static func read<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = text
        return text.withUTF8 { body($0) }
    }

    /// Where the word ends whose beginning was found.
    private static func wordEnd(_ text: UnsafeBufferPointer<UInt8>, _ found: Range<Int>) -> Int {
        var reader = FoldingReader(text, found.upperBound..<text.count, isSpelled: false)
        var end = found.upperBound
        // An apostrophe belongs to the word only when letters follow.
        while let letter = reader.next(), letter.isOfWord, !letter.isWordByItself {
            if letter.bytes != UInt32(Folded.apostrophe) { end = reader.position }
        }
        return end
    }

    /// The same places in their order, those that touch or overlap as one.
    private static func joined(_ places: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, place.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                joined.append(place)
            }
        }
        return joined
    }
}
