import Bytes
import HouseholdTestSupport
import Ledger
import Testing

@testable import Household

@Suite("Days that come back")
struct MilestoneTests {
    private let words = "The day we met\nat the pier, in the rain."

    /// The two, of whom Ana has kept a moment. It is Friday, 15 January 2027.
    private func couple(_ day: String = "2022-01-25", isYearly: Bool = true) throws -> Couple {
        var couple = try Couple()
        let day = try #require(Day(text: day))
        try couple.ana.act {
            $0.write(.momentKept(MomentKept(text: words, day: day, isYearly: isYearly)), &$1)
        }
        try couple.ben.look()
        return couple
    }

    private func told(_ device: Device) -> Milestone? {
        if case .milestone(let milestone)? = Errand(device.home, device.world) { milestone } else { nil }
    }

    private func go(to days: Int, _ couple: inout Couple) {
        couple.ana.world.now = Device.start + Double(days) * 86_400_000
        couple.ben.world.now = couple.ana.world.now
    }

    @Test("both are told from a week before until the day itself, and then no more until next year")
    func week() throws {
        var couple = try couple()
        for days in 0...12 {
            go(to: days, &couple)
            for device in [couple.ana, couple.ben] {
                #expect((told(device) != nil) == (3...10).contains(days), "after \(days) days")
                if let told = told(device) {
                    #expect(told.title == "The day we met" && told.years == 5 && told.daysAhead == 10 - days)
                    #expect(told.next.text == "2027-01-25")
                }
            }
        }
        go(to: 10 + 360, &couple)
        #expect(told(couple.ben)?.years == 6)
    }

    @Test("29 February comes back on the 28th where there is none")
    func leapDay() throws {
        var couple = try couple("2024-02-29")
        for (days, isTold) in [(36, false), (37, true), (44, true), (45, false)] {
            go(to: days, &couple)
            #expect((told(couple.ben) != nil) == isTold, "after \(days) days")
        }
        go(to: 44, &couple)
        #expect(told(couple.ana)?.daysAhead == 0 && told(couple.ana)?.years == 3)
        let timeline = Timeline(couple.ana.home, couple.ana.world)
        #expect(timeline.onThisDay(try #require(Day(text: "2027-02-28"))).map { $0.years } == [3])
        #expect(timeline.onThisDay(try #require(Day(text: "2028-02-28"))).isEmpty)
        #expect(timeline.onThisDay(try #require(Day(text: "2028-02-29"))).map { $0.years } == [4])
    }

    @Test("no other moment is told of, nor one whose day hasn't come back yet")
    func others() throws {
        var couple = try couple(isYearly: false)
        let today = couple.ana.home.today(couple.ana.world)
        try couple.ana.act { $0.write(.momentKept(MomentKept(text: "Today", day: today, isYearly: true)), &$1) }
        try couple.ben.look()
        for days in 0...10 {
            go(to: days, &couple)
            #expect(told(couple.ana) == nil && told(couple.ben) == nil)
        }
        go(to: 365, &couple)
        #expect(told(couple.ben)?.title == "Today" && told(couple.ben)?.years == 1)
    }

    @Test("the day is the one where somebody is, and begins when theirs does")
    func whose() throws {
        var couple = try couple()
        go(to: 10, &couple)
        couple.ana.world.now += 13 * 3_600_000
        couple.ben.world.now += 13 * 3_600_000
        couple.ben.world.offset = 600
        #expect(told(couple.ana)?.daysAhead == 0 && told(couple.ben) == nil)
        try couple.ana.act { $0.beginDay(at: 240, &$1) }
        couple.ana.world.now += 5 * 3_600_000
        #expect(told(couple.ana)?.daysAhead == 0, "at two in the night it is still that day")
    }

    @Test("what one kept for oneself is told to oneself")
    func alone() throws {
        var device = try Device(Sample.account(1, shared: []), SmallRelay(Sample.account(1, shared: [])))
        let day = try #require(Day(text: "2022-01-16"))
        try device.act { $0.write(.momentKept(MomentKept(text: words, day: day, isYearly: true)), &$1) }
        #expect(told(device)?.daysAhead == 1)
    }

    @Test("whoever wants no word gets none; the other is told as before and learns nothing of it")
    func noWord() throws {
        var couple = try couple()
        go(to: 5, &couple)
        let moment = try #require(told(couple.ben))
        let before = couple.relay.envelopes(in: couple.shared)
        try couple.ben.act { $0.wantNoWord(about: moment.day, true, &$1) }
        #expect(couple.relay.envelopes(in: couple.shared) == before)
        #expect(told(couple.ben) == nil && told(couple.ana) != nil)
        // That holds when its words are said anew.
        let changed = MomentKept(text: "The day at the pier", day: moment.day, instead: moment.entry, isYearly: true)
        try couple.ana.act { $0.change(moment.entry, to: .momentKept(changed), &$1) }
        try couple.ben.look()
        #expect(told(couple.ben) == nil && told(couple.ana)?.title == "The day at the pier")
        try couple.ben.act { $0.wantNoWord(about: moment.day, false, &$1) }
        #expect(told(couple.ben)?.title == "The day at the pier")
    }

    @Test("nobody is told in a break, and nobody who is afraid of the other")
    func never() throws {
        var couple = try couple()
        go(to: 5, &couple)
        var page = Pausing()
        try couple.ana.act { page.update(.called(.minutes(20)), &$0, &$1) }
        try couple.ben.look()
        #expect(told(couple.ana) == nil && told(couple.ben) == nil)
        couple.ana.world.now += 21 * 60_000
        couple.ben.world.now += 21 * 60_000
        try couple.ben.act { page.update(.ended, &$0, &$1) }
        try couple.ana.look()
        #expect(told(couple.ana) != nil && told(couple.ben) != nil)
        try couple.ana.act { $0.suggestAlone(true, &$1) }
        #expect(told(couple.ana) == nil && told(couple.ben) != nil)
    }

    @Test("what comes before other things to do: the first word, that of the day before and that of the day")
    func rank() throws {
        let day = try #require(Day(text: "2022-01-25"))
        for days in 0...8 {
            let today = try #require(Day(text: "2027-01-25")?.advanced(by: -days))
            let milestone = try #require(Milestone(Sample.id(9), words, on: day, today: today))
            #expect(milestone.isNear == (days <= 7))
            #expect(milestone.isFirstWord == [0, 1, 7].contains(days))
        }
        // What the other waits for today comes first.
        var couple = try couple()
        go(to: 10, &couple)
        let today = couple.ana.home.today(couple.ana.world)
        let promise = PromiseMade(promise: Sample.id(9), text: "Home by six", day: today)
        try couple.ana.act { $0.write(.promiseMade(promise), &$1) }
        try couple.ben.look()
        #expect(told(couple.ana) == nil && told(couple.ben) == nil)
    }

    @Test("long words are cut where one ends")
    func title() throws {
        let day = try #require(Day(text: "2022-01-25"))
        let long = String(repeating: "seven days ", count: 20)
        let today = try #require(Day(text: "2027-01-20"))
        let title = try #require(Milestone(Sample.id(9), long, on: day, today: today)).title
        #expect(title.hasSuffix("days…") || title.hasSuffix("seven…"))
        #expect(title.unicodeScalars.count <= 81)
    }
}
