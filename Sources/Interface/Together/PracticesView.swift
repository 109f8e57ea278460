import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension PracticesPage {
    // MARK: The ways in

    func library(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.library
        return div(.classes("page library wide"), .key("library")) {
            div(.classes("full")) { backBar(shell.words.doors.doing.title, to: .doing, shell) }
            header(.classes("heading full")) {
                h1 { words.title }
                p(.classes("lead")) { words.lead }
            }
            searching(home, shell)
            if WordSearch(search).isEmpty {
                ways(words.wishes, PracticeShelf.Wish.allCases.map { .wish($0) }, shell)
                ways(words.hours, PracticeShelf.Hour.allCases.map { .hour($0) }, shell)
                ways(words.lives, LifeSituation.allCases.map { .life($0) }, shell)
            }
        }
    }

    private func ways(_ title: String, _ shelves: [PracticeShelf], _ shell: Shell) -> View {
        section(.classes("block full"), .key(title)) {
            h2 { title }
            tiles(
                shelves.map { shelf in
                    let words = shell.words.together.library[shelf.id]
                    return Tile(title: words.title, icon: shelf.symbol, action: .go(.shelf(shelf.id)))
                })
        }
    }

    private func searching(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.library
        let search = WordSearch(search)
        let found = search.isEmpty ? [] : home.catalogue.practices.filter { search.finds(in: [$0.name, $0.deed]) }
        let first = Dozen(of: found, turn: 0)
        return div(.classes("search full"), .key("search")) {
            field(
                id: "practice-search", label: words.search, value: self.search, action: .practices(.searched),
                type: "search")
            if !search.isEmpty {
                p(.classes("fine"), .role("status")) {
                    first.turns > 1 ? words.foundMany(first.shown.count, found.count) : words.found(found.count)
                }
                if found.isEmpty { p { words.noneFound } } else { rows(first.shown, shell) }
            }
        }
    }

    // MARK: A shelf

    func shelf(_ id: String, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.together.library
        let limit = home.openness(shell.world)
        let all =
            PracticeShelf(id: id)?.practices(
                in: home.catalogue.practices, limit: limit, circumstances: CoupleDays(home).circumstances) ?? []
        let found = filter.found(in: all, limit: limit)
        let dozen = Dozen(of: found, turn: turn)
        return div(.classes("page shelf"), .key("shelf-" + id)) {
            backBar(words.title, to: .practices, shell)
            header(.classes("heading")) {
                pageTitle(words[id].title)
                p(.classes("lead")) { words[id].lead }
            }
            if found.isEmpty {
                empty(words.noneTitle, words.noneText)
                secondary(words.clear, .practices(.filter(.cleared)))
            } else {
                rows(dozen.shown, shell)
                if dozen.turns > 1 {
                    secondary(words.others, .practices(.othersShown))
                    p(.classes("fine"), .role("status")) { words.foundMany(dozen.shown.count, found.count) }
                }
            }
            filters(shell)
        }
    }

    private func rows(_ practices: ArraySlice<Practice>, _ shell: Shell) -> View {
        div(.classes("rows"), .key("found")) {
            for practice in practices { entry(practice, shell) }
        }
    }

    private func entry(_ practice: Practice, _ shell: Shell) -> View {
        button(.classes("row"), .key(practice.id), .press(.go(.practice(practice.id)))) {
            span(.classes("row-text")) {
                span(.classes("row-title serif")) { practice.name }
                span(.classes("row-detail")) { practice.line(shell.words.together) }
            }
            icon(.chevron)
        }
    }

    private func filters(_ shell: Shell) -> View {
        let words = shell.words.together.library
        func action(_ action: PracticeFilter.Action) -> Interface.Action { .practices(.filter(action)) }
        return details(.classes("fold filters"), .key("filters")) {
            summary { words.filters }
            pills(
                words.time,
                [
                    (words.anyTime, PracticeFilter.Time.any), (words.upTo5, .upTo5), (words.upTo20, .upTo20),
                    (words.longer, .longer),
                ].map { (text: $0.0, isOn: filter.time == $0.1, action: action(.time($0.1))) })
            pills(
                words.who,
                [(words.anyone, PracticeFilter.Company.anyone), (words.two, .two), (words.one, .one)]
                    .map { (text: $0.0, isOn: filter.company == $0.1, action: action(.company($0.1))) })
            tick(words.apart, filter.onlyApart, action(.apart))
            tick(words.upToUs, filter.onlyAsOpen, action(.openness))
        }
    }

    private func tick(_ text: String, _ isOn: Bool, _ action: Interface.Action) -> View {
        label(.classes("tick")) {
            input(.named(.type, "checkbox"), .property(.checked, .flag(isOn)), .on(.change, action))
            span { text }
        }
    }
}

extension PracticeShelf {
    /// The sign on its tile.
    fileprivate var symbol: Icon? {
        switch self {
        case .wish(.closerTalk): .speech
        case .wish(.touch): .heart
        case .wish(.ideas): .book
        case .wish(.adventures): .compass
        case .wish(.trust): .lock
        case .wish(.listening): .people
        case .wish(.thanks): .jar
        case .wish(.mending): .circles
        case .wish(.time): .moon
        case .wish(.oneself): .leaf
        case .hour, .life: nil
        }
    }
}
