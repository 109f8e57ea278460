import Testing

@testable import Ledger

@Suite struct HybridLogicalClockTests {
    @Test func stampsGrowWhenTheClockIsSetBack() {
        var clock = HybridLogicalClock(device: DeviceID(1))
        let first = clock.stamp(now: noon)
        let second = clock.stamp(now: noon - 86_400_000)
        let third = clock.stamp(now: noon - 86_400_000)
        #expect(first < second && second < third)
        #expect(second.milliseconds == noon)
        #expect(clock.stamp(now: noon + 1) == Stamp(milliseconds: noon + 1, counter: 0, device: DeviceID(1)))
    }

    @Test func anAnswerComesAfterWhatItAnswers() {
        var fast = HybridLogicalClock(device: DeviceID(9))
        var slow = HybridLogicalClock(device: DeviceID(1))
        let question = fast.stamp(now: noon + 60_000)
        #expect(slow.observe(question, now: noon) == nil)
        #expect(slow.stamp(now: noon + 1) > question)
    }

    @Test func aClockFromTheFutureIsReportedAndNotFollowed() {
        var clock = HybridLogicalClock(device: DeviceID(1))
        let year: Int64 = 365 * 86_400_000
        let wrong = Stamp(milliseconds: noon + year, counter: 0, device: DeviceID(2))
        #expect(clock.observe(wrong, now: noon) == year)
        #expect(clock.stamp(now: noon).milliseconds == noon)
        let edge = Stamp(milliseconds: noon + HybridLogicalClock.driftLimit, counter: 3, device: DeviceID(2))
        #expect(clock.observe(edge, now: noon) == nil)
        #expect(clock.stamp(now: noon) > edge)
    }

    @Test func aCorrectionComesAfterWhatItCorrectsWithoutMovingTheClock() {
        var clock = HybridLogicalClock(device: DeviceID(1))
        let wrong = Stamp(milliseconds: noon * 2, counter: 4, device: DeviceID(2))
        let correction = clock.stamp(now: noon, after: wrong)
        #expect(correction > wrong)
        let next = clock.stamp(now: noon + 1)
        #expect(next.milliseconds == noon + 1)
    }

    @Test func theOwnDeviceIsFollowedEvenFromTheFuture() {
        var clock = HybridLogicalClock(device: DeviceID(1))
        let own = Stamp(milliseconds: noon * 2, counter: 4, device: DeviceID(1))
        #expect(clock.observe(own, now: noon) == nil)
        #expect(clock.stamp(now: noon) > own)
    }

    @Test func aFullCounterGoesOnInTheNextMillisecond() {
        var clock = HybridLogicalClock(device: DeviceID(1))
        clock.observe(Stamp(milliseconds: noon, counter: .max, device: DeviceID(2)), now: noon)
        #expect(clock.stamp(now: noon) == Stamp(milliseconds: noon + 1, counter: 0, device: DeviceID(1)))
    }

    @Test(arguments: [Int64.min, -1, Int64.max]) func anImpossibleTimeStillGivesGrowingStamps(_ now: Int64) throws {
        var clock = HybridLogicalClock(device: DeviceID(1))
        let first = clock.stamp(now: now)
        let second = clock.stamp(now: now)
        #expect(first < second)
        let body = try Event.questionPassed(QuestionPassed(question: "q")).body(at: second)
        #expect(Body(reading: body).stamp == second)
    }
}
