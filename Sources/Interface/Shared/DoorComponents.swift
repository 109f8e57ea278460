import Household
import Markup
import Words

// Building blocks that the pages before the home share.

/// A page before signing in: a narrow column with a title.
func doorPage(_ classes: String = "", _ shell: Shell, back: Place? = nil, @Parts parts: () -> [View]) -> [View] {
    [
        div(.classes(classes.isEmpty ? "page narrow" : "page narrow " + classes)) {
            if let back { backBar(shell.words.common.back, to: back, shell) }
            parts()
        }
    ]
}

/// The title and the sentence under it. The title can take the focus when a step replaces another.
func pageHeading(_ title: String, lead: String, over: String = "") -> View {
    header(.classes("heading")) {
        if !over.isEmpty { p(.classes("over")) { over } }
        pageTitle(title)
        if !lead.isEmpty { p(.classes("lead")) { lead } }
    }
}

/// The button that sends a form; Enter in a field does the same. While busy it stays focusable and says so.
///
/// - Parameter isFirst: whether that is the one main thing to do there.
func submit(_ title: String, isBusy: Bool = false, isFirst: Bool = true) -> View {
    let look = isFirst ? "primary" : "secondary"
    return button(
        .classes(isBusy ? look + " busy" : look), .named(.type, "submit"),
        .named(.ariaBusy, isBusy ? "true" : "false")
    ) { title }
}

/// What went wrong with the whole form, said at once.
func obstacleLine(_ text: String?) -> View? {
    text.map { text in p(.classes("problem"), .role("alert"), .key("obstacle")) { text } }
}

extension PassphraseField {
    /// The field, with what it shows of itself.
    ///
    /// - Parameters:
    ///   - missing: what is said when nothing was typed; the settings' words for that when left out.
    ///   - wrong: what is said when it isn't the person's; the settings' words for that when left out.
    ///   - action: what acting on it is to the page.
    func view(
        _ title: String, _ words: Words, missing: String? = nil, wrong: String? = nil,
        _ action: (PassphraseField.Action) -> Interface.Action
    ) -> View {
        let own = words.door.passphrase
        let problem = problem(words, missing: missing, wrong: wrong)
        let help = strength.map { strength in strength.flaw.map { own.text($0) } ?? own.advice } ?? ""
        return div(.classes("field passphrase")) {
            label(.named(.for, id)) { title }
            div(.classes("with-button")) {
                input(
                    .id(id), .named(.type, isShown ? "text" : "password"),
                    .named(.autocomplete, strength == nil ? "current-password" : "new-password"),
                    .named(.autocapitalize, "none"), .named(.spellcheck, "false"),
                    .named(.name, id), .property(.value, .text(text)), .on(.input, action(.typed)),
                    .named(.ariaInvalid, problem == nil ? "false" : "true"), .named(.ariaDescribedBy, id + "-help"))
                button(
                    .classes("quiet"), .press(action(.shown)), .named(.ariaPressed, isShown ? "true" : "false"),
                    .named(.ariaControls, id)
                ) { isShown ? own.hide : own.show }
            }
            if let strength { strengthBar(strength, own) }
            if let problem {
                p(.classes("problem"), .id(id + "-help"), .role("alert")) { problem }
            } else if !help.isEmpty {
                p(.classes("help"), .id(id + "-help")) { help }
            }
        }
    }

    private func problem(_ words: Words, missing: String?, wrong: String?) -> String? {
        switch flaw {
        case nil: nil
        case .missing: missing ?? words.settings.passphraseMissing
        case .wrong: wrong ?? words.settings.wrongPassphrase
        case .weak: words.door.passphrase.text(strength?.flaw ?? .tooShort)
        case .same: words.settings.newSame
        case .tooLong: words.door.passphrase.tooLong(Self.longest)
        }
    }
}

/// Four quiet strokes and the word for them.
private func strengthBar(_ strength: PassphraseStrength, _ words: DoorWords.Passphrase) -> View {
    div(.classes("strength"), .role("status")) {
        div(.classes("strength-bar"), .decorative) {
            for step in 1...4 { span(.classes(step <= strength.level.rawValue ? "on" : "")) }
        }
        if strength.level != .none {
            span(.classes("unseen")) { words.strengthLabel + ": " }
            span(.classes("strength-word")) { words.text(strength.level) }
        }
    }
}

extension DoorWords.Passphrase {
    /// A strength in words.
    func text(_ level: PassphraseStrength.Level) -> String {
        switch level {
        case .none: ""
        case .weak: weak
        case .fair: fair
        case .good: good
        case .strong: strong
        }
    }

    /// Why a passphrase is refused.
    func text(_ flaw: PassphraseStrength.Flaw) -> String {
        switch flaw {
        case .tooShort: tooShort
        case .onlyNumbers: onlyNumbers
        case .holdsName: holdsName
        case .common: common
        case .run: run
        case .repeated: repeated
        case .year: year
        case .tooFewWords: tooFewWords
        }
    }
}

/// A field that stands in lines with others and takes digits or code characters.
func codeField(
    id: String, label title: String, value: String, action: Action, problem: String? = nil, help: String = "",
    inputMode: String = "text"
) -> View {
    div(.classes("field code-field")) {
        label(.named(.for, id)) { title }
        input(
            .id(id), .named(.type, "text"), .named(.autocomplete, "off"), .named(.autocapitalize, "characters"),
            .named(.spellcheck, "false"), .named(.inputmode, inputMode),
            .property(.value, .text(value)), .on(.input, action),
            .named(.ariaInvalid, problem == nil ? "false" : "true"), .named(.ariaDescribedBy, id + "-help"))
        if let problem {
            p(.classes("problem"), .id(id + "-help"), .role("alert")) { problem }
        } else if !help.isEmpty {
            p(.classes("help"), .id(id + "-help"), .role("status")) { help }
        }
    }
}
