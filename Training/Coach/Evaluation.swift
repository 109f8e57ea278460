import Coach
import Foundation

/// The natural logarithm, kept in one place so that the trainer itself needs no import.
func logOf(_ value: Double) -> Double { log(value) }

/// Scores of a set of messages beside what holds of them.
struct Evaluation {
    var scores: [[Float]] = []
    var holds: [[Bool]] = []

    mutating func add(_ scores: [Float], _ holds: [Bool]) {
        self.scores.append(scores)
        self.holds.append(holds)
    }

    /// Which labels a decision gives each message.
    func decisions(_ thresholds: [Float]) -> [[Bool]] {
        scores.map { LabelDecision.holds($0, thresholds: thresholds) }
    }

    struct Figures {
        var f1: [Double] = []
        var precision: [Double] = []
        var recall: [Double] = []
        var falseFlags = 0.0
        var missed = 0.0
        var macroF1: Double { f1.reduce(0, +) / Double(f1.count) }
    }

    func figures(_ thresholds: [Float]) -> Figures {
        let decisions = decisions(thresholds)
        var figures = Figures()
        for output in Label.allCases.indices {
            var hit = 0
            var given = 0
            var real = 0
            for (decision, holds) in zip(decisions, holds) {
                if decision[output] { given += 1 }
                if holds[output] { real += 1 }
                if decision[output] && holds[output] { hit += 1 }
            }
            figures.f1.append(given + real == 0 ? 1 : 2 * Double(hit) / Double(given + real))
            figures.precision.append(given == 0 ? 1 : Double(hit) / Double(given))
            figures.recall.append(real == 0 ? 1 : Double(hit) / Double(real))
        }
        let fine = zip(decisions, holds).filter { !$1[Example.outputs - 1] }
        let flagged = zip(decisions, holds).filter { $1[Example.outputs - 1] }
        figures.falseFlags = Double(fine.filter { $0.0.contains(true) }.count) / Double(max(fine.count, 1))
        figures.missed = Double(flagged.filter { !$0.0.contains(true) }.count) / Double(max(flagged.count, 1))
        return figures
    }

    func print(_ title: String, _ thresholds: [Float]) {
        let figures = figures(thresholds)
        func percent(_ value: Double) -> String { String(format: "%5.1f %%", value * 100) }
        Swift.print(
            "\(title): macro-F1 \(String(format: "%.3f", figures.macroF1)), fine ones flagged \(percent(figures.falseFlags)), "
                + "flagged ones missed \(percent(figures.missed)), \(scores.count) messages")
        for label in Label.allCases {
            let place = Int(label.rawValue)
            let name = label.name.padding(toLength: 14, withPad: " ", startingAt: 0)
            Swift.print(
                "  \(name) F1 \(String(format: "%.3f", figures.f1[place]))  precision \(percent(figures.precision[place]))"
                    + "  recall \(percent(figures.recall[place]))")
        }
    }
}

extension Evaluation {
    /// The mean over the labels of the average precision: how well scores rank, whatever the thresholds.
    var meanAveragePrecision: Double {
        let each = Label.allCases.indices.map { output in
            let ranked = zip(scores, holds).map { ($0[output], $1[output]) }.sorted { $0.0 > $1.0 }
            var found = 0
            var sum = 0.0
            for (place, entry) in ranked.enumerated() where entry.1 {
                found += 1
                sum += Double(found) / Double(place + 1)
            }
            return sum / Double(max(found, 1))
        }
        return each.reduce(0, +) / Double(each.count)
    }
}

extension Evaluation {
    /// The messages at some places only.
    func part(_ places: [Int]) -> Evaluation {
        Evaluation(scores: places.map { scores[$0] }, holds: places.map { holds[$0] })
    }

    /// Thresholds from two numbers only, so that a small set can choose them: one score for every label and one for the gate.
    /// The pair with the best macro-F1 (the mean of this set's and another's, if given) that flags at most a share of this set's
    /// fine messages.
    func sharedThresholds(mostFlagged: Double, also other: Evaluation? = nil) -> [Float] {
        var best = (figure: -1.0, thresholds: [Float]())
        for level in stride(from: Float(-3), through: 1.5, by: 0.1) {
            for gate in stride(from: Float(-2), through: 4, by: 0.1) {
                let thresholds = [Float](repeating: level, count: Label.allCases.count) + [gate]
                let figures = figures(thresholds)
                guard figures.falseFlags <= mostFlagged else { continue }
                let figure = figures.macroF1 + (other?.figures(thresholds).macroF1 ?? 0)
                if figure > best.figure { best = (figure, thresholds) }
            }
        }
        return best.thresholds
    }
}
