import Closeness
import Household
import Ledger
import Library
import Markup
import Words

/// What Together shows of journeys, one thing: what the other would like to walk, the week that one is in, or a journey that may
/// fit; nil when there is nothing to show.
func journeyCard(_ home: Home, _ shell: Shell) -> View? {
    let words = shell.words.journeys
    if let journey = home.wishedJourneys.first {
        return card("glow journey-card", key: "journey-wish") {
            whoLine(words.wished(home.partnerName), isMine: false)
            h2 { journey.name }
            p { journey.about }
            div(.classes("card-ways")) {
                primary(words.look, .go(.journey(journey.id)))
                quiet(words.notNow, .journeys(.putAway(journey.id)))
            }
        }
    }
    if let walk = home.firstWalk { return walkCard(walk, home, shell) }
    guard let journey = home.proposedJourneys(shell.world).first else { return nil }
    return div(.classes("rows"), .key("journey-proposed")) {
        row(journey.name, detail: words.proposed, icon: .compass, .go(.journey(journey.id)))
    }
}

private func walkCard(_ walk: JourneyWalk, _ home: Home, _ shell: Shell) -> View {
    let words = shell.words.journeys
    let journey = walk.journey
    let count = journey.weeks.count
    switch walk.phase {
    case .idle, .walking:
        let week = JourneyWeek(walk, home)
        return card("glow journey-card", key: "journey-" + journey.id) {
            p(.classes("over")) { journey.name + " · " + words.week(walk.index + 1, count) }
            journeyPicture(journey.id, weeks: count, at: walk.index)
            h2 { week.practice?.name ?? words.thisWeek }
            p { week.about }
            div(.classes("card-ways")) { primary(words.open, .go(.journey(journey.id))) }
        }
    case .resting:
        return div(.classes("rows"), .key("journey-resting")) {
            row(journey.name, detail: words.resting, icon: .compass, .go(.journey(journey.id)))
        }
    case .ended:
        return div(.classes("rows"), .key("journey-ended")) {
            row(journey.name, detail: words.atEnd, icon: .compass, .go(.journey(journey.id)))
        }
    }
}
