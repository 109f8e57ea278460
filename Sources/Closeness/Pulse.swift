/// The two-minute pulse of a week: the two circles and one line per pillar.
public struct Pulse: Sendable, Hashable {
    /// One line of the pulse, answered on the check's scale, as it is.
    public struct Line: Sendable, Hashable {
        /// The stable name, kebab-case; answers refer to it.
        public let id: String
        /// What it measures.
        public let aspect: Aspect
        /// The statement.
        public let text: String

        /// Creates a line.
        public init(id: String, aspect: Aspect, text: String) {
            self.id = id
            self.aspect = aspect
            self.text = text
        }
    }

    /// The lines, in the order in which they are asked.
    public let lines: [Line]
    /// The words around the two circles.
    public let circles: CirclesPrompt

    /// Creates a pulse.
    public init(lines: [Line], circles: CirclesPrompt) {
        self.lines = lines
        self.circles = circles
    }
}
