import Closeness
import Household
import Ledger
import Markup
import Words

extension DeedReport {
    /// What follows once a practice was done: how it was, and a line about it.
    ///
    /// - Parameter byMe: Whether the person says so, or only the partner.
    func afterwards(
        _ practice: Practice, byMe: Bool, helped: Int?, _ home: Home, _ shell: Shell,
        action: @escaping (Action) -> Interface.Action
    ) -> View {
        let words = shell.words.today
        return div(.classes("afterwards"), .key("afterwards")) {
            if let helped, words.helped.indices.contains(helped), rerated != practice.id {
                p(.classes("helped")) {
                    span { words.helpedSaid(words.helped[helped]) }
                    if byMe { quiet(words.rateAgain, action(.ratingWanted(practice.id))) }
                }
            } else {
                div(.classes("pills ratings"), .role("group"), .ariaLabel(words.howWasIt)) {
                    for level in PracticeDone.helpScale where words.helped.indices.contains(level) {
                        button(.classes("pill"), .press(action(.rated(practice.id, level)))) { words.helped[level] }
                    }
                }
                if home.isShared(practice), home.hasPartnerNow {
                    p(.classes("fine")) { words.helpedUnseen(home.partnerName) }
                }
            }
            if self.practice == practice.id {
                lineForm(practice, home, shell, action: action)
            } else {
                if keptLine == practice.id, let line = keptDay.flatMap({ home.line(about: practice.id, on: $0) }) {
                    p(.classes("said"), .named(.dir, "auto")) { line.text }
                    correcting.view(line.entry, line.text, home, shell) { action(.correcting($0)) }
                }
                div(.classes("card-ways")) {
                    if keptLine == practice.id {
                        p(.classes("fine kept"), .role("status")) { words.lineKept }
                    } else if byMe, helped != nil {
                        quiet(words.addLine, action(.lineBegun(practice.id)))
                    }
                    if byMe { quiet(words.notAfterAll, action(.takenBack(practice.id))) }
                }
            }
        }
    }

    private func lineForm(
        _ practice: Practice, _ home: Home, _ shell: Shell, action: @escaping (Action) -> Interface.Action
    ) -> View {
        let words = shell.words.today
        let isShared = home.isShared(practice) && home.hasPartnerNow
        let title = isShared ? words.lineForBoth(home.partnerName) : words.lineForMe
        return div(.classes("deed-line")) {
            ComposingView(
                composing: line, title: title, placeholder: title, send: words.keepLine, isForSomebody: isShared
            ) { action(.line(practice.id, $0)) }.view(home, shell)
        }
    }
}
