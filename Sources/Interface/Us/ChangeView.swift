import Bytes
import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension LifeChanging {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.change
        let changes = home.lifeChanges(shell.world)
        guard let change = open.flatMap({ open in changes.first { $0.id == open.change } }) ?? changes.last, !isNaming
        else {
            return [naming(home, shell, canLeave: !changes.isEmpty)]
        }
        return [
            div(.classes("page change"), .key("change-" + change.id.text)) {
                backBar(shell.words.us.toUs, to: .us, shell)
                header(.classes("heading")) {
                    pageTitle(name(change, home, shell))
                    p(.classes("lead")) { words.leadNamed }
                    p(.classes("fine")) { words.since(shell.words.date(change.began)) }
                }
                if let open {
                    lookView(open, change, home, shell)
                } else {
                    looking(change, home, shell)
                    moved(change, home, shell)
                    weeks(change, home, shell)
                    dates(change, home, shell)
                    around(change, home, shell)
                    sharing(change, home, shell)
                    div(.classes("card-ways"), .key("more")) {
                        quiet(words.another, .change(.namingWanted))
                        quiet(words.putAway, .change(.putAway(change.id)))
                    }
                    p(.classes("fine")) { words.putAwayNote }
                }
            }
        ]
    }

    private func name(_ change: LifeChange, _ home: Home, _ shell: Shell) -> String {
        home.cause(of: change)?.name ?? shell.words.change.title
    }

    // MARK: Naming

    private func naming(_ home: Home, _ shell: Shell, canLeave: Bool) -> View {
        let words = shell.words.change
        return div(.classes("page change"), .key("naming")) {
            backBar(shell.words.us.toUs, to: .us, shell)
            header(.classes("heading")) {
                pageTitle(words.title)
                p(.classes("lead")) { words.lead }
            }
            section(.classes("block")) {
                h2 { words.whatTitle }
                tiles(
                    home.lifeTurns.map { Tile(title: $0.name, action: .change(.named($0.id))) } + [
                        Tile(title: words.other, detail: words.otherDetail, action: .change(.named(LifeChange.other)))
                    ])
            }
            p(.classes("fine with-lock")) {
                icon(.lock)
                span { home.hasPartnerNow ? words.privacy(home.partnerName) : words.privateNote }
            }
            if canLeave { quiet(words.notNow, .change(.namingDropped)) }
        }
    }

    // MARK: Looking

    private func looking(_ change: LifeChange, _ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.change
        let due = change.lookDue(on: home.today(shell.world))
        let look = change.look(due)
        guard let number = home.lookToTake(change, shell.world) else {
            let meeting = change.isShared ? home.meeting(.look(look)) : nil
            let caution = shell.words.meeting.about(meeting, home.partnerName)
            return p(.classes("fine with-lock"), .key("looked")) {
                icon(change.isShared ? .envelope : .lock)
                span { caution ?? (meeting == .awaited ? words.looking.waits(home.partnerName) : words.lookKept) }
            }
        }
        return card("plain look", key: "look") {
            h2(.classes("small-title")) { number == 0 ? words.lookTitle : words.lookAgainTitle }
            p { number == 0 ? words.lookText : words.lookAgainText }
            if change.isShared, home.waits(for: .look(look)) {
                whoLine(words.looking.theirs(home.partnerName), isMine: false)
            }
            div(.classes("card-ways")) {
                secondary(
                    looks.draft(look).isEmpty ? words.looking.begin : words.looking.goOn,
                    .change(.lookOpened(change.id)))
            }
        }
    }

    private func lookView(_ open: OpenLook, _ change: LifeChange, _ home: Home, _ shell: Shell) -> View {
        LookSheet(
            looks: looks, look: change.look(open.look), items: home.lines(of: change), isShared: change.isShared,
            words: shell.words.change.looking, answered: { .change(.look($0)) }, closed: .change(.lookClosed),
            kept: .change(.lookKept)
        ).view(home, shell)
    }

    // MARK: What moved

    private func moved(_ change: LifeChange, _ home: Home, _ shell: Shell) -> View? {
        guard let back = LifeChangeLookBack(change, home) else { return nil }
        let words = shell.words.change
        let partner = home.partnerName
        return section(.classes("block moved"), .key("moved")) {
            h2 { words.movedTitle }
            back.ofBoth.map { movement in p(.classes("lead")) { ofBoth(movement, partner, words) } }
            p { ofMine(back.mine, words) }
            ul(.classes("review-lines")) {
                for line in back.lines {
                    li(.key(line.item.id)) {
                        span(.classes("serif")) { line.item.text }
                        span(.classes("fine")) { ofLine(line.movement, words) }
                    }
                }
            }
            p(.classes("fine")) { words.honest }
        }
    }

    private func ofBoth(_ movement: JourneyLookBack.Movement, _ partner: String, _ words: ChangeWords) -> String {
        switch movement {
        case .more: words.bothMore(partner)
        case .less: words.bothLess(partner)
        case .unclear: words.bothUnclear(partner)
        }
    }

    private func ofMine(_ movement: JourneyLookBack.Movement, _ words: ChangeWords) -> String {
        switch movement {
        case .more: words.mineMore
        case .less: words.mineLess
        case .unclear: words.mineUnclear
        }
    }

    private func ofLine(_ movement: JourneyLookBack.Movement, _ words: ChangeWords) -> String {
        switch movement {
        case .more: words.movedMore
        case .less: words.movedLess
        case .unclear: words.movedUnclear
        }
    }

    // MARK: The weeks

    private func weeks(_ change: LifeChange, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.change
        let practices = home.practices(for: change, shell.world)
        let journeys = home.journeys(for: change, shell.world)
        let talk = home.catalogue.conversation("life-change")
        return section(.classes("block"), .key("weeks")) {
            h2 { words.weeksTitle }
            if !practices.isEmpty {
                h3 { words.practicesTitle }
                div(.classes("rows")) {
                    for practice in practices {
                        row(
                            practice.name, detail: practice.line(shell.words.together), icon: .leaf,
                            .go(.practice(practice.id)))
                    }
                }
            }
            div(.classes("rows")) {
                if let talk, home.hasPartnerNow, home.suggests(talk) {
                    row(words.talkTitle, detail: words.talkDetail, icon: .speech, .go(.conversation(talk.id)))
                }
                for journey in journeys {
                    row(journey.name, detail: words.journeyTitle, icon: .compass, .go(.journey(journey.id)))
                }
            }
        }
    }

    private func dates(_ change: LifeChange, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.change
        let due = change.lookDue(on: home.today(shell.world))
        return section(.classes("block"), .key("dates")) {
            h2 { words.datesTitle }
            ul(.classes("change-dates")) {
                for number in LifeChange.weeksOfLooks.indices {
                    let isDone = home.answers(atLook: number, of: change) != nil
                    li(.classes(isDone ? "done" : ""), .key(String(number))) {
                        span { words.look(LifeChange.weeksOfLooks[number]) }
                        span(.classes("fine")) {
                            isDone
                                ? words.lookDone
                                : number == due ? words.lookToday : shell.words.date(change.day(ofLook: number))
                        }
                    }
                }
            }
            p(.classes("fine")) { words.datesNote }
        }
    }

    /// What may come with it, and where it is looked at.
    private func around(_ change: LifeChange, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.change
        return section(.classes("block"), .key("around")) {
            h2 { words.signsTitle }
            div(.classes("rows")) {
                for sign in home.signs(for: change) {
                    row(sign.name, detail: words.signsDetail, icon: .eye, .go(.signs))
                }
                if let cause = home.cause(of: change), home.suggests(cause) {
                    row(words.causesTitle, detail: cause.name, icon: .compass, .go(.causes))
                    if let article = cause.article.flatMap({ home.catalogue.article($0) }), home.suggests(article) {
                        row(article.title, icon: .book, .go(.article(article.id)))
                    }
                }
            }
        }
    }

    // MARK: Sharing

    private func sharing(_ change: LifeChange, _ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.change
        let partner = home.partnerName
        if !home.hasPartnerNow { return p(.classes("fine")) { words.privateNote } }
        if !change.isMine { return whoLine(words.theyShared(partner), isMine: false) }
        // Nobody who is afraid is offered to show it.
        if !change.isShared, home.suggestsAlone { return p(.classes("fine")) { words.privateNote } }
        return card("plain", key: "sharing") {
            if change.isShared {
                p { words.isShared(partner) }
                div(.classes("card-ways")) { quiet(shell.words.common.takeBack, .change(.takenBack(change.id))) }
            } else {
                p(.classes("fine")) { words.shareText(partner) }
                div(.classes("card-ways")) { secondary(words.share(partner), .change(.shared(change.id))) }
            }
        }
    }
}
