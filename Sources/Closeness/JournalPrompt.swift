/// A question to begin a page of the journal with, for whoever wants one.
public struct JournalPrompt: SafeWhenAfraid, Sendable, Hashable {
    /// What a question is about.
    public enum Theme: String, CaseIterable, Sendable {
        /// The day.
        case day
        /// The two of them.
        case two
        /// The person.
        case oneself = "self"
        /// Old patterns, and what sets the person off.
        case patterns
        /// What the person is proud of.
        case proud
        /// Hard days: a way on that denies nothing.
        case hard
    }

    /// The stable name, kebab-case.
    public let id: String
    /// What it is about.
    public let theme: Theme
    /// The question.
    public let text: String
    /// Whether it may be put before somebody who is afraid of their partner.
    public let isSafeWhenAfraid: Bool

    /// Creates a question.
    public init(id: String, theme: Theme, text: String, isSafeWhenAfraid: Bool = false) {
        self.id = id
        self.theme = theme
        self.text = text
        self.isSafeWhenAfraid = isSafeWhenAfraid
    }
}
