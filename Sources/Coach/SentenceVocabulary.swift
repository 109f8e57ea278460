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
        for line in DataLines(feelings) {
            let (head, rest) = try Self.halves(line, of: "feelings")
            let words = DataLines.words(head).map(DataLines.text)
            guard words.count == 2, let strength = Int(words[1]), (1...3).contains(strength) else {
                throw .line("feelings", line)
            }
            for name in DataLines.parts(rest, by: ",") {
                self.feelings.append(Feeling(name: name, family: words[0], strength: strength))
            }
        }
        for line in DataLines(needs) {
            let (head, rest) = try Self.halves(line, of: "needs")
            for name in DataLines.parts(rest, by: ",") {
                self.needs.append(Need(name: name, family: DataLines.text(head)))
            }
        }
        for line in DataLines(requests) {
            let (head, rest) = try Self.halves(line, of: "requests")
            for text in DataLines.parts(rest, by: "|") {
                self.requests.append(Request(text: text, family: DataLines.text(head)))
            }
        }
    }

    private static func halves(
        _ line: ArraySlice<UInt8>, of file: String
    ) throws(PackFault) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .line(file, line) }
        return (line[..<colon], line[(colon + 1)...])
    }
}
