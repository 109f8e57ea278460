import Closeness
import Foundation
import Insight
import SeededRandom

/// A couple as it might be, with what only the simulation knows: how much good each practice really does them.
struct SimulatedCouple {
    /// After so many weeks it is given up.
    static let weeksAtMost = 156

    /// What a couple tells of a week.
    struct Week {
        var done: [(practice: Int, helped: Int?)] = []
        var answers: [Said] = []
    }

    /// How close one feels in a pillar, and how close they wish to be.
    typealias Said = (answer: Answer, wished: Double)

    /// How open each is ready to be.
    let openness: [Openness]
    private let shape: Shape
    private let allowed: [Int]
    /// What each practice gives each pillar the first time, in points.
    private let effects: [[Double]]
    private let multipliers: [Double]
    /// How likely each is done when proposed.
    private let chances: [Double]
    private let wished: [Double]
    private let first: [Double]
    /// By how much one partner feels closer than the mean of both.
    private let offsets: [Double]
    private let noises: [Double]
    private var levels: [Double]
    /// How often each was done, as far as it isn't forgotten.
    private var times: [Double]
    private var moods = [Double](repeating: 0, count: 8)
    private var random: SeededRandom

    init(_ shape: Shape, practices: [Practice], seed: Int) {
        self.shape = shape
        var random = SeededRandom(seed)
        func multiplier(_ spread: Double) -> Double { exp(spread * random.normal() - spread * spread / 2) }
        let pillars = Pillar.allCases.map { _ in multiplier(shape.pillarSpread) }
        let foundations = Foundation.allCases.map { _ in multiplier(shape.foundationSpread) }
        let traits = (0..<4).map { _ in multiplier(shape.traitSpread) }
        multipliers = practices.map { practice in
            var product = multiplier(shape.practiceSpread)
            if practice.company == .alone { product *= traits[0] }
            if practice.company == .together { product *= traits[1] }
            if practice.minutes <= 5 { product *= traits[2] }
            if practice.openness.level >= 3 { product *= traits[3] }
            var (sum, logarithms) = (0.0, 0.0)
            for (index, foundation) in Foundation.allCases.enumerated() {
                let weight = practice.feeds[.foundation(foundation)]
                sum += weight
                logarithms += weight * log(foundations[index])
            }
            return sum > 0 ? product * exp(logarithms / sum) : product
        }
        effects = zip(practices, multipliers).map { practice, multiplier in
            Pillar.allCases.enumerated().map {
                shape.strength * practice.feeds[.pillar($1)] * pillars[$0] * multiplier
            }
        }
        let willing = shape.willing + 0.1 * random.normal()
        chances = practices.map { practice in
            let hours = Double(practice.minutes) / 60
            let effort = Double(practice.effort - 1) / 4
            return min(0.97, max(0.05, willing - shape.hourCost * hours - shape.effortCost * effort))
        }
        wished = (0..<4).map { _ in min(10, max(6.5, 8.7 + 0.7 * random.normal())) }
        let general = 5 + 0.8 * random.normal()
        first = (0..<4).map { _ in min(7.5, max(1, general + 1.2 * random.normal())) }
        levels = first
        offsets = (0..<4).map { _ in 0.4 * random.normal() }
        noises = (0..<2).map { _ in shape.noise * exp(0.25 * random.normal()) }
        let openness = (0..<2).map { _ in Openness(clamping: 2 + Int(random.uniform() * 4)) }
        self.openness = openness
        allowed = practices.indices.filter { practices[$0].openness <= min(openness[0], openness[1]) }
        times = [Double](repeating: 0, count: practices.count)
        self.random = random
    }

    /// Whether four fifths of the first gap are closed.
    var isClose: Bool {
        let gaps = (0..<4).map { (now: max(0, wished[$0] - levels[$0]), first: max(0, wished[$0] - first[$0])) }
        if shape.eachPillar { return gaps.allSatisfy { $0.now <= 0.2 * $0.first } }
        return gaps.reduce(0) { $0 + $1.now } <= 0.2 * gaps.reduce(0) { $0 + $1.first }
    }

    /// What an oracle proposes: the practices that will narrow the gap most this week, given how likely they are done.
    func best(_ count: Int) -> [Int] {
        let worths = allowed.map { practice in
            var sum = 0.0
            for pillar in 0..<4 {
                let gap = max(0, wished[pillar] - levels[pillar])
                sum += min(gap, gain(practice, pillar)) * (shape.eachPillar ? gap : 1)
            }
            return (practice: practice, worth: sum * chances[practice])
        }
        return worths.sorted { $0.worth > $1.worth }.prefix(count).map { $0.practice }
    }

    private func gain(_ practice: Int, _ pillar: Int) -> Double {
        let wish = wished[pillar] + 0.5
        let left = max(0, wish - levels[pillar]) / (wish - first[pillar])
        return effects[practice][pillar] * pow(shape.saturation, times[practice])
            * (shape.diminishes ? min(1, 1.3 * left) : 1)
    }

    /// The answers before anything is done: a check by both.
    mutating func check() -> [Said] {
        answers(.check, day: 0)
    }

    /// Lives a week with these proposals.
    mutating func live(week number: Int, proposals: [Int]) -> Week {
        var week = Week()
        for pillar in 0..<4 { levels[pillar] -= shape.decay * (levels[pillar] - first[pillar]) }
        let kept = pow(0.5, 1 / shape.recoveryWeeks)
        for practice in times.indices { times[practice] *= kept }
        for practice in proposals where week.done.count < shape.mostDone && random.uniform() < chances[practice] {
            let fresh = pow(shape.saturation, times[practice])
            var gained = 0.0
            for pillar in 0..<4 {
                let gain = gain(practice, pillar)
                gained += gain
                levels[pillar] = min(10, levels[pillar] + gain)
            }
            times[practice] += 1
            let felt =
                shape.reportsGain
                ? 4 * gained / (gained + 0.7 * shape.strength)
                : 2.2 + shape.reportSlope * log(multipliers[practice] * fresh)
            let report = min(4, max(0, (felt + shape.reportNoise * random.normal()).rounded()))
            week.done.append((practice, random.uniform() < 0.2 ? nil : Int(report)))
        }
        // The moods of neighbouring weeks hang together.
        for series in moods.indices { moods[series] = 0.3 * moods[series] + 0.95 * random.normal() }
        week.answers = answers(.pulse, day: Double(7 * number + 6))
        return week
    }

    /// Rounded answers of both; of pulses one in eight is left out.
    private mutating func answers(_ source: Answer.Source, day: Double) -> [Said] {
        var answers: [Said] = []
        for (person, partner) in Partner.allCases.enumerated() {
            if source == .pulse, random.uniform() < 0.12 { continue }
            for (index, pillar) in Pillar.allCases.enumerated() {
                var value = levels[index] + (person == 0 ? 1 : -1) * offsets[index]
                switch source {
                case .check: value += 0.5 * random.normal()
                case .pulse: value += noises[person] * random.normal() + shape.mood * moods[4 * person + index]
                }
                let answer = Answer(
                    person: partner, pillar: pillar, day: day, value: min(10, max(0, value.rounded())), source: source)
                answers.append((answer, wished[index].rounded()))
            }
        }
        return answers
    }
}
