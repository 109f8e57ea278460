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
        toast(state.shell)
        Interface.main(parts)
        footer
        notices(told(state.shell))
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
            toast(shell)
            if !stands { topBar(home, shell) }
            Interface.main(waitingForContent(state) ?? pageInside(state, home), key: shell.place.path)
            if stands { helpFooter(shell) }
            notices(told(shell) + told(home, shell))
            if !stands { placesBar(shell) }
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

/// What is told, at the bottom of the screen and above the four places. Whatever arrives there has its room at the end of the page, so
/// that nothing moves away under a finger.
private func notices(_ banners: [View]) -> View {
    div(.classes("notices"), .role("status"), .key("notices")) { banners }
}

/// What is told wherever one is, also to a stranger: that an update waits, that something couldn't be loaded.
private func told(_ shell: Shell) -> [View] {
    let words = shell.words.common
    var banners: [View] = []
    if shell.isUpdateReady { banners.append(banner(words.updateReady, words.updateNow, .applyUpdate, key: "update")) }
    if shell.isSomethingLost { banners.append(banner(words.lost, words.close, .dismissLoss, key: "lost")) }
    return banners
}

/// What is told to somebody who is at home.
private func told(_ home: Home, _ shell: Shell) -> [View] {
    var banners = noticesView(home, shell)
    if home.isPaired, let bar = pauseBar(home, shell) { banners.append(bar) }
    return banners
}

/// A line over the page that goes away by itself.
private func toast(_ shell: Shell) -> View? {
    guard let toast = shell.toast else { return nil }
    let words = shell.words.common
    return div(.classes("toast"), .key("toast")) {
        span { toast }
        if let undo = shell.undo { button(.classes("undo"), .press(undo)) { words.undo } }
        button(.classes("icon"), .ariaLabel(words.close), .press(.dismissToast)) { icon(.close) }
    }
}
