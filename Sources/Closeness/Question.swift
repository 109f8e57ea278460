/// A question that both answer apart; neither sees the other's answer until both are in.
public struct Question: SafeWhenAfraid, Sendable, Hashable {
    /// How deep a question goes. The raw value is the number used in content.
    public enum Depth: Int, CaseIterable, Sendable, Hashable, Comparable {
        /// Play and taste.
        case play = 1
        /// Days and people.
        case days = 2
        /// Hopes, worries, us.
        case hopes = 3
        /// Fears, hurts, longing, body.
        case longing = 4

        /// The openness a person needs to be asked this: depth 1 asks step 1, depth 2 step 2, depth 3 step 3, depth 4 step 4.
        public var openness: Openness { Openness(clamping: rawValue) }

        /// Whether the first goes less deep than the second.
        public static func < (first: Depth, second: Depth) -> Bool { first.rawValue < second.rawValue }
    }

    /// Its place in a series that is walked step by step.
    public struct SeriesStep: Sendable, Hashable {
        /// The stable name of the series, such as `closer`.
        public let series: String
        /// The step, counted from 1.
        public let step: Int

        /// Creates a place in a series.
        public init(series: String, step: Int) {
            self.series = series
            self.step = step
        }
    }

    /// The stable name, kebab-case.
    public let id: String
    /// How deep it goes.
    public let depth: Depth
    /// What is asked.
    public let text: String
    /// What it is about, one kebab-case word, for browsing.
    public let theme: String
    /// Its place in a series; nil for a question that stands alone and can come up on any day.
    public let place: SeriesStep?
    /// Whether it may be put before somebody who is afraid of their partner (see ``SafeWhenAfraid``).
    public let isSafeWhenAfraid: Bool

    /// Creates a question.
    public init(
        id: String, depth: Depth, text: String, theme: String, place: SeriesStep?, isSafeWhenAfraid: Bool = false
    ) {
        self.id = id
        self.depth = depth
        self.text = text
        self.theme = theme
        self.place = place
        self.isSafeWhenAfraid = isSafeWhenAfraid
    }
}
