public import Closeness

/// Practices from which lists are composed one by one, so that a list has something of everything.
///
/// Each next score is lowered by up to 45 % by a practice's likeness (aspects, time it takes, rhythm, moment) to the plan and to
/// the last few chosen.
public struct AdviceList: Sendable {
    /// How many of those chosen last a practice is compared with, beside the plan.
    private static let remembered = 6
    /// By how much of its score a practice falls beside its double.
    private static let strongest = 0.45

    private let traits: [PracticeTraits]
    private let likenessToPlan: [Double]

    /// Practices to choose from, beside those in the plan.
    public init(_ practices: [Practice], plan: [Practice]) {
        let planned = plan.map { PracticeTraits(of: $0) }
        let traits = practices.map { PracticeTraits(of: $0) }
        self.traits = traits
        likenessToPlan = traits.map { traits in
            var closest = 0.0
            for planned in planned { closest = max(closest, traits.likeness(to: planned)) }
            return closest
        }
    }

    /// The best practices by these scores, best first: the place of each among the practices, and the score it had when it was
    /// chosen.
    public func composed(_ count: Int, by scores: [Double]) -> [(index: Int, score: Double)] {
        var chosen: [(index: Int, score: Double)] = []
        chosen.reserveCapacity(min(count, traits.count))
        var waiting = Array(traits.indices)
        var lowered = traits.indices.map { scores[$0] * (1 - Self.strongest * likenessToPlan[$0]) }
        // For each practice its likeness to those chosen last, the one of a turn at the turn's number modulo the count.
        var likeness = [Double](repeating: 0, count: traits.count * Self.remembered)
        while chosen.count < count, !waiting.isEmpty {
            var best = 0
            for place in waiting.indices where lowered[waiting[place]] > lowered[waiting[best]] { best = place }
            let index = waiting.remove(at: best)
            let turn = chosen.count % Self.remembered
            chosen.append((index, lowered[index]))
            if chosen.count == count { break }
            for other in waiting {
                let first = other * Self.remembered
                likeness[first + turn] = traits[other].likeness(to: traits[index])
                var closest = likenessToPlan[other]
                for place in first..<(first + Self.remembered) { closest = max(closest, likeness[place]) }
                lowered[other] = scores[other] * (1 - Self.strongest * closest)
            }
        }
        return chosen
    }
}
