import Closeness
import Foundation
import Insight
import SeededRandom

/// How strongly something points to a decline of a pillar on a day; higher is stronger.
struct Signal {
    var day: Double
    var pillar: Int
    var strength: Double
}

/// A way to notice declines: from all answers, in time order, its signals in time order.
struct Detector: Sendable {
    var name: String
    var signals: @Sendable ([Answer]) -> [Signal]

    /// The insight engine's drift.
    static let insight = Detector(name: "Insight") { answers in
        var tracker = ClosenessTracker()
        return answers.map { answer in
            Signal(
                day: answer.day, pillar: Pillar.allCases.firstIndex(of: answer.pillar)!,
                strength: tracker.observe(answer).drift)
        }
    }

    /// An exponentially weighted mean against the first eight weeks' mean.
    static let exponentialChart = Detector(name: "EWMA(0.2) chart") { answers in
        eachPillar(answers) { values in
            let baseline = values.prefix(8).reduce(0, +) / 8
            var mean = baseline
            return values.enumerated().map { i, value in
                guard i >= 8 else { return nil }
                mean += 0.2 * (value - mean)
                return baseline - mean
            }
        }
    }

    /// A cumulative sum of falls below the first eight weeks' mean, half a point being free.
    static let cumulativeSum = Detector(name: "CUSUM") { answers in
        eachPillar(answers) { values in
            let baseline = values.prefix(8).reduce(0, +) / 8
            var sum = 0.0
            return values.enumerated().map { i, value in
                guard i >= 8 else { return nil }
                sum = max(0, sum + baseline - value - 0.5)
                return sum
            }
        }
    }

    /// The mean of the last `short` weeks against that of the `long` before.
    static func window(_ short: Int, _ long: Int) -> Detector {
        Detector(name: "window of \(short) against \(long)") { answers in
            eachPillar(answers) { values in
                values.indices.map { i in
                    guard i + 1 >= short + 8 else { return nil }
                    let recent = values[(i + 1 - short)...i]
                    let before = values[max(0, i + 1 - short - long)..<(i + 1 - short)]
                    return before.reduce(0, +) / Double(before.count) - recent.reduce(0, +) / Double(short)
                }
            }
        }
    }

    /// Runs `score` over the weekly means of both partners' answers, pillar by pillar.
    private static func eachPillar(_ answers: [Answer], _ score: ([Double]) -> [Double?]) -> [Signal] {
        var signals: [Signal] = []
        for (p, pillar) in Pillar.allCases.enumerated() {
            var days: [Double] = []
            var (sums, counts): ([Double], [Double]) = ([], [])
            for answer in answers where answer.pillar == pillar {
                if days.last != answer.day {
                    days.append(answer.day)
                    sums.append(0)
                    counts.append(0)
                }
                sums[sums.count - 1] += answer.value
                counts[counts.count - 1] += 1
            }
            for (i, strength) in score(zip(sums, counts).map { $0 / $1 }).enumerated() {
                if let strength { signals.append(Signal(day: days[i], pillar: p, strength: strength)) }
            }
        }
        return signals.sorted { $0.day < $1.day }
    }
}

/// How a couple declines, and how well they are heard meanwhile.
private struct DeclineKind {
    var name: String
    /// How many pillars fall.
    var pillars = 1
    /// How many of the two feel it.
    var persons = 2
    var points = 2.0
    var weeks = 6.0
    /// How likely a person is to miss a whole pulse, steady couples as well.
    var missedPulses = 0.0

    /// The decline that all ways to notice one are compared by.
    static let usual = DeclineKind(name: "one pillar, six weeks")

    static let others = [
        DeclineKind(name: "one pillar, at once", weeks: 0),
        DeclineKind(name: "one pillar, twelve weeks", weeks: 12),
        DeclineKind(name: "two pillars", pillars: 2),
        DeclineKind(name: "three pillars", pillars: 3),
        DeclineKind(name: "all four pillars", pillars: 4),
        DeclineKind(name: "all four, by one point", pillars: 4, points: 1),
        DeclineKind(name: "one partner only", persons: 1),
        DeclineKind(name: "a quarter of pulses missed", missedPulses: 0.25),
    ]
}

/// What a detector made of many couples, half of them steady and half with a decline.
private struct Trial {
    /// For each steady couple, the strongest signal in two years.
    var falseStrengths: [Double]
    /// For each couple with a decline, the signals in its pillars: weeks since its beginning, and their strength.
    var signals: [[(weeks: Double, strength: Double)]]

