import Household
import Ledger
import Words

extension Milestone {
    /// When it is how many years: "On Thursday it’s five years".
    func told(_ shell: Shell) -> String {
        shell.words.story.milestones.when(daysAhead, shell.words.calendar.weekday(next.weekday), years)
    }
}
