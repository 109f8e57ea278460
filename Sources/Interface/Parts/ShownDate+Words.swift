import Closeness
import Household
import Ledger
import Words

extension Shell {
    /// "Friday, 4 December, 20:15", by the clocks here.
    func dayAndHour(_ milliseconds: Int64) -> String {
        let day = world.day(at: milliseconds)
        return words.dates.dayAndHour(
            words.calendar.weekday(day.weekday), words.dayAndMonth(day),
            ClockTime.text(world.minute(at: milliseconds)))
    }
}

extension ShownDate {
    /// What is planned; empty while it lies face down.
    var title: String { idea?.title ?? "" }

    /// "Friday, 4 December, 20:15", by the clocks here; empty while there is no day.
    func time(_ shell: Shell) -> String { plan.map { shell.dayAndHour($0.at) } ?? "" }

    /// "20:15", by the clocks here.
    func hour(_ shell: Shell) -> String { plan.map { ClockTime.text(shell.world.minute(at: $0.at)) } ?? "" }

    /// What and when, in a line.
    func line(_ shell: Shell) -> String { title + " · " + time(shell) }
}

extension ShownTalk {
    /// What and when, in a line.
    func line(_ shell: Shell) -> String { script.name + " · " + shell.dayAndHour(at) }
}
