import Bytes
import Household
import Ledger
import Markup
import Words

extension KindnessPlanning {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.kindness
        let kindnesses = Kindnesses(home)
        return [
            div(.classes("page wide kindness"), .key("kindness")) {
                backBar(shell.words.mine.title, to: .mine, shell)
                header(.classes("heading")) {
                    h1 { words.title }
                    p(.classes("lead")) { words.lead }
                }
                planning(home, shell)
                column("kept") {
                    if kindnesses.planned.isEmpty, kindnesses.done.isEmpty { empty(words.emptyTitle, words.emptyText) }
                    if !kindnesses.planned.isEmpty {
                        section(.classes("block"), .key("planned")) {
                            h2 { words.plannedTitle }
                            ul(.classes("slips")) {
                                for kindness in kindnesses.planned { planned(kindness, home, shell) }
                            }
                        }
                    }
                    if !kindnesses.done.isEmpty {
                        section(.classes("block"), .key("done")) {
                            h2 { words.doneTitle }
                            ul(.classes("slips")) {
                                for kindness in kindnesses.done.prefix(shown) { done(kindness, home, shell) }
                            }
                            if kindnesses.done.count > shown { secondary(words.showMore, .kindness(.moreShown)) }
                        }
                    }
                }
            }
        ]
    }

    private func planning(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.kindness
        return card("planning", key: "planning") {
            h2(.decorative) { words.label }
            ComposingView(
                composing: plan, title: words.label, placeholder: words.placeholder, send: "", isForSomebody: false
            ) { .kindness(.composing($0)) }.view(home, shell)
            if plan.isEmpty {
                p(.classes("who")) {
                    icon(.lock)
                    span { words.secret(home.partnerName) }
                }
            } else {
                p(.classes("fine")) { words.dayText }
                nearDays(day, home, shell) { .kindness(.dayChosen($0)) }
                div(.classes("card-ways")) {
                    primary(words.plan, .kindness(.composing(.sent)), isEnabled: plan.excess == 0)
                }
            }
        }
    }

    private func head(_ kindness: Kindness, _ shell: Shell) -> View {
        let entry = kindness.planned.entry
        let text = kindness.planned.fields.text
        return div(.classes("slip-head")) {
            p(.classes("said"), .named(.dir, "auto")) { text }
            optionsButton(
                shell.words.kindness.options(text), isOpen: self.entry == entry, .kindness(.opened(entry)))
        }
    }

    private func planned(_ kindness: Kindness, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.kindness
        let entry = kindness.planned.entry
        let isOpened = self.entry == entry
        return li(.classes("slip"), .key(entry.text)) {
            head(kindness, shell)
            kindness.planned.fields.day.map { day in p(.classes("fine")) { nearDay(day, home, shell) } }
            if isOpened, concern == .changing {
                editing(shell.words.common.change, send: shell.words.common.keepChange, home, shell) {
                    .kindness(.changing($0))
                }
            } else {
                div(.classes("slip-ways"), .key("ways")) {
                    if isOpened {
                        p(.classes("label")) { words.anotherDay }
                        nearDays(nil, home, shell) { .kindness(.dayMoved($0)) }
                    }
                    div(.classes("card-ways")) {
                        secondary(words.did, .kindness(.done(entry)))
                        if isOpened {
                            quiet(shell.words.common.change, .kindness(.changeWanted))
                            quiet(words.letBe, .kindness(.letBe))
                        }
                    }
                }
            }
        }
    }

    private func done(_ kindness: Kindness, _ home: Home, _ shell: Shell) -> View? {
        guard let done = kindness.done else { return nil }
        let words = shell.words.kindness
        let entry = kindness.planned.entry
        let isOpened = self.entry == entry
        return li(.classes("slip"), .key(entry.text)) {
            head(kindness, shell)
            p(.classes("fine")) { words.doneOn(shell.words.dayAndMonth(done.fields.day)) }
            if home.canShow(kindness) {
                if isOpened, concern == .showing {
                    p(.classes("fine")) { words.showText(home.partnerName) }
                    editing(words.showLabel(home.partnerName), send: words.show(home.partnerName), home, shell) {
                        .kindness(.showing($0))
                    }
                } else {
                    div(.classes("card-ways")) {
                        quiet(words.show(home.partnerName), .kindness(.showWanted(entry)))
                    }
                }
            } else if done.fields.moment != nil {
                p(.classes("who")) { words.isShown(home.partnerName) }
            }
            if isOpened, concern == .ways {
                div(.classes("card-ways")) { quiet(words.letBe, .kindness(.letBe)) }
            }
        }
    }

    private func editing(
        _ title: String, send: String, _ home: Home, _ shell: Shell,
        action: @escaping (Composing.Action) -> Interface.Action
    ) -> View {
        let notYet = concern == .showing ? shell.words.kindness.notYet : shell.words.common.keepAsIs
        return ComposingView(
            composing: words, title: title, placeholder: title, send: send,
            isForSomebody: concern == .showing, action: action
        ).view(home, shell, ways: [quiet(notYet, .kindness(.closed))])
    }
}
