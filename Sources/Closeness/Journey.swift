/// A course of some weeks towards one thing: a path of practices, questions, pages to read and conversations, with a
/// beginning, a middle and an end.
public struct Journey: SafeWhenAfraid, Sendable, Hashable {
    /// One thing that a week holds, by the id of what it leads to.
    public enum Step: Sendable, Hashable {
        /// Something to do.
        case practice(String)
        /// Something to answer.
        case question(String)
        /// Something to read.
        case article(String)
        /// A guided conversation.
        case conversation(String)
    }

    /// One week.
    public struct Week: Sendable, Hashable {
        /// The stable name within the journey, kebab-case; entries refer to it for ever.
        public let id: String
        /// What this week is about.
        public let about: String
        /// What it holds, at least one; the first is the week's own.
        public let steps: [Step]
        /// The practice that is offered instead where the week was hard for either, by id.
        public let lighter: String?
        /// The practice that is offered besides where it did both good, by id.
        public let deeper: String?

        /// Creates a week.
        public init(id: String, about: String, steps: [Step], lighter: String? = nil, deeper: String? = nil) {
            self.id = id
            self.about = about
            self.steps = steps
            self.lighter = lighter
            self.deeper = deeper
        }
    }

    /// The stable name, kebab-case; entries refer to it for ever.
    public let id: String
    /// Its name.
    public let name: String
    /// What it is and for whom.
    public let about: String
    /// Who can walk it.
    public let company: Practice.Company
    /// The highest openness that it climbs to.
    public let openness: Openness
    /// The causes for which it is proposed, by id.
    public let causes: [String]
    /// The circumstances for which it is wrong.
    public let avoid: [Circumstance]
    /// The check's statements that are looked at in the beginning and at the end, by id.
    public let lines: [String]
    /// What to see to before beginning.
    public let before: String
    /// What a counsellor or a doctor is for in it, which this can't replace.
    public let helper: String?
    /// Its weeks in their order.
    public let weeks: [Week]
    /// What is said halfway.
    public let middle: String
    /// What is said at the end, before looking back.
    public let after: String
    /// What is said while it rests.
    public let rest: String
    /// Whether it may be put before somebody who is afraid of their partner (see ``SafeWhenAfraid``).
    public let isSafeWhenAfraid: Bool

    /// Creates a journey.
    public init(
        id: String, name: String, about: String, company: Practice.Company, openness: Openness, causes: [String],
        avoid: [Circumstance], lines: [String], before: String, helper: String?, weeks: [Week], middle: String,
        after: String, rest: String, isSafeWhenAfraid: Bool = false
    ) {
        self.id = id
        self.name = name
        self.about = about
        self.company = company
        self.openness = openness
        self.causes = causes
        self.avoid = avoid
        self.lines = lines
        self.before = before
        self.helper = helper
        self.weeks = weeks
        self.middle = middle
        self.after = after
        self.rest = rest
        self.isSafeWhenAfraid = isSafeWhenAfraid
    }
}
