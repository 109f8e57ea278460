import Closeness
import Foundation
import Insight
import SeededRandom

/// A way of proposing practices. It hears of a couple what they answer and report, and nothing else.
protocol Policy {
    /// What one answered, and how close they wish to be there.
    mutating func heard(_ answer: Answer, wished: Double)
    /// They did a practice, and one may have said how much it helped, from 0 to 4.
    mutating func did(_ practice: Int, day: Double, helped: Int?)
    /// The places of the practices proposed for a week, best first.
    mutating func propose(day: Double, count: Int) -> [Int]
}

/// What everybody may know of a couple beforehand.
struct CoupleFacts {
    let practices: [Practice]
    /// How open each is ready to be.
    let openness: [Openness]
    /// Tells couples apart.
    let seed: Int

    /// What asks for no more openness than the more cautious one offers.
    var allowed: [Int] {
        practices.indices.filter { practices[$0].openness <= openness.min() ?? .lowest }
    }

    /// The places of practices by id.
    var places: [String: Int] {
        Dictionary(uniqueKeysWithValues: practices.enumerated().map { ($1.id, $0) })
    }
}

/// In the order of the catalogue, from the first to the last and round again.
struct InOrder: Policy {
    let allowed: [Int]
    private var next = 0

    init(allowed: [Int]) { self.allowed = allowed }

    func heard(_ answer: Answer, wished: Double) {}
    func did(_ practice: Int, day: Double, helped: Int?) {}

    mutating func propose(day: Double, count: Int) -> [Int] {
        defer { next += count }
        return (0..<count).map { allowed[(next + $0) % allowed.count] }
    }
}

/// Any, each as likely as the others.
struct AtRandom: Policy {
    let allowed: [Int]
    var random: SeededRandom

    func heard(_ answer: Answer, wished: Double) {}
    func did(_ practice: Int, day: Double, helped: Int?) {}

    mutating func propose(day: Double, count: Int) -> [Int] {
        Array(allowed.shuffled(using: &random).prefix(count))
    }
}

/// Hearth's, through what the command line uses.
struct Hearth: Policy {
    private var advisor: Advisor
    private let facts: CoupleFacts
    private let places: [String: Int]

    init(_ facts: CoupleFacts) {
        self.facts = facts
        places = facts.places
        advisor = Advisor(facts.practices, causes: [])
        advisor.couple.openness = facts.openness
    }

    mutating func heard(_ answer: Answer, wished: Double) { advisor.observe(answer, wished: wished) }

    mutating func did(_ practice: Int, day: Double, helped: Int?) {
        _ = advisor.did(facts.practices[practice].id, day: day, helped: helped)
    }

    mutating func propose(day: Double, count: Int) -> [Int] {
        advisor.ask(day: day, seed: facts.seed * 1000 + Int(day), count: count).compactMap { places[$0.practice] }
    }
}

/// Learns nothing: the practices whose weights in the catalogue meet the gap best, week after week, or, with a rest, not again before it is
/// over. It is told where the two stand by a moving mean of their answers.
struct ByWeight: Policy {
    private let facts: CoupleFacts
    private let allowed: [Int]
    private let rest: Double
    private var gaps: [Partner: [Pillar: Double]] = [:]
    private var lastDays: [Int: Double] = [:]

    init(_ facts: CoupleFacts, rest: Double) {
        self.facts = facts
        allowed = facts.allowed
        self.rest = rest
    }

    mutating func heard(_ answer: Answer, wished: Double) {
        let gap = wished - answer.value
        gaps[answer.person, default: [:]][answer.pillar] =
            0.6 * (gaps[answer.person]?[answer.pillar] ?? gap) + 0.4 * gap
    }

    mutating func did(_ practice: Int, day: Double, helped: Int?) { lastDays[practice] = day }

    mutating func propose(day: Double, count: Int) -> [Int] {
        let worths = allowed.filter { day - (lastDays[$0] ?? -.infinity) >= rest }.map { practice in
            var worth = 0.0
            for pillar in Pillar.allCases {
                let gap = ((gaps[.a]?[pillar] ?? 0) + (gaps[.b]?[pillar] ?? 0)) / 2
                worth += facts.practices[practice].feeds[.pillar(pillar)] * max(0, gap)
            }
            return (practice: practice, worth: worth)
        }
        return worths.sorted { $0.worth > $1.worth }.prefix(count).map { $0.practice }
    }
}

/// The fixed scoring of `Advice.given`, which learns nothing; it is told where the two stand by a moving mean of their answers.
struct FixedScoring: Policy {
    private let facts: CoupleFacts
    private let places: [String: Int]
    private var felt: [Partner: [Pillar: Double]] = [:]
    private var wishes: [Partner: [Pillar: Double]] = [:]
    private var history: [Done] = []

    init(_ facts: CoupleFacts) {
        self.facts = facts
        places = facts.places
    }

    mutating func heard(_ answer: Answer, wished: Double) {
        wishes[answer.person, default: [:]][answer.pillar] = wished
        let before = felt[answer.person]?[answer.pillar] ?? answer.value
        felt[answer.person, default: [:]][answer.pillar] = 0.6 * before + 0.4 * answer.value
    }

    mutating func did(_ practice: Int, day: Double, helped: Int?) {
        let outcome = helped.map { Done.Outcome(helped: max($0, 1)) }
        history.append(Done(practice: facts.practices[practice].id, day: Int(day), outcome: outcome))
    }

    mutating func propose(day: Double, count: Int) -> [Int] {
        func reading(_ person: Partner) -> Reading {
            Reading(
                felt: { aspect in
                    guard case .pillar(let pillar) = aspect else { return nil }
                    return felt[person]?[pillar].map { Reading.Level(value: $0, error: 0.5, answered: 1) }
                },
                wished: { aspect in
                    guard case .pillar(let pillar) = aspect else { return nil }
                    return wishes[person]?[pillar].map { Reading.Level(value: $0, error: 0.5, answered: 1) }
                })
        }
        let request = AdviceRequest(
            picture: Picture(mine: reading(.a), theirs: reading(.b)), comfort: facts.openness, history: history,
            today: Int(day), seed: Seed(space: [], number: facts.seed * 1000 + Int(day)), count: count)
        return Advice.given(request, from: facts.practices, causes: []).compactMap { places[$0.practice] }
    }
}