    init(
        of detector: Detector, on shape: SimulatedCouple.Shape, _ kind: DeclineKind = .usual, couples: Int,
        from first: Int
    ) {
        falseStrengths = (first..<(first + couples)).map { seed in
            let answers = SimulatedCouple(shape: shape, seed: seed, missedPulses: kind.missedPulses).answers()
            return detector.signals(answers).map { $0.strength }.max() ?? -.infinity
        }.sorted()
        var random = SeededRandom(99 + first)
        signals = (first..<(first + couples)).map { seed in
            let pillar = Int(4 * random.uniform())
            let decline = SimulatedCouple.Decline(
                pillars: (pillar..<(pillar + kind.pillars)).map { $0 % 4 },
                persons: kind.persons == 2 ? [0, 1] : [seed % 2], onset: 26 + Int(52 * random.uniform()),
                points: kind.points, weeks: kind.weeks)
            let couple = SimulatedCouple(
                shape: shape, seed: 1_000_000 + seed, decline: decline, missedPulses: kind.missedPulses)
            return detector.signals(couple.answers()).compactMap {
                let weeks = $0.day / 7 - Double(decline.onset)
                return decline.pillars.contains($0.pillar) && weeks >= 0 ? (weeks, $0.strength) : nil
            }
        }
    }

    /// The threshold at which one in ten steady couples ever alarms.
    var fairThreshold: Double { falseStrengths[falseStrengths.count * 9 / 10] }

    /// What comes of a threshold: share of steady couples that ever alarm, shares of declines noticed within seven and within
    /// twelve weeks, and the weeks to the notice (the median over all declines; infinite if fewer than half are noticed).
    func outcome(at threshold: Double) -> String {
        let alarms = Double(falseStrengths.filter { $0 > threshold }.count) / Double(falseStrengths.count)
        let delays = signals.map { $0.first { $0.strength > threshold }?.weeks ?? .infinity }.sorted()
        func found(within weeks: Double) -> Double {
            100 * Double(delays.filter { $0 <= weeks }.count) / Double(delays.count)
        }
        return String(
            format:
                "threshold %5.2f: steady alarm %2.0f %%, found within 7 weeks %4.1f %%, within 12 %5.1f %%, median %.0f weeks",
            threshold, 100 * alarms, found(within: 7), found(within: 12), delays[delays.count / 2])
    }
}

/// Prints how many declines are noticed, and how soon, in several populations of couples; `first` is the seed of the first.
func printDeclines(couples: Int, from first: Int) {
    let shapes = [
        SimulatedCouple.Shape(
            name: "couples who differ in how steadily they answer", spread: 1.0, unlike: 0.35, betweenPartners: 0.3,
            betweenPillars: 0.3, ownNoise: 0.25),
        SimulatedCouple.Shape(
            name: "shared moods that last", spread: 1.1, unlike: 0.15, autocorrelation: 0.3, betweenPartners: 0.45,
            betweenPillars: 0.4, ownNoise: 0.15),
        SimulatedCouple.Shape(
            name: "nothing shared, all alike", spread: 1.15, unlike: 0, betweenPartners: 0, betweenPillars: 0,
            ownNoise: 0),
        SimulatedCouple.Shape(
            name: "levels that wander much by themselves", spread: 0.85, unlike: 0.25, autocorrelation: 0.2,
            betweenPartners: 0.25, betweenPillars: 0.3, ownNoise: 0.3, wandering: 0.12, rounding: 0.5),
        SimulatedCouple.Shape(
            name: "pillars that differ in how steadily they are answered", spread: 1.0, unlike: 0.25,
            betweenPartners: 0.35, betweenPillars: 0.3, ownNoise: 0.2, unlikePillars: 0.35),
    ]
    let detectors =
        [Detector.insight, .exponentialChart, .cumulativeSum]
        + [(4, 26), (6, 26), (8, 26), (8, 52)].map(Detector.window)
    print(
        """

        Declines: weekly pulses for two years, 12 % missing; one pillar falls by 2 points over six weeks.
        Each at the threshold at which one in ten steady couples ever alarms; Insight also at its own, and with declines of other
        kinds. \(couples) couples each way.
        """)
    for shape in shapes {
        print("  \(shape.name)")
        for detector in detectors {
            let trial = Trial(of: detector, on: shape, couples: couples, from: first)
            print("    \(detector.name.padding(20))", trial.outcome(at: trial.fairThreshold))
            guard detector.name == Detector.insight.name else { continue }
            print("    \("  worth a look".padding(20))", trial.outcome(at: Drift.worthALook))
            print("    \("  talk about it".padding(20))", trial.outcome(at: Drift.talkAboutIt))
        }
        for kind in DeclineKind.others {
            let trial = Trial(of: .insight, on: shape, kind, couples: couples, from: first)
            print("      \(kind.name.padding(26))", trial.outcome(at: trial.fairThreshold))
        }
    }
}
