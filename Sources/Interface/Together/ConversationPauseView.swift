import Bytes
import Closeness
import Household
import Ledger
import Markup
import Words

extension Talking {
    /// When to come back.
    func pauseChoice(_ run: ConversationRun, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation.pause
        let isPuttingOff = isPutOff(run)
        return screen(run, shell, pausable: false) {
            div(.classes("talk-mark")) { mark(size: 72, overlap: 0.1) }
            pageTitle(isPuttingOff ? words.putOffTitle : words.title)
            p(.classes("talk-detail")) { isPuttingOff ? words.putOffLead(home.partnerName) : words.lead }
            div(.classes("breaks"), .role("group"), .ariaLabel(words.when)) {
                if !isPuttingOff { secondary(words.minutes10, .conversation(.paused(.minutes(10)))) }
                // How long most need to calm down; what isn't to be tonight is for tomorrow.
                choice(words.minutes20, .minutes(20), isUsual: !isPuttingOff)
                secondary(words.minutes30, .conversation(.paused(.minutes(30))))
                choice(words.tomorrow, .tomorrow, isUsual: isPuttingOff)
            }
            quiet(words.open, .conversation(.paused(.open)))
        } actions: {
            quiet(isPuttingOff ? words.putOffStay : words.stay, .conversation(.pauseDropped))
            quiet(words.end, .conversation(.ended))
        }
    }

    private func choice(_ text: String, _ length: Break, isUsual: Bool) -> View {
        isUsual ? primary(text, .conversation(.paused(length))) : secondary(text, .conversation(.paused(length)))
    }

    /// The break itself: a circle to breathe with, and when they come back.
    func pauseView(_ run: ConversationRun, until: Int64?, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation.pause
        if let until, Double(until) <= shell.world.sharedNow {
            return returnView(words.readyTitle, words.readyText, run, shell)
        }
        if isPutOff(run) { return putOffView(run, until: until, home, shell) }
        return screen(run, shell, pausable: false) {
            breathing(shell)
            pageTitle(words.pausedTitle)
            if let until { p(.classes("talk-who")) { returnText(until, shell) } }
            p(.classes("talk-detail")) { run.script.pause }
            goingOn(run, until: until, home, shell)
        } actions: {
            button(.classes("primary"), .press(.go(.together))) { words.leave }
            quiet(words.end, .conversation(.ended))
        }
    }

    /// The ways back before the break's time: on two phones it takes both.
    private func goingOn(_ run: ConversationRun, until: Int64?, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation.pause
        let pause = run.state.pause
        let takesBoth = run.isOnTwo && pause?.takesBoth == true
        let isReady = pause?.ready.contains(home.me) == true
        let isOtherReady = pause?.ready.contains { $0 != home.me } == true
        return div(.classes("sooner"), .key("sooner")) {
            if !takesBoth {
                quiet(run.other.isZero ? words.now : words.bothReady, .conversation(.resumed))
            } else if isReady {
                p(.classes("fine centred"), .role("status")) {
                    until == nil ? words.readySaidOpen(home.partnerName) : words.readySaid(home.partnerName)
                }
                quiet(words.notReady, .conversation(.stayedAway))
            } else if isOtherReady {
                p(.classes("fine centred"), .role("status")) { words.otherReady(home.partnerName) }
                secondary(words.now, .conversation(.resumed))
            } else {
                quiet(words.ready, .conversation(.resumed))
            }
        }
    }

    /// Whether what is put off has not begun: nobody breaks off, and nobody needs to calm down.
    private func isPutOff(_ run: ConversationRun) -> Bool { run.isOnTwo && run.isFresh }

    /// A talk that one of them asked for and the other would rather have later, as both see it.
    ///
    /// Whoever put it off can begin; whoever asked can't overrule that.
    private func putOffView(_ run: ConversationRun, until: Int64?, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation.pause
        return screen(run, shell, pausable: false) {
            div(.classes("talk-mark")) { mark(size: 72, overlap: 0.1) }
            pageTitle(words.putOffDone)
            if let until { p(.classes("talk-who")) { returnText(until, shell) } }
            p(.classes("talk-detail")) { words.putOffText }
        } actions: {
            if run.state.pause?.asker == home.me { secondary(words.putOffNow, .conversation(.resumed)) }
            button(.classes("primary"), .press(.go(.together))) { words.leave }
            quiet(words.end, .conversation(.ended))
        }
    }

    /// A conversation in whose middle they went away.
    func leftView(_ run: ConversationRun, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation.pause
        return returnView(words.leftTitle, words.leftText, run, shell)
    }

    private func returnView(_ title: String, _ text: String, _ run: ConversationRun, _ shell: Shell) -> View {
        let words = shell.words.conversation.pause
        return screen(run, shell, pausable: false) {
            breathing(shell)
            pageTitle(title)
            p(.classes("talk-detail"), .role("status")) { text }
        } actions: {
            primary(words.now, .conversation(.resumed))
            secondary(words.later, .conversation(.pauseWanted))
            quiet(words.end, .conversation(.ended))
        }
    }

    /// A circle that grows for four seconds and shrinks for six; words where motion isn't wanted.
    private func breathing(_ shell: Shell) -> View {
        div(.classes("breathing")) {
            span(.classes("breathing-circle"), .decorative)
            p(.classes("breathing-text")) { shell.words.conversation.pause.breatheSlowly }
        }
    }

    /// "Back at 21:40."
    private func returnText(_ until: Int64, _ shell: Shell) -> String {
        let words = shell.words.conversation.pause
        return shell.pauseEnd(until, today: words.at, tomorrow: words.tomorrowAt)
    }
}
