import Bytes
import Closeness
import Insight
import Ledger
import Library

// What the answers of both say over time.

/// The tracker that follows the couple's answers, and how many of them it has taken in.
struct FollowedCloseness {
    /// Follows level, bands and drift. Partner `a` is the person reading, `b` the other.
    private(set) var tracker = ClosenessTracker()
    /// The answers taken in, in time order.
    private(set) var answers: [Answer] = []
    /// The week's ranking, kept because several pages ask for it and it takes some milliseconds.
    let ranking = KeptRanking()

    /// Takes in what is new. Answers that only follow what was known are added; anything else starts afresh.
    mutating func follow(_ newer: [Answer]) {
        if newer.count < answers.count || Array(newer.prefix(answers.count)) != answers {
            tracker = ClosenessTracker()
            answers = []
        }
        for answer in newer.dropFirst(answers.count) { tracker.observe(answer) }
        answers = newer
    }

    /// The pillar that has most surely declined; nil when none is worth a word.
    var drift: Drift? {
        var surest: Drift?
        for drift in Pillar.allCases.map({ tracker.drift($0) }) where drift.notice != .quiet {
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
    var hasLines: Bool {
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

extension Home {
    /// Brings ``closeness`` up to date. Costs nothing when nothing has changed since.
    mutating func followCloseness() {
        let revision = revision
        guard revision != followed else { return }
        followed = revision
        var answers = answers(of: me, as: .a)
        if let partner { answers += self.answers(of: partner, as: .b) }
        closeness.follow(Self.ordered(answers))
    }

    private static func ordered(_ answers: [Answer]) -> [Answer] {
        answers.sorted { ($0.day, $0.person.rawValue) < ($1.day, $1.person.rawValue) }
    }

    /// What both phones know of the couple's answers: pulses before a day, of weeks for which both are in, and checks, of seasons
    /// for which both are in. Alone, one's own. In time order; which of the two is `a` comes out alike on both phones.
    func agreedAnswers(before day: Day) -> [Answer] {
        var answers: [Answer] = []
        if hasPartnerNow, let ours, let partner {
            for (role, person, other) in [
                (Partner.a, min(me, partner), max(me, partner)), (.b, max(me, partner), min(me, partner)),
            ] {
                for pulse in ours.pulses(of: person) {
                    guard let theirs = ours.pulse(of: other, in: pulse.fields.week),
                        Self.day(theirs) < Double(day.number)
                    else { continue }
                    answers += Self.answers(pulse, as: role)
                }
                for check in ours.checks(of: person) where ours.check(of: other, in: check.fields.season) != nil {
                    answers += self.answers(check, as: role)
                }
            }
        } else {
            answers = self.answers(of: me, as: .a)
        }
        let earliest = Double(day.number - Self.daysThatTeach)
        return Self.ordered(
            answers.filter { $0.day >= earliest && ($0.source == .check || $0.day < Double(day.number)) })
    }

    /// How far back answers teach anything about practices.
    private static let daysThatTeach = 400

    /// Someone's pulses, from both spaces. What was kept privately and then put into the envelope counts once.
    func pulses(of person: Identifier) -> [Said<PulseAnswered>] {
        mine.pulses(of: person).filter { ours?.pulse(of: person, in: $0.fields.week) == nil }
            + (ours?.pulses(of: person) ?? [])
    }

    /// Someone's checks, from both spaces, like their pulses.
    private func checks(of person: Identifier) -> [Said<CheckAnswered>] {
        mine.checks(of: person).filter { ours?.check(of: person, in: $0.fields.season) == nil }
            + (ours?.checks(of: person) ?? [])
    }

    /// Everything that one person answered about the pillars, in both spaces.
    private func answers(of person: Identifier, as partner: Partner) -> [Answer] {
        var answers: [Answer] = []
        for pulse in pulses(of: person) { answers += Self.answers(pulse, as: partner) }
        for check in checks(of: person) { answers += self.answers(check, as: partner) }
        return answers
    }

    private static func answers(_ pulse: Said<PulseAnswered>, as partner: Partner) -> [Answer] {
        Pillar.allCases.compactMap { pillar in
            pulse.fields.pillars[pillar].map {
                Answer(person: partner, pillar: pillar, day: day(pulse), value: Double($0))
            }
        }
    }

    private func answers(_ check: Said<CheckAnswered>, as partner: Partner) -> [Answer] {
        let reading = reading(check.fields)
        return Pillar.allCases.compactMap { pillar in
            reading.felt(.pillar(pillar)).map {
                Answer(person: partner, pillar: pillar, day: Self.day(check), value: $0.value, source: .check)
            }
        }
    }

    /// When something was said, in days since 1970.
    private static func day<Fields>(_ said: Said<Fields>) -> Double { Double(said.milliseconds) / 86_400_000 }

    /// What a check says about each aspect.
    func reading(_ check: CheckAnswered) -> Reading {
        var answers: [String: ItemAnswer] = [:]
        for item in catalogue.check.items {
            answers[item.id] = ItemAnswer(
                felt: check.felt[item.id].map(Double.init), wished: check.wished[item.id].map(Double.init))
        }
        return Reading(check: catalogue.check, answers: answers)
    }
}
