extension Coach {
    /// The most offers for one message.
    static let mostOffers = 3

    /// Two or three other ways to say it, one of which begins with the other's side. None for a message that is fine to send,
    /// and none where the help page comes first.
    ///
    /// - Parameters:
    ///   - text: the message.
    ///   - reading: what ``read(_:)`` said of it.
    /// - Returns: offers that themselves carry no label.
    public func offers(for text: String, reading: MessageReading) -> [Offer] {
        guard !reading.labels.isEmpty, reading.care != .help else { return [] }
        let message = tokeniser.tokenise(text)
        let deed = deed(in: message, text: text)
        let topic = offers.topic(of: message.tokens)?.drafts ?? []
        let general = offers.block("topic", "general")?.drafts ?? []
        let moves = Self.weightiestFirst.filter(reading.labels.contains)
            .flatMap { offers.block("label", $0.name)?.drafts ?? [] }
        let ownSide = moves.filter { $0.needsDeed } + moves.filter { !$0.needsDeed && !$0.takesTheirView }
        let answers = reading.labels.contains(where: Self.answering.contains)
        let theirSide = ((answers ? moves : topic + moves) + general).filter { $0.takesTheirView }
        var chosen: [Offer] = []
        func take(_ drafts: [OfferBook.Draft]) {
            for draft in drafts where !draft.needsDeed || deed != nil {
                let offer = draft.offer(filling: "deed", with: deed ?? "")
                if !chosen.contains(offer), read(offer.text).labels.isEmpty {
                    chosen.append(offer)
                    return
                }
            }
        }
        let topicOwnSide = topic.filter { !$0.takesTheirView }
        if answers {
            // The topic is the other's complaint, so its own-side draft would be said by the wrong person.
            take(moves)
            take(moves + general)
        } else if reading.care == .pause || reading.labels.contains(.demand) {
            take(ownSide + moves)
            take(topicOwnSide)
        } else {
            take(topicOwnSide)
            take(ownSide + moves)
        }
        take(theirSide)
        if chosen.count < 2 { take(general) }
        return Array(chosen.prefix(Self.mostOffers))
    }

    /// Labels in the order in which their move is offered when several hold.
    private static let weightiestFirst: [Label] = [
        .threat, .contempt, .stonewall, .defensive, .invalidation, .mindReading, .label, .demand, .absolute,
        .fauxFeeling,
    ]

    /// Labels that answer or end a talk rather than raise a topic.
    private static let answering: [Label] = [.stonewall, .defensive, .invalidation]

    /// What the message asks the other to do ("put your phone away", "ask how my day was"), as a verb and what belongs to it.
    func deed(in message: TokenisedMessage, text: String) -> String? {
        for sentence in message.sentences {
            guard let start = startOfDeed(in: sentence, of: message) else { continue }
            var end = start
            while end < sentence.upperBound, end == start || belongsToDeed(end, in: message, until: sentence.upperBound)
            {
                end += 1
            }
            guard end - start <= Self.longestDeed else { continue }
            while end > start, Known.trailing.contains(message.tokens[end - 1].word) { end -= 1 }
            let harsh = message.tokens[start..<end].contains {
                $0.classes & harshBits != 0 || $0.isQuoted || $0.isShouted
            }
            guard end > start, !harsh, end - start > 1 || end == sentence.upperBound - 1 else { continue }
            let range = message.tokens[start].range.lowerBound..<message.tokens[end - 1].range.upperBound
            return Self.loweringFirst(Self.part(range, of: text))
        }
        return nil
    }

    /// Where the verb of a deed stands: behind "you should", "you never", or at the beginning of an order.
    private func startOfDeed(in sentence: Range<Int>, of message: TokenisedMessage) -> Int? {
        let tokens = message.tokens
        let order = lexicon.bit(of: "order")
        func isVerb(_ index: Int) -> Bool {
            index < sentence.upperBound && tokens[index].classes & order != 0
                && tokens[index].stem == tokens[index].word
        }
        if isVerb(sentence.lowerBound), tokens[sentence.lowerBound].word != Known.letVerb { return sentence.lowerBound }
        for index in sentence where tokens[index].word == Known.you {
            var next = index + 1
            guard next < sentence.upperBound else { break }
            if Known.musts.contains(tokens[next].word) {
                next += 1
                if next < sentence.upperBound, tokens[next].word == Known.to { next += 1 }
                if isVerb(next) { return next }
            } else if tokens[next].word == Known.never, isVerb(next + 1) {
                return next + 1
            }
        }
        return nil
    }

    /// The most words of a deed: more would be no sentence that anybody says, or only a part of one.
    private static let longestDeed = 9

    /// Whether a word goes on with a deed: not where something else begins, as behind "and I".
    private func belongsToDeed(_ index: Int, in message: TokenisedMessage, until end: Int) -> Bool {
        let token = message.tokens[index]
        guard token.kind != .mark, token.kind != .emoji, !Known.clauseOpeners.contains(token.word) else { return false }
        return token.word != Known.and || index + 1 == end || !Known.subjects.contains(message.tokens[index + 1].word)
    }

    /// Classes that no deed may be made of.
    private var harshBits: UInt64 {
        [
            "accused", "verdict", "verdictNoun", "insult", "mockery", "scorn", "legal", "harm", "swear", "belittle",
            "shut",
        ]
        .reduce(0) { $0 | lexicon.bit(of: $1) }
    }

    private static func loweringFirst(_ text: String) -> String {
        var lowered = ""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == 0, ("A"..."Z").contains(scalar), let small = Unicode.Scalar(scalar.value + 32) {
                lowered.unicodeScalars.append(small)
            } else {
                lowered.unicodeScalars.append(scalar)
            }
        }
        return lowered
    }
}
