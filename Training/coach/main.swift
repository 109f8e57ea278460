import Coach
import Foundation

/// Trains the coach's model: `coach-train CONTENT [DEV.jsonl]`.
let arguments = CommandLine.arguments
let content = URL(fileURLWithPath: arguments[1])
var pack = Pack()
for section in [Pack.Section.lexicon, .spelling, .rules] {
    pack[section] = Array(try Data(contentsOf: content.appendingPathComponent(section.rawValue + ".txt")))
}
let extractor = try FeatureExtractor(pack)
let messages = try Message.voices(in: content.appendingPathComponent("messages"))
let read = messages.map { (features: extractor.features(of: $0.text), voice: $0.voice) }
let voices = (messages.map(\.voice).max() ?? 0) + 1
print("\(messages.count) messages, \(voices) voices")
for label in Label.allCases { print(label.name, messages.filter { $0.labels.contains(label) }.count, terminator: "  ") }
print("fine", messages.filter { $0.labels.isEmpty }.count)

let environment = ProcessInfo.processInfo.environment
let cost = Double(environment["COST"] ?? "") ?? 20
let positive = Double(environment["POS"] ?? "") ?? 2
let rounds = Int(environment["ROUNDS"] ?? "") ?? 20
let trainer = LinearTrainer(cost: cost, positiveCost: positive, rounds: rounds, seed: 1)
let minVoices = Int(environment["VOICES"] ?? "") ?? 2

func train(_ included: [Int]) -> (Vocabulary, [LinearTrainer.Weights]) {
    let vocabulary = Vocabulary(included.map { read[$0] }, leastVoices: minVoices, leastMessages: 2)
    let examples = included.map { vocabulary.example(read[$0].features, labels: messages[$0].labels, voice: read[$0].voice) }
    let weights = (0..<Example.outputs).map { trainer.train(examples, output: $0, features: vocabulary.keys.count) }
    return (vocabulary, weights)
}

let folds = min(5, voices)
var crossed = Evaluation()
var crossedIndices: [Int] = []
for fold in 0..<folds {
    let (vocabulary, weights) = train(messages.indices.filter { messages[$0].voice % folds != fold })
    for index in messages.indices where messages[index].voice % folds == fold {
        let example = vocabulary.example(read[index].features, labels: messages[index].labels, voice: 0)
        crossed.add(weights.map { $0.score(example) }, example.holds)
        crossedIndices.append(index)
    }
}
let thresholds = crossed.thresholds(mostFlagged: Double(environment["FLAG"] ?? "") ?? 0.04)
crossed.print("voices held out", thresholds)

let (vocabulary, weights) = train(Array(messages.indices))
print(vocabulary.keys.count, "features")
if arguments.count > 2 {
    let dev = try Message.jsonLines(URL(fileURLWithPath: arguments[2]))
    var evaluation = Evaluation()
    for message in dev {
        let example = vocabulary.example(extractor.features(of: message.text), labels: message.labels, voice: 0)
        evaluation.add(weights.map { $0.score(example) }, example.holds)
    }
    evaluation.print("dev, thresholds of the voices", thresholds)
    let shared = evaluation.sharedThresholds(mostFlagged: 0.04)
    evaluation.print("dev, shared thresholds \(shared[0]) \(shared[10])", shared)
    var random = SplitMix64(state: 5)
    var sums = (0.0, 0.0, 0.0)
    for _ in 0..<10 {
        var places = Array(dev.indices)
        for place in stride(from: places.count - 1, to: 0, by: -1) { places.swapAt(place, Int(random.next() % UInt64(place + 1))) }
        let chosen = evaluation.part(Array(places[..<160])).sharedThresholds(mostFlagged: 0.04)
        let figures = evaluation.part(Array(places[160...])).figures(chosen)
        sums = (sums.0 + figures.macroF1, sums.1 + figures.falseFlags, sums.2 + figures.missed)
    }
    print("dev, chosen on one half, read on the other: macro-F1 \(sums.0 / 10) flagged \(sums.1 / 10) missed \(sums.2 / 10)")
    let own = evaluation.thresholds(mostFlagged: 0.05)
    print("dev, own thresholds: macro-F1", evaluation.figures(own).macroF1, "missed", evaluation.figures(own).missed, "mean average precision", evaluation.meanAveragePrecision, "voices", crossed.meanAveragePrecision)
    if environment["SHOW"] != nil {
        for (message, (decision, scores)) in zip(dev, zip(evaluation.decisions(thresholds), evaluation.scores)) {
            let given = Set(Label.allCases.filter { decision[Int($0.rawValue)] })
            if given != message.labels {
                let over = given.subtracting(message.labels).map(\.name).sorted()
                let under = message.labels.subtracting(given).map(\.name).sorted()
                print("+\(over) -\(under) any \(scores[10]) | \(message.text)")
            }
        }
    }
}
if environment["SHOWCV"] != nil {
    for (place, decision) in crossed.decisions(thresholds).enumerated() {
        let message = messages[crossedIndices[place]]
        let given = Set(Label.allCases.filter { decision[Int($0.rawValue)] })
        if given != message.labels {
            let over = given.subtracting(message.labels).map(\.name).sorted()
            let under = message.labels.subtracting(given).map(\.name).sorted()
            print("CV \(message.voice) +\(over) -\(under) | \(message.text)")
        }
    }
}
