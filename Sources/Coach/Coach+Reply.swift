extension Coach {
    /// Help with a reply to something the partner has said.
    ///
    /// - Parameters:
    ///   - text: the reply so far; may be empty.
    ///   - theirs: what the partner said; may be empty. A feeling named in it is given back in the ways to reflect.
    /// - Returns: what gets in the way in the reply, and ways to reflect, validate and ask.
    public func reply(_ text: String, to theirs: String = "") -> ListeningHelp {
        let message = tokeniser.tokenise(text)
        var hindrances: [Hindrance] = []
        for sentence in message.sentences {
            for hit in listening.hits(in: steps.steps(of: sentence, in: message)) {
                guard let kind = Hindrance.Kind(rawValue: listening.headings[hit.heading]),
                    !hindrances.contains(where: { $0.kind == kind }), let last = hit.tokens.last
                else { continue }
                hindrances.append(
                    Hindrance(
                        kind: kind, start: message.tokens[hit.tokens.lowerBound].range.lowerBound,
                        end: message.tokens[last].range.upperBound, why: words["hindrance." + kind.rawValue]))
            }
        }
        let order = Ranking.places(ascending: hindrances.map { Double($0.start) })
        let feeling = feeling(in: theirs) ?? words["blank.heard"]
        func ways(_ name: String) -> [Offer] {
            (offers.block("listen", name)?.drafts ?? []).map { $0.offer(filling: "feeling", with: feeling) }
        }
        return ListeningHelp(
            hindrances: order.map { hindrances[$0] },
            reflect: ways("reflect"), validate: ways("validate"), ask: ways("ask"))
    }

    /// The first feeling of the vocabulary that somebody says they have: behind "I am", "I feel", "I was", at most three words on
    /// and not denied. Nil when there is none.
    private func feeling(in text: String) -> String? {
        let tokens = tokeniser.tokenise(text).tokens
        guard tokens.contains(where: { $0.word == Known.i }) else { return nil }
        let named = vocabulary.feelings.map {
            (name: $0.name, words: tokeniser.tokenise($0.name).tokens.map { $0.word })
        }
        for (index, token) in tokens.enumerated() where token.word == Known.i && !token.isQuoted {
            let reach = tokens[(index + 1)...].prefix(5).map { $0.word }
            guard let verb = reach.first, Known.feelingVerbs.contains(verb), !reach.contains(Known.not) else {
                continue
            }
            for start in 1..<max(reach.count, 1) {
                let found = named.filter { reach[start...].starts(with: $0.words) }
                if let longest = found.max(by: { $0.words.count < $1.words.count }) { return longest.name }
            }
        }
        return nil
    }
}
