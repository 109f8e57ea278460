import Closeness
import Household
import Ledger
import Library
import Markup
import Words

// A walk: its week, its rest, its end.

extension Journeying {
    func going(_ walk: JourneyWalk, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.journeys
        let journey = walk.journey
        return section(.classes("going"), .key((walk.way.isShared ? "both-" : "own-") + journey.id)) {
            p(.classes("who")) {
                icon(walk.way.isShared ? .circles : .lock)
                span { walk.way.isShared ? words.isShared(home.partnerName) : words.isAlone }
            }
            journeyPicture(journey.id, weeks: journey.weeks.count, at: walk.stone)
            p(.classes("unseen")) { walk.standing(words) }
            switch walk.phase {
            case .idle, .walking: week(walk, home, shell)
            case .resting: resting(walk, home, shell)
            case .ended: ended(walk, home, shell)
            }
        }
    }

    // MARK: The week

    private func week(_ walk: JourneyWalk, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.journeys
        let week = JourneyWeek(walk, home)
        let weeks = walk.journey.weeks
        return [
            header(.classes("week-head"), .key("head")) {
                p(.classes("over"), .decorative) { words.week(walk.index + 1, weeks.count) }
                p(.classes("lead")) { week.about }
            },
            walk.isHalfway
                ? card("plain", key: "halfway") {
                    h2(.classes("small-title")) { words.halfway }
                    p { walk.journey.middle }
                } : nil,
            walk.index == 0 ? looking(walk, isLast: false, home, shell) : nil,
            div(.classes("week-steps"), .key("steps")) {
                if week.isHard, let lighter = week.lighter {
                    practice(lighter, over: words.lighterOffered, hint: words.lighterHint, walk, home, shell)
                }
                for step in week.steps { self.step(step, walk, home, shell) }
                if let deeper = week.deeper {
                    practice(deeper, over: words.deeper, hint: words.deeperHint, walk, home, shell)
                }
                if !week.isHard, let lighter = week.lighter {
                    details(.classes("fold"), .key("lighter")) {
                        summary { words.lighter }
                        practice(lighter, over: words.lighterOffered, hint: words.lighterHint, walk, home, shell)
                    }
                }
            },
            goingOn(walk, home, shell),
            beside(walk.journey, shell),
            slower(walk, shell),
        ].compactMap { $0 }
    }

    /// Who belongs beside it, for any week.
    private func beside(_ journey: Journey, _ shell: Shell) -> View? {
        guard let text = journey.helper else { return nil }
        let words = shell.words.journeys
        return details(.classes("fold"), .key("beside")) {
            summary { words.helper }
            p { text }
            link(words.toHelp, to: .help)
        }
    }

    private func step(_ step: JourneyWeek.Step, _ walk: JourneyWalk, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.journeys
        switch step {
        case .practice(let practice): return self.practice(practice, over: words.toDo, hint: nil, walk, home, shell)
        case .question(let question, let isPrivate):
            if isPrivate {
                return div(.classes("card plain asked-alone"), .key("question-" + question.id)) {
                    p(.classes("over")) { words.toJournal }
                    h3(.classes("serif")) { question.text }
                    link(shell.words.mine.journal, to: .journal)
                }
            }
            let detail = Self.isAnswered(question.id, home) ? words.answered : words.toAnswer
            return rows("question-" + question.id) {
                row(question.text, detail: detail, icon: .envelope, .go(.question(question.id)))
            }
        case .article(let article):
            return rows("article-" + article.id) {
                row(article.title, detail: words.toRead, icon: .book, .go(.article(article.id)))
            }
        case .conversation(let talk, let isHad):
            return rows("talk-" + talk.id) {
                row(
                    talk.name, detail: isHad ? words.had : words.toTalk, icon: .speech, .go(.conversation(talk.id)))
            }
        }
    }

    private func rows(_ key: String, _ row: () -> View) -> View { div(.classes("rows"), .key(key)) { row() } }

    private static func isAnswered(_ question: String, _ home: Home) -> Bool {
        switch home.standing(ofQuestion: question) {
        case .sealed, .open, .kept: true
        case .asked, .passed, .left: false
        }
    }

    /// One practice of the week: what to do, and whether it was done today.
    private func practice(
        _ practice: Practice, over: String, hint: String?, _ walk: JourneyWalk, _ home: Home, _ shell: Shell
    ) -> View {
        let words = shell.words.journeys
        let day = report.day(of: practice.id, shown: home.today(shell.world))
        return card("glow deed week-deed", key: "practice-" + practice.id) {
            p(.classes("over")) { over }
            if let hint { p(.classes("fine")) { hint } }
            h2 { practice.name }
            p(.classes("deed-text")) { practice.deed }
            if case .done(let byMe, let helped) = home.standing(of: practice.id, on: day) {
                p(.classes("who")) {
                    icon(.check)
                    span { byMe ? shell.words.today.doneTitle : shell.words.today.doneByPartner(home.partnerName) }
                }
                if helped == nil { p(.classes("fine"), .decorative) { shell.words.today.howWasIt } }
                report.afterwards(practice, byMe: byMe, helped: helped, home, shell) { .journeys(.deed($0)) }
            } else {
                div(.classes("card-ways")) {
                    secondary(
                        home.isShared(practice) ? words.weDid : words.iDid, .journeys(.deed(.done(practice.id))))
                    button(
                        .classes("round"), .press(.go(.practice(practice.id))), .ariaLabel(words.whyAndHow)
                    ) { icon(.chevron) }
                }
            }
        }
    }

