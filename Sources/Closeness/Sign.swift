/// Something one can see when two people drift apart, with what it may mean and what it may not.
public struct Sign: SafeWhenAfraid, Sendable, Hashable {
    /// The stable name, kebab-case.
    public let id: String
    /// A short name, such as "Only logistics".
    public let name: String
    /// What is seen.
    public let seen: String
    /// What it may mean.
    public let may: String
    /// What it need not mean.
    public let mayNot: String
    /// The pillars and foundations it touches.
    public let touches: Weights
    /// Causes that may be behind it, by id.
    public let causes: [String]
    /// Practices that answer it, by id.
    public let practices: [String]
    /// The article that says more about it, by id.
    public let article: String?
    /// Whether it may be put before somebody who is afraid of their partner (see ``SafeWhenAfraid``).
    public let isSafeWhenAfraid: Bool

    /// Creates a sign.
    public init(
        id: String, name: String, seen: String, may: String, mayNot: String, touches: Weights, causes: [String],
        practices: [String], article: String? = nil, isSafeWhenAfraid: Bool = false
    ) {
        self.id = id
        self.name = name
        self.seen = seen
        self.may = may
        self.mayNot = mayNot
        self.touches = touches
        self.causes = causes
        self.practices = practices
        self.article = article
        self.isSafeWhenAfraid = isSafeWhenAfraid
    }
}
