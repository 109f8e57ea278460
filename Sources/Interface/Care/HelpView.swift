import Closeness
import Household
import Library
import Markup
import Words

extension HelpSought {
    func view(_ catalogue: Catalogue?, _ home: Home?, _ shell: Shell) -> [View] {
        let words = shell.words.help
        guard let help = catalogue?.help, !help.title.isEmpty else {
            return [div(.classes("page help")) { p(.role("alert")) { words.unavailable } }]
        }
        return [
            div(.classes("page help reading")) {
                div(.classes("help-top")) {
                    if safety.step == .closed {
                        backBar(words.back, to: home == nil ? .welcome : .mine, shell)
                    } else {
                        backBar(words.safety.back, .help(.safety(.closed)), shell)
                    }
                    button(.classes("leave"), .press(.leaveQuickly), .named(.title, words.leaveHint)) {
                        icon(.exit)
                        span { words.leave }
                    }
                }
                if safety.step == .closed {
                    header(.classes("heading")) {
                        pageTitle(help.title)
                        if !isDangerFirst { p(.classes("lead")) { help.opening } }
                    }
                }
                safety.view(home, words.safety)
                if isDangerFirst || safety.step != .closed {
                    if safety.step != .asking { dangerView(help.danger, words) }
                    linesView(help, words, shell)
                } else {
                    wholePage(help, isIn: home != nil, words, shell)
                }
                if isDangerFirst, safety.step == .closed {
                    toSafety(words)
                    div(.classes("actions")) { secondary(words.fromStart, .help(.wholePageWanted)) }
                }
                p(.classes("fine help-privacy")) { help.privacy }
            }
        ]
    }

    @MarkupBuilder<Interface.Action>
    private func wholePage(_ help: Help, isIn: Bool, _ words: HelpWords, _ shell: Shell) -> [View] {
        div(.classes("actions")) {
            button(.classes("secondary"), .press(.help(.cameAfraid))) { words.afraid }
        }
        section {
            h2 { words.when }
            ul(.classes("points")) { for when in help.when { li { when.text } } }
        }
        linesView(help, words, shell)
        dangerView(help.danger, words)
        toSafety(words)
        if isIn {
            div(.classes("rows"), .key("pause")) {
                row(shell.words.pause.title, detail: shell.words.pause.detail, icon: .pause, .go(.pause))
            }
        }
        section {
            h2 { words.kinds }
            div(.classes("kinds")) {
                for kind in help.kinds {
                    details(.classes("as-table kind"), .key(kind.id)) {
                        summary { kind.name }
                        p { kind.text }
                    }
                }
            }
        }
        section(.classes("raise")) {
            h2 { help.raise.title }
            p { help.raise.text }
            ul(.classes("stems"), .ariaLabel(words.stems)) { for stem in help.raise.stems { li { "“" + stem + "”" } } }
        }
    }

    private func toSafety(_ words: HelpWords) -> View {
        div(.classes("rows"), .key("safety")) {
            row(words.safety.open, detail: words.safety.openDetail, icon: .eye, .help(.safety(.opened)))
        }
    }

    private func dangerView(_ danger: Help.Danger, _ words: HelpWords) -> View {
        section(.classes("card danger"), .key("danger")) {
            h2(.id("danger"), .named(.tabindex, "-1")) { danger.title }
            p { danger.text }
            if isDangerFirst { div(.classes("actions side")) { primary(words.toNumbers, .help(.numbersWanted)) } }
            ol(.classes("danger-steps")) { for step in danger.steps { li { step } } }
        }
    }

    // MARK: Lines

    private func linesView(_ help: Help, _ words: HelpWords, _ shell: Shell) -> View {
        section(.classes("help-lines"), .key("lines")) {
            h2 { words.lines }
            p { words.inDanger }
            div(.classes("field")) {
                label(.named(.for, "country")) { words.country }
                element(.select, .id("country"), .named(.autocomplete, "off"), .on(.change, .help(.countryChosen))) {
                    option("", words.choose)
                    for code in Self.countries(help).map({ ($0, words.countryName($0)) }).sorted(by: { $0.1 < $1.1 }) {
                        option(code.0, code.1)
                    }
                    option(Help.anywhere, words.worldwide)
                }
            }
            let lines = lines(help)
            if lines.contains(where: { $0.checked == nil && $0.phone != nil }) {
                p(.classes("note"), .role("status")) { words.unchecked }
            }
            if !lines.isEmpty { p(.classes("fine")) { words.billUnknown } }
            for purpose in purposes {
                let some = lines.filter { $0.purpose == purpose }
                if !some.isEmpty {
                    h3 { words.name(purpose) }
                    ul(.classes("rows")) { for line in some { lineView(line, words, shell) } }
                }
            }
        }
    }

    /// What lines are there for, in the order in which they are shown: to somebody afraid what is there for them comes first.
    private var purposes: [Help.Line.Purpose] {
        isDangerFirst || safety.step != .closed
            ? [.emergency, .abuse, .crisis, .ownHarm, .relationship] : Help.Line.Purpose.allCases
    }

    private func option(_ value: String, _ text: String) -> View {
        element(.option, .property(.value, .text(value)), .property(.selected, .flag(country == value))) { text }
    }

    private func lineView(_ line: Help.Line, _ words: HelpWords, _ shell: Shell) -> View {
        li(.classes("row help-line")) {
            span(.classes("row-text")) {
                span(.classes("row-title")) { line.name }
                span(.classes("row-detail")) { line.hours }
                for detail in known(of: line, words) { span(.classes("row-detail")) { detail } }
                if let checked = line.checked { span(.classes("row-detail")) { words.checked(checked) } }
                if let address = line.address { page(of: line, at: address, host(address), words) }
            }
            span(.classes("numbers")) { numbers(of: line, words) }
        }
    }

    /// What there is to know about a line beside its number and its hours.
    private func known(of line: Help.Line, _ words: HelpWords) -> [String] {
        var details: [String] = []
        if let text = line.text { details.append(words.text(text)) }
        if let number = line.whatsApp { details.append(words.whatsApp(number)) }
        if line.hasChat { details.append(words.chat) }
        let ways = line.deaf.compactMap { words.name($0) }
        if !ways.isEmpty {
            details.append(words.deaf(ways))
        } else if !line.deaf.isEmpty {
            details.append(words.deafOffered)
        }
        if !line.languages.isEmpty {
            let named = line.languages.filter { $0 != Help.Line.byInterpreter }
            details.append(
                words.languages(named.map { words.languageName($0) }, named.count < line.languages.count))
        }
        if let shows = line.showsOnBill { details.append(shows ? words.onBill : words.notOnBill) }
        if !line.isSourced { details.append(words.unsourced) }
        return details
    }

    /// The part of an address that people know a page by.
    private func host(_ address: String) -> String {
        let host = String(address.prefix { $0 != "/" })
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}

extension HelpWords {
    /// What a line is there for.
    fileprivate func name(_ purpose: Help.Line.Purpose) -> String {
        switch purpose {
        case .emergency: emergency
        case .crisis: crisis
        case .abuse: abuse
        case .ownHarm: ownHarm
        case .relationship: relationship
        }
    }

    /// A way in which deaf people reach a service; nil when it doesn't say which.
    fileprivate func name(_ way: Help.Line.DeafAccess) -> String? {
        switch way {
        case .relay: relay
        case .video: video
        case .text: inWriting
        case .offered: nil
        }
    }
}
