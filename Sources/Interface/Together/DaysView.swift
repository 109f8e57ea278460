import Closeness
import Household
import Ledger
import Markup
import Words

extension Choosing {
    /// The sheet on which a person says what their days are like.
    func daysSheet(_ draft: DaysDraft, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.days
        func action(_ action: DaysDraft.Action) -> Interface.Action { .proposals(.days(action)) }
        return div(.classes("page days"), .key("days")) {
            div(.classes("back-bar")) {
                button(.classes("back"), .press(.proposals(.daysClosed)), .ariaLabel(shell.words.common.back)) {
                    icon(.back)
                    span { shell.words.common.together }
                }
            }
            header(.classes("heading")) {
                h1 { words.title }
                p(.classes("lead")) { words.lead }
            }
            question(words.live) {
                pills(
                    words.live,
                    [
                        (text: words.together, isOn: draft.said.together, action: action(.livesTogether(true))),
                        (text: words.apart, isOn: !draft.said.together, action: action(.livesTogether(false))),
                    ])
            }
            question(words.minutes) {
                pills(
                    words.minutes,
                    DaysDraft.minutesOffered.map { minutes in
                        (
                            text: words.minutesChoice(minutes), isOn: draft.minutes == minutes,
                            action: action(.minutes(minutes))
                        )
                    })
                p(.classes("fine")) { words.minutesHelp }
            }
            question(words.children) {
                div(.classes("stepper"), .role("group"), .ariaLabel(words.children)) {
                    button(
                        .classes("round"), .ariaLabel(words.fewer), .press(action(.fewerChildren)),
                        .property(.disabled, .flag(draft.said.children == 0))
                    ) { element(.span, .classes("minus"), .decorative) }
                    p(.role("status")) { words.childrenCount(draft.said.children) }
                    button(.classes("round"), .ariaLabel(words.more), .press(action(.moreChildren))) { icon(.plus) }
                }
            }
            question(words.matters) {
                div(.classes("ticks")) {
                    for circumstance in DaysDraft.offered {
                        label(.classes("tick")) {
                            input(
                                .named(.type, "checkbox"), .property(.checked, .flag(draft.says(circumstance))),
                                .on(.change, action(.toggled(circumstance.rawValue))))
                            span { name(of: circumstance, words) }
                        }
                    }
                }
            }
            primary(words.save, action(.kept))
            if home.hasPartnerNow { p(.classes("fine centred")) { words.bothCount } }
        }
    }

    private func question(_ title: String, @Parts parts: () -> [View]) -> View {
        section(.classes("block"), .key(title)) {
            h2(.classes("small-title")) { title }
            parts()
        }
    }

    private func name(of circumstance: Circumstance, _ words: TogetherWords.Days) -> String {
        switch circumstance {
        case .newParents: words.babySmall
        case .illness: words.illness
        case .noMoney: words.noMoney
        case .apart: words.apart
        case .alone: circumstance.rawValue
        }
    }
}
