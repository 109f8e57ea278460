import Household
import Markup
import Words

extension Unlocking {
    func view(_ door: Door, _ shell: Shell) -> [View] {
        let words = shell.words.entry.unlock
        return entryPage("unlock", shell) {
            div(.classes("entry-mark")) { mark(size: 88) }
            entryHeading(words.title, lead: "")
            form(.classes("entry-form"), .on(.submit, .unlock(.codeGiven)), .key("unlock")) {
                field(
                    id: "lock-code", label: words.label, value: code, action: .unlock(.codeTyped),
                    problem: problem.map { text($0, shell.words) }, type: "password", maxLength: 64)
                div(.classes("actions")) { submit(isBusy ? words.opening : words.open, isBusy: isBusy) }
            }
            div(.classes("centred")) { quiet(words.instead, .unlock(.passphrasePreferred)) }
        }
    }

    private func text(_ problem: Problem, _ words: Words) -> String {
        switch problem {
        case .missing: words.entry.unlock.missing
        case .wrong: words.entry.unlock.wrong
        case .device(let obstacle): words.errors.text(obstacle)
        }
    }
}
