import Household
import Ledger
import Markup
import Wire
import Words

/// The page behind the round letter: what belongs to one person alone, and the way to care for it.
public struct MinePage {
    /// What a person can do here; all of it leads elsewhere.
    public enum Action: Equatable, Sendable {}

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {}

    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.mine
        let pages = home.mine.journal(of: home.me).count
        return [
            div(.classes("page wide mine")) {
                header(.classes("heading")) {
                    h1 { home.myName.isEmpty ? words.title : home.myName }
                    p(.classes("lead")) { words.lead }
                }
                if home.myName.isEmpty { unnamed(words) }
                div(.classes("rows")) {
                    row(
                        words.journal, detail: pages == 0 ? words.journalEmpty : words.journalPages(pages), icon: .pen,
                        .go(.journal))
                    row(
                        shell.words.myself.title,
                        detail: home.suggestsAlone || home.growthsOfPartner.isEmpty
                            ? shell.words.myself.detail : shell.words.myself.detailShown(home.partnerName),
                        icon: .leaf, .go(.myself))
                    row(
                        shell.words.kindness.title, detail: shell.words.kindness.detail, icon: .heart,
                        .go(.kindness))
                    row(words.signs, detail: words.signsDetail, icon: .eye, .go(.signs))
                    row(words.causes, detail: words.causesDetail, icon: .compass, .go(.causes))
                    row(shell.words.search.title, detail: shell.words.search.detail, icon: .search, .go(.search))
                    row(shell.words.pause.title, detail: shell.words.pause.detail, icon: .pause, .go(.pause))
                }
                column("about") {
                    div(.classes("rows")) {
                        partnerRow(home, words)
                        row(
                            shell.words.reminders.title, detail: shell.words.reminders.detail, icon: .moon,
                            .go(.reminders))
                        row(words.settings, detail: words.settingsDetail, icon: .gear, .go(.settings))
                        row(words.data, detail: words.dataDetail, icon: .download, .go(.data))
                    }
                    div(.classes("rows")) {
                        row(words.help, detail: words.helpDetail, icon: .help, .go(.help))
                        row(words.leaving, detail: words.leavingDetail, icon: .exit, .go(.leaving))
                    }
                }
            }
        ]
    }

    private func partnerRow(_ home: Home, _ words: MineWords) -> View {
        if let space = home.sharedRecord, space.state == .closed {
            return row(words.closed, detail: words.closedDetail, icon: .people, .go(.invite))
        }
        if home.isPaired {
            let detail =
                switch home.comparison {
                case .due, .alone: words.compareDue
                case .changed: words.compareChanged
                case .done: words.partnerDetail
                }
            return row(home.partnerName, detail: detail, icon: .people, .go(.invite))
        }
        return row(words.invite, detail: words.inviteDetail, icon: .people, .go(.invite))
    }

    /// What a sign-up that was cut short left open.
    private func unnamed(_ words: MineWords) -> View {
        card("glow full", key: "unnamed") {
            h2 { words.unnamed }
            p { words.unnamedText }
            div(.classes("actions side")) { primary(words.unnamedDo, .go(.settings)) }
        }
    }
}
