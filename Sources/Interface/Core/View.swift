import Markup
import Words

/// The whole page for a state.
func view(_ state: State) -> [View] {
    switch state.stage {
    case .starting: [frame(state, [startingView(state.shell.words)])]
    case .broken: [frame(state, [brokenView(state.shell.words)])]
    case .locked where state.shell.place == .help: [frame(state, outside(state))]
    case .locked: [frame(state, state.pages.unlock.view(state.door, state.shell), under: [helpFooter(state.shell)])]
    case .outside: [frame(state, outside(state), under: state.shell.place == .help ? [] : [helpFooter(state.shell)])]
    case .inside: inside(state)
    }
}

/// The column that everything stands in, with what may lie over it.
private func frame(_ state: State, _ parts: [View], under footer: [View] = []) -> View {
    div(.classes("frame"), .key("frame")) {
        overlay(state)
        Interface.main(parts)
        footer
    }
}

/// The one main landmark. Its key is the place, so that a new page starts from fresh elements.
func main(_ parts: [View], key: String = "main") -> View {
    .element(Element(.main, [.id("main"), .named(.tabindex, "-1"), .key(key)], parts))
}

private func startingView(_ words: Words) -> View {
    div(.classes("starting"), .named(.ariaBusy, "true"), .ariaLabel(words.common.opening)) { mark(size: 96) }
}

private func brokenView(_ words: Words) -> View {
    div(.classes("page")) {
        h1 { words.common.brokenTitle }
        p { words.common.brokenText }
    }
}

private func outside(_ state: State) -> [View] {
    switch state.shell.place {
    case .howItWorks: howItWorksView(state.shell)
    case .signUp: state.pages.signUp.view(state.door, state.shell)
    case .signIn: state.pages.signIn.view(state.door, state.shell)
    case .recover: state.pages.recover.view(state.door, state.shell)
    case .arrival: state.pages.arrival.view(state.door, state.shell)
    case .help: state.pages.help.view(state.door.catalogue, nil, state.shell)
    default: welcomeView(state.shell)
    }
}

private func inside(_ state: State) -> [View] {
    guard let home = state.home else { return [] }
    let shell = state.shell
    let stands = shell.place.standsAlone
    let colours = " me-" + home.meColour.className + " you-" + home.partnerColour.className
    return [
        div(
            .classes((stands ? "frame alone" : "frame") + colours + (state.isCurtained ? " curtained" : "")),
            .key("frame")
        ) {
            overlay(state)
            noticesView(home, shell)
            if !stands { topBar(home, shell) }
            Interface.main(page(state, home), key: shell.place.path)
            if stands { helpFooter(shell) } else { placesBar(shell) }
        }
    ]
}

/// Help stays one tap away where there are no bars.
private func helpFooter(_ shell: Shell) -> View {
    footer(.classes("help-footer"), .key("help")) { link(shell.words.common.help, to: .help) }
}

private func page(_ state: State, _ home: Home) -> [View] {
    let shell = state.shell
    switch shell.place {
    case .signIn where home.isSignedOut: return state.pages.signIn.view(state.door, shell)
    case .today, .welcome, .signUp, .signIn, .recover: return state.pages.today.view(home, shell)
    case .us, .trends, .helped: return state.pages.us.view(home, shell)
    case .check: return state.pages.check.view(home, shell)
    case .pulse: return state.pages.pulse.view(home, shell)
    case .signs: return state.pages.signs.view(home, shell)
    case .causes: return state.pages.causes.view(home, shell)
    case .together: return state.pages.proposals.view(home, shell)
    case .proposals: return state.pages.proposals.view(home, shell)
    case .practices, .practice: return state.pages.practices.view(home, shell)
    case .questions, .question: return state.pages.questions.view(home, shell)
    case .jar: return state.pages.jar.view(home, shell)
    case .conversations, .conversation: return state.pages.conversation.view(home, shell)
    case .say: return state.pages.say.view(home, shell)
    case .story: return state.pages.story.view(home, shell)
    case .mine: return state.pages.mine.view(home, shell)
    case .journal: return state.pages.journal.view(home, shell)
    case .settings: return state.pages.settings.view(home, shell)
    case .invite: return state.pages.invite.view(home, shell)
    case .arrival: return state.pages.arrival.view(state.door, shell)
    case .data: return state.pages.data.view(home, shell)
    case .leaving: return state.pages.leaving.view(home, shell)
    case .howItWorks: return howItWorksView(shell)
    case .help: return state.pages.help.view(state.door.catalogue, home, shell)
    case .unknown: return nowhereView(shell)
    }
}

private func nowhereView(_ shell: Shell) -> [View] {
    [
        div(.classes("page")) {
            h1 { shell.words.common.nowhereTitle }
            p { shell.words.common.nowhereText }
            primary(shell.words.common.toToday, .go(.today))
        }
    ]
}

/// What lies over a page: a line that goes away, an update that waits.
private func overlay(_ state: State) -> [View] {
    let words = state.shell.words.common
    var parts: [View] = []
    if state.shell.isUpdateReady {
        parts.append(
            div(.classes("banner"), .role("status"), .key("update")) {
                span { words.updateReady }
                button(.classes("quiet"), .press(.applyUpdate)) { words.updateNow }
            })
    }
    if let toast = state.shell.toast {
        parts.append(
            div(.classes("toast"), .key("toast")) {
                span { toast }
                button(.classes("icon"), .ariaLabel(words.close), .press(.dismissToast)) { icon(.close) }
            })
    }
    return parts
}
