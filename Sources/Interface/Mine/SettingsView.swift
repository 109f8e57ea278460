import Household
import Markup
import Words

extension Settings {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        switch panel {
        case nil: [listView(home, shell)]
        case .profile: [profileView(home, shell)]
        case .lock: [lockView(shell)]
        case .passphrase: [passphraseView(shell)]
        case .code: [codeView(home, shell)]
        case .install: [installView(shell)]
        case .signOut: [signOutView(home, shell)]
        case .about: [aboutView(shell)]
        }
    }

    // MARK: The list

    private func listView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.settings
        return div(.classes("page settings")) {
            backBar(words.back, to: .mine, shell)
            header(.classes("heading")) {
                h1(.id("title"), .named(.tabindex, "-1")) { words.title }
                p(.classes("lead")) { words.lead }
            }
            if home.myName.isEmpty {
                card("glow", key: "unnamed") {
                    h2 { shell.words.mine.unnamed }
                    p { shell.words.mine.unnamedText }
                    div(.classes("actions side")) {
                        primary(words.profile, .settings(.opened(.profile)))
                        secondary(words.codeTitle, .settings(.opened(.code)))
                    }
                }
            }
            group(words.you) {
                row(
                    words.profile, detail: home.myName.isEmpty ? words.profileDetail : home.myName, icon: .people,
                    .settings(.opened(.profile)))
            }
            group(words.keys) {
                row(words.passphraseRow, detail: words.passphraseDetail, icon: .lock, .settings(.opened(.passphrase)))
                row(words.code, detail: words.codeDetail, icon: .envelope, .settings(.opened(.code)))
            }
            group(words.device) {
                row(words.lock, detail: words.lockDetail, icon: .moon, .settings(.opened(.lock)))
                row(words.install, detail: words.installDetail, icon: .download, .settings(.opened(.install)))
                row(words.signOut, detail: words.signOutDetail, icon: .exit, .settings(.opened(.signOut)))
            }
            group(words.hearth) {
                row(words.about, detail: words.aboutDetail, icon: .heart, .settings(.opened(.about)))
            }
        }
    }

    private func group(_ title: String, @Parts rows: () -> [View]) -> View {
        section(.classes("group")) {
            h2 { title }
            div(.classes("rows")) { rows() }
        }
    }

    /// A page with one thing on it, and the way back to the list.
    private func panelPage(_ title: String, lead: String, _ shell: Shell, @Parts parts: () -> [View]) -> View {
        div(.classes("page narrow panel")) {
            div(.classes("back-bar")) {
                button(.classes("back"), .press(.settings(.closed))) {
                    icon(.back)
                    span { shell.words.settings.toList }
                }
            }
            pageHeading(title, lead: lead)
            parts()
        }
    }

    // MARK: How one is seen

    private func profileView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.settings
        let door = shell.words.door.signUp
        return panelPage(words.profileTitle, lead: words.profileLead, shell) {
            form(.classes("page-form"), .on(.submit, .settings(.profileKept)), .key("profile")) {
                field(
                    id: "called", label: door.called, value: name, action: .settings(.nameTyped),
                    help: door.calledHelp, problem: flaw == .nameMissing ? door.calledMissing : nil,
                    autocomplete: "nickname", maxLength: 40)
                colourChoice(
                    door.colour, help: door.colourHelp, names: door.colours, chosen: colour,
                    action: { .settings(.colourChosen($0)) })
                div(.classes("actions")) { submit(words.profileSave) }
            }
        }
    }

    // MARK: Keys

    private func currentPassphrase(_ title: String, _ shell: Shell) -> View {
        passphrase.view(title, shell.words) { .settings(.passphrase($0)) }
    }

    private func obstacleView(_ shell: Shell) -> View? {
        obstacleLine(obstacle.map { shell.words.errors.text($0) })
    }

    private func lockView(_ shell: Shell) -> View {
        let words = shell.words.settings
        return panelPage(words.lockTitle, lead: words.lockLead, shell) {
            if let isLocked {
                p(.classes("kept"), .role("status")) { isLocked ? words.lockIsOn : words.lockIsOff }
            }
            form(.classes("page-form"), .on(.submit, .settings(.lockWanted)), .key("lock")) {
                field(
                    id: "lock-code", label: words.lockCode, value: lockCode, action: .settings(.lockCodeTyped),
                    help: words.lockCodeHelp, problem: flaw == .lockCodeShort ? words.lockCodeShort : nil,
                    type: "password", autocomplete: "new-password", maxLength: 64)
                currentPassphrase(words.passphrase, shell)
                p(.classes("fine")) { words.lockLimit }
                obstacleView(shell)
                div(.classes("actions")) {
                    submit(
                        isBusy ? words.locking : isLocked == true ? words.lockChange : words.lockTurnOn, isBusy: isBusy)
                    if isLocked == true { secondary(words.lockTurnOff, .settings(.unlockWanted), isEnabled: !isBusy) }
                }
            }
        }
    }

    private func passphraseView(_ shell: Shell) -> View {
        let words = shell.words.settings
        if isNewSet {
            return panelPage(words.newDone, lead: words.newDoneText, shell) {
                div(.classes("actions")) {
                    primary(words.codeMake, .settings(.opened(.code)))
                    secondary(shell.words.common.done, .settings(.closed))
                }
            }
        }
        return panelPage(words.newTitle, lead: words.newLead, shell) {
            form(.classes("page-form"), .on(.submit, .settings(.newWanted)), .key("passphrase")) {
                currentPassphrase(words.current, shell)
                new.view(shell.words.door.passphrase.newLabel, shell.words) { .settings(.new($0)) }
                obstacleView(shell)
                div(.classes("actions")) { submit(isBusy ? words.setting : words.newSet, isBusy: isBusy) }
            }
        }
    }

    private func codeView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.settings
        if shownCode != nil {
            let sheet = recoverySheet(home)
            let code = shell.words.door.code
            return panelPage(words.codeShown, lead: words.codeShownLead, shell) {
                sheet.grid(code)
                sheet.tools(
                    code, print: .settings(.codePrinted), save: .settings(.codeSaved), copy: .settings(.codeCopied))
                p(.classes("fine")) { code.keep }
                div(.classes("actions")) { primary(words.codeDone, .settings(.codeKept)) }
                sheet.printed(code, shell)
            }
        }
        return panelPage(words.codeTitle, lead: words.codeLead, shell) {
            form(.classes("page-form"), .on(.submit, .settings(.codeWanted)), .key("code")) {
                currentPassphrase(words.passphrase, shell)
                obstacleView(shell)
                div(.classes("actions")) { submit(isBusy ? words.codeMaking : words.codeMake, isBusy: isBusy) }
            }
        }
    }

    // MARK: This device

    private func installView(_ shell: Shell) -> View {
        let words = shell.words.settings
        return panelPage(words.installTitle, lead: shell.isStandalone ? words.installed : words.installText, shell) {
            if shell.canInstall, !shell.isStandalone {
                div(.classes("actions")) { primary(words.installDo, .settings(.installWanted)) }
            } else if !shell.isStandalone {
                p { words.installPhone }
                p { words.installComputer }
            }
        }
    }

    private func signOutView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.settings
        let unsent = home.unsentCount
        return panelPage(words.outTitle, lead: words.outText, shell) {
            if unsent > 0 {
                card("glow") {
                    p(.role("status")) { strong { words.unsent(unsent) } }
                    p { words.outUnsent }
                }
            }
            obstacleView(shell)
            div(.classes("actions")) {
                primary(isBusy ? words.leaving : words.outDo, .settings(.signOutWanted), isBusy: isBusy)
                quiet(shell.words.common.cancel, .settings(.closed))
            }
        }
    }

    // MARK: Hearth

    private func aboutView(_ shell: Shell) -> View {
        let words = shell.words.settings
        return panelPage(words.aboutTitle, lead: words.aboutText, shell) {
            section(.classes("about-part")) {
                h2 { words.honesty }
                p { words.honestyText }
            }
            section(.classes("about-part")) {
                h2 { words.verify }
                p { words.verifyText }
                p(.classes("command"), .named(.dir, "ltr")) { words.verifyCommand(shell.origin) }
                if !version.isEmpty { p { words.version(version) } }
            }
            section(.classes("about-part")) {
                h2 { words.source }
                p { words.sourceText }
            }
            section(.classes("about-part")) {
                h2 { words.language }
                p { words.languageDetail }
            }
            p(.classes("fine")) { words.typeface }
            div { link(shell.words.mine.help, to: .help) }
        }
    }
}
