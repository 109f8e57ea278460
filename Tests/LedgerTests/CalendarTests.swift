import Testing

@testable import Ledger

@Suite struct CalendarTests {
    // Checked against `date -d … +%G-W%V-%u`.
    @Test(arguments: [
        ("1970-01-01", "1970-W01", 4), ("1969-12-28", "1969-W52", 7), ("2000-02-29", "2000-W09", 2),
        ("2004-12-31", "2004-W53", 5), ("2005-01-01", "2004-W53", 6), ("2005-01-02", "2004-W53", 7),
        ("2005-01-03", "2005-W01", 1), ("2007-12-31", "2008-W01", 1), ("2008-12-29", "2009-W01", 1),
        ("2010-01-03", "2009-W53", 7), ("2016-01-03", "2015-W53", 7), ("2020-12-31", "2020-W53", 4),
        ("2021-01-03", "2020-W53", 7), ("2024-12-30", "2025-W01", 1), ("2026-11-20", "2026-W47", 5),
        ("2027-01-01", "2026-W53", 5), ("2100-02-28", "2100-W08", 7),
    ])
    func daysHaveTheirWeeks(_ text: String, _ week: String, _ weekday: Int) throws {
        let day = try #require(Day(text: text))
        #expect(day.text == text)
        #expect(day.week.text == week)
        #expect(day.weekday == weekday)
        #expect(Week(text: week) == day.week)
        #expect(day.week.monday.weekday == 1)
        #expect(day.week.monday.number == day.number - weekday + 1)
    }

    @Test(arguments: [
        ("2021-11-24", "2026-11-20", "2026-11-24", 5), ("2021-11-20", "2026-11-20", "2026-11-20", 5),
        ("2021-11-19", "2026-11-20", "2027-11-19", 6), ("2026-11-20", "2026-11-20", "2027-11-20", 1),
        ("2024-01-02", "2026-12-30", "2027-01-02", 3), ("2024-02-29", "2026-02-20", "2026-02-28", 2),
        ("2024-02-29", "2026-03-01", "2027-02-28", 3), ("2024-02-29", "2028-02-28", "2028-02-29", 4),
        ("2024-02-28", "2028-02-28", "2028-02-28", 4),
    ])
    func aDayComesBackEachYear(_ day: String, _ today: String, _ next: String, _ years: Int) throws {
        let (day, today) = (try #require(Day(text: day)), try #require(Day(text: today)))
        let found = try #require(day.nextAnniversary(from: today))
        #expect(found.day.text == next && found.years == years)
    }

    @Test func aDayThatIsStillToComeHasNotComeBack() throws {
        let (day, today) = (try #require(Day(text: "2027-05-01")), try #require(Day(text: "2026-11-20")))
        #expect(day.nextAnniversary(from: today) == nil)
        #expect(
            try #require(Day(text: "9999-12-31")).nextAnniversary(from: try #require(Day(number: 2_932_896))) == nil)
    }

    @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
        var previous = try #require(Day(text: "1899-12-31"))
        for number in previous.number + 1...previous.number + 146_097 {
            let day = try #require(Day(number: number))
            #expect(Day(text: day.text) == day)
            #expect(day.text > previous.text)
            #expect(day.weekday == previous.weekday % 7 + 1)
            #expect(day.week == previous.week || (day.weekday == 1 && day.week == previous.week.advanced(by: 1)))
            #expect(Week(text: day.week.text) == day.week)
            #expect(day.season >= previous.season)
            previous = day
        }
    }

    @Test(arguments: [
        "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-01", "20261120", "", "2026-11-2x",
        "２０２６-11-20", "2026-11-20 ",
    ])
    func whatIsNoDateIsRefused(_ text: String) {
        #expect(Day(text: text) == nil)
    }

    @Test(arguments: ["2026-W54", "2021-W53", "2026-W00", "2026W47", "2026-w47", "2026-W4"])
    func whatIsNoWeekIsRefused(_ text: String) {
        #expect(Week(text: text) == nil)
    }

    @Test(arguments: ["2026-Q0", "2026-Q5", "2026Q4", "26-Q4", "2026-Q44"])
    func whatIsNoSeasonIsRefused(_ text: String) {
        #expect(Season(text: text) == nil)
    }

    @Test func momentsFallOnTheLocalDay() {
        // 2026-11-20T23:30Z is already Saturday in Berlin and still Friday in New York.
        let late = noon + (11 * 60 + 30) * 60_000
        #expect(Day(milliseconds: late, offset: 0).text == "2026-11-20")
        #expect(Day(milliseconds: late, offset: 60).text == "2026-11-21")
        #expect(Day(milliseconds: late, offset: -300).text == "2026-11-20")
        #expect(Day(milliseconds: -1, offset: 0).text == "1969-12-31")
        #expect(Day(milliseconds: -86_400_000, offset: 0).text == "1969-12-31")
        #expect(Day(milliseconds: .max, offset: 60).text == "9999-12-31")
        #expect(Day(milliseconds: .min, offset: -60).text == "0000-01-01")
    }

    @Test func seasonsAreQuarters() {
        #expect(Day(text: "2026-11-20")?.season.text == "2026-Q4")
        #expect(Day(text: "2027-03-31")?.season.text == "2027-Q1")
        #expect(Season(text: "2026-Q4")?.firstDay.text == "2026-10-01")
        #expect(Season(text: "2026-Q4")?.advanced(by: 1)?.text == "2027-Q1")
        #expect(Season(number: -1) == nil)
    }

    @Test func theEndsOfTheCalendarHold() {
        #expect(Day(text: "0000-01-01")?.advanced(by: -1) == nil)
        #expect(Day(text: "9999-12-31")?.advanced(by: 1) == nil)
        #expect(Day(number: .max) == nil && Week(number: .min) == nil)
    }
}
