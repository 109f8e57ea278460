import Wire

/// Why the store did not do what it was asked. Nothing of the request was kept, whatever the name.
public struct StoreError: Error, Equatable, Sendable {
    /// The name under which the client learns of it.
    public let name: ErrorName
    /// Seconds after which trying again may help, when that is known.
    public let retryAfter: Int64?
    /// What the database said, for the relay's log. Never holds content, names or ids; nil for a plain refusal.
    public let cause: String?

    /// An error.
    public init(_ name: ErrorName, retryAfter: Int64? = nil, cause: String? = nil) {
        self.name = name
        self.retryAfter = retryAfter
        self.cause = cause
    }
}
