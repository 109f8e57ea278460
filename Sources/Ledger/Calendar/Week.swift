/// A week by ISO 8601: from Monday to Sunday, week 1 being the one with the year's first Thursday. Written `2026-W47`.
public struct Week: Hashable, Comparable, Sendable {
    /// Weeks since the one that began on Monday, 1969-12-29.
    public let number: Int

    /// The weeks whose Thursday lies in the years 0000…9999.
    static let numbers = -102_789...418_985

    /// The week this many weeks after the one of 1970-01-01, or nil outside of the years 0000…9999.
    public init?(number: Int) {
        guard Self.numbers.contains(number) else { return nil }
        self.number = number
    }

    /// The week that `day` is in.
    public init(of day: Day) {
        let shifted = day.number + 3
        let number = (shifted >= 0 ? shifted : shifted - 6) / 7
        self.number = min(max(number, Self.numbers.lowerBound), Self.numbers.upperBound)
    }

    /// The week of a week year, or nil when that year has no such week.
    public init?(year: Int, week: Int) {
        // 4 January is always in week 1.
        guard let fourth = Day(year: year, month: 1, day: 4), (1...53).contains(week) else { return nil }
        self.init(number: Week(of: fourth).number + week - 1)
        guard self.year == year else { return nil }
    }

    /// The week written as `2026-W47`, or nil for any other text.
    public init?(text: String) {
        let digits = Array(text.utf8)
        guard let week = digits.withUnsafeBufferPointer({ Week(digits: $0) }) else { return nil }
        self = week
    }

    init?(digits text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 8, text[4] == UInt8(ascii: "-"), text[5] == UInt8(ascii: "W"),
            let year = text.digits(0..<4), let week = text.digits(6..<8)
        else { return nil }
        self.init(year: year, week: week)
    }

    /// The week as `2026-W47`.
    public var text: String {
        padded(year, 4) + "-W" + padded(weekOfYear, 2)
    }

    /// The week year: that of the week's Thursday.
    public var year: Int {
        thursday.date.year
    }

    /// The week's number within its year, 1…53.
    public var weekOfYear: Int {
        let thursday = thursday
        guard let first = Day(year: thursday.date.year, month: 1, day: 1) else { return 1 }
        return (thursday.number - first.number) / 7 + 1
    }

    /// The week's Monday.
    public var monday: Day {
        Day(number: max(number * 7 - 3, Day.numbers.lowerBound)) ?? thursday
    }

    private var thursday: Day {
        Day(milliseconds: Int64(number) * 7 * 86_400_000, offset: 0)
    }

    /// The week `weeks` later, or nil outside of the years 0000…9999.
    public func advanced(by weeks: Int) -> Week? {
        Week(number: number + weeks)
    }

    /// Whether `left` is earlier than `right`.
    public static func < (left: Week, right: Week) -> Bool {
        left.number < right.number
    }
}
