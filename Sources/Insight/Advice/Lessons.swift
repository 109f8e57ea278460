import Bytes

public import Closeness

/// What a couple's answers and reports have taught: how much good each practice does *them*, and how likely they do it.
///
/// A practice of weight *w* for a pillar lifts the couple's level there by w · e^(strength + pillar + kind + own − wear · times)
/// points. The five unknowns of the exponent are shared: by everything, by all that feeds the pillar, by practices of one kind
/// (foundations, company, length, openness), by nothing, and by all that was done again. So one report about a walk says something of
/// every walk. Levels, offsets and exponents are followed together as one Gaussian (``Belief``); see docs/advice.md.
///
/// What is told must come in time order; what is older is taken as if it came last. The same in the same order gives the same, bit for
/// bit, on every machine.
public struct Lessons: Sendable {
    /// What is assumed before the couple has said anything. Points are those of the 0–10 scale.
    enum Assumed {
        /// The points that a practice of weight 1 gives.
        static let strength = 0.35
        /// How far the logarithms of the multipliers lie apart between couples.
        static let strengthSpread = 0.6
        static let pillarSpread = 0.35
        static let foundationSpread = 0.25
        static let traitSpread = 0.2
        static let ownSpread = 0.45
        /// How much of the logarithm is lost for each time that it was done lately, and how far couples differ in that.
        static let wear = 0.4
        static let wearSpread = 0.3
        /// Days after which a time done counts 1/e.
        static let wearDays = 220.0
        /// The part of the way back to where a couple was at first that is gone in a day.
        static let fadingPerDay = 0.0015
        /// By how much a level moves for reasons unknown, in points² a day.
        static let wandering = 0.003
        /// What people report of a practice that does as much good as most, from 0 to 4.
        static let report = 2.2
        /// The variance of an answer of a check, in points².
        static let checkNoise = 0.4
        /// The variance of answers to pulses and of reports, and how many seen ones that is worth.
        static let pulseNoise = (variance: 1.3, worth: 20.0)
        static let reportNoise = (variance: 0.7, worth: 4.0)
        /// The logarithm of how likely a practice is done that asks nothing, and by how much an hour and the greatest effort lower
        /// it.
        static let habit = (nothing: -0.15, hour: -0.4, effort: -0.35)
    }

    /// The part of what isn't known that the draws explore. A couple has some dozens of tries before them, not thousands: with hundreds of
    /// practices, drawn with all their width, the list would go to whichever were lucky in the draw, and the weights would count for
    /// little. Chapelle and Li (2011) found the same for short horizons. Simulated couples took the fewest weeks for 0.3 to 0.5.
    private static let boldness = 0.3

    /// A variance that is learned as what it explains is seen.
    private struct Noise: Sendable {
        private var sum: Double
        private var count: Double
        init(_ assumed: (variance: Double, worth: Double)) {
            sum = assumed.variance * assumed.worth
            count = assumed.worth
        }
        var variance: Double { sum / count }
        /// One slip of the finger is not to make all later answers doubtful.
        mutating func note(_ surprise: Double) {
            sum += min(surprise, 9) * variance
            count += 1
        }
    }

    private let practices: [Practice]
    private let places: [String: Int]
    private var day: Double?

    private var belief = Belief()
    private let levels: [Int]
    private let homes: [Int]
    private let offsets: [Int]
    private let reported: Int
    private let strength: Int
    private let pillars: [Int]
    private let foundations: [Int]
    private let oneself: [Int]
    private let traits: [Int]
    private let wear: Int
    /// The own part of each practice that was done.
    private var own: [Int?]
    /// How often each was done, older times counting less, as of a day.
    private var times: [(count: Double, day: Double)]
    /// What was reported of each practice, from 0 to 4: the sum, how many, and the last.
    private var reports: [(sum: Double, count: Double, last: Double)]
    private var pulseNoise = Noise(Assumed.pulseNoise)
    private var reportNoise = Noise(Assumed.reportNoise)
    /// How likely a practice is done: of one that asks nothing, by the hour, by effort.
    private var habit = Belief()

    /// What is known of a couple that has said nothing.
    ///
    /// - Parameter practices: all practices of the library.
    public init(_ practices: [Practice]) {
        self.practices = practices
        var places: [String: Int] = [:]
        for (place, practice) in practices.enumerated() { places[practice.id] = place }
        self.places = places
        var belief = Belief()
        func several(_ count: Int, sd: Double) -> [Int] { (0..<count).map { _ in belief.add(mean: 0, sd: sd) } }
        homes = (0..<4).map { _ in belief.add(mean: 5.5, sd: 2) }
        levels = several(4, sd: 0)
        for pillar in 0..<4 {
            belief.change(levels[pillar], by: [(homes[pillar], 1)], plus: 0, variance: 0.04)
        }
        offsets = several(4, sd: 0.7)
        reported = belief.add(mean: Assumed.report, sd: 0.8)
        strength = belief.add(mean: 0, sd: Assumed.strengthSpread)
        pillars = several(4, sd: Assumed.pillarSpread)
        foundations = several(Foundation.allCases.count, sd: Assumed.foundationSpread)
        oneself = several(SelfAspect.allCases.count, sd: Assumed.foundationSpread)
        traits = several(5, sd: Assumed.traitSpread)
        wear = belief.add(mean: Assumed.wear, sd: Assumed.wearSpread)
        self.belief = belief
        own = Array(repeating: nil, count: practices.count)
        times = Array(repeating: (0, 0), count: practices.count)
        reports = Array(repeating: (0, 0, 0), count: practices.count)
        _ = habit.add(mean: Assumed.habit.nothing, sd: 0.3)
        _ = habit.add(mean: Assumed.habit.hour, sd: 0.7)
        _ = habit.add(mean: Assumed.habit.effort, sd: 0.5)
    }

