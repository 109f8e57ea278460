extension String {
    /// The text as a message quotes it: what a terminal would obey or not show is written as `\u{1B}`, and of a very long
    /// text only the beginning is kept.
    var shown: String {
        let longest = 80
        var shown = ""
        for scalar in unicodeScalars.prefix(longest) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
                shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return unicodeScalars.count > longest ? shown + "…" : shown
    }
}
