import Household
import Ledger
import Markup
import Words

/// One sign or cause as the list shows it.
struct SignOrCause {
    /// Its stable name.
    let id: String
    /// Its name.
    let name: String
    /// What it is, beneath its name.
    let text: String
    /// What stands on its open sheet: titles and texts.
    let parts: [(title: String, text: String)]
    /// Where it leads.
    let ways: [View]
}

extension Noticing {
    /// The whole page: what has been shown by either, side by side, then all there are.
    func view(
        _ items: [SignOrCause], title: String, lead: String, ofBoth: String, all: String, _ home: Home,
        _ shell: Shell, action: @escaping (Noted) -> Action
    ) -> View {
        let mine = mine(home)
        let byMe = sharedByMe(home)
        let byPartner = sharedByPartner(home)
        let shown = items.filter { byMe.contains($0.id) || byPartner.contains($0.id) }
        return div(.classes("page noticing"), .key(title)) {
            backBar(shell.words.us.toUs, to: .us, shell)
            header(.classes("heading")) {
                h1 { title }
                p(.classes("lead")) { lead }
            }
            if !shown.isEmpty {
                section(.classes("of-both"), .ariaLabel(ofBoth)) {
                    h2 { ofBoth }
                    for item in shown {
                        sideBySide(
                            item, byMe: byMe.contains(item.id), byPartner: byPartner.contains(item.id), home, shell)
                    }
                }
            }
            section(.ariaLabel(all)) {
                h2(.classes(shown.isEmpty ? "unseen" : "")) { all }
                div(.classes("sheets")) {
                    for item in items {
                        sheet(
                            item, isMine: mine.contains(item.id), byMe: byMe.contains(item.id),
                            byPartner: byPartner.contains(item.id), home, shell, action: action)
                    }
                }
            }
        }
    }

    /// What each of the two has shown about one sign or cause.
    private func sideBySide(
        _ item: SignOrCause, byMe: Bool, byPartner: Bool, _ home: Home, _ shell: Shell
    ) -> View {
        card("side-by-side", key: "both-" + item.id) {
            h3 { item.name }
            div(.classes("sides")) {
                if byMe {
                    side(
                        shell.words.reflection.you, sharedWords(item.id, of: home.me, home), isMine: true,
                        isChanged: isChanged(item.id, of: home.me, home), shell)
                }
                if byPartner {
                    side(
                        home.partnerName, sharedWords(item.id, of: home.partner, home), isMine: false,
                        isChanged: isChanged(item.id, of: home.partner, home), shell)
                }
            }
        }
    }

    private func side(_ who: String, _ text: String, isMine: Bool, isChanged: Bool, _ shell: Shell) -> View {
        div(.classes("side")) {
            whoLine(isChanged ? who + " · " + shell.words.common.changed : who, isMine: isMine)
            if text.isEmpty {
                p(.classes("fine")) { shell.words.reflection.noWords }
            } else {
                p(.classes("said"), .named(.dir, "auto")) { text }
            }
        }
    }

    /// One sign or cause of the list, with its sheet when that is open.
    private func sheet(
        _ item: SignOrCause, isMine: Bool, byMe: Bool, byPartner: Bool, _ home: Home, _ shell: Shell,
        action: @escaping (Noted) -> Action
    ) -> View {
        let says = shell.words.reflection
        let isOpen = open == item.id
        let state = self.state(isMine: isMine, byMe: byMe, byPartner: byPartner, home, says)
        return div(.classes(isOpen ? "sheet open" : "sheet"), .key(item.id)) {
            h3 {
                button(
                    .id(Self.headID(item.id)), .classes("sheet-head"),
                    .named(.ariaExpanded, isOpen ? "true" : "false"),
                    .named(.ariaControls, "sheet-" + item.id), .press(action(.toggled(item.id)))
                ) {
                    span(.classes("row-text")) {
                        span(.classes("sheet-name")) { item.name }
                        if !state.isEmpty { span(.classes("row-detail")) { state } }
                    }
                    if isMine || byMe { span(.classes("dot"), .decorative) }
                    if byPartner { span(.classes("dot you"), .decorative) }
                    icon(.chevron)
                }
            }
            if isOpen {
                div(.classes("sheet-body"), .id("sheet-" + item.id)) {
                    p { item.text }
                    for part in item.parts {
                        div(.classes("part")) {
                            h4 { part.title }
                            p { part.text }
                        }
                    }
                    own(item.id, isMine: isMine, byMe: byMe, home, shell, action: action)
                    item.ways
                }
            }
        }
    }

