import Closeness
import Insight
import Ledger

/// How closeness has moved over the last year.
public struct ClosenessCourse {
    /// One pillar's course.
    public struct Line {
        /// Which it is.
        public let pillar: Pillar
        /// The person's own line; empty while too little is known.
        public let mine: [TrendPoint]
        /// The partner's line; empty while too little is known.
        public let theirs: [TrendPoint]
        /// The line of both together.
        public let both: [TrendPoint]
        /// Whether it has declined.
        public let drift: Drift
    }

    /// How far back is shown, in days.
    public static let reach = 364.0

    /// One for each pillar, in their order.
    public let lines: [Line]
    /// The first and last day shown, in days since 1970.
    public let days: ClosedRange<Double>
    /// From which state of the spaces it was computed.
    public let revision: Home.Revision?
    /// On which day it was computed.
    public let today: Day

    /// The course that the answers show on a day.
    public init(_ closeness: FollowedCloseness, of revision: Home.Revision?, today: Day) {
        let answers = closeness.answers
        let end = max(Double(today.number) + 1, answers.last?.day ?? 0)
        let start = max(end - Self.reach, min(answers.first?.day ?? end, end - 7))
        self.revision = revision
        self.today = today
        days = start...end
        let trends = Trends(answers, over: days, every: 7)
        lines = Pillar.allCases.map { pillar in
            func isKnown(_ person: Partner) -> Bool { closeness.hasLine(pillar, of: person) }
            return Line(
                pillar: pillar, mine: isKnown(.a) ? trends.line(pillar, of: .a) : [],
                theirs: isKnown(.b) ? trends.line(pillar, of: .b) : [],
                both: isKnown(.a) && isKnown(.b) ? trends.coupleLine(pillar) : [],
                drift: closeness.tracker.drift(pillar))
        }
    }

    /// Whether there is no line to draw at all.
    public var isEmpty: Bool { lines.allSatisfy { $0.mine.isEmpty && $0.theirs.isEmpty } }
}
