import Foundation
import Insight

/// Prints how long ten years of weekly answers take: followed answer by answer, and drawn as trends.
func printReplay() {
    let shape = SimulatedCouple.Shape(
        name: "", spread: 1, unlike: 0.3, betweenPartners: 0.3, betweenPillars: 0.3, ownNoise: 0.25)
    let answers = SimulatedCouple(shape: shape, seed: 1, weeks: 521).answers()
    print("\nTen years of weekly pulses, \(answers.count) answers (best of seven)")
    let replay = fastest {
        var tracker = ClosenessTracker()
        for answer in answers { tracker.observe(answer) }
    }
    let trends = fastest { _ = Trends(answers, over: 0...3650, every: 14) }
    print(String(format: "  followed: %.1f ms (%.1f µs an answer)", replay, 1000 * replay / Double(answers.count)))
    print(String(format: "  drawn, all twelve lines, a point a fortnight: %.1f ms", trends))
}

/// The shortest of seven runs, in milliseconds.
private func fastest(_ body: () -> Void) -> Double {
    (0..<7).map { _ in
        let start = ContinuousClock.now
        body()
        return (ContinuousClock.now - start) / .milliseconds(1)
    }.min()!
}
