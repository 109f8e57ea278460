/// Logistic regression with a quadratic penalty, trained in the dual, one coordinate at a time.
///
/// Source: H.-F. Yu, F.-L. Huang, C.-J. Lin, "Dual coordinate descent methods for logistic regression and maximum entropy
/// models", Machine Learning 85 (2011), algorithm 5. The order of the examples is drawn anew each round from the seed.
struct LinearTrainer {
    /// How much an error costs against the size of the weights.
    var cost: Double
    /// How much more an error on an example that holds costs.
    var positiveCost: Double
    var rounds: Int
    var seed: UInt64
    /// From 0 to 1: how far a feature's say before training follows how unevenly it falls on the two sides.
    ///
    /// Source: S. Wang, C. D. Manning, "Baselines and bigrams: simple, good sentiment and topic classification", ACL 2012.
    var unevenness: Float

    struct Weights {
        var weights: [Float]
        var bias: Float

        func score(_ example: Example) -> Float {
            var sum = bias
            for (index, value) in zip(example.indices, example.values) { sum += weights[Int(index)] * value }
            return sum
        }
    }

    /// Trains one output.
    func train(_ examples: [Example], output: Int, features: Int) -> Weights {
        let says = says(examples, output: output, features: features)
        let scaled = examples.map { example in
            var example = example
            for place in example.values.indices { example.values[place] *= says[Int(example.indices[place])] }
            return example
        }
        var weights = solve(scaled, output: output, features: features)
        for number in weights.weights.indices { weights.weights[number] *= says[number] }
        return weights
    }

    /// How much say each feature has before training: 1, mixed with the logarithm of the ratio of its shares of the two sides
    /// (its absolute value, over the mean of all).
    private func says(_ examples: [Example], output: Int, features: Int) -> [Float] {
        var held = [Double](repeating: 1, count: features)
        var not = held
        var sides = (held: 2.0, not: 2.0)
        for example in examples {
            if example.holds[output] { sides.held += 1 } else { sides.not += 1 }
            for index in example.indices {
                if example.holds[output] { held[Int(index)] += 1 } else { not[Int(index)] += 1 }
            }
        }
        let ratios = (0..<features).map { abs(logOf(held[$0] / sides.held) - logOf(not[$0] / sides.not)) }
        let mean = ratios.reduce(0, +) / Double(max(features, 1))
        return ratios.map { 1 - unevenness + unevenness * Float($0 / mean) }
    }

    private func solve(_ examples: [Example], output: Int, features: Int) -> Weights {
        var weights = [Double](repeating: 0, count: features)
        var bias = 0.0
        var random = SplitMix64(state: seed &+ UInt64(output))
        let costs = examples.map { $0.weight * ($0.holds[output] ? cost * positiveCost : cost) }
        var alpha = costs.map { min(0.001 * $0, 1e-8) }
        let squares = examples.map { example in example.values.reduce(1.0) { $0 + Double($1) * Double($1) } }
        for (number, example) in examples.enumerated() {
            let step = (example.holds[output] ? 1 : -1) * alpha[number]
            for (index, value) in zip(example.indices, example.values) { weights[Int(index)] += step * Double(value) }
            bias += step
        }
        var order = Array(examples.indices)
        for _ in 0..<rounds {
            for place in stride(from: order.count - 1, to: 0, by: -1) {
                order.swapAt(place, Int(random.next() % UInt64(place + 1)))
            }
            for number in order {
                let example = examples[number]
                let sign = example.holds[output] ? 1.0 : -1.0
                var product = bias
                example.indices.withUnsafeBufferPointer { indices in
                    example.values.withUnsafeBufferPointer { values in
                        for place in indices.indices { product += weights[Int(indices[place])] * Double(values[place]) }
                    }
                }
                let cost = costs[number]
                let old = alpha[number]
                let gradientPart = sign * product
                var z = old
                if z < 1e-12 { z = 1e-12 }
                for _ in 0..<12 {
                    let gradient = squares[number] * (z - old) + gradientPart + logOf(z / (cost - z))
                    if abs(gradient) < 1e-4 { break }
                    let curvature = squares[number] + cost / (z * (cost - z))
                    var next = z - gradient / curvature
                    if next <= 0 { next = z * 0.1 }
                    if next >= cost { next = cost - (cost - z) * 0.1 }
                    z = next
                }
                let step = sign * (z - old)
                if step == 0 { continue }
                alpha[number] = z
                for (index, value) in zip(example.indices, example.values) {
                    weights[Int(index)] += step * Double(value)
                }
                bias += step
            }
        }
        return Weights(weights: weights.map(Float.init), bias: Float(bias))
    }
}

/// A small generator of the same numbers everywhere (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
