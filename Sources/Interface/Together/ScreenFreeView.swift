import Bytes
import Household
import Ledger
import Markup
import Words

extension ScreenFreePlanning {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.screenFree
        return [
            div(.classes("page screen-free"), .key("screen-free")) {
                backBar(shell.words.common.together, to: .together, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { words.lead }
                }
                if home.hasPartnerNow {
                    times(ScreenFreeTimes(home, shell.world), home, shell)
                    offering(home, shell)
                } else {
                    empty(words.aloneTitle, words.aloneText)
                    if !home.isPaired { secondary(shell.words.today.inviteTitle, .go(.invite)) }
                }
            }
        ]
    }

    @Parts
    private func times(_ times: ScreenFreeTimes, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.screenFree
        if !times.theirs.isEmpty {
            list(words.theirs(home.partnerName), times.theirs, shell) { time in
                [
                    secondary(words.agree, .screenFree(.agreed(time.offered.entry))),
                    quiet(words.putAside, .screenFree(.putAside(time.offered.entry))),
                ]
            }
        }
        if !times.agreed.isEmpty {
            list(words.agreedTitle, times.agreed, shell) { time in
                [
                    secondary(words.save, .calendar(.screenFree(time.offered.entry))),
                    quiet(words.end, .screenFree(.ended(time.offered.entry))),
                ]
            }
            p(.classes("fine"), .key("save-note")) { words.saveNote }
        }
        if !times.mine.isEmpty {
            list(words.mine, times.mine, note: words.waits(home.partnerName), shell) { time in
                [quiet(shell.words.common.takeBack, .screenFree(.takenBack(time.offered.entry)))]
            }
        }
        if !times.ended.isEmpty {
            div(.classes("over-times"), .key("ended")) {
                for time in times.ended {
                    p(.classes("fine"), .key(time.offered.entry.text)) { name(time, shell) + ". " + words.over }
                }
            }
        }
    }

    private func list(
        _ title: String, _ times: [ScreenFree], note: String? = nil, _ shell: Shell, ways: (ScreenFree) -> [View]
    ) -> View {
        section(.classes("block"), .key(title)) {
            h2 { title }
            ul(.classes("slips")) {
                for time in times {
                    li(.classes("slip"), .key(time.offered.entry.text)) {
                        p(.classes("said")) { name(time, shell) }
                        if let note { p(.classes("fine")) { note } }
                        div(.classes("card-ways")) { ways(time) }
                    }
                }
            }
        }
    }

    private func name(_ time: ScreenFree, _ shell: Shell) -> String {
        let words = shell.words.screenFree
        let offered = time.offered.fields
        return words.when(
            offered.days.map { shell.words.calendar.weekday($0) }, words.time(offered.from / 60, offered.from % 60),
            words.time(offered.until / 60, offered.until % 60))
    }

    // MARK: Offering

    private func offering(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.screenFree
        return card("plain", key: "offering") {
            h2 { words.offerTitle }
            weekdayPills(words.days, days, shell.words.calendar) { .screenFree(.dayPressed($0)) }
            div(.classes("hours")) {
                hour("screen-free-from", words.from, from, .screenFree(.fromTyped))
                hour("screen-free-until", words.until, until, .screenFree(.untilTyped))
            }
            if days.isEmpty {
                p(.classes("fine")) { words.pickDay }
            } else if offer == nil {
                p(.classes("problem"), .role("status")) { words.pickTime }
            }
            div(.classes("card-ways")) {
                primary(words.offer(home.partnerName), .screenFree(.offered), isEnabled: offer != nil)
            }
        }
    }

    private func hour(_ id: String, _ title: String, _ minute: Int?, _ action: Interface.Action) -> View {
        div(.classes("field")) {
            label(.named(.for, id)) { title }
            input(
                .id(id), .named(.type, "time"),
                .property(.value, .text(ClockTime.text(minute))), .on(.change, action))
        }
    }
}
