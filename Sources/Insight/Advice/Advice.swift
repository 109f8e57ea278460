public import Closeness

/// A practice worth trying, and why.
public struct Advice: Sendable, Hashable {
    /// The one reason that weighs most. `Words` makes a sentence of it; it is the same on both phones.
    public enum Reason: Sendable, Hashable {
        /// Both wish for more of this.
        case bothWish(Aspect)
        /// One of the two wishes for more of this.
        case oneWishes(Aspect)
        /// Alone: I wish for more of this.
        case youWish(Aspect)
        /// At least one of the two, or the one who is alone, is short of this, and it gives some back.
        case restores(SelfAspect)
        /// It answers a cause that was shared, by id.
        case answers(cause: String)
        /// This is not as full as it could be; nobody said what they wish.
        case hasRoom(Aspect)
        /// It did them good before.
        case didGood
        /// It is new to them, and what feeds this has done them good lately.
        case likeWhatHelped(Aspect)
        /// It is new to them, meant for this, and nobody can know yet.
        case worthTrying(Aspect)
        /// It keeps what is already good.
        case keeps(Aspect)
        /// It is meant for this, while nothing is known yet of how it is for them.
        case feeds(Aspect)
    }

    /// The practice's id.
    public let practice: String
    /// Why it is advised.
    public internal(set) var reason: Reason
    /// How long it takes, in minutes; the sentence ends with it.
    public let minutes: Int
    /// How well it fits, for ordering and tests; never shown. Above 0.
    public let score: Double
    /// How likely it was to be among those drawn this time, from 0.1 to 0.9; nil when no lot was cast for it.
    public let chance: Double?

    /// Creates a piece of advice.
    public init(practice: String, reason: Reason, minutes: Int, score: Double, chance: Double? = nil) {
        self.practice = practice
        self.reason = reason
        self.minutes = minutes
        self.score = score
        self.chance = chance
    }
}
