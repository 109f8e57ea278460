import Household
import Markup
import Wire
import Words

extension Recovering {
    func view(_ door: Door, _ shell: Shell) -> [View] {
        switch step {
        case .code: codeView(shell)
        case .passphrase: passphraseView(shell)
        case .newCode: newCodeView(shell)
        case .copy: copyView(shell)
        case .done: doneView(shell)
        }
    }

    private func codeView(_ shell: Shell) -> [View] {
        let words = shell.words.door
        return doorPage("", shell, back: .signIn) {
            pageHeading(words.recover.title, lead: words.recover.lead)
            form(.classes("page-form"), .on(.submit, .recover(.codeGiven)), .key("code")) {
                field(
                    id: "name", label: words.name.label, value: name, action: .recover(.nameTyped),
                    problem: isNameMissing ? words.name.missing : nil, autocomplete: "username")
                codeField(
                    id: "code", label: words.recover.code, value: code, action: .recover(.codeTyped),
                    problem: codeProblem(words.recover), help: codeHelp(words.recover))
                obstacleLine(obstacle.map { text($0, shell.words) })
                div(.classes("actions")) {
                    submit(isBusy ? words.recover.checking : words.recover.next, isBusy: isBusy)
                }
            }
            details(.classes("no-code")) {
                summary { words.recover.noCode }
                p { words.recover.noCodeText }
            }
        }
    }

    private func codeProblem(_ words: DoorWords.Recover) -> String? {
        let read = RecoveryCodeText(code)
        if let stranger = read.stranger { return words.codeCharacter(stranger) }
        if codeState == .wrong || read.missing < 0 { return words.badCode }
        guard isCodeRefused else { return nil }
        return read.characters.isEmpty ? words.codeMissing : words.codeLeft(read.missing)
    }

    private func codeHelp(_ words: DoorWords.Recover) -> String {
        let read = RecoveryCodeText(code)
        if codeState == .right { return words.codeGood }
        return (1...8).contains(read.missing) ? words.codeLeft(read.missing) : words.codeHelp
    }

    private func passphraseView(_ shell: Shell) -> [View] {
        let words = shell.words.door
        return doorPage("", shell) {
            pageHeading(words.recover.newTitle, lead: words.recover.newLead)
            form(.classes("page-form"), .on(.submit, .recover(.passphraseGiven)), .key("passphrase")) {
                passphrase.view(words.passphrase.newLabel, shell.words) { .recover(.passphrase($0)) }
                obstacleLine(obstacle.map { text($0, shell.words) })
                div(.classes("actions")) {
                    submit(isBusy ? words.recover.setting : words.recover.set, isBusy: isBusy)
                }
            }
        }
    }

    /// The new code, to be kept.
    private func newCodeView(_ shell: Shell) -> [View] {
        let words = shell.words.door
        let sheet = recoverySheet
        return doorPage("code-page", shell) {
            pageHeading(shell.words.settings.codeShown, lead: shell.words.settings.codeShownLead)
            sheet.grid(words.code)
            sheet.tools(
                words.code, print: .recover(.codePrinted), save: .recover(.codeSaved), copy: .recover(.codeCopied))
            p(.classes("fine")) { words.code.keep }
            div(.classes("actions")) { primary(words.code.next, .recover(.codeKept)) }
            sheet.printed(words.code, shell)
        }
    }

    /// Part of it, to be typed back.
    private func copyView(_ shell: Shell) -> [View] {
        let words = shell.words
        return doorPage("", shell) {
            pageHeading(words.door.code.confirmTitle, lead: copy.lead(words.door.code))
            form(.classes("page-form"), .on(.submit, .recover(.copyTyped)), .key("copy")) {
                copy.fields(words.door.code) { .recover(.groupTyped($0)) }
                div(.classes("actions")) {
                    submit(words.common.done)
                    quiet(words.door.code.again, .recover(.codeShownAgain))
                }
            }
        }
    }

    private func doneView(_ shell: Shell) -> [View] {
        let words = shell.words.door.recover
        return doorPage("", shell) {
            div(.classes("page-mark")) { mark(size: 72) }
            pageHeading(words.doneTitle, lead: words.doneText)
            p { words.doneDevices }
            p(.classes("fine")) { words.doneCode }
            div(.classes("actions")) { primary(words.enter, .recover(.entered)) }
        }
    }

    private func text(_ obstacle: Obstacle, _ words: Words) -> String {
        let isWrong = obstacle.refusal == .wrongSecret || obstacle.refusal == .nameInvalid
        return isWrong ? words.door.recover.wrong : words.errors.text(obstacle)
    }
}
