import Coach
import Foundation

/// Trains the weights of harm on the lines of `harm`, with the coach's other messages as ordinary speech.
struct HarmTraining {
    static let trainer = LinearTrainer(cost: 50, positiveCost: 1, rounds: 10, seed: 1, unevenness: 0.3)
    /// How much one of the coach's other messages counts against a line written for this.
    static let weightOfMessages = 0.25
    /// How many features the packed weights keep.
    static let mostFeatures = 15000
    /// The score from which a line tells of harm: chosen on lines that were never trained on, see docs/coach.md.
    static let threshold: Float = 0
    /// How many parts the lines are split into.
    static let folds = 5

    let file: PackFile
    let lines: [HarmLine]
    let features: [[Feature]]
    let messages: [[Feature]]
    let extractor: HarmFeatureExtractor

    init(content: URL) throws {
        file = PackFile(content)
        extractor = try HarmFeatureExtractor(
            file.pack([.lexicon, .spelling, .harmWords, .harmClasses, .harmRules]))
        lines = try HarmLine.kinds(in: content.appendingPathComponent("harm"))
        features = lines.map { [extractor] in extractor.features(of: $0.text) }
        messages = try Message.voices(in: content.appendingPathComponent("messages"))
            .filter { !$0.labels.contains(.threat) }
            .map { [extractor] in extractor.features(of: $0.text) }
    }

    func run(lookingAt others: [HarmLine]) throws {
        print("\(lines.count) lines, \(lines.filter { $0.isHarm }.count) of harm; \(messages.count) messages")
        let (vocabulary, weights) = train(Array(lines.indices), Array(messages.indices))
        let scores = others.map { line in
            weights[0].score(vocabulary.example(extractor.features(of: line.text), holds: [], voice: 0))
        }
        for threshold in stride(from: Float(-1), through: 1, by: 0.1) {
            let pairs = zip(others, scores)
            let noticed = pairs.filter { $0.0.isHarm && $0.1 >= threshold }.count
            let taken = pairs.filter { !$0.0.isHarm && $0.1 >= threshold }.count
            print("threshold \(threshold): noticed \(noticed), look-alikes taken for it \(taken)")
        }
        let packed = PackedWeights(vocabulary: vocabulary, weights: weights, thresholds: [Self.threshold, 0, 0])
        try Data(packed.bytes(mostFeatures: Self.mostFeatures)).write(to: file.file(.harmWeights))
        if ProcessInfo.processInfo.environment["FOLDS"] != nil { heldOut() }
    }

    /// Prints what is noticed of lines, and taken for it of messages, by models that never saw them.
    private func heldOut() {
        var byKind: [String: [Float]] = [:]
        for fold in 0..<Self.folds {
            let (vocabulary, weights) = train(
                lines.indices.filter { $0 % Self.folds != fold }, messages.indices.filter { $0 % Self.folds != fold })
            func score(_ features: [Feature]) -> Float {
                weights[0].score(vocabulary.example(features, holds: [], voice: 0))
            }
            for index in lines.indices where index % Self.folds == fold {
                byKind[lines[index].kind, default: []].append(score(features[index]))
            }
            for index in messages.indices where index % Self.folds == fold {
                byKind["messages", default: []].append(score(messages[index]))
            }
        }
        for (kind, scores) in byKind.sorted(by: { $0.key < $1.key }) {
            let share = Double(scores.filter { $0 >= Self.threshold }.count) / Double(scores.count)
            print("held out, \(kind): \(String(format: "%.1f %%", share * 100)) of \(scores.count)")
        }
    }

    /// First on all features, to find those that matter most; then on these alone.
    private func train(_ places: [Int], _ others: [Int]) -> (Vocabulary, [LinearTrainer.Weights]) {
        let all = Vocabulary(
            (places.map { features[$0] } + others.map { messages[$0] }).map { ($0, 0) }, leastVoices: 1,
            leastMessages: 2)
        let first = Self.trainer.train(examples(places, others, all), output: 0, features: all.keys.count)
        let strengths = first.weights.map { abs($0) }
        let least = strengths.sorted(by: >).dropFirst(Self.mostFeatures).first ?? 0
        let vocabulary = all.kept { strengths[$0] > least }
        let examples = examples(places, others, vocabulary)
        let ofHarm = examples.filter { $0.holds[0] }
        return (
            vocabulary,
            [0, 1, 2].map {
                Self.trainer.train($0 == 0 ? examples : ofHarm, output: $0, features: vocabulary.keys.count)
            }
        )
    }

    private func examples(_ places: [Int], _ others: [Int], _ vocabulary: Vocabulary) -> [Example] {
        places.map { vocabulary.example(features[$0], holds: lines[$0].holds, voice: 0) }
            + others.map { place in
                var example = vocabulary.example(messages[place], holds: [false, false, false], voice: 0)
                example.weight = Self.weightOfMessages
                return example
            }
    }
}
