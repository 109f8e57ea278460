import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension PracticesPage {
    func library(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.library
        let limit = home.comfort(in: home.season(shell.world)).min() ?? .lowest
        let found = filter.found(in: home.catalogue.practices, limit: limit)
        return div(.classes("page library"), .key("library")) {
            backBar(shell.words.common.together, to: .together, shell)
            header(.classes("heading")) {
                h1 { words.title }
                p(.classes("lead")) { words.lead }
            }
            filters(shell)
            p(.classes("fine"), .role("status")) { words.found(found.count) }
            if found.isEmpty {
                empty(words.noneTitle, words.noneText)
                secondary(words.clear, .practices(.filter(.cleared)))
            } else {
                div(.classes("rows"), .key("found")) {
                    for practice in found.prefix(shown) { entry(practice, home, shell) }
                }
                if found.count > shown { secondary(words.showMore, .practices(.moreShown)) }
            }
        }
    }

    private func entry(_ practice: Practice, _ home: Home, _ shell: Shell) -> View {
        button(.classes("row"), .key(practice.id), .press(.go(.practice(practice.id)))) {
            span(.classes("row-text")) {
                span(.classes("row-title serif")) { practice.name }
                span(.classes("row-detail")) { practice.line(shell.words.together) }
            }
            icon(.chevron)
        }
    }

    // MARK: Filters

    private func filters(_ shell: Shell) -> View {
        let words = shell.words.together.library
        let aspects = shell.words.aspects
        func action(_ action: PracticeFilter.Action) -> Interface.Action { .practices(.filter(action)) }
        return div(.classes("filters")) {
            div(.classes("field")) {
                label(.named(.for, "filter-aspect")) { words.what }
                element(
                    .select, .id("filter-aspect"), .property(.value, .text(filter.aspect?.name ?? "")),
                    .on(.change, action(.aspect))
                ) {
                    element(.option, .property(.value, .text(""))) { words.all }
                    for aspect in Aspect.all {
                        element(.option, .property(.value, .text(aspect.name))) { aspects[aspect.name].name }
                    }
                }
            }
            p(.classes("label")) { words.time }
            pills(
                words.time,
                [
                    (words.anyTime, PracticeFilter.Time.any), (words.upTo5, .upTo5), (words.upTo20, .upTo20),
                    (words.longer, .longer),
                ].map { (text: $0.0, isOn: filter.time == $0.1, action: action(.time($0.1))) })
            details(.classes("fold"), .key("more-filters")) {
                summary { words.filters }
                pills(
                    words.who,
                    [(words.anyone, PracticeFilter.Company.anyone), (words.two, .two), (words.one, .one)]
                        .map { (text: $0.0, isOn: filter.company == $0.1, action: action(.company($0.1))) })
                tick(words.apart, filter.onlyApart, action(.apart))
                tick(words.upToUs, filter.onlyAsOpen, action(.openness))
            }
        }
    }

    private func tick(_ text: String, _ isOn: Bool, _ action: Interface.Action) -> View {
        label(.classes("tick")) {
            input(.named(.type, "checkbox"), .property(.checked, .flag(isOn)), .on(.change, action))
            span { text }
        }
    }
}
