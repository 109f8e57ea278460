import Household
import Ledger
import Markup
import Wire
import Words

extension SigningUp {
    func view(_ door: Door, _ shell: Shell) -> [View] {
        switch step {
        case .door: doorView(door, shell)
        case .oneself: selfView(shell)
        case .code: codeView(shell)
        case .copy: copyView(shell)
        }
    }

    private func doorView(_ door: Door, _ shell: Shell) -> [View] {
        let words = shell.words.door
        let nameProblem = isNameTaken ? words.name.taken : nameFlaw?.text(words.name)
        return doorPage("", shell, back: .welcome) {
            pageHeading(words.signUp.doorTitle, lead: words.signUp.doorLead, over: words.signUp.step(1, 4))
            form(.classes("page-form"), .on(.submit, .signUp(.doorChosen)), .key("door")) {
                nameField(nameProblem, words.name)
                passphrase.view(words.passphrase.label, shell.words) { .signUp(.passphrase($0)) }
                p(.classes("fine")) { words.signUp.noReset }
                div(.classes("actions")) { submit(shell.words.common.next) }
            }
            if door.invitation != nil {
                p(.classes("fine kept")) { words.signUp.forInvitation }
            }
            p(.classes("centred")) { link(words.signUp.haveOne, to: .signIn) }
        }
    }

    private func nameField(_ problem: String?, _ words: DoorWords.Name) -> View {
        div(.classes("field")) {
            label(.named(.for, "name")) { words.label }
            input(
                .id("name"), .named(.type, "text"), .named(.name, "username"), .named(.autocomplete, "username"),
                .named(.autocapitalize, "none"), .named(.spellcheck, "false"),
                .property(.value, .text(name)), .on(.input, .signUp(.nameTyped)), .on(.blur, .signUp(.nameLeft)),
                .named(.ariaInvalid, problem == nil ? "false" : "true"), .named(.ariaDescribedBy, "name-help"))
            if let problem {
                p(.classes("problem"), .id("name-help"), .role("alert")) { problem }
            } else {
                p(.classes("help"), .id("name-help")) { words.help }
            }
        }
    }

    private func selfView(_ shell: Shell) -> [View] {
        let words = shell.words.door.signUp
        return doorPage("", shell) {
            stepBack(.wentBack, shell)
            pageHeading(words.selfTitle, lead: words.selfLead, over: words.step(2, 4))
            form(.classes("page-form"), .on(.submit, .signUp(.placeWanted)), .key("self")) {
                field(
                    id: "called", label: words.called, value: called, action: .signUp(.calledTyped),
                    help: words.calledHelp,
                    problem: isCalledMissing ? words.calledMissing : shell.words.tooLong(called, TextLimit.name),
                    autocomplete: "nickname")
                colourChoice(
                    words.colour, help: words.colourHelp, names: words.colours, chosen: colour,
                    action: { .signUp(.colourChosen($0)) })
                obstacleLine(obstacle.map { shell.words.errors.text($0) })
                div(.classes("actions")) { submit(isBusy ? words.making : words.make, isBusy: isBusy) }
            }
        }
    }

    private func codeView(_ shell: Shell) -> [View] {
        let words = shell.words.door
        return doorPage("code-page", shell) {
            pageHeading(words.code.title, lead: words.code.lead, over: words.signUp.step(3, 4))
            recoverySheet.grid(words.code)
            recoverySheet.tools(
                words.code, print: .signUp(.codePrinted), save: .signUp(.codeSaved), copy: .signUp(.codeCopied))
            p(.classes("fine")) { words.code.keep }
            div(.classes("actions")) { primary(words.code.next, .signUp(.codeKept)) }
            recoverySheet.printed(words.code, shell)
        }
    }

    private func copyView(_ shell: Shell) -> [View] {
        let words = shell.words.door
        return doorPage("", shell) {
            stepBack(.codeShownAgain, shell, title: words.code.again)
            pageHeading(
                words.code.confirmTitle, lead: copy.lead(words.code), over: words.signUp.step(4, 4))
            form(.classes("page-form"), .on(.submit, .signUp(.copyTyped)), .key("copy")) {
                copy.fields(words.code) { .signUp(.groupTyped($0)) }
                div(.classes("actions")) { submit(words.code.enter) }
            }
        }
    }

    private func stepBack(_ action: Action, _ shell: Shell, title: String? = nil) -> View {
        div(.classes("back-bar")) {
            button(.classes("back"), .press(.signUp(action))) {
                icon(.back)
                span { title ?? shell.words.common.back }
            }
        }
    }
}
