import Coach

/// Writes weights in the form that `LinearModel` reads: one byte each, the features that matter most.
struct PackedWeights {
    let vocabulary: Vocabulary
    let weights: [LinearTrainer.Weights]
    var thresholds: [Float] = []
    /// The steps, of the 127 on either side of zero, below which a weight is written as none: runs of zeros compress well, and a weight so
    /// small changes no reading.
    var leastStep: Float = 0

    /// The weights of at most a number of features, those whose largest weight for any output is greatest.
    func bytes(mostFeatures: Int) -> [UInt8] {
        let strengths = vocabulary.keys.indices.map { number in
            weights.reduce(Float(0)) { max($0, abs($1.weights[number])) }
        }
        let kept = vocabulary.keys.indices
            .sorted { (strengths[$1], vocabulary.keys[$0]) < (strengths[$0], vocabulary.keys[$1]) }
            .prefix(mostFeatures)
            .sorted { vocabulary.keys[$0] < vocabulary.keys[$1] }
        var bytes: [UInt8] = []
        func append(_ word: UInt32) {
            for offset in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * UInt32(offset)))) }
        }
        let scales = weights.map { output in
            kept.reduce(Float(1e-9)) { max($0, abs(output.weights[$1])) } / 127
        }
        for (output, weights) in weights.enumerated() {
            append(scales[output].bitPattern)
            append(weights.bias.bitPattern)
            append(thresholds[output].bitPattern)
        }
        append(UInt32(kept.count))
        var previous: UInt32 = 0
        for number in kept {
            var distance = vocabulary.keys[number] - previous
            previous = vocabulary.keys[number]
            while distance >= 0x80 {
                bytes.append(UInt8(distance & 0x7F) | 0x80)
                distance >>= 7
            }
            bytes.append(UInt8(distance))
        }
        for (output, weights) in weights.enumerated() {
            for number in kept {
                bytes.append(UInt8(bitPattern: step(weights.weights[number], scale: scales[output])))
            }
        }
        return bytes
    }

    private func step(_ weight: Float, scale: Float) -> Int8 {
        let step = (weight / scale).rounded()
        return abs(step) < leastStep ? 0 : Int8(step)
    }

    /// The weights as a phone will read them, when all features are kept.
    var asRead: [LinearTrainer.Weights] {
        weights.map { output in
            let scale = output.weights.reduce(Float(1e-9)) { max($0, abs($1)) } / 127
            return LinearTrainer.Weights(
                weights: output.weights.map { Float(step($0, scale: scale)) * scale }, bias: output.bias)
        }
    }
}
