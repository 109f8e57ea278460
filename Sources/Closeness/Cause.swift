/// Something that may be making the distance, and where it leads: to practices, a conversation or help.
public struct Cause: SafeWhenAfraid, Sendable, Hashable {
    /// The stable name, kebab-case.
    public let id: String
    /// A short name, such as "Work that follows you home".
    public let name: String
    /// What it is, in words that lift guilt.
    public let about: String
    /// Where it points: the first thing worth trying.
    public let points: String
    /// Practices that answer it, by id, the most fitting first.
    public let practices: [String]
    /// The conversation that helps with it, by id.
    public let conversation: String?
    /// Whether the help page belongs beside it.
    public let leadsToHelp: Bool
    /// The circumstance that it brings with it.
    public let circumstance: Circumstance?
    /// The situation of somebody who names it, where it tells of one.
    public let situation: LifeSituation?
    /// The pillars and foundations it wears on.
    public let touches: Weights
    /// The article that says more about it, by id.
    public let article: String?
    /// Whether it may be put before somebody who is afraid of their partner (see ``SafeWhenAfraid``).
    public let isSafeWhenAfraid: Bool

    /// Creates a cause.
    public init(
        id: String, name: String, about: String, points: String, practices: [String], conversation: String?,
        leadsToHelp: Bool, circumstance: Circumstance?, situation: LifeSituation? = nil, touches: Weights,
        article: String? = nil, isSafeWhenAfraid: Bool = false
    ) {
        self.id = id
        self.name = name
        self.about = about
        self.points = points
        self.practices = practices
        self.conversation = conversation
        self.leadsToHelp = leadsToHelp
        self.circumstance = circumstance
        self.situation = situation
        self.touches = touches
        self.article = article
        self.isSafeWhenAfraid = isSafeWhenAfraid
    }
}
