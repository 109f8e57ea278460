import Closeness

/// How much of everything the content must hold before it can be packed.
public struct Minimums: Sendable {
    /// Check items for each pillar, each foundation, each aspect of oneself and each theme but all in all, which has one: exactly so
    /// many.
    public var checkItems: (pillar: Int, foundation: Int, oneself: Int, theme: Int)?
    /// Of each pillar and each foundation, how many a season asks at least; how many marks it asks for in all, at most.
    public var checkSeason: (pillar: Int, foundation: Int, marks: Int)?
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
    /// Practices with openness 4 or 5.
    public var openPractices: Int
    /// Practices that one person can do.
    public var practicesForOne: Int
    /// Practices that were expressly written for a situation.
    public var practicesFor: [LifeSituation: Int]
    /// Practices for the morning and for midday; where it is asked for, no opening and no hour may be that of more than a fifth
    /// of them.
    public var variety: (mornings: Int, middays: Int)?
    /// Questions.
    public var questions: Int
    /// Questions at each depth, from ``Question/Depth/play`` on.
    public var questionsPerDepth: [Int]
    /// Series of questions with twelve steps.
    public var series: Int
    /// Guided conversations.
    public var conversations: Int
    /// Articles.
    public var articles: Int
    /// Ideas for dates.
    public var dates: Int
    /// Journeys.
    public var journeys: Int
    /// Kinds of touch on the menu.
    public var touches: Int
    /// Exercises to come to rest, to be close, and games.
    public var exercises: (calm: Int, close: Int, games: Int)
    /// Questions to begin a page of the journal with.
    public var prompts: Int

    /// What Hearth is shipped with.
    public static let shipped = Minimums(
        // 67 marks, and eight taps for the way in, the circles, how open to be and the way out.
        checkItems: (pillar: 4, foundation: 3, oneself: 2, theme: 2),
        checkSeason: (pillar: 3, foundation: 2, marks: 67), signs: 19, causes: 32, practices: 175,
        practicesPerAspect: 3, practicesPerOpenness: 10, openPractices: 45, practicesForOne: 55,
        practicesFor: [
            .newParents: 14, .apart: 14, .illness: 12, .afterBetrayal: 12, .differentMinds: 10, .grief: 8,
            .emptyNest: 8, .twoFamilies: 8, .lossOfPregnancy: 6, .shifts: 5,
        ], variety: (mornings: 16, middays: 8), questions: 420, questionsPerDepth: [90, 110, 120, 100], series: 8,
        conversations: 16, articles: 12, dates: 80, journeys: 10, touches: 30, exercises: (calm: 4, close: 3, games: 3),
        prompts: 45)

    /// Anything goes: for trying out a few files.
    public static let nothing = Minimums(
        checkItems: nil, checkSeason: nil, signs: 0, causes: 0, practices: 0, practicesPerAspect: 0,
        practicesPerOpenness: 0,
        openPractices: 0, practicesForOne: 0, practicesFor: [:], variety: nil, questions: 0, questionsPerDepth: [],
        series: 0, conversations: 0, articles: 0, dates: 0, journeys: 0, touches: 0,
        exercises: (calm: 0, close: 0, games: 0), prompts: 0)
}
