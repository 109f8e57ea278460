import Closeness
import Ledger
import Library
import Words

// What a practice's fields are called.

extension Practice {
    /// Who it takes: "for two".
    func companyText(_ words: TogetherWords.Practice) -> String {
        switch company {
        case .together: words.forTwo
        case .alone: words.forOne
        case .either: words.forEither
        }
    }

    /// How often it is meant: "most days".
    func rhythmText(_ words: TogetherWords.Practice) -> String {
        switch rhythm {
        case .daily: words.daily
        case .weekly: words.weekly
        case .monthly: words.monthly
        case .once: words.once
        }
    }

    /// When it fits: "in the evening"; empty when that makes no difference.
    func momentText(_ words: TogetherWords.Practice) -> String {
        switch moment {
        case .any: words.anyTime
        case .morning: words.morning
        case .midday: words.midday
        case .evening: words.evening
        case .bedtime: words.bedtime
        case .weekend: words.weekend
        }
    }

    /// How open it is, by the name that the check has for that step: "In the kitchen".
    func opennessText(_ catalogue: Catalogue) -> String {
        catalogue.check.comfort.steps.first { $0.openness == openness }?.name ?? String(openness.level)
    }

    /// The line beneath its name in a list: "two minutes, for two, most days".
    func line(_ words: TogetherWords) -> String {
        words.library.line([words.minutes(minutes), companyText(words.practice), rhythmText(words.practice)])
    }
}

/// When something was last done: "yesterday", "last on Tuesday", "last on 14 March".
func lastDoneText(_ last: Day?, today: Day, _ words: Words) -> String {
    guard let last else { return words.together.plan.neverDone }
    switch today.number - last.number {
    case ...0: return words.together.plan.doneToday
    case 1: return words.together.plan.doneYesterday
    case 2...6: return words.together.plan.doneOn(words.calendar.weekday(last.weekday))
    default:
        let date = last.date
        return words.together.plan.doneOn(words.calendar.dayAndMonth(day: date.day, month: date.month))
    }
}
