import Bytes
import Ledger

// Text and Markdown: a day stands in a heading, on a line of its own, or in the file's name. What stands before the first day, and what has
// none at all, is taken for today's.

extension Reading {
    /// Where a page of a day begins in the middle of that day, when no time is told.
    private static let noon = 12 * 60

    mutating func takeText(_ text: String, named name: String, offset: (Int64) -> Int) {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
            .map(String.init)
        let order = DateReading.order(in: lines)
        var day = DateReading.day(inName: name)
        var minute = Self.noon
        var page: [String] = []
        func keep() {
            let text = page.joined(separator: "\n")
            page = []
            if text.isUnseen { return }
            if let day {
                add(text, on: day, minute: minute, offset: offset)
            } else {
                add(text, at: now, offset(now), isDated: false)
            }
        }
        for line in lines {
            guard let heading = DateReading(line, order) else {
                page.append(line)
                continue
            }
            keep()
            day = heading.day
            minute = heading.minute ?? Self.noon
            if !heading.title.isEmpty { page.append(heading.title) }
        }
        keep()
    }
}

/// A line that says on which day what follows was written.
struct DateReading: Equatable {
    /// Which of two numbers comes first in a date with strokes.
    enum Order { case dayFirst, monthFirst }

    /// The most bytes of a line that says a day.
    private static let longest = 400

    let day: Day
    let minute: Int?
    /// What stands beside the date in a heading.
    let title: String

    /// Reads a line; nil when it is none that says a day: anything else beside the day makes it a line like others, but in a heading.
    init?(_ line: String, _ order: Order) {
        // Most lines are told from one at a glance.
        guard line.utf8.count <= Self.longest, line.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return nil }
        var words = line.split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" || $0 == "\u{202F}" }.map(String.init)[...]
        let isHeading = words.first.map { !$0.isEmpty && $0.allSatisfy { $0 == "#" } } == true
        if isHeading { words.removeFirst() }
        if let first = words.first, Self.isWeekday(first) { words.removeFirst() }
        guard let (day, count) = Self.date(words, order) else { return nil }
        words.removeFirst(count)
        if let next = words.first, ["at", ",", "·", "–", "—", "-", "|"].contains(next) { words.removeFirst() }
        var minute: Int?
        if let next = words.first, next.contains(":") || next.contains(".") {
            let following = words.dropFirst().first.map { ["am", "pm"].contains(Self.bare($0).lowercased()) } == true
            if let found = ClockReading.minute(
                Self.bare(next) + (following ? " " + Self.bare(words[words.startIndex + 1]) : ""))
            {
                minute = found
                words.removeFirst(following ? 2 : 1)
            }
        }
        if let next = words.first, [":", "·", "–", "—", "-", "|"].contains(next) { words.removeFirst() }
        guard words.isEmpty || isHeading else { return nil }
        self.day = day
        self.minute = minute
        title = words.joined(separator: " ")
    }

    /// The order of a file's dates with strokes: British unless one of them can only be otherwise.
    static func order(in all: [String]) -> Order {
        let lines = all.filter { $0.utf8.contains(0x2F) }
        let isBritish = lines.contains { DateReading($0, .dayFirst) != nil && DateReading($0, .monthFirst) == nil }
        let isAmerican = lines.contains { DateReading($0, .monthFirst) != nil && DateReading($0, .dayFirst) == nil }
        return isAmerican && !isBritish ? .monthFirst : .dayFirst
    }

    /// The day that a file is called by: `2024-03-01.md`, `Journal 20240301.txt`.
    static func day(inName name: String) -> Day? {
        let digits = Array(name.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= digits.count, digits[range].allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
            return digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        func isDigit(_ index: Int) -> Bool { digits.indices.contains(index) && 0x30...0x39 ~= digits[index] }
        for start in digits.indices where isDigit(start) && !isDigit(start - 1) {
            guard let year = number(start..<start + 4) else { continue }
            if let month = number(start + 4..<start + 6), let day = number(start + 6..<start + 8), !isDigit(start + 8) {
                if let found = Day(year: year, month: month, day: day) { return found }
            }
            if start + 10 <= digits.count, "-_. ".utf8.contains(digits[start + 4]),
                digits[start + 7] == digits[start + 4],
                let month = number(start + 5..<start + 7), let day = number(start + 8..<start + 10),
                !isDigit(start + 10),
                let found = Day(year: year, month: month, day: day)
            {
                return found
            }
        }
        return nil
    }

    // MARK: Words

    /// The day that words begin with, and how many of them say it.
    private static func date(_ words: ArraySlice<String>, _ order: Order) -> (day: Day, count: Int)? {
        let bare = words.prefix(3).map { Self.bare($0) }
        guard let first = bare.first else { return nil }
        if let day = numbers(first, order) { return (day, 1) }
        guard bare.count == 3, let year = whole(bare[2]), 1000...9999 ~= year else { return nil }
        if let number = ordinal(first), let month = month(bare[1]) {
            return Day(year: year, month: month, day: number).map { ($0, 3) }
        }
        if let month = month(first), let number = ordinal(bare[1]) {
            return Day(year: year, month: month, day: number).map { ($0, 3) }
        }
        return nil
    }

    /// A day in numbers: 2024-03-01, 2024/3/1, 1.3.2024, 1/3/2024. With a time behind a T, the day of it.
    private static func numbers(_ word: String, _ order: Order) -> Day? {
        for separator in ["-", "/", "."] as [Character] {
            let parts = word.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, let first = whole(parts[0]), let second = whole(parts[1]),
                let third = whole(parts[2])
            else { continue }
            if parts[0].utf8.count == 4 { return Day(year: first, month: second, day: third) }
            guard parts[2].utf8.count == 4 else { return nil }
            return order == .dayFirst || separator == "."
                ? Day(year: third, month: second, day: first) : Day(year: third, month: first, day: second)
        }
        return nil
    }

    private static func whole(_ text: String) -> Int? {
        guard 1...4 ~= text.utf8.count, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return Int(text)
    }

    /// A day of the month: 1, 1., 1st.
    private static func ordinal(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard ["", "st", "nd", "rd", "th"].contains(text.dropFirst(digits.count).lowercased()) else { return nil }
        return whole(String(digits))
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private static func month(_ text: String) -> Int? {
        let small = text.lowercased()
        return months.firstIndex {
            $0 == small || small.utf8.count >= 3 && small.utf8.count <= 4 && $0.hasPrefix(small)
        }
        .map { $0 + 1 }
    }

    private static func isWeekday(_ text: String) -> Bool {
        let small = bare(text).lowercased()
        return weekdays.contains {
            $0 == small || small.utf8.count >= 3 && small.utf8.count <= 4 && $0.hasPrefix(small)
        }
    }

    /// A word without the signs around it.
    private static func bare(_ word: String) -> String {
        let signs: [Character] = ["*", "_", ",", ":", ".", "(", ")", "[", "]", ";"]
        var rest = word[...]
        while let first = rest.first, signs.contains(first) { rest.removeFirst() }
        while let last = rest.last, signs.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
