/// Something in a reply that keeps the other from feeling heard.
public struct Hindrance: Sendable, Hashable {
    /// What a reply does instead of listening.
    public enum Kind: String, Sendable, CaseIterable {
        /// Offers a solution that wasn't asked for.
        case fixing
        /// Answers the facts instead of the feeling.
        case arguing
        /// Takes back with "but" what was said before it.
        case but
        /// Moves the talk to one's own story.
        case ownStory = "own_story"
        /// Hurries to the bright side.
        case silverLining = "silver_lining"
    }

    /// What it is.
    public let kind: Kind
    /// Where it begins in the reply, in Unicode scalars.
    public let start: Int
    /// Where it ends, in Unicode scalars: behind its last one.
    public let end: Int
    /// One line: why, and what helps more.
    public let why: String
}

/// Help for the one who listens.
public struct ListeningHelp: Sendable, Hashable {
    /// What gets in the way in the reply, in its order, each kind once.
    public let hindrances: [Hindrance]
    /// Ways to say back what was heard.
    public let reflect: [Offer]
    /// Ways to say that it makes sense.
    public let validate: [Offer]
    /// Open questions.
    public let ask: [Offer]
}