    private func state(isMine: Bool, byMe: Bool, byPartner: Bool, _ home: Home, _ says: ReflectionWords) -> String {
        if byMe, byPartner { return says.sharedByBoth }
        if byMe { return says.sharedByYou }
        if byPartner { return says.sharedByPartner(home.partnerName) }
        return isMine ? says.onlyYou : ""
    }

    /// The person's own part of a sheet: the mark, the words, and whether the partner sees it.
    private func own(
        _ id: String, isMine: Bool, byMe: Bool, _ home: Home, _ shell: Shell, action: @escaping (Noted) -> Action
    ) -> View {
        let says = shell.words.reflection
        let isMarked = isMine || byMe
        let kept = keptWords(id, home)
        let text = words(id, home)
        let shared = byMe ? sharedWords(id, of: home.me, home) : ""
        return div(.classes("own")) {
            button(
                .classes(isMarked ? "pill mark-pill on" : "pill mark-pill"),
                .named(.ariaPressed, isMarked ? "true" : "false"),
                .press(action(isMarked ? .unmarked(id) : .marked(id)))
            ) {
                if isMarked { icon(.check) }
                span { subject == .signs ? says.notice : says.suspect }
            }
            if isMarked {
                ComposingView(
                    composing: field(id, home), title: says.writeLabel, placeholder: says.writePlaceholder, send: "",
                    isBoxed: true, isForSomebody: home.hasPartnerNow
                ) { action(.composing(id, $0)) }.view(home, shell)
                div(.classes("actions side")) {
                    if text != kept { secondary(says.keepWords, action(.wordsKept(id))) }
                    readers(of: text, shared: shared, home, says)
                }
                sharing(
                    id, byMe: byMe, text: text, shared: shared, home, says, action: action
                )
            }
        }
    }

    /// Who can read the words in the field.
    private func readers(of text: String, shared: String, _ home: Home, _ says: ReflectionWords) -> View {
        p(.classes("fine with-lock")) {
            if shared.isEmpty {
                icon(.lock)
                span { says.wordsPrivate }
            } else if shared == text {
                span { says.wordsShared(home.partnerName) }
            } else {
                span { says.wordsSharedBefore(home.partnerName) }
            }
        }
    }

    private func sharing(
        _ id: String, byMe: Bool, text: String, shared: String, _ home: Home, _ says: ReflectionWords,
        action: @escaping (Noted) -> Action
    ) -> View {
        div(.classes("sharing")) {
            if !home.hasPartnerNow {
                p(.classes("fine")) { byMe ? says.leftNote : says.aloneNote }
            } else if byMe {
                if !text.isEmpty, text != shared {
                    secondary(
                        shared.isEmpty ? says.shareWithWords : says.shareInstead, action(.shared(id, withWords: true)))
                }
                p(.classes("fine")) {
                    !shared.isEmpty
                        ? says.takeBackWithWordsSays(home.partnerName) : says.takeBackSays(home.partnerName)
                }
                secondary(says.takeBack, action(.takenBack(id)))
            } else {
                p(.classes("fine")) { says.shareSays(home.partnerName) }
                secondary(says.share(home.partnerName), action(.shared(id, withWords: false)))
                if !text.isEmpty {
                    p(.classes("fine")) { says.shareWithWordsSays(home.partnerName) }
                    secondary(says.shareWithWords, action(.shared(id, withWords: true)))
                }
            }
        }
    }
}

/// A heading of the fourth level.
private func h4(@Parts parts: () -> [View]) -> View { element(.h4, parts: parts) }
