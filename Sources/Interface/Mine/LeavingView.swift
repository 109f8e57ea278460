import Household
import Ledger
import Markup
import Wire
import Words

extension Leaving {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        switch step {
        case .start: [startView(home, shell)]
        case .left: [hasJustLeft(home) ? leftView(home, shell) : startView(home, shell)]
        case .reopening: [home.isOpen ? startView(home, shell) : reopeningView(home, shell)]
        case .account: [accountView(home, shell)]
        case .gone: [goneView(shell)]
        }
    }

    /// The way back, and the way out at once.
    private func top(_ title: String, _ action: Interface.Action, _ shell: Shell) -> View {
        div(.classes("help-top")) {
            div(.classes("back-bar")) {
                button(.classes("back"), .press(action)) {
                    icon(.back)
                    span { title }
                }
            }
            button(.classes("leave"), .press(.leaveQuickly), .named(.title, shell.words.help.leaveHint)) {
                icon(.exit)
                span { shell.words.leaving.exit }
            }
        }
    }

    private func startView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.leaving
        return div(.classes("page narrow leaving")) {
            top(words.back, .go(.mine), shell)
            pageHeading(words.title, lead: words.lead)
            div { button(.classes("link"), .press(.help(.cameAfraid))) { words.help } }
            if home.sharedRecord != nil {
                if home.isOpen { leaveCard(home, shell) } else { closedCard(home, shell) }
            }
            div(.classes("rows")) {
                if mayReopen(home, shell) { row(words.reopen, icon: .people, .leaving(.reopeningOpened)) }
                row(words.exportFirst, icon: .download, .go(.data))
                row(words.accountOpen, icon: .exit, .leaving(.accountOpened))
            }
        }
    }

    private func leaveCard(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.leaving
        return card("leave-card", key: "leave") {
            h2 { home.isPaired ? words.leaveTitle(home.partnerName) : words.leaveTitleAlone }
            p(.classes("over")) { words.whatHappens }
            ul(.classes("points")) { for point in words.points(home.partnerName) { li { point } } }
            tick("erase", words.erase, detail: words.eraseDetail, isOn: erases, .leaving(.eraseTicked))
            div(.classes("actions")) {
                holding(words)
                if isTapped { secondary(words.leaveOtherwise, .leaving(.leaveWanted)) }
            }
            p(.classes("fine centred"), .id("hold-help"), .role("status")) {
                isTapped ? words.holdTapped : words.holdHelp
            }
        }
    }

    /// A button that is held down, so that a tap at midnight doesn't end anything.
    private func holding(_ words: LeavingWords) -> View {
        button(
            .classes("primary hold"), .press(.leaving(.leaveTapped)), .on(.hold, .leaving(.leaveWanted)),
            .named(.ariaDescribedBy, "hold-help")
        ) { words.leave }
    }

    /// The space is closed; what the person wrote there can still be erased at the relay.
    private func closedCard(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.leaving
        return card("leave-card", key: "closed") {
            p { words.closed }
            erasure(home, shell)
            if mayErase(home) { div { secondary(words.eraseNow, .leaving(.eraseWanted)) } }
            p(.classes("fine")) { words.eraseDetail }
        }
    }

    private func mayReopen(_ home: Home, _ shell: Shell) -> Bool { home.reopenUntil(shell.world) != nil }

    /// Where one may say, for oneself, that one would open the place again. It is the same for both, whatever the other has said.
    private func reopeningView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.leaving
        return div(.classes("page narrow leaving")) {
            top(words.title, .leaving(.reopeningClosed), shell)
            if let until = home.reopenUntil(shell.world) {
                pageHeading(words.reopen, lead: words.reopenUntil(day(until, shell)))
                card("leave-card", key: "reopening") {
                    ul(.classes("points")) { for point in words.reopenPoints(home.partnerName) { li { point } } }
                    if home.isReopeningWished {
                        p(.classes("kept"), .role("status")) { words.reopenWished }
                        div { secondary(words.reopenWithdraw, .leaving(.reopeningWithdrawn)) }
                    } else {
                        div { secondary(words.reopenWish, .leaving(.reopeningWanted)) }
                        p(.classes("fine")) { words.reopenNobody }
                    }
                }
            } else {
                pageHeading(words.reopen, lead: words.reopenOver)
            }
        }
    }

    /// The last whole day on which both can open the place again, as this phone counts days.
    private func day(_ time: Int64, _ shell: Shell) -> String {
        let date = shell.world.day(at: shell.world.ownTime(of: time) - Limits.day).date
        return shell.words.calendar.dayAndMonth(day: date.day, month: date.month)
    }

    private func mayErase(_ home: Home) -> Bool {
        guard let space = home.sharedRecord?.id, proof.deed == nil else { return false }
        return isErased == nil && !home.isErasingQueued(space) && !home.isErased(space)
    }

    /// What the relay has yet to hear, and what came of erasing, with another try when it failed.
    @Parts
    private func erasure(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.leaving
        if let space = home.sharedRecord?.id {
            let isLeavingQueued = home.isLeavingQueued(space)
            if isLeavingQueued { p(.role("status")) { words.leavingQueued } }
            proof.view(words.eraseNow, shell) { .leaving(.proof($0)) }
            if home.isErased(space) { p(.classes("kept"), .role("status")) { words.doneErased } }
            if home.isErasingQueued(space), proof.deed == nil {
                if isLeavingQueued || isErased == nil {
                    p(.role("status")) { words.erasingQueued }
                } else {
                    p(.classes("problem"), .role("alert")) { words.doneNotErased }
                    div { secondary(words.retryErase, .leaving(.eraseWanted)) }
                }
            }
        }
    }

    private func tick(_ id: String, _ title: String, detail: String = "", isOn: Bool, _ action: Interface.Action)
        -> View
    {
        label(.classes("tick")) {
            input(.id(id), .named(.type, "checkbox"), .property(.checked, .flag(isOn)), .on(.change, action))
            span(.classes("row-text")) {
                span { title }
                if !detail.isEmpty { span(.classes("row-detail")) { detail } }
            }
        }
    }

    private func leftView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.leaving
        return div(.classes("page narrow leaving")) {
            top(words.back, .go(.mine), shell)
            div(.classes("page-mark")) { mark(size: 88, overlap: 0) }
            pageHeading(words.doneTitle, lead: words.doneText)
            erasure(home, shell)
            div(.classes("rows")) {
                row(words.doneExport, icon: .download, .go(.data))
                row(words.doneHelp, icon: .help, .go(.help))
                row(words.doneInvite, icon: .people, .go(.invite))
                if mayReopen(home, shell) { row(words.reopen, icon: .people, .leaving(.reopeningOpened)) }
            }
            div(.classes("actions")) { primary(words.doneToday, .go(.today)) }
        }
    }

    private func accountView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.leaving
        return div(.classes("page narrow leaving")) {
            top(words.title, .leaving(.accountClosed), shell)
            pageHeading(words.accountTitle, lead: words.accountLead)
            section(.classes("about-part")) {
                h2 { words.goes }
                ul(.classes("points")) { for point in words.goesPoints { li { point } } }
            }
            section(.classes("about-part")) {
                h2 { words.stays }
                ul(.classes("points")) { for point in words.staysPoints { li { point } } }
            }
            div { link(words.exportFirst, to: .data) }
            form(.classes("page-form"), .on(.submit, .leaving(.deletionWanted)), .key("delete")) {
                passphrase.view(words.passphrase, shell.words) { .leaving(.passphrase($0)) }
                tick("understood", words.understood, isOn: isUnderstood, .leaving(.understandingTicked))
                if isTickMissing { p(.classes("problem"), .role("alert")) { words.notUnderstood } }
                obstacleLine(obstacle.map { shell.words.errors.text($0) })
                div(.classes("actions")) { submit(isBusy ? words.deleting : words.delete, isBusy: isBusy) }
            }
        }
    }

    private func goneView(_ shell: Shell) -> View {
        let words = shell.words.leaving
        return div(.classes("page narrow leaving")) {
            div(.classes("page-mark")) { mark(size: 72, overlap: 0) }
            pageHeading(words.goneTitle, lead: words.goneText)
            div(.classes("actions")) { primary(words.goneDo, .leaving(.finished)) }
        }
    }
}
