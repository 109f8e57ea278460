/// A quarter of a calendar year: how often the longer check comes round. Written `2026-Q4`, which is true on both
/// halves of the earth.
public struct Season: Hashable, Comparable, Sendable {
    /// Quarters since the first of the year 0.
    public let number: Int

    /// The quarters of the years 0000…9999.
    static let numbers = 0...39_999

    /// The quarter this many after the first of the year 0, or nil outside of the years 0000…9999.
    public init?(number: Int) {
        guard Self.numbers.contains(number) else { return nil }
        self.number = number
    }

    /// The season of a year and a quarter 1…4, or nil when there is none.
    public init?(year: Int, quarter: Int) {
        guard (0...9999).contains(year), (1...4).contains(quarter) else { return nil }
        number = year * 4 + quarter - 1
    }

    /// The season that `day` is in.
    public init(of day: Day) {
        let date = day.date
        number = date.year * 4 + (date.month - 1) / 3
    }

    /// The season written as `2026-Q4`, or nil for any other text.
    public init?(text: String) {
        let digits = Array(text.utf8)
        guard let season = digits.withUnsafeBufferPointer({ Season(digits: $0) }) else { return nil }
        self = season
    }

    init?(digits text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 7, text[4] == UInt8(ascii: "-"), text[5] == UInt8(ascii: "Q"),
            let year = text.digits(0..<4), let quarter = text.digits(6..<7)
        else { return nil }
        self.init(year: year, quarter: quarter)
    }

    /// The season as `2026-Q4`.
    public var text: String {
        padded(year, 4) + "-Q" + String(quarter)
    }

    /// The calendar year.
    public var year: Int {
        number / 4
    }

    /// The quarter, 1…4.
    public var quarter: Int {
        number % 4 + 1
    }

    /// The season's first day.
    public var firstDay: Day {
        Day(year: year, month: quarter * 3 - 2, day: 1) ?? Day(milliseconds: 0, offset: 0)
    }

    /// The season `seasons` later, or nil outside of the years 0000…9999.
    public func advanced(by seasons: Int) -> Season? {
        Season(number: number + seasons)
    }

    /// Whether `left` is earlier than `right`.
    public static func < (left: Season, right: Season) -> Bool {
        left.number < right.number
    }
}
