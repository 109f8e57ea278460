import Closeness

/// What makes practices alike, ready to be compared.
struct PracticeTraits: Sendable {
    /// Up to five minutes, twenty, an hour, longer.
    private enum Span { case moment, spell, evening, day }

    /// The weights in the order of `Aspect.all`, at length 1.
    private let direction: [Double]
    private let span: Span
    private let rhythm: Practice.Rhythm
    private let moment: Practice.Moment

    init(of practice: Practice) {
        let length = practice.feeds.length
        direction = Aspect.all.map { length > 0 ? practice.feeds[$0] / length : 0 }
        span =
            switch practice.minutes {
            case ...5: .moment
            case ...20: .spell
            case ...60: .evening
            default: .day
            }
        rhythm = practice.rhythm
        moment = practice.moment
    }

    /// From 0 to 1: aspects count for 0.65, how long it takes for 0.15, rhythm and moment for 0.1 each.
    func likeness(to other: PracticeTraits) -> Double {
        var dot = 0.0
        for index in direction.indices { dot += direction[index] * other.direction[index] }
        var likeness = 0.65 * dot
        if span == other.span { likeness += 0.15 }
        if rhythm == other.rhythm { likeness += 0.1 }
        if moment == other.moment && moment != .any { likeness += 0.1 }
        return likeness
    }
}
