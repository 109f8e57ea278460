/// One linear score per output out of a message's features, with weights of one byte each.
///
/// Of the coach's labels, outputs are the ten in the order of ``Label/allCases`` and, last, "anything at all"; of harm,
/// ``HarmReader/outputs``. A message's features are a set: each counts once, by its weight, and the sum is divided by the length of the feature vector, so that a long message has no
/// more say than a short one.
struct LinearModel {
    /// The number of outputs for the labels.
    static let labelOutputs = Label.allCases.count + 1

    private let outputs: Int
    /// Keys, hashed into a table whose size is a power of two; ``absent`` marks an empty place.
    private var keys: [UInt32]
    /// The row of each key.
    private var rows: [Int32]
    private let weights: [Int8]
    private let scales: [Float]
    private let biases: [Float]
    /// The score from which each output holds.
    let thresholds: [Float]
    private static let absent = UInt32.max

    /// Reads packed weights: for each output scale, bias and threshold (32-bit floats); the number of rows (32 bits);
    /// the keys in ascending order, each as its distance from the one before (7 bits a byte, high bit: more follows);
    /// then the weights, output by output. Little-endian.
    init(_ bytes: [UInt8], outputs: Int) throws(PackFault) {
        self.outputs = outputs
        var position = 0
        func word() throws(PackFault) -> UInt32 {
            guard position + 4 <= bytes.count else { throw .unreadable }
            defer { position += 4 }
            return (0..<4).reduce(0) { $0 | UInt32(bytes[position + $1]) << UInt32(8 * $1) }
        }
        var scales: [Float] = []
        var biases: [Float] = []
        var thresholds: [Float] = []
        for _ in 0..<outputs {
            scales.append(Float(bitPattern: try word()))
            biases.append(Float(bitPattern: try word()))
            thresholds.append(Float(bitPattern: try word()))
        }
        let count = Int(try word())
        guard count <= bytes.count else { throw .unreadable }
        var size = 16
        while size < count * 2 { size *= 2 }
        keys = [UInt32](repeating: Self.absent, count: size)
        rows = [Int32](repeating: 0, count: size)
        var key: UInt32 = 0
        for row in 0..<count {
            var distance: UInt32 = 0
            var shift: UInt32 = 0
            while true {
                guard position < bytes.count, shift < 28 else { throw .unreadable }
                let byte = bytes[position]
                position += 1
                distance |= UInt32(byte & 0x7F) << shift
                shift += 7
                if byte & 0x80 == 0 { break }
            }
            key &+= distance
            var place = Self.place(of: key, in: size)
            while keys[place] != Self.absent { place = (place + 1) & (size - 1) }
            keys[place] = key
            rows[place] = Int32(row)
        }
        guard bytes.count - position == count * outputs else { throw .unreadable }
        var weights = [Int8](repeating: 0, count: count * outputs)
        for output in 0..<outputs {
            for row in 0..<count {
                weights[row * outputs + output] = Int8(bitPattern: bytes[position + output * count + row])
            }
        }
        self.weights = weights
        self.scales = scales
        self.biases = biases
        self.thresholds = thresholds
    }

    private static func place(of key: UInt32, in size: Int) -> Int {
        Int((key &* 0x9e37_79b1) >> 7) & (size - 1)
    }

    /// The row of a key, or nil when training gave it no weight.
    private func row(of key: UInt32) -> Int? {
        var place = Self.place(of: key, in: keys.count)
        while keys[place] != Self.absent {
            if keys[place] == key { return Int(rows[place]) }
            place = (place + 1) & (keys.count - 1)
        }
        return nil
    }

    /// The score of each output. A score is a log-odds before calibration; compare it with ``thresholds``.
    func scores(of features: [Feature]) -> [Float] {
        var sums = [Int32](repeating: 0, count: outputs)
        var square: Int32 = 0
        for feature in Self.unique(features) {
            square += feature.weight * feature.weight
            guard let row = row(of: feature.key) else { continue }
            for output in 0..<outputs {
                sums[output] += Int32(weights[row * outputs + output]) * feature.weight
            }
        }
        let norm = Float(max(square, 1)).squareRoot()
        return (0..<outputs).map { Float(sums[$0]) * scales[$0] / norm + biases[$0] }
    }

    /// How much each token speaks for an output: a feature's weight is shared by the tokens that it looked at.
    func contributions(of features: [Feature], to output: Int, tokens: Int) -> [Float] {
        var shares = [Float](repeating: 0, count: tokens)
        for feature in features where feature.tokens.count <= 12 {
            guard let row = row(of: feature.key) else { continue }
            let share =
                Float(Int32(weights[row * outputs + output]) * feature.weight) / Float(feature.tokens.count)
            for token in feature.tokens { shares[token] += share }
        }
        return shares
    }

    /// The features with every key once.
    static func unique(_ features: [Feature]) -> [Feature] {
        var size = 64
        while size < features.count * 2 { size *= 2 }
        var seen = [UInt32](repeating: absent, count: size)
        return features.filter { feature in
            var place = place(of: feature.key, in: size)
            while seen[place] != absent {
                if seen[place] == feature.key { return false }
                place = (place + 1) & (size - 1)
            }
            seen[place] = feature.key
            return true
        }
    }
}
