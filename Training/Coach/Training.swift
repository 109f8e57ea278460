import Coach
import Foundation

/// Trains the weights on the voices, holds voices out to see how it carries over, and chooses thresholds.
struct Training {
    /// Chosen on the dev set once, see docs/coach.md.
    static let trainer = LinearTrainer(cost: 25, positiveCost: 2, rounds: 20, seed: 1, unevenness: 0.5)
    /// The share of the dev set's fine messages that the chosen thresholds may flag.
    static let mostFlagged = 0.027
    /// How many features the packed weights keep.
    static let mostFeatures = 18500
    /// The steps below which a packed weight is none.
    static let leastStep: Float = 2
    /// How many parts the voices are split into.
    static let folds = 5

    let file: PackFile
    let messages: [Message]
    let features: [[Feature]]
    let extractor: FeatureExtractor

    init(content: URL) throws {
        file = PackFile(content)
        extractor = try FeatureExtractor(file.pack([.lexicon, .spelling, .rules]))
        messages = try Message.voices(in: content.appendingPathComponent("messages"))
        features = messages.map { [extractor] in extractor.features(of: $0.text) }
    }

    func run(choosingOn dev: [Message]) throws {
        let voices = Set(messages.map(\.voice)).count
        let counts = Label.allCases.map { label in
            "\(label.name) \(messages.filter { $0.labels.contains(label) }.count)"
        }
        print("\(messages.count) messages of \(voices) voices: \(counts.joined(separator: ", "))")
        print("fine: \(messages.filter { $0.labels.isEmpty }.count)")
        let heldOut = heldOut()
        print("mean average precision with voices held out: \(heldOut.meanAveragePrecision)")
        heldOut.print("voices held out", heldOut.sharedThresholds(mostFlagged: 0.05))

        let (vocabulary, weights) = train(Array(messages.indices))
        var packed = PackedWeights(vocabulary: vocabulary, weights: weights, leastStep: Self.leastStep)
        let asRead = packed.asRead
        var chosenOn = Evaluation()
        for message in dev {
            let example = vocabulary.example(extractor.features(of: message.text), labels: message.labels, voice: -1)
            chosenOn.add(asRead.map { $0.score(example) }, example.holds)
        }
        let thresholds = chosenOn.sharedThresholds(mostFlagged: Self.mostFlagged, also: heldOut)
        print("mean average precision on dev: \(chosenOn.meanAveragePrecision)")
        print("thresholds: \(thresholds[0]), gate \(thresholds[Label.allCases.count])")
        printHalves(chosenOn)
        packed.thresholds = thresholds
        try Data(packed.bytes(mostFeatures: Self.mostFeatures)).write(to: file.file(.weights))
    }

    /// Every message's scores by a model that never saw its voice.
    private func heldOut() -> Evaluation {
        var evaluation = Evaluation()
        for fold in 0..<Self.folds {
            let (vocabulary, weights) = train(messages.indices.filter { messages[$0].voice % Self.folds != fold })
            for index in messages.indices where messages[index].voice % Self.folds == fold {
                let example = vocabulary.example(features[index], labels: messages[index].labels, voice: -1)
                evaluation.add(weights.map { $0.score(example) }, example.holds)
            }
        }
        return evaluation
    }

    /// First on all features, to find those that matter most for any label; then on these alone, which are the ones that are packed.
    private func train(_ places: [Int]) -> (Vocabulary, [LinearTrainer.Weights]) {
        let all = Vocabulary(
            places.map { (features[$0], messages[$0].voice) }, leastVoices: 2, leastMessages: 2)
        let first = train(places, all)
        let strengths = all.keys.indices.map { number in
            first.reduce(Float(0)) { max($0, abs($1.weights[number])) }
        }
        let least = strengths.sorted(by: >).dropFirst(Self.mostFeatures).first ?? -1
        let vocabulary = all.kept { strengths[$0] > least }
        return (vocabulary, train(places, vocabulary))
    }

    private func train(_ places: [Int], _ vocabulary: Vocabulary) -> [LinearTrainer.Weights] {
        let examples = places.map {
            vocabulary.example(features[$0], labels: messages[$0].labels, voice: messages[$0].voice)
        }
        return (0..<Example.outputs).map { Self.trainer.train(examples, output: $0, features: vocabulary.keys.count) }
    }

    /// What thresholds chosen on one half of a set do on its other half, the mean of twenty splits: an honest guess at unseen ones.
    private func printHalves(_ evaluation: Evaluation) {
        var random = SplitMix64(state: 5)
        var sums = (f1: 0.0, flagged: 0.0, missed: 0.0)
        let half = evaluation.scores.count / 2
        for _ in 0..<20 {
            var places = Array(evaluation.scores.indices)
            for place in stride(from: places.count - 1, to: 0, by: -1) {
                places.swapAt(place, Int(random.next() % UInt64(place + 1)))
            }
            let chosen = evaluation.part(Array(places[..<half])).sharedThresholds(mostFlagged: Self.mostFlagged)
            let figures = evaluation.part(Array(places[half...])).figures(chosen)
            sums = (sums.f1 + figures.macroF1, sums.flagged + figures.falseFlags, sums.missed + figures.missed)
        }
        print(
            "chosen on one half of dev, read on the other: macro-F1 \(sums.f1 / 20), fine ones flagged \(sums.flagged / 20), "
                + "flagged ones missed \(sums.missed / 20)")
    }
}