    // MARK: On, back, rest and stop

    private func goingOn(_ walk: JourneyWalk, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.journeys
        let isLast = walk.index + 1 == walk.journey.weeks.count
        return div(.classes("going-on"), .key("going-on")) {
            if walk.amReady {
                p { words.amReady(home.partnerName) }
                quiet(words.notReady, .journeys(.notReady(walk.way)))
            } else if walk.isPartnerReady {
                whoLine(words.partnerReady(home.partnerName), isMine: false)
                primary(words.alsoReady, .journeys(.readyForNext(walk.way)))
            } else {
                primary(
                    isLast ? words.toEnd : walk.way.isShared ? words.next : words.nextAlone,
                    .journeys(.readyForNext(walk.way)))
                if walk.way.isShared { p(.classes("fine")) { words.nextNote(home.partnerName) } }
            }
        }
    }

    private func slower(_ walk: JourneyWalk, _ shell: Shell) -> View {
        let words = shell.words.journeys
        let way = walk.way
        if stopping == way {
            return card("plain", key: "stopping") {
                p { words.stopSure }
                div(.classes("card-ways")) {
                    secondary(words.stopYes, .journeys(.stopped(way)))
                    quiet(words.stopNo, .journeys(.stopDropped))
                }
            }
        }
        return details(.classes("fold slower"), .key("slower")) {
            summary { words.slower }
            ul(.classes("slower-ways")) {
                if walk.phase == .walking { slowerWay(words.rest, words.restNote, .journeys(.rested(way))) }
                if walk.index > 0 { slowerWay(words.goBack, words.goBackNote, .journeys(.wentBack(way))) }
                slowerWay(words.stop, words.stopNote, .journeys(.stopWanted(way)))
            }
        }
    }

    private func slowerWay(_ title: String, _ note: String, _ action: Interface.Action) -> View {
        li {
            secondary(title, action)
            p(.classes("fine")) { note }
        }
    }

    private func resting(_ walk: JourneyWalk, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.journeys
        let way = walk.way
        return [
            card("plain", key: "resting") {
                h2 { words.restingTitle }
                p { walk.journey.rest }
                if walk.amReady {
                    p { words.goOnReady(home.partnerName) }
                    quiet(words.notReady, .journeys(.rested(way)))
                } else {
                    if walk.isPartnerReady { whoLine(words.goOnPartner(home.partnerName), isMine: false) }
                    div(.classes("card-ways")) { secondary(words.goOn, .journeys(.readyForNext(way))) }
                }
            },
            slower(walk, shell),
        ]
    }

    // MARK: The end

    private func ended(_ walk: JourneyWalk, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.journeys
        let practices = home.practicesToKeep(of: walk)
        return [
            h2(.key("end")) { words.endTitle },
            p(.classes("lead"), .key("after")) { walk.journey.after },
            looking(walk, isLast: true, home, shell),
            moved(walk, home, shell),
            practices.isEmpty ? nil : keeping(practices, walk, home, shell),
            div(.classes("going-on"), .key("put-down")) {
                secondary(words.putDown, .journeys(.stopped(walk.way)))
                p(.classes("fine")) { words.putDownNote }
                quiet(words.goBack, .journeys(.wentBack(walk.way)))
            },
        ].compactMap { $0 }
    }

    private func keeping(_ practices: [Practice], _ walk: JourneyWalk, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.journeys
        let plan = home.plan
        return section(.classes("block"), .key("keeping")) {
            h2 { words.keepTitle }
            p(.classes("fine")) { walk.way.isShared ? words.keepText(home.partnerName) : words.keepTextAlone }
            ul(.classes("rows plan")) {
                for practice in practices {
                    li(.classes("row"), .key(practice.id)) {
                        span(.classes("row-text")) {
                            span(.classes("row-title serif")) { practice.name }
                        }
                        if plan.isAgreed(practice.id) || plan.isChosen(practice.id) {
                            p(.classes("fine kept")) { words.agreed }
                        } else if home.keeps(practice.id, of: walk.way) {
                            p(.classes("fine kept")) { words.kept }
                        } else {
                            button(
                                .classes("quiet"), .ariaLabel(words.keep + ": " + practice.name),
                                .press(.journeys(.kept(practice.id, walk.way)))
                            ) { words.keep }
                        }
                    }
                }
            }
        }
    }
}
