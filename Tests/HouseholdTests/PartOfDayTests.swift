import Closeness
import Testing

@testable import Household

@Suite("The parts of the day")
struct PartOfDayTests {
    private func part(_ hour: Int, _ minute: Int = 0, offset: Int = 0) -> PartOfDay {
        PartOfDay(milliseconds: Double((hour * 60 + minute) * 60_000), offset: offset)
    }

    @Test("they begin at five, noon, five and ten")
    func hours() {
        #expect(part(4, 59) == .night)
        #expect(part(5) == .morning)
        #expect(part(11, 59) == .morning)
        #expect(part(12) == .afternoon)
        #expect(part(17) == .evening)
        #expect(part(22) == .night)
    }

    @Test("by the clock on the wall, on either side of midnight and of 1970")
    func zones() {
        #expect(part(23, offset: 360) == .morning)
        #expect(part(1, offset: -480) == .evening)
        #expect(PartOfDay(milliseconds: -60_000, offset: 0) == .night)
    }

    @Test("a moment that no clock shows has one, too", arguments: [9_007_199_254_740_991, -1e20, 1e25])
    func anyMoment(milliseconds: Double) {
        #expect(PartOfDay.morning <= PartOfDay(milliseconds: milliseconds, offset: 840))
    }

    @Test("what is still to come fits better than what has gone by, and weekends are for weekends")
    func fit() {
        let evening = PartOfDay.evening
        #expect(evening.fit(.evening, isWeekend: false) == 1)
        #expect(evening.fit(.bedtime, isWeekend: false) > evening.fit(.midday, isWeekend: false))
        #expect(PartOfDay.morning.fit(.evening, isWeekend: false) > PartOfDay.night.fit(.morning, isWeekend: false))
        #expect(evening.fit(.weekend, isWeekend: false) == 0)
        #expect(evening.fit(.weekend, isWeekend: true) == 1)
    }
}
