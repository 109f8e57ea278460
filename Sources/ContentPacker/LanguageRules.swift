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

    /// Words that take for granted what not everybody has, each with what that is. They are kept out of what all are asked.
    private static let presuming: [(words: String, what: String)] = [
        ("after work", "a job"), ("the office", "a job"), ("your job", "a job"), ("your boss", "a job"),
        ("your commute", "a job"), ("your house", "a house"), ("our house", "a house"), ("upstairs", "a house"),
        ("your garden", "a garden"), ("our garden", "a garden"), ("your car", "a car"), ("your legs", "legs"),
        ("your mother", "a mother"), ("your father", "a father"), ("your parents", "parents"),
    ]

    /// What a text that is for everybody takes for granted, each as the end of a sentence that begins with the field's name.
    static func presumptions(in text: String) -> [String] {
        let spoken = " " + words(of: text).joined(separator: " ") + " "
        return presuming.filter { spoken.contains(" " + $0.words + " ") }
            .map { "must not say “\($0.words)”: not everybody has \($0.what)" }
    }

    /// Whether a question has a second one in it: “…, and what would have helped?”, “…? Tell me which.”
    static func asksTwice(_ question: String) -> Bool {
        let askers: Set<String> = ["what", "how", "where", "who", "whose", "why", "when", "which"]
        let words = words(of: question)
        if zip(words, words.dropFirst()).contains(where: { $0 == "and" && askers.contains($1) }) { return true }
        guard let mark = question.firstIndex(of: "?") else { return false }
        return question[mark...].contains(where: \.isLetter) || question[mark...].dropFirst().contains("?")
    }

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
