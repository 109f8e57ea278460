/// How much of oneself something asks to show, or how much a person is ready to show: a step from 1 to 5.
public struct Openness: Sendable, Hashable, Comparable {
    /// The step, 1…5.
    public let level: Int

    /// The lowest step: nothing that could feel exposed.
    public static let lowest = Openness(clamping: 1)
    /// The highest step: fears, hurts, longing, body.
    public static let highest = Openness(clamping: 5)

    /// The step of that number, or nil when it isn't 1…5.
    public init?(level: Int) {
        guard (1...5).contains(level) else { return nil }
        self.level = level
    }

    /// The nearest step to a number.
    public init(clamping level: Int) {
        self.level = min(max(level, 1), 5)
    }

    /// One step up; the highest stays.
    public var next: Openness { Openness(clamping: level + 1) }

    /// One step down; the lowest stays.
    public var previous: Openness { Openness(clamping: level - 1) }

    /// Whether the first asks for less than the second.
    public static func < (first: Openness, second: Openness) -> Bool { first.level < second.level }
}
