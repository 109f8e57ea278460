import Bytes
import Closeness
import Insight
import Ledger
import Library

/// The tracker that follows the couple's answers, and how many of them it has taken in.
public struct FollowedCloseness {
    /// Follows level, bands and drift. Partner `a` is the person reading, `b` the other.
    public private(set) var tracker = ClosenessTracker()
    /// The answers taken in, in time order.
    public private(set) var answers: [Answer] = []
    /// The week's ranking, kept because several pages ask for it and it takes some milliseconds.
    let ranking = KeptRanking()

    /// Takes in what is new. Answers that only follow what was known are added; anything else starts afresh.
    mutating func follow(_ newer: [Answer]) {
        if newer.count < answers.count || Array(newer.prefix(answers.count)) != answers {
            tracker = ClosenessTracker()
            answers = []
        }
        for answer in newer.dropFirst(answers.count) { tracker.follow(answer) }
        tracker.settle()
        answers = newer
    }

    /// The pillar that has most surely declined; nil when none is worth a word.
    public var drift: Drift? {
        var surest: Drift?
        for drift in Pillar.allCases.map({ tracker.drift($0) }) where drift.urgency != .quiet {
            if drift.confidence > (surest?.confidence ?? 0) { surest = drift }
        }
        return surest
    }

    /// In how many different weeks somebody must have answered before a line is drawn.
    private static let leastWeeks = 4

    /// Whether somebody's answers about a pillar make a line.
    func hasLine(_ pillar: Pillar, of person: Partner) -> Bool {
        var weeks: Set<Int> = []
        for answer in answers where answer.person == person && answer.pillar == pillar {
            weeks.insert(Int((answer.day / 7).rounded(.down)))
            if weeks.count == Self.leastWeeks { return true }
        }
        return false
    }

    /// Whether anybody's answers about anything make a line.
    public var hasLines: Bool {
        Pillar.allCases.contains { hasLine($0, of: .a) || hasLine($0, of: .b) }
    }
}

/// The last ranking of practices, and what it was made from.
final class KeptRanking {
    /// While this is the same, so is the ranking.
    struct Key: Equatable {
        /// The space that it is made from.
        let space: Identifier?
        /// The state of that space.
        let revision: Int
        let week: Week
        let hasPartner: Bool
    }

    private var kept: (key: Key, ranking: [Advice])?

    /// The ranking for a key, made only when another was kept.
    func ranking(_ key: Key, _ make: () -> [Advice]) -> [Advice] {
        if let kept, kept.key == key { return kept.ranking }
        let ranking = make()
        kept = (key, ranking)
        return ranking
    }
}
