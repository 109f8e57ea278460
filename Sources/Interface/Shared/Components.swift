import Household
import Markup
import Words

// The few building blocks that pages share. Their looks are in Web/styles/2-components.css.

/// The one main thing to do on a screen.
@inline(never)
func primary(_ title: String, _ action: Action, isEnabled: Bool = true, isBusy: Bool = false) -> View {
    button(
        .classes(isBusy ? "primary busy" : "primary"), .press(action), .property(.disabled, .flag(!isEnabled || isBusy))
    ) { title }
}

/// Something else one could do.
@inline(never)
func secondary(_ title: String, _ action: Action, isEnabled: Bool = true) -> View {
    button(.classes("secondary"), .press(action), .property(.disabled, .flag(!isEnabled))) { title }
}

/// A way out, in quiet text.
@inline(never)
func quiet(_ title: String, _ action: Action) -> View {
    button(.classes("quiet"), .press(action)) { title }
}

/// A link to another place in Hearth that looks like words, not like a button.
@inline(never)
func link(_ title: String, to place: Place) -> View {
    a(.classes("link"), .href(.path(place.path)), .press(.go(place))) { title }
}

/// The title of a page or of a step, which can take the focus when one step replaces another.
@inline(never)
func pageTitle(_ text: String) -> View { h1(.id("title"), .named(.tabindex, "-1")) { text } }

/// The small line over a title, and the title.
@inline(never)
func heading(_ over: String, _ title: String) -> View {
    header(.classes("heading")) {
        if !over.isEmpty { p(.classes("over")) { over } }
        h1 { title }
    }
}

/// The way back from a page that is not one of the four places: to where the person came from, else to where the page belongs.
@inline(never)
func backBar(_ title: String, to place: Place, _ shell: Shell) -> View {
    // One that says no more than "back" does so wherever it leads.
    let isNamed = title != shell.words.common.back
    let name = isNamed ? shell.cameFrom.map { $0.name(shell.words) ?? shell.words.common.back } : nil
    return backBar(name ?? title, shell.wayBack(to: place), shell)
}

extension Shell {
    /// What leads back: one step in the history, else to a place.
    func wayBack(to place: Place) -> Action { cameFrom == nil ? .go(place) : .goBack }
}

/// One of two columns where the screen is wide; elsewhere one stands below the other.
func column(_ key: String, @Parts parts: () -> [View]) -> View {
    div(.classes("column"), .key(key), parts: parts)
}

/// The way back from a part of a page.
@inline(never)
func backBar(_ title: String, _ action: Action, _ shell: Shell) -> View {
    div(.classes("back-bar")) {
        button(.classes("back"), .press(action), .ariaLabel(shell.words.common.back)) {
            icon(.back)
            span { title }
        }
    }
}

/// A sheet of paper that holds one thing.
@inline(__always)
func card(_ classes: String = "", key: String? = nil, @Parts parts: () -> [View]) -> View {
    element(.div, all: cardAttributes(classes, key), parts: parts)
}

@inline(never)
private func cardAttributes(_ classes: String, _ key: String?) -> [Attr] {
    var attributes: [Attr] = [.classes(classes.isEmpty ? "card" : "card " + classes)]
    if let key { attributes.append(.key(key)) }
    return attributes
}

// No field has a `maxlength`: browsers cut what is pasted to it and say nothing. What is too long is refused in words.

/// One line of text with its label, a word of help and, when it is refused, the reason.
@inline(never)
func field(
    id: String, label title: String, value: String, action: Action, help: String = "", problem: String? = nil,
    type: String = "text", autocomplete: String = "off", submit: Action? = nil
) -> View {
    var attributes: [Attr] = [
        .id(id), .named(.type, type), .named(.autocomplete, autocomplete), .named(.dir, "auto"),
        .property(.value, .text(value)), .on(.input, action),
        .named(.ariaInvalid, problem == nil ? "false" : "true"),
    ]
    if autocomplete == "username" || type == "password" {
        attributes += [.named(.autocapitalize, "none"), .named(.spellcheck, "false")]
    }
    if problem != nil || !help.isEmpty { attributes.append(.named(.ariaDescribedBy, id + "-help")) }
    if let submit { attributes.append(.on(.submit, submit)) }
    return div(.classes("field")) {
        label(.named(.for, id)) { title }
        element(.input, all: attributes)
        if let problem {
            p(.classes("problem"), .id(id + "-help"), .role("alert")) { problem }
        } else if !help.isEmpty {
            p(.classes("help"), .id(id + "-help")) { help }
        }
    }
}

extension Words {
    /// By how much something typed is too long to be kept; nil while it isn't.
    func tooLong(_ text: String, _ limit: Int) -> String? {
        let excess = text.excess(over: limit)
        return excess > 0 ? common.tooLong(excess) : nil
    }
}

/// Several lines of text, in the serif that people's own words have.
@inline(never)
func writing(
    id: String, label title: String, value: String, placeholder: String, action: Action, rows: Int = 3,
    isLabelShown: Bool = false
) -> View {
    div(.classes("field writing")) {
        label(.named(.for, id), .classes(isLabelShown ? "" : "unseen")) { title }
        textarea(
            .id(id), .named(.rows, String(rows)), .named(.placeholder, placeholder),
            .named(.dir, "auto"), .property(.value, .text(value)), .on(.input, action))
    }
}

/// A choice among a few, as a row of pills.
@inline(never)
func pills(_ title: String, _ options: [(text: String, isOn: Bool, action: Action)]) -> View {
    div(.classes("pills"), .role("group"), .ariaLabel(title)) {
        for option in options {
            button(
                .classes(option.isOn ? "pill on" : "pill"), .named(.ariaPressed, option.isOn ? "true" : "false"),
                .press(option.action)
            ) { option.text }
        }
    }
}

/// A row that leads somewhere.
@inline(never)
func row(_ title: String, detail: String = "", icon symbol: Icon? = nil, _ action: Action) -> View {
    button(.classes("row"), .press(action)) {
        if let symbol { icon(symbol) }
        span(.classes("row-text")) {
            span(.classes("row-title")) { title }
            if !detail.isEmpty { span(.classes("row-detail")) { detail } }
        }
        icon(.chevron)
    }
}

/// What will be here, and why it is empty now.
@inline(never)
func empty(_ title: String, _ text: String) -> View {
    div(.classes("empty")) {
        mark(size: 44, overlap: 0.2)
        h2 { title }
        p { text }
    }
}
