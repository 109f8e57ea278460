import Bytes
public import Ledger

/// A file for the calendar of a phone: iCalendar, as RFC 5545 has it.
///
/// It is saved and opened like any other file. There is no address to subscribe to: whoever answers such an address has to read
/// what stands in the calendar, and the relay can't.
public struct CalendarFile {
    /// The type of the file, for the browser.
    public static let type = "text/calendar"

    /// What stands in it.
    public let events: [CalendarEvent]
    /// When it was made, in milliseconds since 1970.
    public let made: Int64

    /// A file with these events.
    public init(_ events: [CalendarEvent], made: Int64) {
        self.events = events
        self.made = made
    }

    /// The file.
    public var bytes: [UInt8] {
        var lines = ContentLines()
        lines.add("BEGIN:VCALENDAR")
        lines.add("VERSION:2.0")
        lines.add("PRODID:-//Hearth//Hearth 0.1//EN")
        for event in events { write(event, into: &lines) }
        lines.add("END:VCALENDAR")
        return lines.bytes
    }

    private func write(_ event: CalendarEvent, into lines: inout ContentLines) {
        let start = event.firstStart
        lines.add("BEGIN:VEVENT")
        lines.add("UID:" + event.id.text + "@hearth")
        lines.add("DTSTAMP:" + Self.utc(made))
        lines.add("SEQUENCE:" + String(max(0, event.revision)))
        // Kept out of what others see of a calendar that is shared with them.
        lines.add("CLASS:PRIVATE")
        lines.add("SUMMARY:", text: event.title)
        if !event.text.isEmpty { lines.add("DESCRIPTION:", text: event.text) }
        switch start {
        case .moment(let milliseconds): lines.add("DTSTART:" + Self.utc(milliseconds))
        case .clock(let day, let minute): lines.add("DTSTART:" + Self.clock(day, minute: minute))
        case .day(let day):
            lines.add("DTSTART;VALUE=DATE:" + Self.date(day))
        }
        if case .day = start {
            lines.add("TRANSP:TRANSPARENT")
        } else {
            lines.add("DURATION:PT" + String(max(1, event.minutes)) + "M")
            if !event.isBusy { lines.add("TRANSP:TRANSPARENT") }
        }
        if let rule = Self.rule(event, from: start) { lines.add("RRULE:" + rule) }
        if let reminder = event.reminder, reminder >= 0 {
            lines.add("BEGIN:VALARM")
            lines.add("ACTION:DISPLAY")
            lines.add("TRIGGER:-PT" + String(reminder) + "M")
            lines.add("DESCRIPTION:", text: event.title)
            lines.add("END:VALARM")
        }
        lines.add("END:VEVENT")
    }

    // MARK: Values

    private static func rule(_ event: CalendarEvent, from start: CalendarEvent.Start) -> String? {
        guard let repetition = event.repetition else { return nil }
        var rule: String
        switch repetition {
        case .daily: rule = "FREQ=DAILY"
        case .weekly(let days, let interval):
            rule = "FREQ=WEEKLY"
            if interval > 1 { rule += ";INTERVAL=" + String(interval) + ";WKST=MO" }
            let names = days.filter { (1...7).contains($0) }.sorted().map { weekdays[$0 - 1] }
            if !names.isEmpty { rule += ";BYDAY=" + names.joined(separator: ",") }
        case .yearly:
            rule = "FREQ=YEARLY"
            let date = start.day.date
            // By itself it would come in leap years alone.
            if date.month == 2, date.day == 29 { rule += ";BYMONTH=2;BYMONTHDAY=-1" }
        }
        guard let last = event.lastDay else { return rule }
        // The end is written as the beginning is.
        switch start {
        case .moment: rule += ";UNTIL=" + date(last) + "T235959Z"
        case .clock: rule += ";UNTIL=" + date(last) + "T235959"
        case .day: rule += ";UNTIL=" + date(last)
        }
        return rule
    }

    private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    private static func date(_ day: Day) -> String { String(day.text.filter { $0 != "-" }) }

    private static func clock(_ day: Day, minute: Int) -> String {
        let minute = min(max(0, minute), 1439)
        return date(day) + "T" + two(minute / 60) + two(minute % 60) + "00"
    }

    private static func utc(_ milliseconds: Int64) -> String {
        let day = Day(milliseconds: milliseconds, offset: 0)
        let seconds = Int(max(0, min((milliseconds - Int64(day.number) * 86_400_000) / 1000, 86_399)))
        return date(day) + "T" + two(seconds / 3600) + two(seconds / 60 % 60) + two(seconds % 60) + "Z"
    }

    private static func two(_ value: Int) -> String { value < 10 ? "0" + String(value) : String(value) }
}

extension CalendarEvent {
    /// When it begins first: what comes on some days of the week begins on one of them, since RFC 5545 doesn't say what another
    /// beginning means.
    fileprivate var firstStart: Start {
        guard case .weekly(let days, _) = repetition, days.contains(where: { (1...7).contains($0) }) else {
            return start
        }
        for step in 0..<7 {
            guard let day = start.day.advanced(by: step), days.contains(day.weekday) else { continue }
            switch start {
            case .moment(let milliseconds): return .moment(milliseconds + Int64(step) * 86_400_000)
            case .clock(_, let minute): return .clock(day, minute: minute)
            case .day: return .day(day)
            }
        }
        return start
    }
}

extension CalendarEvent.Start {
    /// The day on which it begins, by UTC where it is a moment.
    fileprivate var day: Day {
        switch self {
        case .moment(let milliseconds): Day(milliseconds: milliseconds, offset: 0)
        case .clock(let day, _), .day(let day): day
        }
    }
}

/// Content lines (RFC 5545, 3.1): of at most 75 bytes, what is longer goes on in the next line after a space, never within a
/// character; each ends with CR and LF.
private struct ContentLines {
    private static let most = 75

    private(set) var bytes: [UInt8] = []

    mutating func add(_ line: String) {
        var length = 0
        for scalar in line.unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            if length + encoded.count > Self.most {
                bytes += [0x0D, 0x0A, 0x20]
                length = 1
            }
            bytes += encoded
            length += encoded.count
        }
        bytes += [0x0D, 0x0A]
    }

    /// A line whose value is a text (3.3.11).
    mutating func add(_ name: String, text: String) { add(name + Self.escaped(text)) }

    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x5C, 0x3B, 0x2C:
                escaped.append("\\")
                escaped.append(scalar)
            case 0x0A where isAfterReturn: break
            case 0x0A, 0x0D, 0x2028, 0x2029:
                escaped.append("\\")
                escaped.append("n")
            case 0x09: escaped.append(scalar)
            // A calendar may hold no control characters, and no page of ours isolates what stands in it.
            case 0..<0x20, 0x7F..<0xA0, 0x2066...0x2069: break
            default: escaped.append(scalar)
            }
            isAfterReturn = scalar.value == 0x0D
        }
        return String(escaped)
    }
}
