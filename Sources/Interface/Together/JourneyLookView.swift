import Closeness
import Household
import Ledger
import Library
import Markup
import Words

// The few statements at the start and at the end of a journey, and what moved between them.

extension Journeying {
    /// The way to a look, or what became of it.
    func looking(_ walk: JourneyWalk, isLast: Bool, _ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.journeys
        let look = walk.look(isLast: isLast)
        // What can't be compared with a start needs no end.
        if isLast, home.ownAnswers(at: walk.look(isLast: false), on: walk.way) == nil { return nil }
        if home.ownAnswers(at: look, on: walk.way) != nil { return answered(look, walk, home, shell) }
        return card("plain look", key: "look") {
            h2(.classes("small-title")) { isLast ? words.lookLastTitle : words.lookTitle }
            p { isLast ? words.lookLastText : words.lookText }
            if walk.way.isShared, home.waits(for: .look(look)) {
                whoLine(words.looking.theirs(home.partnerName), isMine: false)
            }
            div(.classes("card-ways")) {
                secondary(
                    looks.draft(look).isEmpty ? words.looking.begin : words.looking.goOn,
                    .journeys(.lookOpened(look, walk.way)))
            }
        }
    }

    private func answered(_ look: JourneyLook, _ walk: JourneyWalk, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.journeys
        var text = words.lookKept
        if walk.way.isShared {
            let meeting = home.meeting(.look(look))
            text =
                shell.words.meeting.about(meeting, home.partnerName)
                ?? (meeting == .awaited ? words.looking.waits(home.partnerName) : words.lookOpen)
        }
        return p(.classes("fine with-lock"), .key("look-" + look.name)) {
            icon(walk.way.isShared ? .envelope : .lock)
            span { text }
        }
    }

    // MARK: Answering

    /// One statement at a time, as in the check.
    func lookView(_ open: OpenLook, _ journey: Journey, _ home: Home, _ shell: Shell) -> View {
        LookSheet(
            looks: looks, look: open.look,
            items: home.lines(of: journey, at: open.look, on: open.way, looks.draft(open.look)),
            isShared: open.way.isShared, words: shell.words.journeys.looking, answered: { .journeys(.look($0)) },
            closed: .journeys(.lookClosed), kept: .journeys(.lookKept)
        ).view(home, shell)
    }

    // MARK: What moved

    func moved(_ walk: JourneyWalk, _ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.journeys
        let back = JourneyLookBack(walk, home)
        let isAsked =
            home.ownAnswers(at: walk.look(isLast: false), on: walk.way) != nil
            && home.ownAnswers(at: walk.look(isLast: true), on: walk.way) == nil
        if isAsked { return nil }
        return section(.classes("block moved"), .key("moved")) {
            h2 { words.movedTitle }
            if let mine = back.mine {
                p(.classes("lead")) { ofBoth(back, walk, home, words) ?? ofMine(mine, words) }
                if walk.way.isShared {
                    p { back.ofBoth == nil ? words.bothMissing(home.partnerName) : ofMine(mine, words) }
                }
                ul(.classes("moved-lines")) { for line in back.lines { movedLine(line, words) } }
                p(.classes("fine")) { words.honest }
            } else {
                p { words.nothingToCompare }
            }
        }
    }

    private func ofMine(_ movement: JourneyLookBack.Movement, _ words: JourneyWords) -> String {
        switch movement {
        case .more: words.mineMore
        case .less: words.mineLess
        case .unclear: words.mineUnclear
        }
    }

    private func ofBoth(_ back: JourneyLookBack, _ walk: JourneyWalk, _ home: Home, _ words: JourneyWords) -> String? {
        switch back.ofBoth {
        case .more: words.bothMore(home.partnerName)
        case .less: words.bothLess(home.partnerName)
        case .unclear: words.bothUnclear(home.partnerName)
        case nil: nil
        }
    }

    private func movedLine(_ line: JourneyLookBack.Line, _ words: JourneyWords) -> View {
        let said =
            switch line.movement {
            case .more: words.movedMore
            case .less: words.movedLess
            case .unclear: words.movedUnclear
            }
        return li(.key(line.item.id)) {
            p(.classes("serif")) { line.item.text }
            movement(from: line.before, to: line.after)
            p(.classes("fine")) {
                said
                span(.classes("unseen")) { ", " + words.lineMoved(line.before, line.after) }
            }
        }
    }

    /// A line from where it was, a small mark, to where it is, a large one.
    private func movement(from before: Int, to after: Int) -> View {
        let geometry = DumbbellGeometry(people: 1, height: 24)
        let (start, end) = (geometry.x(Double(before)), geometry.x(Double(after)))
        return svg(
            .classes("dumbbell"), .named(.viewBox, "0 0 320 24"), .decorative, .named(.focusable, "false")
        ) {
            element(.line, .classes("axis"), .number(.x1, 0), .number(.x2, 320), .number(.y1, 12), .number(.y2, 12))
            element(.g, .classes("me")) {
                element(
                    .line, .classes("gap"), .number(.x1, start), .number(.x2, end), .number(.y1, 12), .number(.y2, 12))
                element(.circle, .classes("felt"), .number(.cx, start), .number(.cy, 12), .number(.r, 3))
                element(.circle, .classes("felt"), .number(.cx, end), .number(.cy, 12), .number(.r, 6.5))
            }
        }
    }
}
