import Coach

/// A message as a sparse vector of unit length, and for each output whether it holds.
struct Example {
    var indices: [Int32]
    var values: [Float]
    let holds: [Bool]
    let voice: Int
    /// How much it counts in training against others.
    var weight = 1.0

    /// The outputs: the ten labels, and last whether there is any.
    static let outputs = Label.allCases.count + 1

    static func holds(_ labels: Set<Label>) -> [Bool] {
        Label.allCases.map(labels.contains) + [!labels.isEmpty]
    }
}

/// Numbers the features that occur in at least two voices: what one hand alone writes doesn't carry over to another.
struct Vocabulary {
    private(set) var numbers: [UInt32: Int32] = [:]
    private(set) var keys: [UInt32] = []

    init(_ messages: [(features: [Feature], voice: Int)], leastVoices: Int, leastMessages: Int) {
        var seen: [UInt32: (lastVoice: Int, voices: Int, messages: Int)] = [:]
        for message in messages.sorted(by: { $0.voice < $1.voice }) {
            for feature in message.features {
                var entry = seen[feature.key] ?? (-1, 0, 0)
                entry.messages += 1
                if entry.lastVoice != message.voice {
                    entry.lastVoice = message.voice
                    entry.voices += 1
                }
                seen[feature.key] = entry
            }
        }
        keys = seen.filter { $0.value.voices >= leastVoices && $0.value.messages >= leastMessages }.keys.sorted()
        for (number, key) in keys.enumerated() { numbers[key] = Int32(number) }
    }

    /// The example of a message. Features without a number count towards its length, as they do when a message is read.
    func example(_ features: [Feature], labels: Set<Label>, voice: Int) -> Example {
        example(features, holds: Example.holds(labels), voice: voice)
    }

    /// The example of a line with what holds of it.
    func example(_ features: [Feature], holds: [Bool], voice: Int) -> Example {
        var indices: [Int32] = []
        var values: [Float] = []
        var square: Float = 0
        for feature in features {
            square += Float(feature.weight * feature.weight)
            if let number = numbers[feature.key] {
                indices.append(number)
                values.append(Float(feature.weight))
            }
        }
        let length = max(square, 1).squareRoot()
        return Example(indices: indices, values: values.map { $0 / length }, holds: holds, voice: voice)
    }

    /// The same with some of its features only.
    func kept(_ isKept: (Int) -> Bool) -> Vocabulary { Vocabulary(keys: keys.indices.filter(isKept).map { keys[$0] }) }

    private init(keys: [UInt32]) {
        self.keys = keys
        for (number, key) in keys.enumerated() { numbers[key] = Int32(number) }
    }
}
