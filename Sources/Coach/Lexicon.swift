/// Words by class (verdicts, kin, devices, words of leaving…) and plain spellings of chat words.
///
/// A class groups words that play the same part in a message, so that what is learned from one holds for its siblings.
/// The classes are data, `Content/en/coach/lexicon.txt`; a word may belong to several, the first named counts first.
struct Lexicon {
    /// The classes' names in the order of the file: class number n is bit n of ``Token/classes``.
    private(set) var names: [String] = []
    private var classesOfWord: [UInt64: UInt64] = [:]
    private var spellings: [UInt64: [UInt64]] = [:]
    /// Words behind which "'s" is "is": pronouns, question words and the like.
    private var isTakers: Set<UInt64> = []

    /// The most classes there can be.
    static let mostClasses = 64

    /// Reads both files. A line is `class: word word…` or `spelling = word word…`; `#` begins a comment.
    init(classes: [UInt8], spellings: [UInt8]) throws(PackFault) {
        for line in DataLines(classes) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .line("lexicon", line) }
            let name = DataLines.text(line[..<colon])
            let number: Int
            if let known = names.firstIndex(of: name) {
                number = known
            } else {
                guard names.count < Self.mostClasses else { throw .line("lexicon", line) }
                number = names.count
                names.append(name)
            }
            for word in DataLines.words(line[(colon + 1)...]) {
                classesOfWord[WordHash.of(utf8: word), default: 0] |= 1 << UInt64(number)
            }
        }
        for line in DataLines(spellings) {
            guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { throw .line("spelling", line) }
            let plain = DataLines.words(line[(equals + 1)...]).map { WordHash.of(utf8: $0) }
            for spelling in DataLines.words(line[..<equals]) { self.spellings[WordHash.of(utf8: spelling)] = plain }
        }
        if let person = number(of: "person") {
            for (word, classes) in classesOfWord where classes & (1 << UInt64(person)) != 0 { isTakers.insert(word) }
        }
    }

    /// The classes of a word, one bit each; 0 for a word that has none.
    func classes(of word: UInt64) -> UInt64 { classesOfWord[word] ?? 0 }

    /// Whether the word has a class or a plain spelling.
    func knows(_ word: UInt64) -> Bool { classesOfWord[word] != nil || spellings[word] != nil }

    /// What a chat spelling or an irregular contraction stands for, or nil for other words.
    func plainSpelling(of word: UInt64) -> [UInt64]? { spellings[word] }

    /// Whether "'s" behind this word means "is".
    func takesIs(_ word: UInt64) -> Bool { isTakers.contains(word) }

    /// The number of a class, or nil when there is none of that name.
    func number(of name: String) -> Int? { names.firstIndex(of: name) }

    /// The bit of a class, or 0 when there is none of that name.
    func bit(of name: String) -> UInt64 { number(of: name).map { 1 << UInt64($0) } ?? 0 }
}
