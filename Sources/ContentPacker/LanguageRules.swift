/// The rules for Hearth's words that a machine can check. The others are in CONTRIBUTING.md, for those who write and read.
struct LanguageRules {
    /// Words that never appear, each with what to write instead.
    private static let everywhere: [String: String] = [
        "he": "write for any couple", "she": "write for any couple", "him": "write for any couple",
        "her": "write for any couple", "his": "write for any couple", "hers": "write for any couple",
        "himself": "write for any couple", "herself": "write for any couple",
        "husband": "write “your partner”", "wife": "write “your partner”", "boyfriend": "write “your partner”",
        "girlfriend": "write “your partner”", "spouse": "write “your partner”",
        "color": "write “colour”", "favorite": "write “favourite”", "neighbor": "write “neighbour”",
        "honor": "write “honour”", "humor": "write “humour”", "behavior": "write “behaviour”",
        "center": "write “centre”", "mom": "write “mother” or “parent”",
    ]

    /// Words that push, kept out of what asks somebody to do something.
    private static let pushing: [String: String] = [
        "just": "leave it out", "simply": "leave it out", "should": "say what to do",
    ]

    /// What is wrong with a text, each as the end of a sentence that begins with the field's name.
    ///
    /// - Parameter asksSomething: whether the text asks somebody to do something (a practice, a step of a conversation).
    static func complaints(about text: String, asksSomething: Bool) -> [String] {
        var complaints: [String] = []
        if text.contains("!") { complaints.append("must have no exclamation mark") }
        if text.contains("  ") { complaints.append("has two spaces in a row") }
        for word in words(of: text) {
            if let advice = everywhere[word] ?? (asksSomething ? pushing[word] : nil) {
                complaints.append("must not say “\(word)”: \(advice)")
            }
        }
        if text.lowercased().contains("research shows") {
            complaints.append("must not say “research shows”: say it without science talk")
        }
        return complaints
    }

    /// The words of a text in lower case, apostrophes and hyphens kept inside words.
    static func words(of text: String) -> [String] {
        text.lowercased()
            .split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’" || $0 == "-") }
            .map { $0.trimmingPrefix { !$0.isLetter && !$0.isNumber } }
            .filter { !$0.isEmpty }
            .map(String.init)
    }
}
