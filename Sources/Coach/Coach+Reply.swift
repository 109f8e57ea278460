extension Coach {
    /// Help with a reply to something the partner has said.
    ///
    /// - Parameter text: the reply so far; may be empty.
    /// - Returns: what gets in the way in it, and ways to reflect, validate and ask.
    public func reply(_ text: String) -> ListeningHelp {
        let message = tokeniser.tokenise(text)
        var notices: [Notice] = []
        for sentence in message.sentences {
            for hit in listening.hits(in: steps.steps(of: sentence, in: message)) {
                guard let kind = Notice.Kind(rawValue: listening.headings[hit.heading]),
                    !notices.contains(where: { $0.kind == kind }), let last = hit.tokens.last
                else { continue }
                notices.append(
                    Notice(
                        kind: kind, start: message.tokens[hit.tokens.lowerBound].range.lowerBound,
                        end: message.tokens[last].range.upperBound, why: words["notice." + kind.rawValue]))
            }
        }
        func ways(_ name: String) -> [Offer] {
            (offers.block("listen", name)?.drafts ?? []).map { $0.offer(deed: nil) }
        }
        return ListeningHelp(
            notices: notices.sorted { ($0.start, $0.end) < ($1.start, $1.end) },
            reflect: ways("reflect"), validate: ways("validate"), ask: ways("ask"))
    }
}
