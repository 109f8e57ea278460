import Bytes
import Household
import Ledger
import Markup
import Words

extension Growing {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.myself
        return [
            div(.classes("page wide myself"), .key("myself")) {
                backBar(shell.words.mine.title, to: .mine, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { words.lead }
                }
                column("care") {
                    care(home, shell)
                    weeks(home, shell)
                }
                column("growing") {
                    growing(home, shell)
                    theirs(home, shell)
                }
            }
        ]
    }

    // MARK: Care

    private func care(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.myself
        let today = home.care(on: home.today(shell.world))
        return card(key: "care") {
            h2 { words.careTitle }
            p(.classes("fine")) { words.careText }
            pills(
                words.careTitle,
                SelfCare.allCases.map { kind in
                    (text: words.care(kind).name, isOn: today.contains(kind), action: .growing(.cared(kind)))
                })
        }
    }

    private func weeks(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.myself
        let weeks = home.weeksOfCare(shell.world)
        return section(.classes("block"), .key("weeks")) {
            h2 { words.weeksTitle }
            if weeks.isEmpty { p(.classes("fine")) { words.weeksEmpty } }
            for week in weeks {
                p(.classes("said"), .key(String(week.weeksAgo))) {
                    words.week(week.weeksAgo, week.care.map { words.told($0.kind, $0.often) })
                }
            }
        }
    }

    // MARK: Growth

    private func growing(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.myself
        return section(.classes("block"), .key("growing")) {
            h2 { words.growthTitle }
            p(.classes("fine")) { words.growthText }
            if !home.growths.isEmpty {
                ul(.classes("slips")) { for growth in home.growths { slip(growth, home, shell) } }
            }
            card("growing", key: "new") {
                line(text, words.growthLabel, words.growthPlaceholder, home, shell) { .growing(.composing($0)) }
                if !text.isEmpty {
                    line(step, words.stepLabel, words.stepPlaceholder, home, shell) { .growing(.stepping($0)) }
                    div(.classes("card-ways")) {
                        primary(
                            words.keep, .growing(.composing(.sent)), isEnabled: text.excess == 0 && step.excess == 0)
                    }
                }
            }
        }
    }

    /// A line to write, with its name above it.
    private func line(
        _ composing: Composing, _ title: String, _ placeholder: String, _ home: Home, _ shell: Shell,
        action: @escaping (Composing.Action) -> Interface.Action
    ) -> View {
        div(.classes("named-line"), .key(composing.id)) {
            p(.classes("label"), .decorative) { title }
            ComposingView(
                composing: composing, title: title, placeholder: placeholder, send: "", isForSomebody: false,
                action: action
            ).view(home, shell)
        }
    }

    private func slip(_ growth: Said<GrowthNoted>, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.myself
        let isOpened = entry == growth.entry
        let shown = home.shown(growth)
        return li(.classes("slip"), .key(growth.fields.growth.text)) {
            div(.classes("slip-head")) {
                p(.classes("said"), .named(.dir, "auto")) { growth.fields.text }
                optionsButton(
                    words.options(growth.fields.text), isOpen: isOpened, .growing(.opened(growth.entry)))
            }
            growth.fields.step.map { step in p(.classes("fine"), .named(.dir, "auto")) { words.next(step) } }
            if let shown {
                p(.classes("who")) {
                    icon(.eye)
                    span { home.isBacked(shown) ? words.isBacked(home.partnerName) : words.isShown(home.partnerName) }
                }
            }
            if isOpened, isChanging {
                changing(home, shell)
            } else {
                div(.classes("slip-ways"), .key("ways")) {
                    div(.classes("card-ways")) {
                        if home.canShow(growth) {
                            secondary(words.show(home.partnerName), .growing(.shown(growth.entry)))
                        }
                        if shown != nil { secondary(words.hide, .growing(.hidden(growth.entry))) }
                        if isOpened {
                            quiet(shell.words.common.change, .growing(.changeWanted))
                            quiet(words.letBe, .growing(.letBe))
                        }
                    }
                }
            }
        }
    }

    private func changing(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.myself
        return div(.classes("slip-ways"), .key("changing")) {
            line(self.words, words.growthLabel, words.growthPlaceholder, home, shell) { .growing(.changing($0)) }
            line(stepWords, words.stepLabel, words.stepPlaceholder, home, shell) { .growing(.changingStep($0)) }
            div(.classes("card-ways")) {
                secondary(shell.words.common.keepChange, .growing(.changing(.sent)), isEnabled: !self.words.isEmpty)
                quiet(shell.words.common.keepAsIs, .growing(.closed))
            }
        }
    }

    /// What the other shows.
    private func theirs(_ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.myself
        let shown = home.growthsOfPartner
        if shown.isEmpty { return nil }
        return section(.classes("block"), .key("theirs")) {
            h2 { words.theirs(home.partnerName) }
            ul(.classes("slips")) {
                for growth in shown {
                    li(.classes("slip"), .key(growth.fields.growth.text)) {
                        p(.classes("said"), .named(.dir, "auto")) { growth.fields.text }
                        growth.fields.step.map { step in
                            p(.classes("fine"), .named(.dir, "auto")) { words.next(step) }
                        }
                        div(.classes("card-ways")) {
                            if home.canBack(growth.fields.growth) {
                                secondary(words.back, .growing(.backed(growth.fields.growth)))
                            } else {
                                p(.classes("who")) { words.backedByMe(home.partnerName) }
                                quiet(shell.words.common.takeBack, .growing(.backingTakenBack(growth.fields.growth)))
                            }
                        }
                    }
                }
            }
        }
    }
}

extension MyselfWords {
    /// Something that one can do for oneself.
    func care(_ kind: SelfCare) -> Care {
        switch kind {
        case .sleep: sleep
        case .food: food
        case .movement: movement
        case .friends: friends
        case .quiet: quiet
        case .joy: joy
        }
    }

    /// Something that was done, and how often.
    fileprivate func told(_ kind: SelfCare, _ often: HowOften) -> String {
        let deed = care(kind).told
        return switch often {
        case .once: once(deed)
        case .someDays: someDays(deed)
        case .mostDays: mostDays(deed)
        }
    }
}
