import Closeness
import Household
import Markup
import Words

extension SafetyCheck {
    /// What stands on the help page in place of the rest, above where to find help.
    func view(_ home: Home?, _ words: SafetyWords) -> [View] {
        switch step {
        case .closed: []
        case .asking: asking(home, words)
        case .told: told(home, words)
        }
    }

    private func asking(_ home: Home?, _ words: SafetyWords) -> [View] {
        [
            header(.classes("heading")) {
                pageTitle(words.title)
                p(.classes("lead")) { words.lead }
            },
            p { words.alone },
            div(.classes("ticks"), .role("group"), .ariaLabel(words.title)) {
                for (number, line) in words.lines.enumerated() {
                    label(.classes("tick"), .key(String(number))) {
                        input(
                            .named(.type, "checkbox"), .property(.checked, .flag(ticked.contains(number))),
                            .on(.change, .help(.safety(.ticked(number)))))
                        span { line }
                    }
                }
            },
            p(.classes("promise")) {
                icon(.lock)
                span { words.kept }
            },
            div(.classes("actions")) { primary(words.finish, .help(.safety(.finished))) },
            choice(home, words),
        ]
    }

    private func told(_ home: Home?, _ words: SafetyWords) -> [View] {
        let isGrave = ticked.contains { $0 >= words.lines.count - words.graveLines }
        return [
            header(.classes("heading")) {
                pageTitle(ticked.isEmpty ? words.noneTitle : words.someTitle)
                if isGrave { p(.classes("lead")) { words.grave } }
            },
            p { ticked.isEmpty ? words.noneText : words.someText },
            choice(home, words),
        ]
    }

    /// What is suggested to the person, and the way to change it.
    private func choice(_ home: Home?, _ words: SafetyWords) -> View {
        let isOn = home?.choseSafe == true
        return section(.classes("safety-choice"), .key("choice")) {
            if home != nil {
                if isOn, step == .told {
                    h2 { words.changeTitle }
                    p { words.change }
                    p { words.changePlan }
                    p(.classes("fine")) { words.changePhone }
                } else if isOn || hasChanged {
                    p(.role("status")) { isOn ? words.isOn : words.isOff }
                }
                if isOn {
                    quiet(words.turnOff, .help(.safety(.aloneWanted(false))))
                } else if step == .told || hasChanged {
                    quiet(words.turnOn, .help(.safety(.aloneWanted(true))))
                }
            }
        }
    }
}
