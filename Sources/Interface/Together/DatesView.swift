import Bytes
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
        let dates = home.shownDates(shell.world)
        return div(.classes("page dates wide"), .key("dates")) {
            div(.classes("full")) { backBar(shell.words.doors.doing.title, to: .doing, shell) }
            header(.classes("heading full")) {
                h1 { words.title }
                p(.classes("lead")) { words.lead }
            }
            for date in dates { dateCard(date, home, shell) }
            if home.hasPartnerNow {
                hat(dates, home, shell)
            } else {
                card("glow full", key: "surprise") {
                    h2 { words.surpriseTitle }
                    p { words.surpriseText }
                    div(.classes("card-ways")) { primary(words.surprise, .dates(.surprise)) }
                }
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

    // MARK: The hat

    private func hat(_ dates: [ShownDate], _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.dates
        let isDrawn = dates.contains { date in
            if case .drawn = date.state.phase { return true }
            return false
        }
        let ideas = home.dateHat
        let own = ideas.filter { home.isInHat($0.id) }
        return card("glow full hat", key: "hat") {
            h2 { words.hatTitle(ideas.count) }
            p { words.hatText(home.partnerName) }
            div(.classes("card-ways")) {
                if !isDrawn { primary(words.draw(home.partnerName), .dates(.drawn)) }
                quiet(words.surprise, .dates(.surprise))
            }
            ComposingView(
                composing: self.own, title: words.ownLabel, placeholder: words.ownLabel, send: words.throwIn,
                isForSomebody: true
            ) { .dates(.own($0)) }.view(home, shell)
            if !own.isEmpty {
                details(.classes("fold"), .key("mine-in-hat")) {
                    summary { words.mineInHat(own.count) }
                    ul(.classes("rows")) {
                        for idea in own {
                            li(.classes("row"), .key(idea.id)) {
                                span(.classes("row-text"), .named(.dir, "auto")) { idea.title }
                                quiet(words.takeOut, .dates(.takenOut(idea.id)))
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Dates of the two

    private func dateCard(_ date: ShownDate, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.dates
        let id = date.state.id
        return card("full dated", key: key(of: date)) {
            switch date.state.phase {
            case .drawn(let ideas, let drawer):
                if drawer == home.me {
                    h2 { words.drawnTitle }
                    p { words.drawnText(home.partnerName) }
                    div(.classes("card-ways")) { quiet(words.putBack, .dates(.putBack(id))) }
                } else {
                    choosing(id, home.hand(ideas), home, shell)
                }
            case .chosen(let idea):
                h2(.named(.dir, "auto")) { date.title }
                p { words.chosenText }
                div(.classes("card-ways")) {
                    primary(words.plan, .go(.date(idea)))
                    quiet(words.putBack, .dates(.putBack(id)))
                }
            case .planned(let plan):
                planned(date, plan, home, shell)
            }
        }
    }

    /// Another suggestion is another card: no finger that went down on one says yes to the next.
    private func key(of date: ShownDate) -> String {
        let id = date.state.id.text
        if case .planned(let plan) = date.state.phase { return id + "/" + plan.entry.text }
        return id
    }

    private func choosing(_ id: Identifier, _ hand: [ShownIdea], _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.dates
        return [
            h2 { words.chooseTitle(home.partnerName) },
            p { hand.isEmpty ? words.handEmpty : words.chooseText },
            tiles(
                hand.map { idea in
                    Tile(title: idea.title, detail: idea.idea?.deed ?? "", action: .dates(.chosen(id, idea.id)))
                }),
            div(.classes("card-ways")) { quiet(words.noneOfThese, .dates(.putAside(id))) },
        ]
    }

    private func planned(_ date: ShownDate, _ plan: DateState.Plan, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.dates
        let id = date.state.id
        let isAsked = !plan.isAgreed && plan.author != home.me
        let over =
            plan.isAgreed ? words.agreed : isAsked ? words.askedTitle(home.partnerName) : words.waits(home.partnerName)
        return [
            p(.classes("over")) { over },
            h2(.named(.dir, "auto")) { date.title },
            p { date.time(shell) },
            div(.classes("card-ways")) {
                if isAsked { primary(words.yes, .dates(.agreed(plan.entry))) }
                if plan.isAgreed {
                    if Double(plan.at) < shell.now {
                        primary(words.keep, .dates(.kept(id)))
                    } else {
                        secondary(words.save, .dates(.plannedCalendar(id)))
                    }
                }
                quiet(words.otherTime, .go(.date(plan.idea)))
                if isAsked {
                    quiet(words.notThis, .dates(.putAside(id)))
                } else if plan.isAgreed {
                    quiet(words.putBack, .dates(.putBack(id)))
                } else {
                    quiet(shell.words.common.takeBack, .dates(.takenBack(plan.entry)))
                }
            },
            plan.isAgreed && Double(plan.at) > shell.now ? p(.classes("fine")) { words.saveNote } : nil,
        ].compactMap { $0 }
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
                pageTitle(words[id].title)
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
            if let shown = home.dateIdea(id) {
                header(.classes("heading")) {
                    if let idea = shown.idea { p(.classes("over")) { line(idea, shell) } }
                    h1(.named(.dir, "auto")) { shown.title }
                }
                if let idea = shown.idea { p(.classes("deed-text lead-deed")) { idea.deed } }
                when(shown, home, shell)
                if home.hasPartnerNow, shown.idea != nil { dealing(id, home, shell) }
                div(.classes("card-ways")) { quiet(words.another, .dates(.surprise)) }
            } else {
                h1 { words.nowhere }
            }
        }
    }

    /// Into the hat and out of it, and never.
    private func dealing(_ id: String, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.dates
        let isNever = home.isNever(id)
        return section(.classes("block"), .key("dealing")) {
            div(.classes("card-ways")) {
                if home.isInHat(id) {
                    quiet(words.takeOut, .dates(.takenOut(id)))
                } else {
                    secondary(words.throwIn, .dates(.thrownIn(id)))
                }
                quiet(isNever ? words.notNever : words.never, .dates(.judged(id, isNever: !isNever)))
            }
            p(.classes("fine")) { isNever ? words.isNever : words.neverNote }
        }
    }

    /// A day and an hour, and the file for the phone's calendar.
    private func when(_ idea: ShownIdea, _ home: Home, _ shell: Shell) -> View {
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
            if isPast { p(.classes("problem"), .role("alert")) { words.isPast } }
            div(.classes("actions")) {
                if home.hasPartnerNow { primary(words.suggest(home.partnerName), .dates(.suggested(idea.id))) }
                secondary(words.save, .dates(.calendar(idea.id)))
            }
            p(.classes("fine")) { words.saveNote }
        }
    }
}
