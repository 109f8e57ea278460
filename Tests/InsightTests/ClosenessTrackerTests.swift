import Closeness
import Insight
import Testing

@Suite struct ClosenessTrackerTests {
    @Test func beforeTheFirstAnswerItExpectsTheMiddleAndKnowsLittle() {
        let level = ClosenessTracker().level(.emotional, of: .a)
        #expect((5...7).contains(level.mean))
        #expect(level.sd > 1)
        #expect(ClosenessTracker().drift(.emotional).confidence == 0)
        #expect(ClosenessTracker().day == nil)
    }

    @Test func levelsApproachTheTruthAndBandsNarrow() {
        let truth: [Partner: Double] = [.a: 8, .b: 4]
        let couple = SimulatedCouple(seed: 1, weeks: 52, level: { person, _, _ in truth[person]! })
        var tracker = ClosenessTracker()
        for answer in couple.answers() { tracker.observe(answer) }
        for pillar in Pillar.allCases {
            #expect(abs(tracker.level(pillar, of: .a).mean - 8) < 0.6)
            #expect(abs(tracker.level(pillar, of: .b).mean - 4) < 0.6)
            #expect(abs(tracker.couple(pillar).mean - 6) < 0.5)
            #expect(tracker.couple(pillar).sd < 0.35)
        }
    }

    @Test func theForecastIsMadeBeforeTheAnswerIsSeen() {
        var low = ClosenessTracker()
        var high = ClosenessTracker()
        let first = low.observe(Answer(person: .a, pillar: .emotional, day: 0, value: 1))
        let other = high.observe(Answer(person: .a, pillar: .emotional, day: 0, value: 9))
        #expect(first.forecast == other.forecast)
        #expect(first.level.mean < other.level.mean)
    }

    @Test func thePartnersAnswerOfTheDayInformsTheForecast() {
        var tracker = ClosenessTracker()
        for answer in SimulatedCouple(seed: 3, weeks: 10).answers() { tracker.observe(answer) }
        var better = tracker
        var worse = tracker
        better.observe(Answer(person: .a, pillar: .emotional, day: 70, value: 9))
        worse.observe(Answer(person: .a, pillar: .emotional, day: 70, value: 3))
        let next = Answer(person: .b, pillar: .emotional, day: 70, value: 6)
        #expect(better.observe(next).forecast.mean > worse.observe(next).forecast.mean)
    }

    @Test func ninetyPercentBandsHoldNineAnswersOfTen() {
        var (held, all) = (0, 0)
        for seed in 10..<40 {
            let couple = SimulatedCouple(seed: UInt64(seed), spread: (0.7, 1.5), missing: 0.3)
            var tracker = ClosenessTracker()
            for answer in couple.answers() {
                held += tracker.observe(answer).forecast.band.contains(answer.value) ? 1 : 0
                all += 1
            }
        }
        let share = Double(held) / Double(all)
        #expect((0.87...0.93).contains(share), "\(share)")
    }

    @Test func thePersonWhoAnswersUnsteadilyGetsTheWiderBand() {
        var tracker = ClosenessTracker()
        for answer in SimulatedCouple(seed: 5, weeks: 40, spread: (0.5, 1.8)).answers() { tracker.observe(answer) }
        var other = tracker
        let steady = tracker.observe(Answer(person: .a, pillar: .physical, day: 287, value: 6)).forecast.sd
        let unsteady = other.observe(Answer(person: .b, pillar: .physical, day: 287, value: 6)).forecast.sd
        #expect(unsteady > 1.5 * steady)
    }

    @Test func aLongPauseWidensTheBandAndForgetsNothing() {
        var tracker = ClosenessTracker()
        for answer in SimulatedCouple(seed: 6, weeks: 30, level: { _, _, _ in 8 }).answers() { tracker.observe(answer) }
        let before = tracker.level(.emotional, of: .a)
        let next = tracker.observe(Answer(person: .b, pillar: .physical, day: 800, value: 8))
        let after = tracker.level(.emotional, of: .a)
        #expect(after.sd > before.sd)
        #expect(abs(after.mean - before.mean) < 0.5)
        #expect(abs(next.forecast.mean - 8) < 1)
    }

