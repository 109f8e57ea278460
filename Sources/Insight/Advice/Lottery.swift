import Bytes

/// SeededGenerator some of many so that each has a known chance: at least 0.1 and at most 0.9 for all that can be drawn at all.
///
/// Nothing is certain and nothing that is drawn was a freak, so that what followed can later be weighed by the inverse of its
/// chance (Horvitz and Thompson 1952).
struct Lottery: Sendable {
    /// The chances that are allowed.
    static let chances = 0.1...0.9

    /// What can be drawn, best first.
    private(set) var listed: [Int] = []
    /// The chance of each.
    private(set) var chances: [Double] = []

    /// A lottery for `count` of those in `favour`, which says how much each deserves it.
    ///
    /// Those come in whose favour is at least a tenth, the most favoured first, as far as `count` goes round; and as many as it takes for
    /// none to be certain. The favours, times the factor that makes them add up to `count`, are cut to the allowed chances.
    init(favour: [Double], count: Int) {
        let wanted = Double(count)
        var waiting = Array(favour.indices)
        while !waiting.isEmpty {
            var best = 0
            for place in waiting.indices where favour[waiting[place]] > favour[waiting[best]] { best = place }
            let size = Double(listed.count)
            let isNeeded = size * Self.chances.upperBound < wanted
            let isFavoured = favour[waiting[best]] >= Self.chances.lowerBound
            guard isNeeded || isFavoured && (size + 1) * Self.chances.lowerBound <= wanted else { break }
            listed.append(waiting.remove(at: best))
        }
        // The sum grows with the factor, so halving finds it.
        var (low, high) = (0.0, 1e6)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            let sum = cut(favour, middle)
            if sum < wanted { low = middle } else { high = middle }
        }
        _ = cut(favour, high)
    }

    /// Sets the chances for a factor; gives their sum.
    private mutating func cut(_ favour: [Double], _ factor: Double) -> Double {
        chances = listed.map { place in
            min(max(factor * (favour[place] + 0.001), Self.chances.lowerBound), Self.chances.upperBound)
        }
        var sum = 0.0
        for chance in chances { sum += chance }
        return sum
    }

    /// Those drawn, in the order given by `kind`: systematic sampling (Madow 1949), whose chances are exact and which seldom takes two that
    /// stand side by side.
    ///
    /// - Parameters:
    ///   - point: evenly spread over 0..<1.
    ///   - kind: likes have the same number.
    func drawn(at point: Double, kind: (Int) -> Int) -> [(index: Int, chance: Double)] {
        var drawn: [(index: Int, chance: Double)] = []
        var left = point
        var order: [Int] = []
        for number in 0..<Self.kinds {
            for place in listed.indices where kind(listed[place]) == number { order.append(place) }
        }
        for place in order {
            left -= chances[place]
            if left < 0 {
                drawn.append((listed[place], chances[place]))
                left += 1
            }
        }
        return drawn
    }

    /// How many kinds there are.
    private static let kinds = 13
}
