/// Quotation marks as they are printed. Content is typed with the straight ones of a keyboard, or with curly ones; people read the
/// curly ones everywhere, as in the interface's own words.
enum Typography {
    /// The text with curly quotation marks and apostrophes. What is curly already stays.
    ///
    /// A mark opens at the beginning of the text and after white space, a bracket, a dash or another opening mark; anywhere else
    /// it closes. A single mark that would open is an apostrophe all the same when a digit follows (the ’90s) or when nothing
    /// after it could close it (’tis).
    static func curly(_ text: String) -> String {
        let characters = Array(text)
        var result = ""
        for (index, character) in characters.enumerated() {
            let opens = result.last.map { $0.isWhitespace || "([{–—/“‘".contains($0) } ?? true
            switch character {
            case "\"": result.append(opens ? "“" : "”")
            case "'": result.append(opens && isQuotation(characters, at: index) ? "‘" : "’")
            default: result.append(character)
            }
        }
        return result
    }

    /// Whether a single mark at the beginning of a word has a partner at the end of one.
    private static func isQuotation(_ characters: [Character], at start: Int) -> Bool {
        guard start + 1 < characters.count, !characters[start + 1].isNumber else { return false }
        return characters.indices.dropFirst(start + 2).contains { index in
            guard characters[index] == "'", !characters[index - 1].isWhitespace else { return false }
            return index + 1 == characters.count || !(characters[index + 1].isLetter || characters[index + 1].isNumber)
        }
    }
}
