import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension Talking {
    /// All conversations, and the one that is open.
    func listView(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation.setUp
        let open = Self.current(home)
        return div(.classes("page broad conversations")) {
            backBar(words.back, to: .together, shell)
            header(.classes("heading")) {
                h1 { words.title }
                p(.classes("lead")) { words.lead }
            }
            if !home.hasPartnerNow { p(.classes("kept")) { words.alone } }
            planning.evenings(home, shell)
            if let open, let script = home.catalogue.conversation(open.script) { openCard(script, shell) }
            ul(.classes("talks")) {
                for script in home.catalogue.conversations { li(.key(script.id)) { talkCard(script, home, shell) } }
            }
            planning.past(home, shell)
        }
    }

    private func openCard(_ script: Conversation, _ shell: Shell) -> View {
        let words = shell.words.conversation.setUp
        return card("glow", key: "open") {
            p(.classes("over")) { words.open }
            h2 { script.name }
            p { words.stoppedHere }
            div(.classes("actions side")) { primary(words.goOn, .go(.conversation(script.id))) }
        }
    }

    private func talkCard(_ script: Conversation, _ home: Home, _ shell: Shell) -> View {
        button(.classes("card talk-card"), .press(.go(.conversation(script.id)))) {
            span(.classes("over")) { lineText(script, home, shell) }
            span(.classes("talk-card-name serif")) { script.name }
            span { script.about }
        }
    }

    private func lineText(_ script: Conversation, _ home: Home, _ shell: Shell) -> String {
        let openness = home.catalogue.check.comfort.steps.first { $0.openness == script.openness }?.name
        return shell.words.conversation.setUp.line(script.minutes, openness ?? String(script.openness.level))
    }

    /// What is settled before a conversation begins.
    func setUpView(_ script: Conversation, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation.setUp
        let isForTwo = home.hasPartnerNow
        return div(.classes("page set-up")) {
            backBar(words.title, to: .conversations, shell)
            header(.classes("heading")) {
                p(.classes("over")) { lineText(script, home, shell) }
                pageTitle(script.name)
                p(.classes("lead")) { script.about }
            }
            card("glow") {
                h2 { words.before }
                p { script.before }
            }
            if isForTwo {
                choice(
                    words.devices,
                    [
                        (words.one, words.oneDetail, devices == .one, .conversation(.devicesChosen(.one))),
                        (words.two, words.twoDetail, devices == .two, .conversation(.devicesChosen(.two))),
                    ])
            } else {
                p(.classes("fine")) { words.alone }
            }
            section(.classes("first-speaker")) {
                h2 { words.first }
                pills(
                    words.first,
                    [
                        (
                            home.myName.isEmpty ? words.me : home.myName, isMeFirst,
                            .conversation(.firstChosen(isMe: true))
                        ),
                        (
                            isForTwo ? home.partnerName : words.sentence(words.other), !isMeFirst,
                            .conversation(.firstChosen(isMe: false))
                        ),
                    ])
            }
            if let open = Self.current(home), let other = home.catalogue.conversation(open.script) {
                p(.classes("fine")) { words.endsOther(other.name) }
            }
            div(.classes("actions")) {
                primary(isForTwo ? words.begin : words.tryAlone, .conversation(.begun(script.id)))
            }
            if isForTwo { planning.asking(script, home, shell) }
            stepsView(script, home, shell)
        }
    }

    /// The whole script to read, for whoever wants to know what comes.
    private func stepsView(_ script: Conversation, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.conversation.setUp
        let me = home.myName.isEmpty ? words.me : home.myName
        let other = home.hasPartnerNow ? home.partnerName : words.other
        let (first, second) = isMeFirst ? (me, other) : (other, me)
        return details(.classes("as-table talk-steps")) {
            summary { words.steps }
            ol {
                for step in script.steps {
                    li {
                        words.sentence(
                            ConversationWalk(step: step.id, turn: 0).filling(
                                step.ask, in: script, first: first, second: second))
                    }
                }
            }
        }
    }

    private func choice(_ title: String, _ options: [(String, String, Bool, Interface.Action)]) -> View {
        section(.classes("choices"), .role("group"), .ariaLabel(title)) {
            for (name, detail, isOn, action) in options {
                button(
                    .classes(isOn ? "choice on" : "choice"), .named(.ariaPressed, isOn ? "true" : "false"),
                    .press(action)
                ) {
                    span(.classes("choice-name")) { name }
                    span(.classes("choice-text")) { detail }
                }
            }
        }
    }
}
