import Bytes
import Wire

/// A session that has not ended.
public struct Session: Equatable, Sendable {
    /// Whose it is.
    public let account: Identifier
    /// When it was last used, in milliseconds since 1970, as far as the store was told.
    public let lastUse: Int64

    /// A session.
    public init(account: Identifier, lastUse: Int64) {
        self.account = account
        self.lastUse = lastUse
    }
}
