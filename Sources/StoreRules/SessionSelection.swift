import Bytes

/// Which sessions to remove.
public enum SessionSelection: Sendable {
    /// This one.
    case one(SecretHash)
    /// All of an account, but for `except`.
    case all(account: Identifier, except: SecretHash?)
    /// All last used at this time or before, in milliseconds since 1970.
    case unusedSince(Int64)
    /// All made at this time or before.
    case madeUntil(Int64)
}
