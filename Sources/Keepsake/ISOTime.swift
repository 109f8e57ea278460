import Ledger

/// A moment as ISO 8601 writes it in UTC, to the millisecond: `2026-11-20T20:15:00.000Z`.
public enum ISOTime {
    /// The text of a moment.
    ///
    /// - Parameter milliseconds: since 1970.
    public static func text(_ milliseconds: Int64) -> String {
        let day = Day(milliseconds: milliseconds, offset: 0)
        // What lies outside the years with four digits is told as the first or the last moment in them.
        let rest = Int(max(0, min(milliseconds - Int64(day.number) * 86_400_000, 86_399_999)))
        let (seconds, fraction) = (rest / 1000, rest % 1000)
        return day.text + "T" + padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":"
            + padded(seconds % 60, 2) + "." + padded(fraction, 3) + "Z"
    }

    /// The moment, in milliseconds since 1970; nil for any other text. The fraction may be left out.
    public static func milliseconds(_ text: String) -> Int64? {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(text: String(parts[0])), parts[1].hasSuffix("Z") else { return nil }
        let halves = parts[1].dropLast().split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let clock = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let hours = number(clock[0], 2, upTo: 23), let minutes = number(clock[1], 2, upTo: 59),
            let seconds = number(clock[2], 2, upTo: 59)
        else { return nil }
        var fraction = 0
        if halves.count == 2 {
            guard let value = number(halves[1], 3, upTo: 999) else { return nil }
            fraction = value
        }
        return Int64(day.number) * 86_400_000 + Int64((hours * 3600 + minutes * 60 + seconds) * 1000 + fraction)
    }

    private static func number(_ text: Substring, _ digits: Int, upTo limit: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let value = Int(text),
            value <= limit
        else { return nil }
        return value
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
