/// One plain statement of the season's check, answered once as it is and once as one would wish it; statements about oneself only as
/// it is.
public struct CheckItem: Sendable, Hashable {
    /// What the statement speaks of. The raw value is the stable name.
    public enum Kind: String, CaseIterable, Sendable, Hashable {
        /// Something the two do.
        case does = "do"
        /// How it feels.
        case feels = "feel"
    }

    /// The stable name, kebab-case; answers refer to it.
    public let id: String
    /// What it measures.
    public let aspect: Aspect
    /// Whether it speaks of what the two do or of how it feels.
    public let kind: Kind
    /// The statement.
    public let text: String
    /// Of the statements that take turns from season to season, the turn in which it is asked; nil for what every season asks.
    public let turn: Int?
    /// For a statement that no season asks any more, the id of the one that asks in its place; nil for what is still asked.
    public let successor: String?

    /// Creates a check item.
    public init(
        id: String, aspect: Aspect, kind: Kind, text: String, turn: Int? = nil, successor: String? = nil
    ) {
        self.id = id
        self.aspect = aspect
        self.kind = kind
        self.text = text
        self.turn = turn
        self.successor = successor
    }
}

/// The ten-minute check of a season: its items, the words of its scale, the two circles and the question about comfort.
public struct Check: Sendable, Hashable {
    /// The words at the two ends of the line.
    public struct Scale: Sendable, Hashable {
        /// The words at 0, such as "not at all".
        public let low: String
        /// The words at 10, such as "completely".
        public let high: String

        /// Creates the words of a scale.
        public init(low: String, high: String) {
            self.low = low
            self.high = high
        }
    }

    /// The question how much one is ready to show, with a sentence for each step.
    public struct Comfort: Sendable, Hashable {
        /// One step and what it allows.
        public struct Step: Sendable, Hashable {
            /// The openness chosen with it.
            public let openness: Openness
            /// A short name.
            public let name: String
            /// What it allows, in a sentence.
            public let text: String

            /// Creates a step.
            public init(openness: Openness, name: String, text: String) {
                self.openness = openness
                self.name = name
                self.text = text
            }
        }

        /// The question.
        public let question: String
        /// The five steps, lowest first.
        public let steps: [Step]

        /// Creates the question about comfort.
        public init(question: String, steps: [Step]) {
            self.question = question
            self.steps = steps
        }
    }

    /// The statements that are asked, each season some of them (``asked(in:)``).
    public let items: [CheckItem]
    /// The statements that were asked once. What was answered to them goes on to count.
    public let retired: [CheckItem]
    /// The ids of the statements of the check as it was before seasons took turns, in its order: what a check was begun on that
    /// doesn't say.
    public let former: [String]
    /// The words at the ends of the line.
    public let scale: Scale
    /// The words around the two circles.
    public let circles: CirclesPrompt
    /// The question about comfort.
    public let comfort: Comfort

    /// Creates a check.
    public init(
        items: [CheckItem], retired: [CheckItem] = [], former: [String] = [], scale: Scale, circles: CirclesPrompt,
        comfort: Comfort
    ) {
        self.items = items
        self.retired = retired
        self.former = former
        self.scale = scale
        self.circles = circles
        self.comfort = comfort
    }
}

/// The words around the two overlapping circles, whose overlap is set from 0 (apart) to 10 (one upon the other).
public struct CirclesPrompt: Sendable, Hashable {
    /// How to set the circles as it is now.
    public let felt: String
    /// How to set them as one would wish it.
    public let wished: String
    /// How it is done: dragging, or keys.
    public let help: String

    /// Creates the words around the circles.
    public init(felt: String, wished: String, help: String) {
        self.felt = felt
        self.wished = wished
        self.help = help
    }
}