    /// What a history has taught.
    ///
    /// - Parameters:
    ///   - answers: in time order.
    ///   - history: what was done, in any order. The answers of a day count as given before what was done on it.
    public init(_ practices: [Practice], answers: [Answer], history: [Done]) {
        self.init(practices)
        var rest = answers[...]
        for done in Done.merged(history) {
            while let answer = rest.first, answer.day < Double(done.day + 1) {
                observe(answer)
                rest = rest.dropFirst()
            }
            switch done.outcome {
            case .good: reported(done.practice, helped: 3.5)
            case .flat: reported(done.practice, helped: 1.5)
            case .hard: reported(done.practice, helped: 0)
            case nil: break
            }
            did(done.practice, day: Double(done.day))
        }
        for answer in rest { observe(answer) }
    }

    // MARK: Being told

    /// One of the two answered how close they feel. An answer with a ``Answer/fault`` teaches nothing.
    public mutating func observe(_ answer: Answer) {
        guard answer.fault == nil else { return }
        advance(to: answer.day)
        let pillar = answer.series & 3
        let isPulse = answer.source == .pulse
        let surprise = belief.observe(
            [(levels[pillar], 1), (offsets[pillar], answer.person == .a ? 1 : -1)], answer.value,
            variance: isPulse ? pulseNoise.variance : Assumed.checkNoise * answer.noiseFactor)
        if isPulse { pulseNoise.note(surprise) }
    }

    /// A practice was done; what answers rise by from now on may be its doing. Unknown ids teach nothing.
    public mutating func did(_ practice: String, day: Double) {
        guard let place = places[practice] else { return }
        advance(to: day)
        if own[place] == nil { own[place] = belief.add(mean: 0, sd: Assumed.ownSpread) }
        for (index, pillar) in Pillar.allCases.enumerated() {
            let weight = practices[place].feeds[.pillar(pillar)]
            if weight == 0 { continue }
            let exponent = kind(place) + [(pillars[index], 1), (strength, 1)]
            // The exponential as its tangent where the exponent is expected to be (an extended Kalman filter).
            let expected = belief.mean(exponent)
            let gain = weight * Assumed.strength * exponential(min(max(expected, -3), 1.5))
            belief.change(
                levels[index], by: exponent.map { ($0.quantity, $0.factor * gain) }, plus: gain * (1 - expected),
                variance: 0.1 * gain * gain)
        }
        times[place] = (times(place) + 1, max(day, self.day ?? day))
    }

    /// How much it helped, as one reported it, from 0 to 4; to be told before it is told that it was done.
    public mutating func reported(_ practice: String, helped: Double) {
        guard let place = places[practice] else { return }
        let helped = min(max(helped, 0), 4)
        reports[place] = (reports[place].sum + helped, reports[place].count + 1, helped)
        if own[place] == nil { own[place] = belief.add(mean: 0, sd: Assumed.ownSpread) }
        var seen = kind(place)
        seen.append((reported, 1))
        let feeds = practices[place].feeds
        var sum = 0.0
        for pillar in Pillar.allCases { sum += feeds[.pillar(pillar)] }
        for (index, pillar) in Pillar.allCases.enumerated() where feeds[.pillar(pillar)] > 0 {
            seen.append((pillars[index], feeds[.pillar(pillar)] / sum))
        }
        reportNoise.note(belief.observe(seen, helped, variance: reportNoise.variance))
    }

    /// A practice that was advised, or planned, was done or left undone.
    public mutating func followed(_ practice: String, isDone: Bool) {
        guard let place = places[practice] else { return }
        let asked = asked(practices[place])
        let expected = habit.mean(asked)
        let chance = exponential(min(max(expected, -3), 0))
        // Again the exponential's tangent: what is seen is chance · (1 + exponent − expected), and an error of a yes or no.
        habit.observe(
            asked.map { ($0.quantity, $0.factor * chance) }, (isDone ? 1 : 0) - chance * (1 - expected),
            variance: max(chance * (1 - chance), 0.05))
    }

    /// Moves the time on: levels fade towards where they were at first, and wander.
    private mutating func advance(to day: Double) {
        guard let last = self.day else { return self.day = day }
        let days = day - last
        guard days > 0 else { return }
        self.day = day
        let fade = 1 - exponential(-days * Assumed.fadingPerDay)
        for pillar in 0..<4 {
            belief.change(
                levels[pillar], by: [(homes[pillar], fade), (levels[pillar], -fade)], plus: 0,
                variance: Assumed.wandering * days)
        }
    }

