/// Days, weeks, months and seasons in words. Months count from 1, weekdays from 1 (Monday).
public struct CalendarWords: Sendable {
    /// January to December.
    public let months: [String]
    /// The months in three or four letters, for the edge of a chart.
    public let shortMonths: [String]
    /// Monday to Sunday.
    public let weekdays: [String]
    /// The four quarters of a year, by their months: true on both halves of the earth.
    public let quarters: [String]
    /// "This season".
    public let thisSeason: String

    /// A month's name; empty for a number that is no month.
    public func month(_ number: Int) -> String {
        (1...12).contains(number) && months.count == 12 ? months[number - 1] : ""
    }

    /// A month's short name; empty for a number that is no month.
    public func shortMonth(_ number: Int) -> String {
        (1...12).contains(number) && shortMonths.count == 12 ? shortMonths[number - 1] : ""
    }

    /// A weekday's name; empty for a number that is no weekday.
    public func weekday(_ number: Int) -> String {
        (1...7).contains(number) && weekdays.count == 7 ? weekdays[number - 1] : ""
    }

    /// A quarter of a year: "October to December 2026".
    public func season(quarter: Int, year: Int) -> String {
        guard (1...4).contains(quarter), quarters.count == 4 else { return String(year) }
        return quarters[quarter - 1] + " " + String(year)
    }

    /// A day of a year: "14 March 2026".
    public func date(day: Int, month: Int, year: Int) -> String {
        dayAndMonth(day: day, month: month) + " " + String(year)
    }

    /// A day: "14 March".
    public func dayAndMonth(day: Int, month: Int) -> String {
        String(day) + " " + self.month(month)
    }

    /// The week that begins on a Monday: "the week of 14 March".
    public func week(monday day: Int, month: Int) -> String {
        "the week of " + dayAndMonth(day: day, month: month)
    }

    /// A time that is known roughly: "mid-March".
    public func around(day: Int, month: Int) -> String {
        let name = self.month(month)
        switch day {
        case ...10: return "early " + name
        case ...20: return "mid-" + name
        default: return "late " + name
        }
    }
}

extension CalendarWords {
    /// British English.
    public static let english = CalendarWords(
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        quarters: ["January to March", "April to June", "July to September", "October to December"],
        thisSeason: "This season")
}
