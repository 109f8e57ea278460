import Bytes

/// One member's list for a topic as a home keeps it.
public struct MatchListRow: Sendable {
    /// Whose list it is.
    public let account: Identifier
    /// What it is about.
    public let topic: Identifier
    /// The tokens in ascending order, so that the order in which a client lists them tells nothing.
    public let tokens: [Identifier]
    /// When it was put, in milliseconds since 1970.
    public let put: Int64

    /// A list.
    public init(account: Identifier, topic: Identifier, tokens: [Identifier], put: Int64) {
        self.account = account
        self.topic = topic
        self.tokens = tokens
        self.put = put
    }
}
