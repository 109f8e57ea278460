public import Closeness

/// A conversation about one couple: it is told who they are, what they answer and what they do, and asked what to do next.
///
/// Nobody has to keep a plan for it: what it advises counts as left undone when nothing was heard of it before it is asked again.
public struct Advisor: Sendable {
    /// What a couple says about itself, and what is assumed where it doesn't.
    public struct Couple: Sendable, Hashable {
        /// Their circumstances.
        public var circumstances: Circumstances = []
        /// How many minutes they have for one practice; nil when they didn't say.
        public var minutes: Int?
        /// The openness each is ready for; the lower one is the top.
        public var openness: [Openness] = [Openness(clamping: 3), Openness(clamping: 3)]
        /// The ids of the causes they named.
        public var causes: Set<String> = []

        /// A couple that has said nothing of itself.
        public init() {}
    }

    /// Who they are.
    public var couple = Couple()
    private let practices: [Practice]
    private let causes: [Cause]
    private var lessons: Lessons
    private var history: [Done] = []
    private var advised: [String] = []
    private var doneSince: Set<String> = []
    /// How close each wished to be when they said so last, from 0 to 10.
    private var wished: [Partner: [Pillar: Double]] = [:]

    /// A conversation that begins.
    public init(_ practices: [Practice], causes: [Cause]) {
        self.practices = practices
        self.causes = causes
        lessons = Lessons(practices)
    }

    /// One of the two answered how close they feel.
    ///
    /// - Parameter wished: how close they wish to be there, from 0 to 10; nil when they didn't say. It holds until they say it anew.
    public mutating func observe(_ answer: Answer, wished: Double? = nil) {
        lessons.observe(answer)
        if let wished { self.wished[answer.person, default: [:]][answer.pillar] = wished }
    }

    /// They did a practice.
    ///
    /// - Parameter helped: how much it helped, from 0 (not at all) to 4 (a lot); nil when they didn't say.
    /// - Returns: Whether there is such a practice.
    @discardableResult
    public mutating func did(_ practice: String, day: Double, helped: Int?) -> Bool {
        guard practices.contains(where: { $0.id == practice }) else { return false }
        if let helped { lessons.reported(practice, helped: Double(helped)) }
        lessons.did(practice, day: day)
        doneSince.insert(practice)
        // Here 0 says that it did nothing; that it was too much is said by a lower openness.
        history.append(
            Done(
                practice: practice, day: Int(day.rounded(.down)),
                outcome: helped.map { Done.Outcome(helped: max($0, 1)) }))
        return true
    }

    /// Advises practices.
    ///
    /// - Parameters:
    ///   - day: the day, counted as in the answers.
    ///   - seed: what casts the lot.
    ///   - count: how many are wanted.
    public mutating func ask(day: Double, seed: Int, count: Int) -> [Advice] {
        for practice in advised { lessons.followed(practice, isDone: doneSince.contains(practice)) }
        doneSince = []
        func reading(_ person: Partner) -> Reading {
            Reading(
                felt: { aspect in
                    guard case .pillar(let pillar) = aspect else { return nil }
                    let level = lessons.level(pillar, of: person)
                    return Reading.Level(value: min(max(level.mean, 0), 10), error: level.sd, answered: 1)
                },
                wished: { aspect in
                    guard case .pillar(let pillar) = aspect, let value = wished[person]?[pillar] else { return nil }
                    return Reading.Level(value: value, error: 1, answered: 1)
                })
        }
        let request = AdviceRequest(
            picture: Picture(mine: reading(.a), theirs: reading(.b)), circumstances: couple.circumstances,
            causes: couple.causes, comfort: couple.openness, history: history, today: Int(day.rounded(.down)),
            seed: Seed(space: [], number: seed), count: count, drawn: count)
        let fitting = practices.filter { $0.minutes <= couple.minutes ?? .max }
        let drawn = Advice.ranking(request, from: fitting, causes: causes, lessons: lessons).filter { $0.chance != nil }
        advised = drawn.map { $0.practice }
        return drawn
    }
}
