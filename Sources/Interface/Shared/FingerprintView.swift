import Markup
import Words

/// The number that both people see and compare, in four groups.
func fingerprintFigure(_ text: String, _ words: DoorWords.Fingerprint) -> View {
    ol(.classes("fingerprint"), .ariaLabel(words.label)) {
        for group in text.split(separator: " ") { li { String(group) } }
    }
}

/// What to do when the numbers differ.
func fingerprintWarning(_ words: DoorWords.Fingerprint) -> [View] {
    [
        pageHeading(words.differTitle, lead: ""),
        p { words.differText },
        p { words.differAdvice },
    ]
}
