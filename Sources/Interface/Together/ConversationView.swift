import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension Talking {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        guard case .conversation(let id) = shell.place else { return [listView(home, shell)] }
        guard let script = home.catalogue.conversation(id) else { return [goneView(shell)] }
        if let run = run(id, home) { return [runView(run, home, shell)] }
        if let run = over(id, home) { return [endView(run, home, shell)] }
        return [setUpView(script, home, shell)]
    }

    private func runView(_ run: ConversationRun, _ home: Home, _ shell: Shell) -> View {
        if case .paused(let until) = run.state.phase {
            return isChoosingPause ? pauseChoice(run, home, shell) : pauseView(run, until: until, home, shell)
        }
        if isChoosingPause { return pauseChoice(run, home, shell) }
        if run.isOnTwo, run.isFresh { return meetingView(run, home, shell) }
        if run.isLeft(shell.world.sharedNow) { return leftView(run, home, shell) }
        if run.isHandingOver { return handOver(run, home, shell) }
        return run.isMine ? actingView(run, home, shell) : listeningView(run, home, shell)
    }

    // MARK: The frame of all screens

    /// One screen of a conversation, in the colour of whoever acts.
    func screen(
        _ run: ConversationRun, _ shell: Shell, pausable: Bool = true, @Parts body: () -> [View],
        @Parts actions: () -> [View]
    ) -> View {
        // What isn't a step belongs to both.
        let actor = pausable ? run.actor : nil
        let colour = actor == nil ? "by-both" : actor == run.me ? "by-me" : "by-you"
        return div(.classes("page talk " + colour)) {
            div(.classes("talk-top")) {
                p(.classes("over")) { run.script.name }
                if pausable {
                    button(.classes("pill"), .press(.conversation(.pauseWanted))) {
                        shell.words.conversation.talk.pause
                    }
                }
            }
            div(.classes("talk-body")) { body() }
            div(.classes("actions talk-actions")) { actions() }
        }
    }

    // MARK: Steps

    private func actingView(_ run: ConversationRun, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation
        let step = run.step
        func fill(_ text: String) -> String { words.setUp.sentence(run.fill(text, home, words.setUp.other)) }
        return screen(run, shell) {
            ring(run, shell)
            p(.classes("talk-who")) { whoText(run, home, shell) }
            pageTitle(fill(step.ask))
            if let detail = step.detail { p(.classes("talk-detail")) { fill(detail) } }
            if !step.stems.isEmpty {
                ul(.classes("stems"), .ariaLabel(words.talk.stems)) {
                    for stem in step.stems { li { "“" + fill(stem) + "”" } }
                }
            }
            wordsFirst(run, home, shell)
        } actions: {
            if let enough = step.enough { p(.classes("fine talk-enough")) { fill(enough) } }
            if step.choices.isEmpty {
                primary(fill(step.next ?? shell.words.common.next), .conversation(.advanced))
            } else {
                for (index, choice) in step.choices.enumerated() {
                    if index == 0 {
                        primary(fill(choice.text), .conversation(.chosen(choice.id)))
                    } else {
                        secondary(fill(choice.text), .conversation(.chosen(choice.id)))
                    }
                }
            }
            if !run.isOnTwo, let actor = run.actor, let other = step.other {
                p(.classes("fine centred")) {
                    words.talk.meanwhile(
                        run.name(run.account(run.speaker(actor).other), home, words.setUp.other), fill(other))
                }
            }
        }
    }

    /// For whoever would rather find the words, or the ears, before they speak. On two phones the other can be shown what was
    /// written.
    private func wordsFirst(_ run: ConversationRun, _ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.coach
        let kind = run.step.kind
        guard kind == .speak || kind == .reflect else { return nil }
        let isListening = kind == .reflect
        return div(.classes("words-first"), .key("words")) {
            if let shown = shownWords(run, home) { shownView(shown, words.canRead(home.partnerName)) }
            if !isWriting {
                quiet(isListening ? words.listenFirst : words.writeFirst, .conversation(.writingWanted))
            } else if isListening {
                listening.view(
                    home, shell, asksForTheirs: false,
                    to: run.name(
                        run.actor == run.me ? run.other : run.me, home, shell.words.conversation.setUp.other)
                ) { .conversation(.listening($0)) }
            } else {
                ComposingView(
                    composing: composing, title: words.writeLabel, placeholder: words.placeholder,
                    send: run.isOnTwo ? words.show(home.partnerName) : "", isBoxed: true
                ) { .conversation(.composing($0)) }.view(home, shell)
                if !run.isOnTwo { p(.classes("fine")) { words.writeNote } }
            }
        }
    }

    private func shownView(_ text: String, _ over: String) -> View {
        div(.classes("talk-question"), .key("shown")) {
            p(.classes("over")) { over }
            p(.classes("said"), .named(.dir, "auto")) { text }
        }
    }

    /// Who acts, said to whoever reads: to the one whose phone it is on two, to whoever holds it on one.
    private func whoText(_ run: ConversationRun, _ home: Home, _ shell: Shell) -> String {
        let words = shell.words.conversation
        guard let actor = run.actor else { return words.talk.both }
        let other = run.name(run.account(run.speaker(actor).other), home, words.setUp.other)
        if actor == run.me { return words.talk.yourTurn(home.myName, other) }
        return words.talk.turn(
            run.name(actor, home, words.setUp.other), home.myName.isEmpty ? words.setUp.me : home.myName)
    }

    @MarkupBuilder<Interface.Action>
    private func ring(_ run: ConversationRun, _ shell: Shell) -> [View] {
        if let left = run.secondsLeft(shell.world.sharedNow), let whole = run.step.seconds {
            TimerRing(left: left, whole: whole, breathes: run.step.kind == .breathe).view(shell.words.conversation.talk)
        } else {
            div(.classes("talk-mark")) { mark(size: 72, overlap: run.step.kind == .close ? 0.6 : 0.36) }
        }
    }

    private func listeningView(_ run: ConversationRun, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation
        let speaker = run.name(run.actor ?? run.other, home, words.setUp.other)
        return screen(run, shell) {
            ring(run, shell)
            p(.classes("talk-who")) { words.talk.theirTurn(speaker) }
            pageTitle(words.setUp.sentence(run.fill(run.step.other ?? words.talk.listen, home, words.setUp.other)))
            div(.classes("talk-question")) {
                p(.classes("over")) { words.talk.question(speaker) }
                p(.classes("serif")) { words.setUp.sentence(run.fill(run.step.ask, home, words.setUp.other)) }
            }
            if let shown = shownWords(run, home) { shownView(shown, shell.words.coach.wrote(speaker)) }
        } actions: {
            p(.classes("fine centred"), .role("status")) { words.talk.goesOn }
        }
    }

    private func handOver(_ run: ConversationRun, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation
        let actor = run.actor ?? run.me
        let isMe = actor == run.me
        let name = isMe && home.myName.isEmpty ? words.setUp.me : run.name(actor, home, words.setUp.other)
        return screen(run, shell) {
            div(.classes("hand")) {
                span(.classes(isMe ? "hand-from you" : "hand-from me"))
                span(.classes(isMe ? "hand-to me" : "hand-to you"))
            }
            pageTitle(words.talk.hand(name))
            if run.step.seconds != nil { p(.classes("talk-detail")) { words.talk.handText(name) } }
        } actions: {
            primary(words.talk.have(name), .conversation(.phoneTaken))
        }
    }

    /// Two phones, and nobody has moved yet: whoever began waits, the other is asked in.
    private func meetingView(_ run: ConversationRun, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation.talk
        let isInvited = isInvitation(run, home)
        return screen(run, shell, pausable: false) {
            div(.classes("talk-mark")) { mark(size: 120, overlap: 0.06) }
            pageTitle(isInvited ? words.invited(home.partnerName) : words.waiting(home.partnerName))
            p(.classes("talk-detail")) {
                isInvited ? words.invitedText(run.script.name, run.script.minutes) : words.waitingText
            }
            if isInvited { p(.classes("fine")) { run.script.before } }
        } actions: {
            if isInvited {
                primary(words.join, .conversation(.joined))
                secondary(words.notNow, .conversation(.pauseWanted))
            } else {
                secondary(words.here, .conversation(.joined))
                quiet(shell.words.conversation.pause.end, .conversation(.ended))
            }
        }
    }

    // MARK: The end

    private func endView(_ run: ConversationRun, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation.end
        let isWhole = run.walk.next(in: run.script) == nil && run.step.choices.isEmpty
        return div(.classes("page talk by-both")) {
            div(.classes("talk-top")) { p(.classes("over")) { run.script.name } }
            div(.classes("talk-body")) {
                div(.classes("talk-mark")) { mark(size: 112, overlap: 0.6) }
                p(.classes("talk-who")) { isWhole ? words.over : words.stopped }
                pageTitle(
                    isWhole ? run.fill(run.script.close, home, shell.words.conversation.setUp.other) : words.stoppedText
                )
            }
            if isNoteKept {
                p(.classes("fine centred"), .role("status")) { words.kept }
            } else {
                div(.classes("field writing talk-note")) {
                    label(.named(.for, "note")) { words.note }
                    textarea(
                        .id("note"), .named(.rows, "2"), .named(.placeholder, words.notePlaceholder),
                        .named(.dir, "auto"),
                        .named(.ariaDescribedBy, "note-help"), .property(.value, .text(note)),
                        .on(.input, .conversation(.noteTyped)))
                    if let problem = shell.words.tooLong(note, TextLimit.long) {
                        p(.classes("problem"), .role("alert"), .id("note-help")) { problem }
                    } else {
                        p(.classes("help"), .id("note-help")) { words.noteHelp }
                    }
                }
                home.harmAnswer(to: note).map { harmView($0, shell) }
            }
            div(.classes("actions talk-actions")) {
                if !note.trimmed.isEmpty { secondary(words.keep, .conversation(.noteKept)) }
                primary(words.toTogether, .conversation(.closed))
            }
        }
    }

    private func goneView(_ shell: Shell) -> View {
        let words = shell.words.conversation.setUp
        return div(.classes("page")) {
            backBar(words.title, to: .conversations, shell)
            h1 { words.gone }
            p { words.goneText }
        }
    }
}
