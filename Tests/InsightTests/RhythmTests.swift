import Closeness
import Insight
import Testing

@Suite struct RhythmTests {
    private static let well = [Estimate(mean: 7, sd: 0.4)]

    private static func drift(_ confidence: Double) -> [Drift] {
        [Drift(pillar: .emotional, confidence: confidence, fallen: 1, since: 0)]
    }

    /// The pace after so many weeks of wellness, asked at the pace that the rhythm itself sets.
    private static func rhythm(afterWellDays days: Double) -> (Rhythm, day: Double) {
        var rhythm = Rhythm()
        var day = 0.0
        while day < days { day += rhythm.update(day: day, levels: well, drifts: drift(0.05)) }
        return (rhythm, day)
    }

    @Test func aNewCoupleIsAskedEveryWeek() {
        #expect(Rhythm().pace == .weekly)
    }

    @Test func theAskingSlowsStepByStepWhenAllIsWell() {
        #expect(Self.rhythm(afterWellDays: 56).0.pace == .weekly)
        #expect(Self.rhythm(afterWellDays: 70).0.pace == .fortnightly)
        #expect(Self.rhythm(afterWellDays: 170).0.pace == .monthly)
    }

    @Test func aDriftBringsItBackAtOnce() {
        var (rhythm, day) = Self.rhythm(afterWellDays: 200)
        #expect(rhythm.update(day: day, levels: Self.well, drifts: Self.drift(Drift.worthALook)) == 7)
        #expect(rhythm.pace == .weekly)
        #expect(rhythm.wellSince == nil)
    }

    @Test func doubtKeepsThePace() {
        var (rhythm, day) = Self.rhythm(afterWellDays: 70)
        #expect(rhythm.update(day: day, levels: Self.well, drifts: Self.drift(0.4)) == 14)
        #expect(rhythm.wellSince == nil)
    }

    @Test func lowOrUncertainLevelsAreAskedWeekly() {
        var rhythm = Rhythm()
        for week in 0..<30 {
            let level = week.isMultiple(of: 2) ? Estimate(mean: 4, sd: 0.3) : Estimate(mean: 7, sd: 2)
            rhythm.update(day: Double(7 * week), levels: [level], drifts: Self.drift(0))
        }
        #expect(rhythm.pace == .weekly)
        rhythm.update(day: 300, levels: [], drifts: [])
        #expect(rhythm.wellSince == nil)
    }
}
