extension Coach {
    /// Builds a sentence out of a feeling, a situation, a need and a request. What is missing or empty stays a blank.
    ///
    /// - Parameters:
    ///   - feeling: completes "I feel …".
    ///   - situation: completes "when …": what happened, as a camera would see it.
    ///   - need: completes "I need …".
    ///   - request: a whole question that can be answered yes or no.
    /// - Returns: the sentence, with its blanks.
    public func sentence(
        feeling: String? = nil, situation: String? = nil, need: String? = nil, request: String? = nil
    ) -> Offer {
        func piece(_ value: String?, _ name: String) -> String {
            let text = value.map(Self.trimmed) ?? ""
            return text.isEmpty ? words["blank." + name] : text
        }
        return Offer(pieces: [
            (.feeling, words.text("join.feeling", filling: "feeling", with: piece(feeling, "feeling"))),
            (
                .situation,
                Self.ended(
                    words.text("join.situation", filling: "situation", with: piece(situation, "situation")), with: ".")
            ),
            (.need, Self.ended(words.text("join.need", filling: "need", with: piece(need, "need")), with: ".")),
            (.request, Self.ended(piece(request, "request"), with: "?")),
        ])
    }

    /// A text without spaces and line breaks at its ends.
    private static func trimmed(_ text: String) -> String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
        }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// A text that ends a sentence: with a mark added unless it has one.
    private static func ended(_ text: String, with mark: String) -> String {
        switch text.unicodeScalars.last {
        case ".", "?", "!", "…": text
        default: text + mark
        }
    }
}
