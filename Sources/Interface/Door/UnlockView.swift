import Household
import Markup
import Words

extension Unlocking {
    func view(_ door: Door, _ shell: Shell) -> [View] {
        let words = shell.words.door.unlock
        return doorPage("unlock", shell) {
            div(.classes("page-mark")) { mark(size: 88) }
            pageHeading(words.title, lead: "")
            form(.classes("page-form"), .on(.submit, .unlock(.codeGiven)), .key("unlock")) {
                field(
                    id: "lock-code", label: words.label, value: code, action: .unlock(.codeTyped),
                    problem: problem.map { text($0, shell.words) }, type: "password")
                div(.classes("actions")) { submit(isBusy ? words.opening : words.open, isBusy: isBusy) }
            }
            div(.classes("centred")) { quiet(words.instead, .unlock(.passphrasePreferred)) }
        }
    }

    private func text(_ problem: Problem, _ words: Words) -> String {
        switch problem {
        case .missing: words.door.unlock.missing
        case .wrong: words.door.unlock.wrong
        case .device(let obstacle): words.errors.text(obstacle)
        }
    }
}
