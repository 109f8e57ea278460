import Closeness
import Foundation
import Insight
import SeededRandom

/// Prints how honestly the effects of practices are told: five practices, done at random in one week of three over a
/// year, of which two lift the answers of the week after by `gain`.
func printPracticeEffects(couples: Int) {
    let shape = SimulatedCouple.Shape(
        name: "", spread: 1.0, unlike: 0.3, betweenPartners: 0.3, betweenPillars: 0.3, ownNoise: 0.25)
    print(
        "\nWhat helped: five practices in one week of three for a year, two of which lift the week after. \(couples) couples"
    )
    for gain in [0.25, 0.5, 1.0] {
        var (found, helping, wronglyFound, idle, held) = (0, 0, 0, 0, 0)
        for seed in 0..<couples {
            var random = SeededRandom(7_000_000 + seed)
            let done = (0..<5).map { _ in Set((0..<52).filter { _ in random.uniform() < 1.0 / 3 }) }
            let couple = SimulatedCouple(shape: shape, seed: 8_000_000 + seed, weeks: 52) { pillar, week in
                pillar != 0 ? 0 : (done[0].contains(week) ? gain : 0) + (done[1].contains(week) ? gain : 0)
            }
            let uses = done.enumerated().flatMap { i, weeks in
                weeks.map { PracticeUse(practice: "\(i)", day: Double(7 * $0) - 2) }
            }
            let effects = PracticeEffects(couple.answers(), uses: uses, pillars: { _ in [Pillar.allCases[0]] }).effects
            for effect in effects {
                let truth = effect.practice < "2" ? gain : 0
                held += effect.effect.band.contains(truth) ? 1 : 0
                if truth > 0 {
                    helping += 1
                    found += effect.finding == .higherAfterwards ? 1 : 0
                } else {
                    idle += 1
                    wronglyFound += [.higherAfterwards, .lowerAfterwards].contains(effect.finding) ? 1 : 0
                }
            }
        }
        print(
            String(
                format:
                    "  gain %.2f: found %3.0f %%; idle ones taken for helpful or harmful %.0f %%; 90 %% band holds %.0f %%",
                gain, 100 * Double(found) / Double(helping), 100 * Double(wronglyFound) / Double(idle),
                100 * Double(held) / Double(helping + idle)))
    }
}
