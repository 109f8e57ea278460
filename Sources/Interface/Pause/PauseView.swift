import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension Pausing {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.pause
        let pause = home.pause(shell.world)
        return [
            div(.classes("page broad pause"), .key("pause")) {
                backBar(shell.words.mine.title, to: .mine, shell)
                if let pause {
                    if pause.isOver { over(pause, home, shell) } else { going(pause, home, shell) }
                } else {
                    header(.classes("heading")) {
                        pageTitle(words.title)
                        p(.classes("lead")) { home.hasPartnerNow ? words.lead(home.partnerName) : words.leadAlone }
                    }
                    if home.hasPartnerNow { calling(home, shell) }
                }
                let calm = home.catalogue.exercises.filter { $0.kind == .calm }
                if !calm.isEmpty {
                    section(.classes("block"), .key("calm")) {
                        h2 { pause == nil ? words.calm : words.meanwhile }
                        exerciseTiles(calm, shell.words.exercises)
                    }
                }
            }
        ]
    }

    private func calling(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.pause
        let mayBeLong = home.mayPauseLong(shell.world)
        return div(.classes("calling"), .key("calling")) {
            h2(.classes("small-title")) { words.when }
            div(.classes("pause-lengths"), .role("group"), .ariaLabel(words.when)) {
                primary(words.minutes20, .pause(.called(.minutes(20))))
                secondary(words.hour, .pause(.called(.minutes(60))))
                if mayBeLong {
                    secondary(
                        home.isPauseToday(shell.world) ? words.thisEvening : words.tomorrowEvening,
                        .pause(.called(.evening)))
                }
            }
            p(.classes("fine")) { words.kind }
            if !mayBeLong { p(.classes("fine")) { words.shortOnly } }
        }
    }

    private func going(_ pause: PauseSight, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.pause
        return card("glow pausing", key: "going") {
            mark(size: 64, overlap: 0.05)
            pageTitle(words.going)
            p(.classes("pause-until serif")) {
                shell.pauseEnd(pause.until, today: words.at, tomorrow: words.tomorrowAt)
            }
            if pause.isReady {
                p(.classes("fine"), .role("status")) { words.readySaid(home.partnerName) }
                quiet(words.notReady, .pause(.stayedAway))
            } else if pause.isOtherReady, !home.suggestsAlone {
                p(.classes("fine"), .role("status")) { words.otherReady(home.partnerName) }
                secondary(words.now, .pause(.ready))
            } else {
                quiet(words.ready, .pause(.ready))
            }
        }
    }

    /// Its time has come. Nobody who is afraid of the other is asked to go back to them.
    private func over(_ pause: PauseSight, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.pause
        let calls = !home.suggestsAlone
        let talk = calls ? home.catalogue.conversation("after-a-fight") : nil
        return div(.classes("pause-over"), .key("over")) {
            card("glow pausing") {
                mark(size: 64, overlap: 0.3)
                pageTitle(words.overTitle)
                p { calls ? words.overText : words.overTextAlone }
                if calls {
                    primary(words.back, .pause(.ended))
                    quiet(words.longer, .pause(.called(.minutes(20))))
                } else {
                    secondary(words.longer, .pause(.called(.minutes(20))))
                    quiet(words.back, .pause(.ended))
                }
            }
            if let talk {
                div(.classes("rows")) {
                    row(talk.name, detail: words.talkDetail, icon: .speech, .go(.conversation(talk.id)))
                }
            }
        }
    }
}
