import Bytes

/// One member's list for a topic as a home keeps it.
public struct MatchListRow: Sendable {
    /// Whose list it is.
    public let account: Identifier
    /// What it is about.
    public let topic: Identifier
    /// The tokens in ascending order, so that the order in which a client lists them tells nothing. None once they are erased.
    public let tokens: [Identifier]
    /// When it was put, in milliseconds since 1970.
    public let put: Int64
    /// The week that it is for, as ``MatchWeek`` counts.
    public let week: Int64

    /// A list.
    public init(account: Identifier, topic: Identifier, tokens: [Identifier], put: Int64, week: Int64) {
        self.week = week
        self.account = account
        self.topic = topic
        self.tokens = tokens
        self.put = put
    }
}
