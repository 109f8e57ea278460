import Bytes
import Household
import Ledger
import Markup
import Words

// Days that come back each year: what stands about them in the story.

extension StoryPage {
    /// The days that are near, and what could be done with them. What is today's stands among what was on this day.
    func nearDays(_ timeline: Timeline, _ home: Home, _ shell: Shell) -> View? {
        guard home.tellsMilestones(shell.world) else { return nil }
        let near = timeline.milestones(from: home.today(shell.world)).filter { milestone in
            milestone.isNear && milestone.daysAhead > 0 && !home.wantsNoWord(about: milestone.day)
        }
        if near.isEmpty { return nil }
        let words = shell.words.story.milestones
        return card("glow", key: "near-days") {
            for milestone in near {
                div(.classes("back"), .key(milestone.entry.text)) {
                    h2 { milestone.told(shell) }
                    p(.classes("said"), .named(.dir, "auto")) { milestone.title }
                    div(.classes("card-ways")) {
                        quiet(words.lookBack, .story(.came(milestone.entry)))
                        noWordWay(milestone.day, shell)
                    }
                }
            }
            yearlyWays(home, shell)
        }
    }

    /// What could be done with a day that is near, or there.
    func yearlyWays(_ home: Home, _ shell: Shell) -> View? {
        guard home.tellsMilestones(shell.world) else { return nil }
        let words = shell.words.story.milestones
        return div(.classes("card-ways")) {
            secondary(words.writeLine, .story(.lineWanted))
            if home.hasPartnerNow { quiet(words.planDate, .go(.dates)) }
        }
    }

    /// To have no word about a day, for oneself alone.
    func noWordWay(_ day: Day, _ shell: Shell) -> View {
        quiet(shell.words.story.milestones.noWord, .story(.noWord(day, true)))
    }

    /// All days that come back, and the way to one more. After one of the two has left, no more than those there are.
    func yearlyDays(_ timeline: Timeline, _ home: Home, _ shell: Shell) -> View? {
        let words = shell.words.story.milestones
        let all = timeline.milestones(from: home.today(shell.world))
        if all.isEmpty, home.isParted { return nil }
        return section(.classes("block"), .key("yearly-days")) {
            h2 { words.title }
            if all.isEmpty {
                p(.classes("fine")) { home.hasPartnerNow ? words.emptyText : words.emptyTextAlone }
            } else {
                div(.classes("rows")) {
                    for milestone in all {
                        let next = words.next(shell.words.dayAndMonth(milestone.next), milestone.years)
                        row(
                            milestone.title,
                            detail: home.wantsNoWord(about: milestone.day) ? next + " · " + words.noWordIsOn : next,
                            .story(.came(milestone.entry)))
                    }
                }
            }
            if !home.isParted { div(.classes("card-ways")) { quiet(words.add, .story(.yearlyWanted)) } }
        }
    }

    /// Whether the day of what is being written is to come back.
    func yearlyTick(_ shell: Shell) -> View {
        label(.classes("tick")) {
            input(
                .named(.type, "checkbox"), .property(.checked, .flag(isYearly)), .on(.change, .story(.yearlyChosen)))
            span { shell.words.story.milestones.tick }
        }
    }

    /// At a moment: that its day comes back, and what can be said about that.
    @Parts
    func yearly(_ item: Timeline.Item, isMine: Bool, _ home: Home, _ shell: Shell) -> [View] {
        let words = shell.words.story.milestones
        let isUnwanted = home.wantsNoWord(about: item.day)
        if item.isYearly {
            p(.classes("fine")) { isUnwanted ? words.comesBack + " · " + words.noWordIsOn : words.comesBack }
        }
        if let entry = item.entry, isMine, correcting.entry == entry, !correcting.isChanging, !home.isParted {
            correction(item.isYearly ? words.notEachYear : words.eachYear, .yearlySet(entry, !item.isYearly))
        }
        if item.isYearly, isUnwanted || !isMine {
            correction(isUnwanted ? words.wordAgain : words.noWord, .noWord(item.day, !isUnwanted))
        }
    }

    private func correction(_ title: String, _ action: Action) -> View {
        div(.classes("correct")) { button(.classes("link"), .press(.story(action))) { title } }
    }
}
