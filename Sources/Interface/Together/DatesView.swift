import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension DatesPage {
    // MARK: The ways in

    func ways(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.dates
        return div(.classes("page dates wide"), .key("dates")) {
            div(.classes("full")) { backBar(shell.words.doors.doing.title, to: .doing, shell) }
            header(.classes("heading full")) {
                h1 { words.title }
                p(.classes("lead")) { words.lead }
            }
            card("glow full", key: "surprise") {
                h2 { words.surpriseTitle }
                p { words.surpriseText }
                div(.classes("card-ways")) { primary(words.surprise, .dates(.surprise)) }
            }
            section(.classes("block full"), .key("moods")) {
                h2 { words.moods }
                tiles(DateIdea.Mood.allCases.map { tile(.mood($0), shell) })
            }
            section(.classes("block full"), .key("places")) {
                h2 { words.places }
                tiles([.place(.home), .place(.out), .place(.nature), .apart].map { tile($0, shell) })
            }
        }
    }

    private func tile(_ shelf: DateShelf, _ shell: Shell) -> Tile {
        Tile(title: shell.words.dates[shelf.id].title, action: .go(.dateShelf(shelf.id)))
    }

    // MARK: A shelf

    func shelf(_ id: String, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.dates
        let found = DateShelf(id: id).map { Self.found(filter, on: $0, home, shell) } ?? []
        let dozen = Dozen(of: found, turn: turn)
        return div(.classes("page shelf"), .key("dates-" + id)) {
            backBar(words.title, to: .dates, shell)
            header(.classes("heading")) {
                h1(.id("title"), .named(.tabindex, "-1")) { words[id].title }
                p(.classes("lead")) { words[id].lead }
            }
            filters(shell)
            if found.isEmpty {
                empty(words.noneTitle, words.noneText)
                secondary(words.clear, .dates(.filter(.cleared)))
            } else {
                div(.classes("rows"), .key("found")) {
                    for idea in dozen.shown { row(idea.name, detail: line(idea, shell), .go(.date(idea.id))) }
                }
                if dozen.turns > 1 {
                    secondary(words.others, .dates(.othersShown))
                    p(.classes("fine"), .role("status")) { words.found(dozen.shown.count, found.count) }
                }
            }
        }
    }

    private func filters(_ shell: Shell) -> View {
        let words = shell.words.dates
        func action(_ action: DateFilter.Action) -> Interface.Action { .dates(.filter(action)) }
        return div(.classes("filters")) {
            pills(
                words.cost,
                [(words.anyCost, nil), (words.free, 0), (words.little, 1)]
                    .map { (text: $0.0, isOn: filter.cost == $0.1, action: action(.cost($0.1))) })
            pills(
                words.energy,
                [(words.anyEnergy, nil), (words.tired, 1)]
                    .map { (text: $0.0, isOn: filter.energy == $0.1, action: action(.energy($0.1))) })
            pills(
                words.season,
                [(words.now(shell.world.season.rawValue), false), (words.anySeason, true)]
                    .map { (text: $0.0, isOn: filter.isAnySeason == $0.1, action: action(.season(isAny: $0.1))) })
        }
    }

    /// "half an hour, costs nothing".
    private func line(_ idea: DateIdea, _ shell: Shell) -> String {
        let costs = shell.words.dates.costs
        let cost = costs.indices.contains(idea.cost) ? costs[idea.cost] : ""
        return [shell.words.together.minutes(idea.minutes), cost].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    // MARK: One idea

    func one(_ id: String, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.dates
        return div(.classes("page date"), .key("date-" + id)) {
            backBar(words.title, to: .dates, shell)
            if let idea = home.catalogue.date(id) {
                header(.classes("heading")) {
                    p(.classes("over")) { line(idea, shell) }
                    h1 { idea.name }
                }
                p(.classes("deed-text lead-deed")) { idea.deed }
                when(idea, home, shell)
                div(.classes("card-ways")) { quiet(words.another, .dates(.surprise)) }
            } else {
                h1 { words.nowhere }
            }
        }
    }

    /// A day and an hour, and the file for the phone's calendar.
    private func when(_ idea: DateIdea, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.dates
        return card("when", key: "when") {
            h2 { words.when }
            div(.classes("day-and-hour")) {
                div(.classes("field")) {
                    label(.named(.for, "date-day")) { words.day }
                    input(
                        .id("date-day"), .named(.type, "date"), .named(.min, home.today(shell.world).text),
                        .property(.value, .text(time.day?.text ?? "")), .on(.change, .dates(.time(.day))))
                }
                div(.classes("field")) {
                    label(.named(.for, "date-hour")) { words.hour }
                    input(
                        .id("date-hour"), .named(.type, "time"), .property(.value, .text(time.hour)),
                        .on(.change, .dates(.time(.hour))))
                }
            }
            if isTimeMissing { p(.classes("problem"), .role("alert")) { words.timeMissing } }
            div(.classes("actions")) { secondary(words.save, .dates(.calendar(idea.id))) }
            p(.classes("fine")) { words.saveNote }
        }
    }
}
