import Closeness
import Household
import Ledger
import Library
import Markup
import Words

extension Journeying {
    func view(_ home: Home, _ shell: Shell) -> [View] {
        if case .journey(let id) = shell.place { return [one(id, home, shell)] }
        return [list(home, shell)]
    }

    // MARK: The list

    private func list(_ home: Home, _ shell: Shell) -> View {
        let words = shell.words.journeys
        let walks = home.walks.filter { $0.isOn }
        return div(.classes("page wide journeys"), .key("journeys")) {
            backBar(shell.words.common.together, to: .together, shell)
            header(.classes("heading")) {
                h1 { words.title }
                p(.classes("lead")) { words.lead }
                if !home.hasPartnerNow { p(.classes("fine")) { words.aloneNote } }
            }
            div(.classes("full journey-doors")) {
                for journey in home.catalogue.journeys {
                    door(journey, walks.first { $0.journey.id == journey.id }, shell)
                }
            }
        }
    }

    private func door(_ journey: Journey, _ walk: JourneyWalk?, _ shell: Shell) -> View {
        let words = shell.words.journeys
        return button(.classes("card journey-door"), .key(journey.id), .press(.go(.journey(journey.id)))) {
            journeyPicture(journey.id, weeks: journey.weeks.count, at: walk?.stone)
            span(.classes("journey-name serif")) { journey.name }
            span(.classes("fine")) { walk?.standing(words) ?? journey.line(shell.words) }
        }
    }

    // MARK: One journey

    private func one(_ id: String, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.journeys
        return div(.classes("page journey"), .key("journey-" + id)) {
            backBar(words.back, to: .journeys, shell)
            if let journey = home.catalogue.journey(id) {
                let walks = home.walks.filter { $0.journey.id == id && $0.isOn }
                header(.classes("heading")) {
                    p(.classes("over")) { journey.line(shell.words) }
                    pageTitle(journey.name)
                    if walks.isEmpty { p(.classes("lead")) { journey.about } }
                }
                if let open, open.look.journey == id, walks.contains(where: { $0.way == open.way }) {
                    lookView(open, journey, home, shell)
                } else {
                    for walk in walks { going(walk, home, shell) }
                    if walks.isEmpty {
                        journeyPicture(id, weeks: journey.weeks.count)
                        beginning(journey, home, shell)
                        weeks(journey, shell)
                    }
                }
            } else {
                h1 { words.nowhere }
            }
        }
    }

    private func beginning(_ journey: Journey, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.journeys
        return [
            section(.classes("block"), .key("before")) {
                h2(.classes("small-title")) { words.before }
                p { journey.before }
            },
            helper(journey, shell),
            choosing(journey, home, shell),
        ].compactMap { $0 }
    }

    private func helper(_ journey: Journey, _ shell: Shell) -> View? {
        guard let text = journey.helper else { return nil }
        let words = shell.words.journeys
        return card("plain journey-helper", key: "helper") {
            h2(.classes("small-title")) { words.helper }
            p { text }
            link(words.toHelp, to: .help)
        }
    }

    /// The ways to begin.
    private func choosing(_ journey: Journey, _ home: Home, _ shell: Shell) -> View {
        let words = shell.words.journeys
        let both = JourneyWay(journey.id, isShared: true)
        let alone = JourneyWay(journey.id, isShared: false)
        let walk = home.walk(both)
        let limit = home.openness(shell.world)
        let takesTwo = journey.company != .alone
        return card("glow dealing", key: "choosing") {
            if home.hasPartnerNow, takesTwo {
                if walk?.isWantedByMe == true {
                    p { words.asked(home.partnerName) }
                    div(.classes("card-ways")) { quiet(shell.words.common.takeBack, .journeys(.takenBack(both))) }
                } else if walk?.isWantedByPartner == true {
                    whoLine(words.wished(home.partnerName), isMine: false)
                    p(.classes("fine")) { words.wishedNote(home.partnerName) }
                    div(.classes("card-ways")) {
                        primary(words.yes, .journeys(.wanted(both)))
                        if home.wishedJourneys.contains(where: { $0.id == journey.id }) {
                            quiet(words.notNow, .journeys(.putAway(journey.id)))
                        }
                    }
                } else {
                    primary(words.walkTogether(home.partnerName), .journeys(.wanted(both)))
                    p(.classes("fine")) { words.walkTogetherNote(home.partnerName) }
                    if limit < journey.openness { p(.classes("fine")) { words.moreOpen } }
                }
            }
            if journey.company != .together {
                if home.hasPartnerNow, takesTwo {
                    secondary(words.walkAlone, .journeys(.wanted(alone)))
                } else {
                    primary(words.walkAlone, .journeys(.wanted(alone)))
                }
                p(.classes("fine with-lock")) {
                    icon(.lock)
                    span { words.walkAloneNote }
                }
            } else if !home.hasPartnerNow {
                p { words.notAlone }
            }
            if home.firstWalk.map({ $0.journey.id != journey.id && $0.phase == .walking }) ?? false {
                p(.classes("fine")) { words.oneIsPlenty }
            }
        }
    }

    /// The weeks, as a line without dates.
    private func weeks(_ journey: Journey, _ shell: Shell) -> View {
        details(.classes("fold"), .key("weeks")) {
            summary { shell.words.journeys.weeks }
            ol(.classes("journey-weeks")) {
                for week in journey.weeks { li(.key(week.id)) { p { week.about } } }
            }
        }
    }
}

extension Journey {
    /// The line beneath its name: "Eight weeks, for two".
    func line(_ words: Words) -> String {
        let company =
            switch company {
            case .together: words.together.practice.forTwo
            case .alone: words.together.practice.forOne
            case .either: words.together.practice.forEither
            }
        return words.journeys.line(weeks.count, company)
    }
}

extension JourneyWalk {
    /// At which stone of its picture it is.
    var stone: Int { phase == .ended ? journey.weeks.count : index }

    /// How it stands, beneath its name.
    func standing(_ words: JourneyWords) -> String {
        switch phase {
        case .idle, .walking: words.week(index + 1, journey.weeks.count)
        case .resting: words.resting
        case .ended: words.atEnd
        }
    }
}
