/// A guided conversation: a script of steps that tell one person one thing to do at a time, with turns that swap.
public struct Conversation: SafeWhenAfraid, Sendable, Hashable {
    /// One step of the script.
    public struct Step: Sendable, Hashable {
        /// Whose step it is. The raw value is the stable name.
        public enum Role: String, CaseIterable, Sendable, Hashable {
            /// The one whose turn it is to speak: the one who began in the first turn, then the other.
            case speaker
            /// The one who listens in this turn.
            case listener
            /// The one who began the conversation.
            case first
            /// The one who didn't begin it.
            case second
            /// Both at once.
            case both
        }

        /// What kind of step it is. The raw value is the stable name.
        public enum Kind: String, CaseIterable, Sendable, Hashable {
            /// Say something, with stems to begin.
            case speak
            /// Say back what was heard.
            case reflect
            /// Say whether the other got it, by one of the choices.
            case confirm
            /// Change roles.
            case swap
            /// End well.
            case close
            /// Be quiet and breathe for a moment.
            case breathe
        }

        /// One answer to a step, and where it leads.
        public struct Choice: Sendable, Hashable {
            /// The stable name within the step, kebab-case.
            public let id: String
            /// The words of the answer.
            public let text: String
            /// The id of the step that follows.
            public let target: String

            /// Creates a choice.
            public init(id: String, text: String, target: String) {
                self.id = id
                self.text = text
                self.target = target
            }
        }

        /// The stable name within the conversation, kebab-case.
        public let id: String
        /// Whose step it is.
        public let role: Role
        /// The one thing to do.
        public let ask: String
        /// A detail that makes it work.
        public let detail: String?
        /// What the other does meanwhile.
        public let other: String?
        /// Beginnings of sentences.
        public let stems: [String]
        /// How long the timer gives, in seconds; nil when the step has no timer.
        public let seconds: Int?
        /// How to tell that it's enough.
        public let enough: String?
        /// The words of the button that goes on; nil when the choices do.
        public let next: String?
        /// What kind of step it is.
        public let kind: Kind
        /// The answers there are; empty for a step that goes on to the following one.
        public let choices: [Choice]

        /// Creates a step.
        public init(
            id: String, role: Role, ask: String, detail: String?, other: String?, stems: [String], seconds: Int?,
            enough: String?, next: String?, kind: Kind, choices: [Choice]
        ) {
            self.id = id
            self.role = role
            self.ask = ask
            self.detail = detail
            self.other = other
            self.stems = stems
            self.seconds = seconds
            self.enough = enough
            self.next = next
            self.kind = kind
            self.choices = choices
        }
    }

    /// A name that a step's words leave open, written in curly brackets.
    public enum Placeholder: String, CaseIterable, Sendable, Hashable {
        /// `{speaker}`: the one whose turn it is to speak.
        case speaker
        /// `{listener}`: the one who listens in this turn.
        case listener
        /// `{other}`: the one whose step it isn't.
        case other
    }

    /// Steps that are walked again with the roles changed.
    public struct Repeats: Sendable, Hashable {
        /// The ids of the steps that repeat, in order.
        public let steps: [String]
        /// How many turns there are in all; 2 lets each speak once.
        public let turns: Int

        /// Creates a repetition.
        public init(steps: [String], turns: Int) {
            self.steps = steps
            self.turns = turns
        }
    }

    /// The stable name, kebab-case.
    public let id: String
    /// What it is called.
    public let name: String
    /// What it is for.
    public let about: String
    /// How long it takes, in minutes.
    public let minutes: Int
    /// How much of oneself it asks to show.
    public let openness: Openness
    /// What to see to before beginning.
    public let before: String
    /// The steps, in order.
    public let steps: [Step]
    /// The ids of the steps that the script had before it was changed for the first time, in their order, with those that are gone
    /// since; empty as long as it is as it was. It tells what a step's number meant before talks kept ids, and what came after a
    /// step that is gone.
    public let earlier: [String]
    /// Which steps repeat with the roles changed; nil when none do.
    public let repeats: Repeats?
    /// The last words.
    public let close: String
    /// What is said when one of them pauses it.
    public let pause: String
    /// Whether it may be put before somebody who is afraid of their partner (see ``SafeWhenAfraid``).
    public let isSafeWhenAfraid: Bool

    /// Creates a conversation.
    public init(
        id: String, name: String, about: String, minutes: Int, openness: Openness, before: String, steps: [Step],
        earlier: [String] = [], repeats: Repeats?, close: String, pause: String, isSafeWhenAfraid: Bool = false
    ) {
        self.id = id
        self.name = name
        self.about = about
        self.minutes = minutes
        self.openness = openness
        self.before = before
        self.steps = steps
        self.earlier = earlier
        self.repeats = repeats
        self.close = close
        self.pause = pause
        self.isSafeWhenAfraid = isSafeWhenAfraid
    }
}
