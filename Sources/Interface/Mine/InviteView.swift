import Bytes
import Household
import Ledger
import Markup
import QR
import Wire
import Words

extension Inviting {
    /// The whole page.
    ///
    /// - Parameter code: the link that is shown, as it is drawn.
    func view(_ home: Home, _ shell: Shell, code: QRCode?) -> [View] {
        if Self.other(home) != nil { return togetherView(home, shell) }
        let words = shell.words.invite
        return [
            div(.classes("page narrow invite")) {
                backBar(words.back, to: .mine, shell)
                if let shown {
                    pageHeading(words.readyTitle, lead: words.readyText)
                    shownView(shown, code, shell)
                } else {
                    pageHeading(words.title, lead: words.lead)
                    p { words.keeps }
                    greetingCard(home, shell)
                }
                obstacleLine(obstacle.map { shell.words.errors.text($0) })
                reachLine(shell)
                if !shell.isOnline { p(.classes("fine"), .role("status")) { words.offline } }
                makeButton(shell)
                listView(home, shell)
            }
        ]
    }

    /// A warning where the partner's phone may not find the address that the link holds.
    private func reachLine(_ shell: Shell) -> View? {
        let words = shell.words.invite
        let text: String? =
            switch Reach(origin: shell.origin) {
            case .anywhere: nil
            case .network: words.onlyNear
            case .device: words.onlyHere
            }
        return text.map { text in p(.classes("problem"), .role("status"), .key("reach")) { text } }
    }

    private func greetingCard(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.invite
        return card("making", key: "greeting") {
            h2(.decorative) { words.greeting }
            ComposingView(
                composing: greeting, title: words.greeting, placeholder: words.greetingPlaceholder, send: ""
            ) { .invite(.greeting($0)) }.view(home, shell)
            p(.classes("fine")) { words.greetingNote }
        }
    }

    private func makeButton(_ shell: Shell) -> View {
        let words = shell.words.invite
        return div(.classes("actions")) {
            if shown == nil {
                primary(
                    isBusy ? words.making : words.make, .invite(.wanted),
                    isEnabled: shell.isOnline && greeting.excess == 0, isBusy: isBusy)
            } else {
                quiet(isBusy ? words.making : words.anotherOne, .invite(.wanted))
            }
        }
    }

    private func shownView(_ shown: Shown, _ code: QRCode?, _ shell: Shell) -> View {
        let words = shell.words.invite
        return card("invitation", key: "shown") {
            if let code { qrFigure(code, words.code) }
            p(.classes("invitation-link"), .ariaLabel(words.link)) { shown.link }
            div(.classes("actions invitation-actions")) {
                button(.classes("primary"), .press(.invite(.shared(message: words.message)))) {
                    icon(.share)
                    span { words.share }
                }
                button(.classes("secondary"), .press(.invite(.copied))) {
                    icon(.copy)
                    span { words.copy }
                }
            }
            p(.classes("fine")) {
                span(.classes("invitation-days")) { lastDay(shown.expires, shell) + ". " }
                words.once
            }
        }
    }

    /// A QR code, always dark on white: many scanners don't read it the other way round.
    private func qrFigure(_ code: QRCode, _ title: String) -> View {
        let side = String(code.size + 2 * QRCode.quietZone)
        return svg(
            .classes("qr"), .named(.viewBox, "0 0 \(side) \(side)"), .role("img"), .ariaLabel(title),
            .named(.focusable, "false")
        ) {
            element(
                .rect, .named(.width, side), .named(.height, side), .named(.fill, "#FFFFFF"), .named(.rx, "2"))
            element(.path, .named(.d, code.path()), .named(.fill, "#000000"))
        }
    }

    /// Until when an invitation works, as a day: a count of days would be wrong the next morning.
    private func lastDay(_ expires: Int64, _ shell: Shell) -> String {
        let day = shell.world.day(at: expires)
        let calendar = shell.words.calendar
        guard day > shell.world.today else {
            return shell.words.invite.endsToday
        }
        let date = calendar.dayAndMonth(day: day.date.day, month: day.date.month)
        return shell.words.invite.worksUntil(calendar.weekday(day.weekday), date)
    }

    // MARK: The list

    @MarkupBuilder<Interface.Action>
    private func listView(_ home: Home, _ shell: Shell) -> [View] {
        let others = invitations.filter { $0.lookup != shown?.lookup || $0.state == .open }
        if !others.isEmpty {
            section(.classes("invitations"), .key("list")) {
                h2 { shell.words.invite.listTitle }
                ul(.classes("rows")) {
                    for record in others { listItem(record, home, shell) }
                }
            }
        }
    }

    private func listItem(_ record: InvitationRecord, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.invite
        let isOpen = record.state == .open
        return li(.classes("row invitation-row"), .key(record.lookup.text)) {
            span(.classes("row-text")) {
                span(.classes("row-title")) { words.state(record.state) }
                if isOpen { span(.classes("row-detail")) { lastDay(record.expires, shell) } }
            }
            if isOpen, record.lookup != shown?.lookup, secret(of: record, home) != nil {
                quiet(words.showLink, .invite(.chosen(record.lookup)))
            }
            if isOpen {
                quiet(
                    revoking == record.lookup ? words.takingBack : words.takeBack,
                    .invite(.takenBack(record.lookup)))
            }
        }
    }

    // MARK: Two

    private func togetherView(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.invite
        let fingerprint = shell.words.door.fingerprint
        return [
            div(.classes("page narrow invite")) {
                backBar(words.back, to: .mine, shell)
                if isForged {
                    pageHeading(words.forgedTitle, lead: "")
                    p(.role("alert")) { words.forgedText }
                    div(.classes("actions")) { primary(fingerprint.differLeave, .go(.leaving)) }
                } else if differs {
                    fingerprintWarning(fingerprint)
                    div(.classes("actions")) {
                        primary(fingerprint.differBack, .invite(.comparedAgain))
                        secondary(fingerprint.differLeave, .go(.leaving))
                    }
                } else {
                    numberView(home, shell)
                }
            }
        ]
    }

    @MarkupBuilder<Interface.Action>
    private func numberView(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.invite
        let fingerprint = shell.words.door.fingerprint
        div(.classes("page-mark")) { mark(size: 64) }
        switch home.comparison {
        case .alone, .due: pageHeading(words.togetherTitle, lead: words.togetherText + " " + fingerprint.lead)
        case .done: pageHeading(words.comparedTitle, lead: words.comparedText)
        case .changed: pageHeading(words.changedTitle, lead: words.changedText + " " + fingerprint.lead)
        }
        if let number {
            fingerprintFigure(number, fingerprint)
            if home.comparison != .done {
                p(.classes("fine centred")) { fingerprint.how }
                div(.classes("actions")) {
                    primary(fingerprint.same, .invite(.numbersMatched))
                    secondary(fingerprint.differ, .invite(.numbersDiffered))
                }
            }
        } else {
            p(.classes("fine"), .role("status")) { words.notYetText }
        }
    }
}

extension InviteWords {
    /// What has become of an invitation.
    fileprivate func state(_ state: InvitationRecord.State) -> String {
        switch state {
        case .open: open
        case .used: used
        case .expired: expired
        case .revoked: revoked
        }
    }
}
