/// The offers of the data file `offers.txt`: by topic, by label, and for listening.
struct OfferBook: Sendable {
    /// One offer before its slots are filled.
    struct Draft: Sendable {
        var pieces: [(role: Offer.Role, text: String)] = []

        /// Whether it needs a deed that the message asks for.
        var needsDeed: Bool { pieces.contains { Template.has("deed", in: $0.text) } }

        /// Whether it begins with the other's side.
        var takesTheirView: Bool { pieces.first?.role == .view }

        /// The offer, with a slot filled.
        func offer(filling slot: String, with words: String) -> Offer {
            Offer(pieces: pieces.map { ($0.role, Template.filling($0.text, slot: slot, with: words)) })
        }
    }

    /// The offers for one topic, one label or one way of listening.
    struct Block: Sendable {
        var kind: String
        var name: String
        var words: Set<UInt64> = []
        var drafts: [Draft] = []
    }

    private var blocks: [Block] = []

    /// Reads the file; ``Coach`` makes sure that every label and the general topic are there.
    init(_ bytes: [UInt8]) throws(PackFault) {
        for line in DataLines(bytes) {
            if line.first == UInt8(ascii: "["), line.last == UInt8(ascii: "]") {
                let names = DataLines.words(line.dropFirst().dropLast()).map(DataLines.text)
                guard names.count == 2 else { throw .line("offers", line) }
                blocks.append(Block(kind: names[0], name: names[1]))
                continue
            }
            guard !blocks.isEmpty else { throw .line("offers", line) }
            let last = blocks.count - 1
            if DataLines.text(line) == "offer" {
                blocks[last].drafts.append(Draft())
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .line("offers", line) }
            let key = DataLines.text(line[..<colon])
            let rest = line[(colon + 1)...]
            if key == "words" {
                for word in DataLines.words(rest) { blocks[last].words.insert(WordHash.of(utf8: word)) }
            } else if let role = Offer.Role(rawValue: key), !blocks[last].drafts.isEmpty {
                blocks[last].drafts[blocks[last].drafts.count - 1].pieces.append((role, DataLines.text(rest)))
            } else {
                throw .line("offers", line)
            }
        }
        for label in Label.allCases where block("label", label.name) == nil {
            throw .missing("offers for " + label.name)
        }
        for (kind, name) in [("topic", "general"), ("listen", "reflect"), ("listen", "validate"), ("listen", "ask")]
        where block(kind, name) == nil { throw .missing("offers for " + kind + " " + name) }
    }

    /// The block of a kind and a name.
    func block(_ kind: String, _ name: String) -> Block? {
        blocks.first { $0.kind == kind && $0.name == name }
    }

    /// The topic that most of a message's words belong to, or the general one. Of topics with as many words, the first in the file.
    func topic(of tokens: [Token]) -> Block? {
        var best = block("topic", "general")
        var most = 0
        for block in blocks where block.kind == "topic" {
            let count = tokens.filter { block.words.contains($0.word) || block.words.contains($0.stem) }.count
            if count > most {
                most = count
                best = block
            }
        }
        return best
    }
}
