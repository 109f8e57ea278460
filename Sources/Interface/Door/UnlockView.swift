import Household
import Markup
import Words

extension Unlocking {
    func view(_ door: Door, _ shell: Shell) -> [View] {
        let words = shell.words.door.unlock
        let (hasPasskey, isByPassphrase) = (shell.lock.hasPasskey, shell.lock.isByPassphrase)
        return doorPage("unlock", shell) {
            div(.classes("page-mark")) { mark(size: 88) }
            pageHeading(words.title, lead: "")
            if hasPasskey { passkey.view(shell.words.passkey.open, isFirst: true, .unlock(.passkeyWanted), shell) }
            form(.classes("page-form"), .on(.submit, .unlock(.codeGiven)), .key("unlock")) {
                field(
                    id: "lock-code", label: isByPassphrase ? shell.words.settings.passphrase : words.label,
                    value: code, action: .unlock(.codeTyped), problem: problem.map { text($0, shell) },
                    type: "password")
                div(.classes("actions")) {
                    submit(isBusy ? words.opening : words.open, isBusy: isBusy, isFirst: !hasPasskey)
                }
            }
            div(.classes("centred")) {
                quiet(
                    isByPassphrase ? shell.words.passkey.signIn : words.instead, .unlock(.passphrasePreferred))
            }
        }
    }

    private func text(_ problem: Problem, _ shell: Shell) -> String {
        let (words, isByPassphrase) = (shell.words, shell.lock.isByPassphrase)
        switch problem {
        case .missing: return isByPassphrase ? words.settings.passphraseMissing : words.door.unlock.missing
        case .wrong: return isByPassphrase ? words.settings.wrongPassphrase : words.door.unlock.wrong
        case .device(let obstacle): return words.errors.text(obstacle)
        }
    }
}
