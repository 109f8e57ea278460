import Closeness
import Household
import Ledger
import Markup
import Words

/// What a person says about a practice they did: that it was done, how it was, a line about it.
public struct DeedReport: Equatable {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case done(String)
        case takenBack(String)
        case left(String)
        case rated(String, Int)
        case lineBegun(String)
        case line(String, Composing.Action)
    }

    /// The practice a line is being written about.
    private(set) var practice: String?
    /// The line.
    private(set) var line: Composing
    /// The practice whose line was kept last.
    private(set) var keptLine: String?

    /// Nothing said, or a line that was begun.
    init(practice: String? = nil, line: String = "") {
        self.practice = practice
        self.line = Composing(id: Self.lineID, limit: Self.lineLimit, text: line)
    }

    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) {
        switch action {
        case .done(let practice): home.mark(practice, isDone: true, &shell.world)
        case .takenBack(let practice):
            home.mark(practice, isDone: false, &shell.world)
            self = DeedReport()
        case .left(let practice): home.leave(practice, &shell.world)
        case .rated(let practice, let helped): home.mark(practice, isDone: true, helped: helped, &shell.world)
        case .lineBegun(let practice):
            self = DeedReport()
            self.practice = practice
            shell.perform(.focus(Self.lineID))
        case .line(let practice, let action):
            guard line.update(action, occurrence, &home, &shell) else { return }
            let text = line.text.trimmed
            var helped: Int?
            if case .done(_, let said) = home.standing(of: practice, on: home.today(shell.world)) { helped = said }
            home.mark(practice, isDone: true, helped: helped, note: text, &shell.world)
            self = DeedReport()
            keptLine = practice
        }
    }

    private static let lineID = "deed-line"
    private static let lineLimit = 2000

    /// What follows once a practice was done: how it was, and a line about it.
    ///
    /// - Parameter byMe: Whether the person says so, or only the partner.
    func afterwards(
        _ practice: Practice, byMe: Bool, helped: Int?, _ home: Home, _ shell: Shell,
        action: @escaping (Action) -> Interface.Action
    ) -> View {
        let words = shell.words.today
        return div(.classes("afterwards"), .key("afterwards")) {
            if let helped, words.helped.indices.contains(helped) {
                p(.classes("helped")) { words.helpedSaid(words.helped[helped]) }
            } else {
                div(.classes("pills ratings"), .role("group"), .ariaLabel(words.howWasIt)) {
                    for level in PracticeDone.helpScale where words.helped.indices.contains(level) {
                        button(.classes("pill"), .press(action(.rated(practice.id, level)))) { words.helped[level] }
                    }
                }
            }
            if self.practice == practice.id {
                lineForm(practice, home, shell, action: action)
            } else {
                div(.classes("card-ways")) {
                    if keptLine == practice.id {
                        p(.classes("fine kept"), .role("status")) { words.lineKept }
                    } else if byMe, helped != nil {
                        quiet(words.addLine, action(.lineBegun(practice.id)))
                    }
                    if byMe { quiet(words.notAfterAll, action(.takenBack(practice.id))) }
                }
            }
        }
    }

    private func lineForm(
        _ practice: Practice, _ home: Home, _ shell: Shell, action: @escaping (Action) -> Interface.Action
    ) -> View {
        let words = shell.words.today
        let isShared = home.isShared(practice) && home.hasPartnerNow
        let title = isShared ? words.lineForBoth(home.partnerName) : words.lineForMe
        return div(.classes("deed-line")) {
            ComposingView(
                composing: line, title: title, placeholder: title, send: words.keepLine, isForSomebody: isShared
            ) { action(.line(practice.id, $0)) }.view(home, shell)
        }
    }
}
