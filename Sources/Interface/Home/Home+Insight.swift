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

    /// Takes in what is new. Answers that only follow what was known are added; anything else starts afresh.
    mutating func follow(_ newer: [Answer]) {
        if newer.count < answers.count || Array(newer.prefix(answers.count)) != answers {
            tracker = ClosenessTracker()
            answers = []
        }
        for answer in newer.dropFirst(answers.count) { tracker.observe(answer) }
        answers = newer
    }
}

extension Home {
    /// Brings ``closeness`` up to date. Costs nothing when no entry has come since.
    mutating func followCloseness() {
        let count = mine.log.count + (ours?.log.count ?? 0)
        guard count != followedCount else { return }
        followedCount = count
        var answers = answers(of: me, as: .a)
        if let partner { answers += self.answers(of: partner, as: .b) }
        answers.sort { ($0.day, $0.person.rawValue) < ($1.day, $1.person.rawValue) }
        closeness.follow(answers)
    }

    /// Everything that one person answered about the pillars, in both spaces.
    private func answers(of person: ID, as partner: Partner) -> [Answer] {
        var answers: [Answer] = []
        for (index, projection) in [ours, mine].compactMap({ $0 }).enumerated() {
            // What was kept privately and then put into the envelope counts once.
            let shared = index == 0 ? nil : ours
            for pulse in projection.pulses(of: person) where shared?.pulse(of: person, in: pulse.fields.week) == nil {
                let day = Double(pulse.milliseconds) / Self.millisecondsPerDay
                for pillar in Pillar.allCases {
                    guard let value = pulse.fields.pillars[pillar] else { continue }
                    answers.append(Answer(person: partner, pillar: pillar, day: day, value: Double(value)))
                }
            }
            for check in projection.checks(of: person) where shared?.check(of: person, in: check.fields.season) == nil {
                let day = Double(check.milliseconds) / Self.millisecondsPerDay
                let reading = reading(check.fields)
                for pillar in Pillar.allCases {
                    guard let level = reading.felt(.pillar(pillar)) else { continue }
                    answers.append(
                        Answer(person: partner, pillar: pillar, day: day, value: level.value, source: .check))
                }
            }
        }
        return answers
    }

    /// What a check says about each aspect.
    func reading(_ check: CheckAnswered) -> Reading {
        var answers: [String: ItemAnswer] = [:]
        for item in catalogue.check.items {
            answers[item.id] = ItemAnswer(
                felt: check.felt[item.id].map(Double.init), wished: check.wished[item.id].map(Double.init))
        }
        return Reading(check: catalogue.check, answers: answers)
    }

    private static var millisecondsPerDay: Double { 86_400_000 }
}
