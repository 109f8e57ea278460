import Closeness
import Insight
import Testing

@Suite struct TrendsTests {
    private static let couple = SimulatedCouple(
        seed: 21, weeks: 80,
        level: { person, pillar, week in
            (person == .a ? 7 : 6) - (pillar == .emotional ? 2 * min(1, max(0, Double(week - 40) / 6)) : 0)
        })

    @Test func theLineFollowsTheTruthAndTheBandHoldsIt() {
        var (held, all) = (0.0, 0.0)
        for seed in 21..<31 {
            var couple = Self.couple
            couple.seed = UInt64(seed)
            let trends = Trends(couple.answers(), over: 0...560, every: 14)
            for person in Partner.allCases {
                for pillar in Pillar.allCases {
                    for point in trends.line(pillar, of: person) {
                        let truth = couple.level(person, pillar, Int(point.day / 7))
                        all += 1
                        held += (point.lower...point.upper).contains(truth) ? 1 : 0
                        #expect(abs(point.mean - truth) < 2)
                    }
                }
            }
        }
        #expect(held / all > 0.85, "\(held / all)")
    }

    @Test func thePointsAreWhereTheyWereAskedFor() {
        let trends = Trends(Self.couple.answers(), over: 100...200, every: 30)
        #expect(trends.coupleLine(.physical).map { $0.day } == [100, 130, 160, 190, 200])
        for point in trends.coupleLine(.physical) {
            #expect(point.lower < point.mean && point.mean < point.upper)
        }
    }

    @Test func theCouplesLineIsTheMeanOfBothAndSurerThanEither() {
        let trends = Trends(Self.couple.answers(), over: 0...553, every: 70)
        let (a, b) = (trends.line(.physical, of: .a), trends.line(.physical, of: .b))
        for (i, both) in trends.coupleLine(.physical).enumerated() {
            #expect(abs(both.mean - (a[i].mean + b[i].mean) / 2) < 1e-9)
            #expect(both.upper - both.lower < max(a[i].upper - a[i].lower, b[i].upper - b[i].lower))
        }
    }

    @Test func laterAnswersNarrowTheBandOfEarlierDays() {
        let answers = Self.couple.answers()
        let then = Trends(answers.filter { $0.day <= 140 }, over: 140...140, every: 7)
        let now = Trends(answers, over: 140...140, every: 7)
        let (early, late) = (then.coupleLine(.physical)[0], now.coupleLine(.physical)[0])
        #expect(late.upper - late.lower < early.upper - early.lower)
    }

    @Test func theBandWidensBeyondTheLastAnswer() {
        let line = Trends(Self.couple.answers(), over: 550...900, every: 350).coupleLine(.physical)
        #expect(line[1].upper - line[1].lower > line[0].upper - line[0].lower)
    }

    @Test func aLineBeginsWithItsFirstAnswer() {
        let answers = [
            Answer(person: .a, pillar: .emotional, day: 10, value: 6),
            Answer(person: .a, pillar: .emotional, day: 17, value: 7),
            Answer(person: .b, pillar: .emotional, day: 24, value: 5),
        ]
        let trends = Trends(answers, over: 0...31, every: 7)
        #expect(trends.line(.emotional, of: .a).map { $0.day } == [10, 17, 24, 31])
        #expect(trends.line(.emotional, of: .b).map { $0.day } == [24, 31])
        #expect(trends.coupleLine(.emotional).map { $0.day } == [24, 31])
        #expect(trends.line(.physical, of: .a).isEmpty)
        #expect(Trends([], over: 0...10, every: 1).coupleLine(.emotional).isEmpty)
        #expect(Trends(answers, over: 0...9, every: 1).line(.emotional, of: .a).isEmpty)
    }

    @Test func theOrderOfTheAnswersDoesNotMatter() {
        let answers = Self.couple.answers()
        let line = Trends(answers, over: 0...553, every: 50).coupleLine(.emotional)
        var random = SeededRandom(1)
        let shuffled = Trends(answers.shuffled(using: &random), over: 0...553, every: 50).coupleLine(.emotional)
        for (one, other) in zip(line, shuffled) { #expect(abs(one.mean - other.mean) < 0.05) }
    }

    @Test func everyPointLiesOnTheScale() {
        var couple = Self.couple
        couple.level = { _, _, _ in 10 }
        for point in Trends(couple.answers(), over: 0...553, every: 7).line(.emotional, of: .a) {
            #expect(point.lower >= 0 && point.upper <= 10)
        }
    }

    @Test func aTinyStepDrawsNoMoreThanTwoThousandPoints() {
        #expect(Trends(Self.couple.answers(), over: 0...553, every: 0.001).coupleLine(.emotional).count <= 2000)
        #expect(Trends(Self.couple.answers(), over: 0...553, every: 0).coupleLine(.emotional).count == 554)
    }
}
