import Bytes
import Wire

/// What two lists have in common after one was put, and who should hear of it.
public struct MatchOutcome: Equatable, Sendable {
    /// The tokens in every member's list, in ascending order; empty until all have put one.
    public let tokens: [Identifier]
    /// The members to tell: all of them when the intersection grew, else nobody.
    public let told: [Identifier]

    /// An outcome.
    public init(tokens: [Identifier], told: [Identifier]) {
        self.tokens = tokens
        self.told = told
    }
}
