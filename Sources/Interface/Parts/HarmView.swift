import Closeness
import Coach
import Household
import Markup
import Words

/// What stands below a field whose words tell of harm: whom to call first, where there is somebody; one line that believes; the way
/// to the help page. Nothing of this is written anywhere.
@inline(never)
func harmView(_ answer: HarmAnswer, _ shell: Shell) -> View {
    let words = shell.words.coach
    return div(.classes("pause-first"), .key("harm"), .role("status")) {
        answer.line.map { lineFirst($0, shell) }
        p {
            switch answer.harm {
            case .suffered: words.believed
            case .selfHarm: words.stay
            case .ownHarm: words.safetyFirst
            }
        }
        link(words.toHelp, to: .help)
    }
}

/// A line with its numbers, or else its page.
private func lineFirst(_ line: Help.Line, _ shell: Shell) -> View {
    let words = shell.words.help
    return div(.classes("help-line first"), .key("line")) {
        span(.classes("row-text")) {
            span(.classes("row-title")) { line.name }
            span(.classes("row-detail")) { line.hours }
            if line.checked == nil, line.phone != nil { span(.classes("row-detail")) { words.unchecked } }
        }
        span(.classes("numbers")) {
            numbers(of: line, words)
            if line.numbers.isEmpty, let address = line.address { page(of: line, at: address, line.name, words) }
        }
    }
}
