import Bytes
import Keepsake
import Ledger
import Testing

/// What RFC 5545 asks of a file.
@Suite struct CalendarFileTests {
    private static let id = Identifier(high: 7, low: 9)
    private static let friday = Day(text: "2026-12-04") ?? Day(milliseconds: 0, offset: 0)

    private static func bytes(_ event: CalendarEvent) -> [UInt8] {
        CalendarFile([event], made: 1_796_000_000_000).bytes
    }

    /// The lines of a file as a calendar reads them: put together where they were folded.
    private static func lines(_ event: CalendarEvent) -> [String] {
        var lines: [String.UnicodeScalarView] = []
        let text = String(decoding: bytes(event), as: UTF8.self)
        for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.dropLast()
            // By scalars: a space and what begins the next line may be one character.
            if line.first == " ", !lines.isEmpty {
                lines[lines.count - 1].append(contentsOf: line.dropFirst())
            } else {
                lines.append(String.UnicodeScalarView(line))
            }
        }
        return lines.map { String($0) }
    }

    private static func value(_ name: String, _ event: CalendarEvent) -> String? {
        lines(event).first { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }
            .map { String($0.dropFirst(name.utf8.count)) }
    }

    private static func event(
        title: String = "Toast", text: String = "", start: CalendarEvent.Start, minutes: Int = 60,
        repetition: CalendarEvent.Repetition? = nil, lastDay: Day? = nil, reminder: Int? = nil
    ) -> CalendarEvent {
        CalendarEvent(
            id: id, revision: 2, title: title, text: text, start: start, minutes: minutes, repetition: repetition,
            lastDay: lastDay, reminder: reminder)
    }

    @Test func aFileHasAllThatACalendarAsksFor() {
        let lines = Self.lines(Self.event(start: .moment(1_796_068_800_000), minutes: 90, reminder: 120))
        #expect(
            lines == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hearth//Hearth 0.1//EN", "BEGIN:VEVENT",
                "UID:" + Self.id.text + "@hearth", "DTSTAMP:20261130T005320Z", "SEQUENCE:2", "CLASS:PRIVATE",
                "SUMMARY:Toast", "DTSTART:20261130T200000Z", "DURATION:PT90M",
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT120M", "DESCRIPTION:Toast", "END:VALARM", "END:VEVENT",
                "END:VCALENDAR", "",
            ])
    }

    @Test func everyLineEndsWithReturnAndFeed() {
        let bytes = Self.bytes(Self.event(text: "one\ntwo\r\nthree\rfour", start: .day(Self.friday)))
        for (place, byte) in bytes.enumerated() {
            if byte == 0x0A { #expect(place > 0 && bytes[place - 1] == 0x0D) }
            if byte == 0x0D { #expect(place + 1 < bytes.count && bytes[place + 1] == 0x0A) }
        }
        #expect(bytes.suffix(2) == [0x0D, 0x0A])
    }

    @Test(arguments: ["ä", "火", "🕯️", "a", "é", "👩🏽‍🌾"])
    func longLinesAreFoldedBetweenCharacters(of character: String) {
        for length in 60...90 {
            let title = String(repeating: character, count: length)
            let event = Self.event(title: title, start: .day(Self.friday))
            let bytes = Self.bytes(event)
            for line in bytes.split(separator: 0x0A) {
                #expect(line.count - 1 <= 75)
                // No line is cut within a character: each is UTF-8 by itself.
                #expect(Array(String(decoding: line, as: UTF8.self).utf8) == Array(line))
            }
            #expect(Self.value("SUMMARY", event) == ":" + title)
        }
    }

    @Test func signsOfTheFormatAreEscaped() {
        let event = Self.event(
            title: #"Bread, wine; and a \ "slash": yes"#, text: "one\r\ntwo\nthree\u{2028}four",
            start: .day(Self.friday))
        #expect(Self.value("SUMMARY", event) == #":Bread\, wine\; and a \\ "slash": yes"#)
        #expect(Self.value("DESCRIPTION", event) == #":one\ntwo\nthree\nfour"#)
    }

    @Test func nothingThatSomebodyWritesIsALineOfItsOwn() {
        let event = Self.event(
            title: "x\r\nEND:VEVENT\r\nBEGIN:VEVENT", text: "\u{0}\u{7}\u{85}\u{2068}Ana\u{2069}",
            start: .day(Self.friday))
        #expect(Self.lines(event).filter { $0 == "END:VEVENT" }.count == 1)
        #expect(Self.value("DESCRIPTION", event) == ":Ana")
    }

    @Test func aWholeDayHasADateAndNoLength() {
        let event = Self.event(start: .day(Self.friday))
        #expect(Self.value("DTSTART", event) == ";VALUE=DATE:20261204")
        #expect(Self.value("DURATION", event) == nil)
    }

    @Test func whatRemindsTakesUpNobodysTimeAndSpeaksUpAtItsHourEachTime() throws {
        let file = CalendarFile(
            [7, 9].map { hour in
                CalendarEvent(
                    id: Identifier(high: 7, low: hour), revision: CalendarEvent.revision(since: 1_796_000_059_999),
                    title: "Something is waiting", start: .clock(Self.friday, minute: Int(hour) * 60), minutes: 5,
                    isBusy: false, repetition: .weekly(on: [1, 3]), reminder: 0)
            }, made: 1_796_000_000_000)
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").map { String($0) }
        let first = try #require(lines.firstIndex(of: "BEGIN:VEVENT"))
        let end = try #require(lines.firstIndex(of: "END:VEVENT"))
        #expect(
            Array(lines[first...end]) == [
                "BEGIN:VEVENT", "UID:" + Identifier(high: 7, low: 7).text + "@hearth", "DTSTAMP:20261130T005320Z",
                "SEQUENCE:29933334", "CLASS:PRIVATE", "SUMMARY:Something is waiting", "DTSTART:20261207T070000",
                "DURATION:PT5M", "TRANSP:TRANSPARENT", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE", "BEGIN:VALARM",
                "ACTION:DISPLAY",
                "TRIGGER:-PT0M", "DESCRIPTION:Something is waiting", "END:VALARM", "END:VEVENT",
            ])
        #expect(
            lines.filter { $0.hasPrefix("UID:") }.count == 2 && Set(lines.filter { $0.hasPrefix("UID:") }).count == 2)
    }

    @Test func aLaterChangeHasAHigherNumber() {
        #expect(CalendarEvent.revision(since: 60_000) > CalendarEvent.revision(since: 59_999))
        #expect(CalendarEvent.revision(since: -1) == 0)
    }

    @Test func whatIsMeantByTheClockFloats() {
        let event = Self.event(start: .clock(Self.friday, minute: 19 * 60 + 5))
        #expect(Self.value("DTSTART", event) == ":20261204T190500")
    }

    @Test func repetitionsBeginOnOneOfTheirDaysAndEndAsTheyBegin() {
        let weekly = Self.event(
            start: .clock(Self.friday, minute: 0), repetition: .weekly(on: [7, 1]),
            lastDay: Self.friday.advanced(by: 30))
        #expect(Self.value("DTSTART", weekly) == ":20261206T000000")
        #expect(Self.value("RRULE", weekly) == ":FREQ=WEEKLY;BYDAY=MO,SU;UNTIL=20270103T235959")
        let other = Self.event(start: .clock(Self.friday, minute: 0), repetition: .weekly(on: [5], every: 2))
        #expect(Self.value("RRULE", other) == ":FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=FR")
        let daily = Self.event(start: .day(Self.friday), repetition: .daily, lastDay: Self.friday)
        #expect(Self.value("RRULE", daily) == ":FREQ=DAILY;UNTIL=20261204")
        let moment = Self.event(start: .moment(0), repetition: .daily, lastDay: Self.friday)
        #expect(Self.value("RRULE", moment) == ":FREQ=DAILY;UNTIL=20261204T235959Z")
    }

    @Test func anAnniversaryOfALeapDayComesEveryYear() throws {
        let leap = Self.event(start: .day(try #require(Day(text: "2024-02-29"))), repetition: .yearly)
        #expect(Self.value("RRULE", leap) == ":FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1")
        #expect(Self.value("RRULE", Self.event(start: .day(Self.friday), repetition: .yearly)) == ":FREQ=YEARLY")
    }
}