    // MARK: What is known

    /// How close one of the two feels in a pillar, as of what was told last.
    public func level(_ pillar: Pillar, of person: Partner) -> Estimate {
        let index = seriesIndex(.a, pillar)
        return belief.estimate([(levels[index], 1), (offsets[index], person == .a ? 1 : -1)])
    }

    /// The logarithm of how much more good a practice does this couple than its weights say, as far as it shows: that of its kind,
    /// and that of itself, which is nil when it was never done.
    func learned(_ practice: String) -> (kind: Double, own: Double?) {
        guard let place = places[practice] else { return (0, nil) }
        let feeds = practices[place].feeds
        var combination = traits(of: practices[place])
        if case .pillar(let pillar) = feeds.strongest { combination.append((pillars[seriesIndex(.a, pillar)], 1)) }
        return (belief.mean(combination), own[place].map { belief.mean(combination + [($0, 1)]) })
    }

    /// Whether the couple's own reports say that a practice did them good: on the whole and the last time, better than half way up.
    func isReportedGood(_ practice: String) -> Bool {
        guard let place = places[practice], reports[place].count > 0 else { return false }
        return reports[place].sum / reports[place].count > Assumed.report && reports[place].last > Assumed.report
    }

    /// How likely a practice is done when it is advised.
    func willing(_ practice: Practice) -> Double { exponential(min(max(habit.mean(asked(practice)), -3), 0)) }

    /// How often a practice was done, older times counting less.
    private func times(_ place: Int) -> Double {
        let (count, day) = times[place]
        return count == 0 ? 0 : count * exponential(-max(0, (self.day ?? day) - day) / Assumed.wearDays)
    }

    /// What a practice asks, as `habit` sees it.
    private func asked(_ practice: Practice) -> Belief.Combination {
        [(0, 1), (1, Double(min(practice.minutes, 120)) / 60), (2, Double(practice.effort - 1) / 4)]
    }

    /// The parts of the exponent that a practice has in common with its like.
    private func traits(of practice: Practice) -> Belief.Combination {
        var parts: Belief.Combination = []
        var sum = 0.0
        for foundation in Foundation.allCases { sum += practice.feeds[.foundation(foundation)] }
        for (index, foundation) in Foundation.allCases.enumerated() {
            let weight = practice.feeds[.foundation(foundation)]
            if weight > 0 { parts.append((foundations[index], weight / sum)) }
        }
        for (index, aspect) in SelfAspect.allCases.enumerated() where practice.feeds[.own(aspect)] > 0 {
            parts.append((oneself[index], practice.feeds[.own(aspect)]))
        }
        if practice.company == .alone { parts.append((traits[0], 1)) }
        if practice.company == .together { parts.append((traits[1], 1)) }
        if practice.minutes <= 5 { parts.append((traits[2], 1)) }
        if practice.minutes > 20 { parts.append((traits[3], 1)) }
        if practice.openness.level >= 3 { parts.append((traits[4], 1)) }
        return parts
    }

    /// The parts of the exponent that are the same for all pillars that a practice feeds.
    private func kind(_ place: Int) -> Belief.Combination {
        var parts = traits(of: practices[place])
        parts.append((wear, -times(place)))
        if let own = own[place] { parts.append((own, 1)) }
        return parts
    }

    // MARK: How it may be

    /// Scores under what may be true of the couple, drawn from what is known: a row for each draw, a column for each practice.
    ///
    /// The draws are always the same, so that the same knowledge gives the same rows.
    func possibleScores(_ candidates: [AdviceSituation.Candidate], day: Double, draws count: Int) -> [[Double]] {
        var now = self
        now.advance(to: day)
        return now.scores(candidates, draws: count)
    }

    private func scores(_ candidates: [AdviceSituation.Candidate], draws count: Int) -> [[Double]] {
        var draws = SeededGenerator(seed: 0x4845_4152_5448)
        let lower = cholesky(belief.covariance)
        let kinds = candidates.map { places[$0.practice.id].map { kind($0) } ?? [] }
        let ready = candidates.map { $0.ease * willing($0.practice) }
        var normal = [Double](repeating: 0, count: belief.means.count)
        return (0..<count).map { _ in
            for i in normal.indices { normal[i] = Self.boldness * draws.normal() }
            var drawn = belief.means
            for i in drawn.indices {
                for k in 0...i { drawn[i] += lower[i][k] * normal[k] }
            }
            let lifts = pillars.map { exponential(drawn[$0]) }
            return candidates.indices.map { index in
                let candidate = candidates[index]
                var exponent = 0.0
                for (quantity, factor) in kinds[index] { exponent += factor * drawn[quantity] }
                // Of what was never done, nothing of its own is known: it counts like its like.
                var sum = candidate.beside
                for (aspect, met) in candidate.met.enumerated() { sum += aspect < 4 ? met * lifts[aspect] : met }
                return sum * exponential(exponent) * ready[index]
            }
        }
    }
}
