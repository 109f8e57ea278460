import Bytes
import Wire

/// A session that has not ended.
public struct Session: Equatable, Sendable {
    /// Whose it is.
    public let account: Identifier
    /// When it was made, in milliseconds since 1970.
    public let made: Int64
    /// When it was last used, in milliseconds since 1970, as far as the store was told.
    public let lastUse: Int64

    /// A session, made when it was last used unless `made` says otherwise.
    public init(account: Identifier, made: Int64? = nil, lastUse: Int64) {
        self.account = account
        self.made = made ?? lastUse
        self.lastUse = lastUse
    }

    /// Whether it has ended by `now`: 90 days after its last use, or 400 days after it was made.
    public func hasEnded(by now: Int64) -> Bool {
        lastUse <= now - Limits.sessionLife || made <= now - Limits.sessionSpan
    }
}
