public import Closeness

/// Everything from which advice is made: what both share, and what the one who asks keeps private.
public struct AdviceRequest: Sendable {
    /// What a person said to a piece of advice, for themselves alone.
    public enum Wish: Sendable, Hashable {
        /// I'd like this.
        case yes
        /// Not now; it comes up again after ``AdviceRequest/daysOfNotNow`` days. The day's number on which it was said.
        case notNow(day: Int)
        /// Never; it doesn't come up again.
        case never
    }

    /// How many days "not now" lasts.
    public static let daysOfNotNow = 30

    /// Where the two stand. Which of them is *mine* makes no difference.
    public var picture: Picture
    /// What both said about their circumstances; those that shared causes bring are added.
    public var circumstances: Circumstances
    /// How many minutes a week they have for each other; nil when they didn't say.
    public var minutesAWeek: Int?
    /// The ids of the causes that either shared.
    public var causes: Set<String>
    /// The openness each is ready for; one value while alone.
    public var comfort: [Openness]
    /// The ids of the practices in the plan.
    public var plan: Set<String>
    /// What either reported as done, in any order.
    public var history: [Done]
    /// The day's number. It must be the same on both phones: the first day of the week serves well, and keeps the list for that
    /// long.
    public var today: Int
    /// What breaks ties, the same on both phones: the shared space's id and the week.
    public var seed: Seed
    /// How many pieces of advice are wanted at most.
    public var count: Int
    /// How many are drawn by lot before the rest of the ranking, the same on both phones (see `Insight`'s advice).
    public var drawn: Int
    /// Private: what the one who asks said to advice so far, by practice id.
    public var wishes: [String: Wish]
    /// Private: whether the one who asks is to be shown only what is safe for somebody afraid of their partner.
    public var safeOnly: Bool

    /// Creates a request.
    public init(
        picture: Picture, circumstances: Circumstances = [], minutesAWeek: Int? = nil, causes: Set<String> = [],
        comfort: [Openness],
        plan: Set<String> = [], history: [Done] = [], today: Int, seed: Seed, count: Int,
        drawn: Int = 5,
        wishes: [String: Wish] = [:], safeOnly: Bool = false
    ) {
        self.picture = picture
        self.circumstances = circumstances
        self.minutesAWeek = minutesAWeek
        self.causes = causes
        self.comfort = comfort
        self.plan = plan
        self.history = history
        self.today = today
        self.seed = seed
        self.count = count
        self.drawn = drawn
        self.wishes = wishes
        self.safeOnly = safeOnly
    }
}
