import Bytes
import Household
import Ledger
import Markup
import Wire
import Words

extension Settings {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        switch panel {
        case nil: [listView(home, shell)]
        case .profile: [profileView(home, shell)]
        case .lock: [lockView(shell)]
        case .passkey: [passkeyView(shell)]
        case .passphrase: [passphraseView(home, shell)]
        case .code: [codeView(home, shell)]
        case .sessions: [sessionsView(shell)]
        case .install: [installView(shell)]
        case .signOut: [signOutView(home, shell)]
        case .about: [aboutView(shell)]
        }
    }

    // MARK: The list

    private func listView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.settings
        return div(.classes("page wide settings")) {
            backBar(words.back, to: .mine, shell)
            header(.classes("heading")) {
                pageTitle(words.title)
                p(.classes("lead")) { words.lead }
            }
            if home.myName.isEmpty {
                card("glow full", key: "unnamed") {
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
                row(
                    shell.words.dayStart.title, detail: shell.words.dayStart.hours[home.dayStart / 60], icon: .moon,
                    .go(.dayStart))
            }
            group(words.keys) {
                row(words.passphraseRow, detail: words.passphraseDetail, icon: .lock, .settings(.opened(.passphrase)))
                row(words.code, detail: words.codeDetail, icon: .envelope, .settings(.opened(.code)))
                row(words.sessions, detail: words.sessionsDetail, icon: .people, .settings(.opened(.sessions)))
            }
            group(words.device) {
                row(words.lock, detail: words.lockDetail, icon: .moon, .settings(.opened(.lock)))
                row(
                    shell.words.passkey.row, detail: shell.words.passkey.rowDetail, icon: .eye,
                    .settings(.opened(.passkey)))
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
    func panelPage(_ title: String, lead: String, _ shell: Shell, @Parts parts: () -> [View]) -> View {
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
                    help: door.calledHelp,
                    problem: flaw == .nameMissing ? door.calledMissing : shell.words.tooLong(name, TextLimit.name),
                    autocomplete: "nickname")
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
        let isByPassphrase = shell.lock.isByPassphrase
        return panelPage(words.lockTitle, lead: words.lockLead, shell) {
            if let isLocked {
                p(.classes("kept"), .role("status")) {
                    isLocked
                        ? isByPassphrase ? shell.words.passkey.lockIsByPassphrase : words.lockIsOn : words.lockIsOff
                }
            }
            form(.classes("page-form"), .on(.submit, .settings(.lockWanted)), .key("lock")) {
                field(
                    id: "lock-code", label: words.lockCode, value: lockCode, action: .settings(.lockCodeTyped),
                    help: words.lockCodeHelp, problem: flaw == .lockCodeShort ? words.lockCodeShort : nil,
                    type: "password", autocomplete: "new-password")
                currentPassphrase(words.passphrase, shell)
                if isLocked == true, !isByPassphrase { p(.classes("fine")) { words.lockOffBy } }
                p(.classes("fine")) { words.lockLimit }
                obstacleView(shell)
                div(.classes("actions")) {
                    submit(
                        isBusy ? words.locking : isLocked == true ? words.lockChange : words.lockTurnOn, isBusy: isBusy)
                    if isLocked == true { secondary(words.lockTurnOff, .settings(.unlockWanted), isEnabled: !isBusy) }
                }
                if isLocked == true, shell.lock.hasPasskey {
                    p(.classes("fine")) { shell.words.passkey.endsWithLock }
                    unlocking.view(shell.words.passkey.unlockOff, .settings(.unlockWantedByPasskey), shell)
                }
            }
        }
    }

    private func passphraseView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.settings
        if isNewSet { return shownCodeView(words.newDone, lead: words.newDoneText, home, shell) }
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
        if shownCode != nil { return shownCodeView(words.codeShown, lead: words.codeShownLead, home, shell) }
        return panelPage(words.codeTitle, lead: words.codeLead, shell) {
            form(.classes("page-form"), .on(.submit, .settings(.codeWanted)), .key("code")) {
                currentPassphrase(words.passphrase, shell)
                obstacleView(shell)
                div(.classes("actions")) { submit(isBusy ? words.codeMaking : words.codeMake, isBusy: isBusy) }
            }
        }
    }

    /// The new recovery code, to be kept; then part of it, to be typed back.
    private func shownCodeView(_ title: String, lead: String, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.door.code
        if let copy {
            return panelPage(words.confirmTitle, lead: copy.lead(words), shell) {
                form(.classes("page-form"), .on(.submit, .settings(.copyTyped)), .key("copy")) {
                    copy.fields(words) { .settings(.groupTyped($0)) }
                    div(.classes("actions")) {
                        submit(shell.words.common.done)
                        quiet(words.again, .settings(.codeShownAgain))
                    }
                }
            }
        }
        let sheet = recoverySheet(home)
        return panelPage(title, lead: lead, shell) {
            sheet.grid(words)
            sheet.tools(
                words, print: .settings(.codePrinted), save: .settings(.codeSaved), copy: .settings(.codeCopied))
            p(.classes("fine")) { words.keep }
            div(.classes("actions")) { primary(words.next, .settings(.codeKept)) }
            sheet.printed(words, shell)
        }
    }

    // MARK: Where one is signed in

    private func sessionsView(_ shell: Shell) -> View {
        let words = shell.words.settings
        return panelPage(words.sessions, lead: words.sessionsLead, shell) {
            if let sessions = signedIn.sessions {
                ul(.classes("rows")) { for session in sessions { sessionRow(session, shell) } }
                if signedIn.others.isEmpty { p(.classes("fine")) { words.sessionsOnlyThis } }
            }
            obstacleLine(signedIn.obstacle.map { shell.words.errors.text($0) })
            p(.classes("fine")) { words.sessionsAdvice }
            div(.classes("actions")) {
                if signedIn.others.count > 1 {
                    secondary(
                        words.sessionsEndOthers, .settings(.signedIn(.endOthersWanted)),
                        isEnabled: signedIn.ending.isEmpty)
                }
                quiet(words.passphraseDetail, .settings(.opened(.passphrase)))
            }
        }
    }

    private func sessionRow(_ session: SessionRecord, _ shell: Shell) -> View {
        let words = shell.words.settings
        let made = day(session.made, shell)
        return li(.classes("row session-row"), .key(session.id.text)) {
            span(.classes("row-text")) {
                span(.classes("row-title")) { session.isThis ? words.sessionHere : words.sessionElsewhere }
                span(.classes("row-detail")) { words.sessionDays(made, day(session.lastUse, shell)) }
            }
            if !session.isThis {
                button(
                    .classes("quiet"), .press(.settings(.signedIn(.endWanted(session.id)))),
                    .ariaLabel(words.sessionEndFrom(made)),
                    .property(.disabled, .flag(!signedIn.ending.isEmpty))
                ) { words.sessionEnd }
            }
        }
    }

    /// A day that the relay knows by its first moment in UTC.
    private func day(_ milliseconds: Int64, _ shell: Shell) -> String {
        let date = Day(milliseconds: milliseconds, offset: 0).date
        return shell.words.calendar.date(day: date.day, month: date.month, year: date.year)
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
            if !shell.isOnline { p(.role("status")) { words.outOffline } }
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
