import Ledger
import Words

extension Words {
    /// A day with its month.
    func dayAndMonth(_ day: Day) -> String {
        let date = day.date
        return calendar.dayAndMonth(day: date.day, month: date.month)
    }

    /// A day with its month and year.
    func date(_ day: Day) -> String {
        let date = day.date
        return calendar.date(day: date.day, month: date.month, year: date.year)
    }
}
