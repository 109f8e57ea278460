import Household
import Library
import Markup
import Words

/// The whole page for a state.
func view(_ state: State) -> [View] {
    switch state.stage {
    case .starting, .broken, .stuck, .locked:
        state.shell.place == .help
            ? [frame(state, pageOutside(state))] : [frame(state, before(state), under: helpBefore(state))]
    case .outside:
        [frame(state, pageOutside(state), under: state.shell.place == .help ? [] : [helpFooter(state.shell)])]
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

/// What stands before everything else until the person can come in, wherever the address leads.
private func before(_ state: State) -> [View] {
    let words = state.shell.words
    switch state.stage {
    case .starting:
        if !state.isOpeningLong { return [startingView(words)] }
        return [standstill(words.common.slowTitle, words.common.slowText, words)]
    case .broken: return [standstill(words.common.brokenTitle, words.common.brokenText, words)]
    case .stuck(.silent): return [standstill(words.common.stuckTitle, words.common.stuckText, words)]
    case .stuck(.unreadable): return [standstill(words.common.unreadTitle, words.common.unreadText, words)]
    case .stuck(.blocked): return [standstill(words.common.blockedTitle, words.common.blockedText, words)]
    case .locked: return state.pages.unlock.view(state.door, state.shell)
    case .outside, .inside: return []
    }
}

/// Help is one tap away as soon as there is something to read.
private func helpBefore(_ state: State) -> [View] {
    state.stage == .starting && !state.isOpeningLong ? [] : [helpFooter(state.shell)]
}

private func startingView(_ words: Words) -> View {
    div(.classes("starting"), .named(.ariaBusy, "true"), .ariaLabel(words.common.opening)) { mark(size: 96) }
}

/// Why nothing goes on by itself, and the way on.
private func standstill(_ title: String, _ text: String, _ words: Words) -> View {
    div(.classes("page standstill"), .role("alert")) {
        div(.classes("page-mark")) { mark(size: 88) }
        h1 { title }
        p { text }
        div(.classes("actions")) { primary(words.common.reload, .reload) }
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
            if home.isPaired { pauseBar(home, shell) }
            if !stands { topBar(home, shell) }
            Interface.main(waitingForContent(state) ?? pageInside(state, home), key: shell.place.path)
            if stands { helpFooter(shell) } else { placesBar(shell) }
        }
    ]
}

/// What stands at a place whose part of the content isn't here yet; nil when nothing is waited for.
private func waitingForContent(_ state: State) -> [View]? {
    guard state.shell.place.needsWholeContent, state.home?.catalogue.isWhole == false else { return nil }
    let words = state.shell.words
    if !state.door.isRestMissing { return [startingView(words)] }
    return [standstill(words.common.slowTitle, words.common.slowText, words)]
}

/// Help stays one tap away where there are no bars.
private func helpFooter(_ shell: Shell) -> View {
    footer(.classes("help-footer"), .key("help")) { link(shell.words.common.help, to: .help) }
}

/// What lies over a page: a line that goes away, an update that waits.
private func overlay(_ state: State) -> [View] {
    let words = state.shell.words.common
    var parts: [View] = []
    if state.shell.isUpdateReady {
        parts.append(banner(words.updateReady, words.updateNow, .applyUpdate, key: "update"))
    }
    if state.shell.isSomethingLost { parts.append(banner(words.lost, words.close, .dismissLoss, key: "lost")) }
    if let toast = state.shell.toast {
        parts.append(
            div(.classes("toast"), .key("toast")) {
                span { toast }
                if let undo = state.shell.undo { button(.classes("undo"), .press(undo)) { words.undo } }
                button(.classes("icon"), .ariaLabel(words.close), .press(.dismissToast)) { icon(.close) }
            })
    }
    return parts
}
