/// An idea for a date: something for two that is out of the ordinary, however little.
public struct DateIdea: SafeWhenAfraid, Sendable, Hashable {
    /// Where it happens. The raw value is the stable name.
    public enum Place: String, CaseIterable, Sendable, Hashable {
        /// In one's own four walls, or those where one is.
        case home
        /// Out among people.
        case out
        /// Under the sky.
        case nature
        /// Wherever one happens to be.
        case anywhere
    }

    /// The time of the year that it needs. The raw value is the stable name.
    public enum Season: String, CaseIterable, Sendable, Hashable {
        /// None.
        case any
        /// When things begin to grow.
        case spring
        /// Long, warm days.
        case summer
        /// When it grows dark early.
        case autumn
        /// Cold, and perhaps snow.
        case winter
    }

    /// What one is in the mood for. The raw value is the stable name.
    public enum Mood: String, CaseIterable, Sendable, Hashable {
        /// To be silly together.
        case playful
        /// To be quiet together.
        case calm
        /// To find something out.
        case curious
        /// To be somebody's darling.
        case romantic
        /// To move.
        case lively
    }

    /// How much of something it asks or brings: 1 little, 2 some, 3 much. Of novelty, 3 is new to most.
    public static let degrees = 1...3

    /// The stable name, kebab-case; entries refer to it for ever.
    public let id: String
    /// A small concrete name, such as "To the end of the line".
    public let name: String
    /// What to do.
    public let deed: String
    /// How long it takes, in minutes.
    public let minutes: Int
    /// How much strength it takes, one of ``degrees``.
    public let energy: Int
    /// What it costs, as of a practice: 0 nothing, 1 small change, 2 an evening out, 3 more.
    public let cost: Int
    /// Where it happens.
    public let place: Place
    /// How new it is to most people, one of ``degrees``.
    public let novelty: Int
    /// When in the year it can be done.
    public let season: Season
    /// The moods that it suits, one or two.
    public let moods: [Mood]
    /// Whether two people in different places can do it at once.
    public let worksApart: Bool
    /// The circumstances in which it is not offered.
    public let avoid: [Circumstance]
    /// Whether it may be put before somebody who is afraid of their partner (see ``SafeWhenAfraid``).
    public let isSafeWhenAfraid: Bool

    /// Creates a date idea.
    public init(
        id: String, name: String, deed: String, minutes: Int, energy: Int, cost: Int, place: Place, novelty: Int,
        season: Season, moods: [Mood], worksApart: Bool, avoid: [Circumstance], isSafeWhenAfraid: Bool = false
    ) {
        self.id = id
        self.name = name
        self.deed = deed
        self.minutes = minutes
        self.energy = energy
        self.cost = cost
        self.place = place
        self.novelty = novelty
        self.season = season
        self.moods = moods
        self.worksApart = worksApart
        self.avoid = avoid
        self.isSafeWhenAfraid = isSafeWhenAfraid
    }

    /// Whether it can be done by a couple in these circumstances: nothing to avoid applies; apart, it must work apart; without
    /// money, it must cost nothing.
    public func fits(_ circumstances: Circumstances) -> Bool {
        guard circumstances.isDisjoint(with: avoid) else { return false }
        if circumstances.contains(.apart) && !worksApart { return false }
        return !(circumstances.contains(.noMoney) && cost > 0)
    }
}
