import Closeness
import Insight
import Testing

@Suite struct DriftTests {
    /// A decline of two points over six weeks from week 50 on, in one pillar.
    private static func declining(_ seed: UInt64, upTo weeks: Int = 104, by points: Double = 2) -> [Answer] {
        SimulatedCouple(
            seed: seed, weeks: weeks,
            level: { _, pillar, week in
                7 - (pillar == .physical ? points * min(1, max(0, Double(week - 50) / 6)) : 0)
            }
        ).answers()
    }

    private static func follow(_ answers: [Answer]) -> ClosenessTracker {
        var tracker = ClosenessTracker()
        for answer in answers { tracker.observe(answer) }
        return tracker
    }

    @Test(arguments: 1...8) func aDeclineIsNoticedInItsPillarOnly(seed: UInt64) {
        let tracker = Self.follow(Self.declining(seed, upTo: 63))
        #expect(tracker.drift(.physical).urgency > .quiet)
        for pillar in Pillar.allCases where pillar != .physical {
            #expect(tracker.drift(pillar).urgency == .quiet)
        }
    }

    /// Of forty couples whose `pillars` decline as above, how many have been told so by the twelfth week since, in each of
    /// them.
    private static func noticed(_ pillars: Set<Pillar>, missing: Double = 0.12) -> [Int] {
        var noticed: [Pillar: Int] = [:]
        for seed in 200..<240 {
            var couple = SimulatedCouple(
                seed: UInt64(seed), weeks: 63,
                level: { _, pillar, week in
                    7 - (pillars.contains(pillar) ? 2 * min(1, max(0, Double(week - 50) / 6)) : 0)
                })
            couple.missing = missing
            var tracker = ClosenessTracker()
            var told: Set<Pillar> = []
            for answer in couple.answers() {
                let drift = tracker.observe(answer).drift
                if answer.day >= 350, drift >= Drift.worthALook { told.insert(answer.pillar) }
            }
            for pillar in told { noticed[pillar, default: 0] += 1 }
        }
        return pillars.map { noticed[$0, default: 0] }
    }

    @Test(arguments: [
        [Pillar.physical], [.emotional, .experiential], [.emotional, .physical, .intellectual], Set(Pillar.allCases),
    ]) func aDeclineIsNoticedHoweverManyPillarsItFallsOn(pillars: Set<Pillar>) {
        for count in Self.noticed(pillars) { #expect(count >= 36, "\(count) of 40") }
    }

    @Test func missedAnswersHideFewDeclines() {
        for count in Self.noticed([.physical], missing: 0.35) { #expect(count >= 32, "\(count) of 40") }
    }

    @Test func aCoupleWhoFeelTheSameEverywhereAreNotTakenForOneWhoDecline() {
        // Moods that colour all pillars of both alike, week by week.
        var alarmed = 0
        for seed in 300..<340 {
            var random = SeededRandom(UInt64(seed))
            let moods = (0..<104).map { _ in 0.6 * random.normal() }
            let couple = SimulatedCouple(seed: UInt64(seed), level: { _, _, week in 7 + moods[week] })
            var tracker = ClosenessTracker()
            let worst = couple.answers().map { tracker.observe($0).drift }.max()!
            if worst >= Drift.talkAboutIt { alarmed += 1 }
        }
        #expect(alarmed <= 4, "\(alarmed) of 40")
    }

    @Test func theReasonTellsHowFarAndSinceWhen() {
        let drift = Self.follow(Self.declining(3, upTo: 66)).drift(.physical)
        #expect(drift.urgency == .talkAboutIt)
        #expect(abs(drift.fallen - 2) < 0.7)
        #expect(abs(drift.since - 350) < 28)
    }

    @Test func theLevelFollowsADeclineDown() {
        let tracker = Self.follow(Self.declining(4, upTo: 66))
        #expect(abs(tracker.couple(.physical).mean - 5) < 0.6)
        #expect(abs(tracker.couple(.emotional).mean - 7) < 0.5)
    }

    @Test func steadyCouplesWithLastingMoodsSeldomAlarm() {
        var alarmed = 0
        for seed in 100..<140 {
            let couple = SimulatedCouple(seed: UInt64(seed), autocorrelation: 0.3)
            var tracker = ClosenessTracker()
            let worst = couple.answers().map { tracker.observe($0).drift }.max()!
            if worst >= Drift.talkAboutIt { alarmed += 1 }
        }
        #expect(alarmed <= 4)
    }

    @Test func aRiseIsNoDrift() {
        let tracker = Self.follow(Self.declining(5, upTo: 66, by: -2))
        #expect(tracker.drift(.physical).confidence < 0.1)
    }

    @Test func aRecoveryQuietsTheNotice() {
        let answers = SimulatedCouple(
            seed: 6, weeks: 90,
            level: { _, _, week in (50..<62).contains(week) ? 5 : 7 }
        ).answers()
        var tracker = ClosenessTracker()
        var highest = 0.0
        for answer in answers { highest = max(highest, tracker.observe(answer).drift) }
        #expect(highest > Drift.worthALook)
        for pillar in Pillar.allCases { #expect(tracker.drift(pillar).urgency == .quiet) }
    }

    @Test func aNewLevelIsNoLongerADriftAfterAYear() {
        let tracker = Self.follow(Self.declining(7, upTo: 104))
        #expect(tracker.drift(.physical).urgency == .quiet)
    }

    @Test func noticesFollowTheirThresholds() {
        func urgency(_ confidence: Double) -> Drift.Urgency {
            Drift(pillar: .emotional, confidence: confidence, fallen: 1, since: 0).urgency
        }
        #expect(urgency(Drift.worthALook - 0.01) == .quiet)
        #expect(urgency(Drift.worthALook) == .worthALook)
        #expect(urgency(Drift.talkAboutIt) == .talkAboutIt)
    }
}
