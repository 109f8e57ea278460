import Household
import Markup
import Wire
import Words

extension SigningIn {
    func view(_ door: Door, _ shell: Shell) -> [View] {
        let words = shell.words.door
        return doorPage("", shell, back: isAgain ? nil : .welcome) {
            div(.classes("page-mark")) { mark(size: 64) }
            pageHeading(
                isAgain ? words.signIn.againTitle : words.signIn.title,
                lead: isAgain ? words.signIn.againLead : words.signIn.lead)
            form(.classes("page-form"), .on(.submit, .signIn(.entered)), .key("sign-in")) {
                field(
                    id: "name", label: words.name.label, value: name, action: .signIn(.nameTyped),
                    problem: isNameMissing ? words.name.missing : nil, autocomplete: "username")
                passphrase.view(words.passphrase.label, shell.words, missing: words.passphrase.missing) {
                    .signIn(.passphrase($0))
                }
                obstacleLine(obstacle.map { text($0, shell.words) })
                div(.classes("actions")) {
                    submit(isBusy ? words.signIn.entering : words.signIn.enter, isBusy: isBusy)
                }
            }
            p(.classes("centred")) { link(words.signIn.forgot, to: .recover) }
            if !isAgain {
                p(.classes("centred")) { link(words.signIn.newHere, to: .signUp) }
            }
        }
    }

    private func text(_ obstacle: Obstacle, _ words: Words) -> String {
        let isWrong =
            obstacle.refusal == .wrongSecret || obstacle.refusal == .nameInvalid
            || obstacle == .device(.wrongPassphrase)
        if !isWrong { return words.errors.text(obstacle) }
        return passphrase.hasSigns ? words.door.signIn.wrong + " " + words.door.signIn.signs : words.door.signIn.wrong
    }
}
