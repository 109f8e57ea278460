/// How much of everything the content must hold before it can be packed.
public struct Minimums: Sendable {
    /// Check items for each pillar, each foundation and each aspect of oneself: exactly so many.
    public var checkItems: (pillar: Int, foundation: Int, oneself: Int)?
    /// Signs of a widening gap.
    public var signs: Int
    /// Causes that may be at work.
    public var causes: Int
    /// Practices.
    public var practices: Int
    /// Practices that feed each aspect with at least one half.
    public var practicesPerAspect: Int
    /// Practices at each step of openness.
    public var practicesPerOpenness: Int
    /// Practices for the morning and for midday; where it is asked for, no opening may be that of more than a fifth of them.
    public var variety: (mornings: Int, middays: Int)?
    /// Questions.
    public var questions: Int
    /// Questions at each depth.
    public var questionsPerDepth: Int
    /// Guided conversations.
    public var conversations: Int

    /// What Hearth is shipped with.
    public static let shipped = Minimums(
        checkItems: (pillar: 4, foundation: 2, oneself: 1), signs: 16, causes: 17, practices: 60,
        practicesPerAspect: 3, practicesPerOpenness: 4, variety: (mornings: 12, middays: 6), questions: 120,
        questionsPerDepth: 20, conversations: 2)

    /// Anything goes: for trying out a few files.
    public static let nothing = Minimums(
        checkItems: nil, signs: 0, causes: 0, practices: 0, practicesPerAspect: 0, practicesPerOpenness: 0,
        variety: nil, questions: 0, questionsPerDepth: 0, conversations: 0)
}
