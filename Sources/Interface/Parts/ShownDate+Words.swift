import Household
import Ledger
import Words

extension ShownDate {
    /// What is planned; empty while it lies face down.
    var title: String { idea?.title ?? "" }

    /// "Friday, 4 December, 20:15", by the clocks here; empty while there is no day.
    func time(_ shell: Shell) -> String {
        guard let plan else { return "" }
        let day = shell.world.day(at: plan.at)
        let date = day.date
        let calendar = shell.words.calendar
        return shell.words.dates.dayAndHour(
            calendar.weekday(day.weekday), calendar.dayAndMonth(day: date.day, month: date.month), hour(shell))
    }

    /// "20:15", by the clocks here.
    func hour(_ shell: Shell) -> String {
        plan.map { ClockTime.text(shell.world.minute(at: $0.at)) } ?? ""
    }

    /// What and when, in a line.
    func line(_ shell: Shell) -> String { title + " · " + time(shell) }
}