    @Test func aCheckTeachesMoreThanAPulse() {
        var pulse = ClosenessTracker()
        var check = ClosenessTracker()
        let afterPulse = pulse.observe(Answer(person: .a, pillar: .emotional, day: 0, value: 3, source: .pulse))
        let afterCheck = check.observe(Answer(person: .a, pillar: .emotional, day: 0, value: 3, source: .check))
        #expect(afterCheck.level.sd < afterPulse.level.sd)
        #expect(afterCheck.level.mean < afterPulse.level.mean)
    }

    @Test func onePersonAloneIsFollowedToo() {
        var tracker = ClosenessTracker()
        for answer in SimulatedCouple(seed: 8, weeks: 30, level: { _, _, _ in 4 }).answers() where answer.person == .a {
            tracker.observe(answer)
        }
        #expect(abs(tracker.level(.emotional, of: .a).mean - 4) < 0.6)
        #expect(tracker.level(.emotional, of: .b).sd > 2 * tracker.level(.emotional, of: .a).sd)
    }

    @Test func theSameAnswersGiveTheSameBits() {
        var (one, two) = (ClosenessTracker(), ClosenessTracker())
        for answer in SimulatedCouple(seed: 9, weeks: 20).answers() {
            #expect(one.observe(answer) == two.observe(answer))
        }
    }

    @Test func whoFollowsInSilenceKnowsTheSame() {
        var (told, silent) = (ClosenessTracker(), ClosenessTracker())
        for answer in SimulatedCouple(seed: 12, weeks: 40).answers() {
            told.observe(answer)
            silent.follow(answer)
        }
        silent.follow(Answer(person: .a, pillar: .emotional, day: 280, value: .nan))
        #expect(silent.day == told.day)
        var settled = silent
        settled.settle()
        for pillar in Pillar.allCases {
            #expect(silent.couple(pillar) == told.couple(pillar))
            #expect(silent.drift(pillar) == told.drift(pillar))
            #expect(settled.drift(pillar) == told.drift(pillar))
            for person in Partner.allCases {
                #expect(silent.level(pillar, of: person) == told.level(pillar, of: person))
            }
        }
    }

    @Test func faultyAnswersTeachNothing() {
        var tracker = ClosenessTracker()
        for answer in SimulatedCouple(seed: 11, weeks: 5).answers() { tracker.observe(answer) }
        let before = tracker.level(.emotional, of: .a)
        tracker.observe(Answer(person: .a, pillar: .emotional, day: 35, value: .nan))
        tracker.observe(Answer(person: .a, pillar: .emotional, day: .nan, value: 5))
        tracker.observe(Answer(person: .a, pillar: .emotional, day: 1e300, value: 5))
        #expect(tracker.level(.emotional, of: .a) == before)
        #expect(tracker.day == 28)
    }

    @Test func answersOutOfOrderAreRefusedOrTakenAsOfTheLastDay() throws {
        var tracker = ClosenessTracker()
        try tracker.observe(inOrder: Answer(person: .a, pillar: .emotional, day: 7, value: 5))
        #expect(throws: AnswerFault.outOfOrder(after: 7)) {
            try tracker.observe(inOrder: Answer(person: .b, pillar: .emotional, day: 6, value: 5))
        }
        #expect(throws: AnswerFault.valueOffScale(11)) {
            try tracker.observe(inOrder: Answer(person: .b, pillar: .emotional, day: 7, value: 11))
        }
        var late = tracker
        let taken = late.observe(Answer(person: .b, pillar: .emotional, day: 6, value: 5))
        #expect(taken == tracker.observe(Answer(person: .b, pillar: .emotional, day: 7, value: 5)))
        #expect(late.day == 7)
    }

    @Test func someoneWhoAlwaysAnswersTheSameKeepsAFiniteBand() throws {
        var tracker = ClosenessTracker()
        var last: Assessment?
        for week in 0..<520 {
            for person in Partner.allCases {
                last = tracker.observe(Answer(person: person, pillar: .emotional, day: Double(7 * week), value: 7))
            }
        }
        let end = try #require(last)
        #expect(abs(end.forecast.mean - 7) < 0.05)
        #expect(end.forecast.sd > 0.2 && end.forecast.sd < 1)
        #expect(end.drift < 0.05)
    }
}
