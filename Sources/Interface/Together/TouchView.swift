import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension Touching {
    /// The talk about wishes and limits.
    private static let talk = "touch-desire-limits"
    /// The series of questions about desire.
    private static let series = "desire"
    /// How many practices of touch are shown beside the menu.
    private static let practices = 4

    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.touch
        return [
            div(.classes("page touch"), .key("touch")) {
                backBar(shell.words.common.together, to: .together, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { home.hasPartnerNow ? words.lead : words.leadAlone }
                }
                if let menu {
                    if home.hasPartnerNow { both(menu, shell) }
                    for step in menu.steps { stepView(step, menu, home, shell) }
                    if menu.hasMore { p(.classes("fine"), .key("more")) { words.more } }
                    if home.hasPartnerNow { sending(menu, home, shell) }
                    details(.classes("fold"), .key("privacy")) {
                        summary { words.privacyTitle }
                        p { home.hasPartnerNow ? words.privacy(home.partnerName) : words.privacyAlone }
                    }
                } else {
                    p(.classes("fine"), .role("status")) { words.coming }
                }
                ways(home, shell)
            }
        ]
    }

    // MARK: What both like

    private func both(_ menu: TouchMenu, _ shell: Shell) -> View {
        let words = shell.words.touch
        return card(menu.shared.isEmpty ? "plain" : "glow touch-both", key: "both") {
            h2 { words.bothTitle }
            if menu.shared.isEmpty {
                p { words.bothEmpty }
            } else {
                ul(.classes("touch-shared")) {
                    for kind in menu.shared { li(.classes("serif"), .key(kind.id)) { kind.name } }
                }
                p(.classes("fine")) { words.bothText }
            }
        }
    }

    // MARK: The menu

    private func stepView(_ step: TouchMenu.Step, _ menu: TouchMenu, _ home: Home, _ shell: Shell) -> View {
        let name = home.catalogue.check.comfort.steps.first { $0.openness == step.openness }?.name
        return section(.classes("block touch-step"), .key(String(step.openness.level))) {
            if let name { h2 { name } }
            ul(.classes("rows")) {
                for kind in step.kinds { kindView(kind, menu.mark(kind.id), shell) }
            }
        }
    }

    private func kindView(_ kind: TouchKind, _ mark: ProposalAnswer?, _ shell: Shell) -> View {
        let words = shell.words.touch
        return li(.classes("touch-kind"), .key(kind.id)) {
            div {
                h3(.classes("serif")) { kind.name }
                p(.classes("fine")) { kind.detail }
            }
            pills(
                kind.name,
                [(words.yes, ProposalAnswer.yes), (words.maybe, .notNow), (words.never, .never)].map {
                    (text: $0.0, isOn: mark == $0.1, action: .touch(.marked(kind.id, $0.1)))
                })
        }
    }

    private func sending(_ menu: TouchMenu, _ home: Home, _ shell: Shell) -> View? {
        guard menu.isMarked else { return nil }
        let words = shell.words.touch
        let delivery = delivery(home, shell.world)
        return div(.classes("touch-sending"), .key("sending")) {
            switch delivery {
            case .none:
                primary(words.done, .touch(.finished))
                p(.classes("fine")) { words.doneNote(home.partnerName) }
            case .onItsWay: p(.classes("fine"), .role("status")) { words.onItsWay }
            case .delivered: p(.classes("fine"), .role("status")) { words.delivered }
            case .waitsForNetwork: p(.classes("fine"), .role("status")) { words.waitsForNetwork }
            case .waitsForNextWeek: p(.classes("fine"), .role("status")) { words.waitsForNextWeek }
            case .failed:
                p(.classes("fine"), .role("status")) { words.failed }
                secondary(words.tryAgain, .touch(.triedAgain))
            }
        }
    }

    // MARK: The ways on

    private func ways(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.touch
        return section(.classes("block"), .key("ways")) {
            h2 { words.waysTitle }
            div(.classes("rows")) {
                if home.catalogue.conversation(Self.talk) != nil {
                    row(words.talk, detail: words.talkDetail, icon: .speech, .go(.conversation(Self.talk)))
                }
                if let next = nextQuestion(home) {
                    row(
                        words.series, detail: words.seriesStep(next.step, next.count), icon: .envelope,
                        .go(.question(next.question.id)))
                }
            }
            let practices = practices(home, shell)
            if !practices.isEmpty {
                h3 { words.practices }
                div(.classes("rows")) {
                    for practice in practices {
                        row(
                            practice.name, detail: practice.line(shell.words.together), icon: .leaf,
                            .go(.practice(practice.id)))
                    }
                }
            }
        }
    }

    /// The next question about desire to which the person hasn't replied.
    private func nextQuestion(_ home: Home) -> (question: Question, step: Int, count: Int)? {
        let steps = home.catalogue.questions(series: Self.series)
        let next = steps.first { question in
            if case .asked = home.standing(ofQuestion: question.id) { return true }
            return false
        }
        return next.map { ($0, $0.place?.step ?? 1, steps.count) }
    }

    /// Practices of touch for two who are as open as these, not in their plan yet; others where those may not be put forward.
    private func practices(_ home: Home, _ shell: Shell) -> [Practice] {
        let limit = home.openness(shell.world)
        let plan = home.plan
        let fitting = home.catalogue.practices.filter { practice in
            practice.feeds[.pillar(.physical)] >= 0.6 && practice.openness <= limit && practice.writtenFor.isEmpty
                && !plan.isAgreed(practice.id)
        }
        return home.suggested(
            Array(fitting.prefix(Self.practices)), from: home.catalogue.practices, for: Place.touchMenu.path)
    }
}
