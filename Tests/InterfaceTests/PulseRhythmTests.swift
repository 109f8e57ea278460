import Closeness
import Household
import Ledger
import Testing

@testable import Interface

@Suite("How often a pulse is asked for")
struct PulseRhythmTests {
    /// Ana and Ben at the pulse, after weeks in which both answered.
    ///
    /// - Parameter values: What each said of every pillar, by how many weeks ago; nobody answered where nil.
    private func couple(weeks: Int, values: (Int) -> (ana: Int, ben: Int)?) throws -> MineCouple {
        var couple = try MineCouple(at: .pulse)
        for back in (0..<weeks).reversed() {
            guard let values = values(back) else { continue }
            try answer(values.ana, &couple.ana, weeksAgo: back, isShared: true)
            try answer(values.ben, &couple.ben, weeksAgo: back, isShared: true)
        }
        try couple.exchange()
        return couple
    }

    private func answer(_ value: Int, _ visit: inout Visit, weeksAgo: Int, isShared: Bool) throws {
        try visit.home { home, world in
            guard let week = home.week(world).advanced(by: -weeksAgo) else { return }
            let pillars = Dictionary(uniqueKeysWithValues: Pillar.allCases.map { ($0, value) })
            let pulse = PulseAnswered(week: week, felt: value, wished: value, pillars: pillars)
            try? home.keep(.pulseAnswered(pulse), isShared: isShared, &world)
        }
    }

    private let resting = "No pulse this week"

    @Test("weekly at first, however well it goes")
    func beginning() throws {
        let couple = try couple(weeks: 6) { $0 == 0 ? nil : (8, 8) }
        #expect(couple.ana.screen.title == "How was this week?")
    }

    @Test("after months in which all was well it rests, says why and until when, and can be answered all the same")
    func rests() throws {
        var couple = try couple(weeks: 12) { $0 == 0 ? nil : (8, 7) }
        #expect(couple.ana.screen.title == resting)
        #expect(
            couple.ana.screen.says("Things have been good between you for a while, so the next pulse is next week."))
        couple.ana.go(.today)
        #expect(!couple.ana.screen.says("How was this week?"))
        couple.ana.go(.pulse)
        try couple.ana.press("Answer one now anyway")
        #expect(couple.ana.screen.title == "How was this week?")
        #expect(couple.ben.screen.title == resting, "the other hears nothing of it")
    }

    @Test("longer still, it comes once a month, and is due when the month is over")
    func monthly() throws {
        // Weekly, then every other week, as it was asked for; the last one was two weeks ago.
        let couple = try couple(weeks: 34) { back in
            back >= 26 || (back >= 2 && back.isMultiple(of: 2)) ? (8, 7) : nil
        }
        #expect(couple.ana.screen.says("in 2 weeks"))
        var later = couple.ana
        later.state.shell.world.now += 14 * 86_400_000
        later.hear(.installOffered)
        #expect(later.screen.title == "How was this week?")
    }

    @Test("both phones agree, whoever they belong to, and what one keeps to themselves changes nothing")
    func agreement() throws {
        var couple = try couple(weeks: 30) { $0 < 1 ? nil : (6 + $0 % 3, 7 - $0 % 2) }
        let before = try #require(couple.ana.state.home).rhythm
        #expect(before.pace == (try #require(couple.ben.state.home).rhythm).pace)
        #expect(couple.ana.screen.title == couple.ben.screen.title)
        // A pulse of Ana's alone, and one in an envelope that isn't open.
        try answer(0, &couple.ana, weeksAgo: 3, isShared: false)
        try answer(0, &couple.ana, weeksAgo: 40, isShared: true)
        let after = try #require(couple.ana.state.home).rhythm
        #expect(after.pace == before.pace && after.last == before.last)
    }

    @Test("as soon as it is no longer well, it comes every week again")
    func returning() throws {
        let couple = try couple(weeks: 20) { $0 == 0 ? nil : $0 < 4 ? (2, 2) : (8, 8) }
        #expect(couple.ana.screen.title == "How was this week?")
        #expect(couple.ben.screen.title == "How was this week?")
    }

    @Test("what was begun goes on, resting or not")
    func begun() throws {
        var couple = try couple(weeks: 12) { $0 == 0 ? nil : (8, 7) }
        try couple.ana.press("Answer one now anyway")
        couple.ana.hear(.acted(.pulse(.feltCircles(.keyed)), Occurrence(key: "End")))
        couple.ana.go(.today)
        couple.ana.go(.pulse)
        #expect(couple.ana.screen.title == "How was this week?")
    }
}
