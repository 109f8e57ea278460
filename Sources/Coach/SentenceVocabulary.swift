/// Words to build a sentence from: real feelings with their strengths, needs, and requests that can be answered yes or no.
public struct SentenceVocabulary: Sendable {
    /// A feeling; completes "I feel …".
    public struct Feeling: Sendable, Hashable {
        /// The word itself.
        public let name: String
        /// The family it belongs to, such as "sadness".
        public let family: String
        /// From 1, a breath of it, to 3, a flood.
        public let strength: Int
    }

    /// A need; completes "I need …".
    public struct Need: Sendable, Hashable {
        /// The need itself.
        public let name: String
        /// The family it belongs to, such as "closeness".
        public let family: String
    }

    /// A request that can be answered yes or no.
    public struct Request: Sendable, Hashable {
        /// The whole question.
        public let text: String
        /// The family of needs that it serves.
        public let family: String
    }

    /// Every feeling, by family and strength, in the order of the data.
    public private(set) var feelings: [Feeling] = []
    /// Every need, by family, in the order of the data.
    public private(set) var needs: [Need] = []
    /// Every request, by family of needs, in the order of the data.
    public private(set) var requests: [Request] = []

    init(feelings: [UInt8], needs: [UInt8], requests: [UInt8]) throws(PackFault) {
        for list in try Self.lists(feelings, file: "feelings", separator: ",") {
            // "sadness 2": the strength is one digit behind the family.
            let family = String(list.head.dropLast(2))
            guard let strength = list.head.utf8.last.map({ Int($0) - 0x30 }), (1...3).contains(strength) else {
                throw .malformed(file: "feelings", line: list.head)
            }
            for name in list.entries { self.feelings.append(Feeling(name: name, family: family, strength: strength)) }
        }
        for list in try Self.lists(needs, file: "needs", separator: ",") {
            for name in list.entries { self.needs.append(Need(name: name, family: list.head)) }
        }
        for list in try Self.lists(requests, file: "requests", separator: "|") {
            for text in list.entries { self.requests.append(Request(text: text, family: list.head)) }
        }
    }

    /// Lines of the form `head: entry, entry…`.
    private static func lists(
        _ bytes: [UInt8], file: String, separator: Character
    ) throws(PackFault) -> [(head: String, entries: [String])] {
        var lists: [(head: String, entries: [String])] = []
        for line in DataLines(bytes) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .line(file, line) }
            lists.append((DataLines.text(line[..<colon]), DataLines.parts(line[(colon + 1)...], by: separator)))
        }
        return lists
    }
}
