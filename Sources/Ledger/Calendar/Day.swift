/// A day of the Gregorian calendar where someone is, written as in ISO 8601: `2026-11-20`.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public let number: Int

    /// The first and last day that can be written with four digits for the year.
    static let numbers = -719_528...2_932_896

    /// The day this many days after 1970-01-01, or nil outside of the years 0000…9999.
    public init?(number: Int) {
        guard Self.numbers.contains(number) else { return nil }
        self.number = number
    }

    /// The day of a date, or nil when there is no such date.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        number = Self.number(year: year, month: month, day: day)
    }

    /// The day at a moment.
    ///
    /// - Parameters:
    ///   - milliseconds: since 1970-01-01T00:00Z; what lies outside of the years 0000…9999 is taken for the nearest day.
    ///   - offset: of the local time zone at that moment, in minutes east of UTC.
    public init(milliseconds: Int64, offset: Int) {
        let perDay: Int64 = 86_400_000
        let (local, overflow) = milliseconds.addingReportingOverflow(Int64(offset) * 60_000)
        let shifted = overflow ? milliseconds : local
        let number = shifted >= 0 ? shifted / perDay : -((-(shifted + 1)) / perDay) - 1
        self.number = Int(min(max(number, Int64(Self.numbers.lowerBound)), Int64(Self.numbers.upperBound)))
    }

    /// The day written as `2026-11-20`, or nil for any other text.
    public init?(text: String) {
        let digits = Array(text.utf8)
        guard let day = digits.withUnsafeBufferPointer({ Day(digits: $0) }) else { return nil }
        self = day
    }

    init?(digits text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = text.digits(0..<4), let month = text.digits(5..<7), let day = text.digits(8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day as `2026-11-20`.
    public var text: String {
        let date = date
        return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2)
    }

    /// The day's year, month 1…12 and day of the month 1…31.
    ///
    /// Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`.
    public var date: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The day of the week, 1 (Monday) … 7 (Sunday).
    public var weekday: Int {
        // 1970-01-01 was a Thursday.
        ((number + 3) % 7 + 7) % 7 + 1
    }

    /// The ISO 8601 week that the day is in.
    public var week: Week {
        Week(of: self)
    }

    /// The season that the day is in.
    public var season: Season {
        Season(of: self)
    }

    /// The day `days` later, or nil outside of the years 0000…9999.
    public func advanced(by days: Int) -> Day? {
        Day(number: number + days)
    }

    /// The day of a year on which this one comes back: in a year without a 29 February on the day before. Nil outside of the years
    /// 0000…9999.
    public func anniversary(in year: Int) -> Day? {
        let date = date
        return Day(year: year, month: date.month, day: date.day)
            ?? Day(year: year, month: date.month, day: date.day - 1)
    }

    /// On which day this one comes back next, as of a day which may be that day itself, and after how many years.
    public func nextAnniversary(from today: Day) -> (day: Day, years: Int)? {
        let (first, year) = (date.year, today.date.year)
        for year in [year, year + 1] where year > first {
            if let day = anniversary(in: year), day >= today { return (day, year - first) }
        }
        return nil
    }

    /// Whether `left` is earlier than `right`.
    public static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Hinnant, `days_from_civil`.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

/// `value` in decimal digits with leading zeros up to `width`.
func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

extension UnsafeBufferPointer<UInt8> {
    /// The number written by decimal digits at these positions, or nil when another character is among them.
    func digits(_ range: Range<Int>) -> Int? {
        var value = 0
        for position in range {
            guard case let digit = self[position], digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else {
                return nil
            }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}
