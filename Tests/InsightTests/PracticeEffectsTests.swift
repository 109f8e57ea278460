import Closeness
import Insight
import Testing

@Suite struct PracticeEffectsTests {
    /// A couple that does "walk" in some weeks and "cook" in others, and whose answers rise by `gain` after a walk.
    private static func effects(gain: Double, weeks: Int = 104, seed: UInt64 = 31) -> [String: PracticeEffect] {
        var random = SeededRandom(seed)
        let walks = Set((0..<weeks).filter { _ in Bool.random(using: &random) })
        let cooks = Set((0..<weeks).filter { _ in Bool.random(using: &random) })
        let couple = SimulatedCouple(
            seed: seed, weeks: weeks,
            level: { _, pillar, week in 6 + (walks.contains(week) && pillar == .experiential ? gain : 0) })
        let uses =
            walks.map { PracticeUse(practice: "walk", day: Double(7 * $0) - 3) }
            + cooks.map { PracticeUse(practice: "cook", day: Double(7 * $0) - 2) }
        let result = PracticeEffects(couple.answers(), uses: uses, pillars: { _ in [.experiential] })
        return Dictionary(uniqueKeysWithValues: result.effects.map { ($0.practice, $0) })
    }

    @Test func whatHelpsIsFoundAndWhatDoesNotIsNot() throws {
        let effects = Self.effects(gain: 1)
        let (walk, cook) = (try #require(effects["walk"]), try #require(effects["cook"]))
        #expect(walk.finding == .higherAfterwards)
        #expect(walk.effect.band.contains(1))
        #expect(cook.finding != .higherAfterwards && cook.finding != .lowerAfterwards)
        #expect(cook.effect.band.contains(0))
        #expect(walk.daysWith + walk.daysWithout <= 104)
    }

    @Test func whatHurtsIsSaidToo() throws {
        #expect(try #require(Self.effects(gain: -1)["walk"]).finding == .lowerAfterwards)
    }

    @Test func aFewWeeksAreNotEnough() throws {
        let walk = try #require(Self.effects(gain: 1, weeks: 6)["walk"])
        #expect(walk.finding == .cannotTell)
        #expect(abs(walk.effect.mean) < 0.8)
    }

    @Test func smallEvidenceIsShrunkTowardsNothing() throws {
        let answers = (0..<3).flatMap { week in
            Partner.allCases.map {
                Answer(person: $0, pillar: .emotional, day: Double(7 * week), value: week == 2 ? 9 : 5)
            }
        }
        let effect = PracticeEffects(
            answers, uses: [PracticeUse(practice: "kiss", day: 12)], pillars: { _ in [.emotional] }
        )
        .effects[0].effect
        #expect(effect.mean > 0)
        #expect(effect.mean < 0.6)
        #expect(effect.sd > 0.3)
    }

    @Test func aPracticeDoneEveryWeekCannotBeTold() throws {
        let uses = (0..<60).map { PracticeUse(practice: "kiss", day: Double(7 * $0) - 1) }
        let answers = SimulatedCouple(seed: 33, weeks: 60, level: { _, _, _ in 8 }).answers()
        let effect = PracticeEffects(answers, uses: uses, pillars: { _ in Pillar.allCases }).effects[0]
        #expect(effect.finding == .cannotTell)
    }

    @Test func twoPracticesAlwaysDoneTogetherShareWhatCannotBeToldApart() throws {
        var random = SeededRandom(5)
        let on = Set((0..<104).filter { _ in Bool.random(using: &random) })
        let couple = SimulatedCouple(seed: 34, level: { _, _, week in on.contains(week) ? 7 : 6 })
        let uses = on.flatMap { week in
            ["one", "two"].map { PracticeUse(practice: $0, day: Double(7 * week) - 1) }
        }
        let effects = PracticeEffects(couple.answers(), uses: uses, pillars: { _ in Pillar.allCases }).effects
        #expect(abs(effects[0].effect.mean - effects[1].effect.mean) < 1e-6)
        #expect(abs(effects[0].effect.mean + effects[1].effect.mean - 1) < 0.3)
        #expect(effects[0].finding == .cannotTell)
    }

    @Test func aUseOnTheVeryDayOfAnAnswerDoesNotCountForIt() {
        let answers = (0..<10).map { Answer(person: .a, pillar: .emotional, day: Double(7 * $0), value: 6) }
        let effect = PracticeEffects(
            answers, uses: [PracticeUse(practice: "kiss", day: 14)], pillars: { _ in [.emotional] }
        ).effects[0]
        #expect(effect.daysWith == 1)
        #expect(effect.daysWithout == 9)
    }

    @Test func withoutUsesThereIsNothingToSay() {
        let answers = SimulatedCouple(seed: 35, weeks: 10).answers()
        #expect(PracticeEffects(answers, uses: [], pillars: { _ in [] }).effects.isEmpty)
        let unheard = PracticeEffects([], uses: [PracticeUse(practice: "kiss", day: 3)], pillars: { _ in [.emotional] })
        #expect(unheard.effects.map { $0.finding } == [.cannotTell])
    }
}
