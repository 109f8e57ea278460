/// How strongly something bears on each aspect, from 0 (not at all) to 1 (this is what it is for).
///
/// A practice carries the weights of what it feeds, a sign and a cause the weights of what they touch.
public struct Weights: Sendable, Hashable {
    /// One aspect and how strongly it is meant.
    public struct Weight: Sendable, Hashable {
        /// What is meant.
        public let aspect: Aspect
        /// How strongly, above 0 and at most 1.
        public let value: Double

        /// Creates a weight.
        public init(_ aspect: Aspect, _ value: Double) {
            self.aspect = aspect
            self.value = value
        }
    }

    /// The weights that aren't zero, in the order of ``Aspect/all``. An order of its own, so that sums over it come out the
    /// same to the last bit on every device.
    public let listed: [Weight]

    /// Creates weights from any order; zeros are dropped, and of two weights for one aspect the first counts.
    public init(_ weights: [Weight] = []) {
        listed = Aspect.all.compactMap { aspect in
            weights.first { $0.aspect == aspect && $0.value > 0 }
        }
    }

    /// The weight of an aspect; 0 when it isn't listed.
    public subscript(aspect: Aspect) -> Double {
        for weight in listed where weight.aspect == aspect { return weight.value }
        return 0
    }

    /// The aspect with the greatest weight, the earlier in ``Aspect/all`` when two are equal; nil when there are no weights.
    public var strongest: Aspect? {
        var best: Weight?
        for weight in listed where weight.value > (best?.value ?? 0) { best = weight }
        return best?.aspect
    }

    /// √Σ weight²: how much there is in all, seen as a direction.
    public var length: Double {
        var sum = 0.0
        for weight in listed { sum += weight.value * weight.value }
        return sum.squareRoot()
    }
}
