/// Words by the parts they play where somebody tells of harm: strikes, wounds, fear, permission, papers, and what only looks like
/// it: games, films, pets. A word may play several parts.
struct HarmWords {
    private var partsOfWord: [UInt64: [UInt8]] = [:]
    /// The part of a name that is no other word.
    private let name: [UInt8]

    /// Reads lines `part: word word…`; a part may go on on several lines.
    init(_ bytes: [UInt8]) throws(PackFault) {
        var names: [String] = []
        for line in DataLines(bytes) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .line("harm-words", line) }
            let name = DataLines.text(line[..<colon])
            let number: Int
            if let known = names.firstIndex(of: name) {
                number = known
            } else {
                guard names.count < 255 else { throw .line("harm-words", line) }
                number = names.count
                names.append(name)
            }
            for word in DataLines.words(line[(colon + 1)...]) {
                let hash = WordHash.of(utf8: word)
                if partsOfWord[hash]?.contains(UInt8(number)) != true {
                    partsOfWord[hash, default: []].append(UInt8(number))
                }
            }
        }
        self.name = [UInt8(names.count)]
    }

    /// The parts of a token, by its word or else by its stem.
    func parts(of token: Token) -> [UInt8] {
        if let parts = partsOfWord[token.word] ?? partsOfWord[token.stem] ?? partsOfWord[token.stemWithE] {
            return parts
        }
        return token.isName ? name : []
    }

    /// Whether the word plays a part.
    func knows(_ token: Token) -> Bool {
        partsOfWord[token.word] != nil || partsOfWord[token.stem] != nil
    }
}

extension Token {
    /// Hash of the stem with an "e" behind it: of "choked", "choke".
    var stemWithE: UInt64 { WordHash.adding(0x65, to: stem) }
}
