/// A practice that was done on a day, as one of the two reported it.
public struct Done: Sendable, Hashable {
    /// How it was.
    public enum Outcome: Int, CaseIterable, Sendable, Hashable, Comparable {
        /// It hurt, or was too much.
        case hard
        /// It did nothing.
        case flat
        /// It did them good.
        case good

        /// What an answer to "how much did it help?" means, from 0 (not at all) to 4 (a lot): 3 and 4 are good, 1 and 2 flat. Who says
        /// "not at all" may mean that it was too much, so caution takes 0 for hard.
        public init(helped: Int) {
            self =
                switch helped {
                case ..<1: .hard
                case 1...2: .flat
                default: .good
                }
        }

        /// Whether the first went less well than the second.
        public static func < (first: Outcome, second: Outcome) -> Bool { first.rawValue < second.rawValue }
    }

    /// The practice's id.
    public let practice: String
    /// The day's number.
    public let day: Int
    /// How it was for the one who reported; nil when they didn't say.
    public let outcome: Outcome?

    /// Creates a report.
    public init(practice: String, day: Int, outcome: Outcome?) {
        self.practice = practice
        self.day = day
        self.outcome = outcome
    }

    /// One report for each practice and day, by day and then by practice: when two reported, the one for whom it went less well
    /// counts, for a practice is only as good as it was for both. The order of the reports makes no difference.
    public static func merged(_ reports: [Done]) -> [Done] {
        let sorted = reports.sorted { first, second in
            if first.day != second.day { return first.day < second.day }
            if first.practice != second.practice { return first.practice < second.practice }
            return (first.outcome?.rawValue ?? Int.max) < (second.outcome?.rawValue ?? Int.max)
        }
        var merged: [Done] = []
        for report in sorted where merged.last?.day != report.day || merged.last?.practice != report.practice {
            merged.append(report)
        }
        return merged
    }
}
