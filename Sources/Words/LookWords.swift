/// A few statements that are answered to see later what has moved.
public struct LookWords: Sendable {
    /// The way to them, also when some are answered.
    public let begin, goOn: String
    // Once all have come
    public let review, nothing, alone, seal, keep: String
    /// What becomes of the answers of both, and how the two stand.
    public let sealed, waits, theirs: @Sendable (_ partner: String) -> String
}
