/// Days that come back each year, and the word that is said before them.
public struct MilestoneWords: Sendable {
    public let title, emptyText, emptyTextAlone, add: String
    /// Has a moment’s day come back, as a choice while it is kept.
    public let tick: String
    /// How long ago it will be, and when: days ahead from 0 to 7, the weekday’s name.
    public let when: @Sendable (_ daysAhead: Int, _ weekday: String, _ years: Int) -> String
    /// The same further ahead: "12 March, five years".
    public let next: @Sendable (_ day: String, _ years: Int) -> String
    // What there is to do with it
    public let writeLine, planDate, lookBack, noWord: String
    // At the moment itself
    public let comesBack, eachYear, notEachYear, noWordIsOn, wordAgain: String
    /// Told when it was changed.
    public let isEachYear, isNotEachYear, noWordKept, wordKept: String
}

extension MilestoneWords {
    /// British English.
    public static let english = MilestoneWords(
        title: "Days that come back",
        emptyText:
            "The day you met, a wedding, a move: keep it as a moment, and Today says a word to you both each year, from a week before.",
        emptyTextAlone:
            "The day you met, a wedding, a move: keep it as a moment, and Today says a word each year, from a week before.",
        add: "Add a day",
        tick: "A word about it each year, from a week before",
        when: { daysAhead, weekday, years in
            let day =
                switch daysAhead {
                case 0: "Today"
                case 1: "Tomorrow"
                case 7: "In a week"
                default: "On " + weekday
                }
            return day + " it’s " + (years == 1 ? "a year" : EnglishCount.word(years) + " years")
        },
        next: { day, years in day + ", " + (years == 1 ? "a year" : EnglishCount.word(years) + " years") },
        writeLine: "Write a line", planDate: "Plan a date", lookBack: "Look back", noWord: "No word about it for me",
        comesBack: "Comes back each year", eachYear: "A word about it each year",
        notEachYear: "No word each year any more",
        noWordIsOn: "No word for you", wordAgain: "Say a word to me again",
        isEachYear: "It comes back each year now.", isNotEachYear: "It comes back no more.",
        noWordKept: "No word about it for you. Nobody is told.", wordKept: "There’ll be a word again.")
}
