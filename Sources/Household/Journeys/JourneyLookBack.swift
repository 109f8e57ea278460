import Closeness
import Ledger
import Library

/// What has moved between the first look at a journey's statements and the last.
///
/// Whoever answers one statement twice within weeks puts it somewhere else by chance alone: an answer has an error of 1.5 points
/// (``Reading/Level/error``), a difference of two one of 2.1, the mean of n differences 2.1/√n. Something is said to have moved when it
/// did by more than 1.645 of that, which chance does in one case of ten.
public struct JourneyLookBack: Equatable {
    /// Which way something went.
    public enum Movement: Equatable, Sendable {
        /// There is more of it than at the start.
        case more
        /// There is less.
        case less
        /// Too little to tell from chance.
        case unclear
    }

    /// One statement as the person answered it.
    public struct Line: Equatable, Sendable {
        /// The statement.
        public let item: CheckItem
        /// As it was at the start.
        public let before: Int
        /// As it is now.
        public let after: Int
        /// Which way it went.
        public let movement: Movement
    }

    /// The person's own answers, where they gave both.
    public let lines: [Line]
    /// Which way they went in all; nil when there is nothing to compare.
    public let mine: Movement?
    /// Which way the answers of both went together; nil on a way for one, and while not all four looks are in.
    public let ofBoth: Movement?

    private static let errorOfDifference = Reading.Level.assumedDeviation * 2.0.squareRoot()
    private static let confidence = 1.645

    /// What has moved on a walk.
    public init(_ walk: JourneyWalk, _ home: Home) {
        let items = home.lines(
            of: walk.journey, answered: home.ownAnswers(at: walk.look(isLast: false), on: walk.way)?.felt)
        let own = Self.differences(
            items, home.ownAnswers(at: walk.look(isLast: false), on: walk.way),
            home.ownAnswers(at: walk.look(isLast: true), on: walk.way))
        lines = own.map {
            Line(item: $0.item, before: $0.before, after: $0.after, movement: Self.movement([$0.after - $0.before])!)
        }
        let mine = own.map { $0.after - $0.before }
        self.mine = Self.movement(mine)
        guard walk.way.isShared, let partner = home.partner, let ours = home.ours, !mine.isEmpty else {
            ofBoth = nil
            return
        }
        let theirItems = home.lines(
            of: walk.journey, answered: ours.answers(at: walk.look(isLast: false), of: partner)?.felt)
        let theirs = Self.differences(
            theirItems, ours.answers(at: walk.look(isLast: false), of: partner),
            ours.answers(at: walk.look(isLast: true), of: partner)
        ).map { $0.after - $0.before }
        ofBoth = theirs.isEmpty ? nil : Self.movement(mine + theirs)
    }

    static func differences(
        _ items: [CheckItem], _ first: JourneyAnswered?, _ last: JourneyAnswered?
    ) -> [(item: CheckItem, before: Int, after: Int)] {
        guard let first, let last else { return [] }
        return items.compactMap { item in
            guard let before = first.felt[item.id], let after = last.felt[item.id] else { return nil }
            return (item, before, after)
        }
    }

    /// Which way so many differences go; nil when there is none.
    static func movement(_ differences: [Int]) -> Movement? {
        guard !differences.isEmpty else { return nil }
        let count = Double(differences.count)
        let mean = Double(differences.reduce(0, +)) / count
        if abs(mean) <= confidence * errorOfDifference / count.squareRoot() { return .unclear }
        return mean > 0 ? .more : .less
    }
}

extension Home {
    /// The check's statements that a journey looks at. Where one of them took the place of a statement to which the person has answered
    /// already, it is that one: the end is compared with what was asked at the start.
    ///
    /// - Parameter answered: what the person has answered on this way so far, by statement.
    public func lines(of journey: Journey, answered: [String: Int]? = nil) -> [CheckItem] {
        let check = catalogue.check
        return journey.lines.compactMap { id in
            check.retired.first { $0.successor == id && answered?[$0.id] != nil } ?? check.item(id)
        }
    }

    /// The check's statements that are asked at a look: as they were at the start, and as they were when the look was begun.
    public func lines(of journey: Journey, at look: JourneyLook, on way: JourneyWay, _ draft: CheckDraft) -> [CheckItem]
    {
        let start = JourneyLook(journey: look.journey, walk: look.walk, isLast: false)
        var answered = draft.felt
        for (line, felt) in ownAnswers(at: start, on: way)?.felt ?? [:] { answered[line] = felt }
        return lines(of: journey, answered: answered)
    }

    /// What the person answered at a look; nil while they haven't.
    public func ownAnswers(at look: JourneyLook, on way: JourneyWay) -> JourneyAnswered? {
        way.isShared ? ours?.answers(at: look, of: me) : mine.answers(at: look, of: me)
    }

    /// The practices of a walk that somebody may want to keep: of its weeks what was done since it began, in their order.
    public func practicesToKeep(of walk: JourneyWalk) -> [Practice] {
        var names: [String] = []
        for week in walk.journey.weeks { for name in week.practices where !names.contains(name) { names.append(name) } }
        return names.compactMap { catalogue.practice($0) }.filter { practice in
            (walk.way.isShared || practice.company != .together) && isDone(practice.id, on: walk)
        }
    }

    private func isDone(_ practice: String, on walk: JourneyWalk) -> Bool {
        [mine, ours].compactMap { $0 }.contains { projection in
            guard let symbol = projection.log.symbol(for: practice) else { return false }
            return projection.deeds.reversed().prefix {
                projection.log.stamp(at: $0.position).milliseconds >= walk.state.began
            }.contains { deed in
                deed.practice == symbol && deed.isDone
                    && walk.state.walkers.contains(projection.log.author(at: deed.position))
            }
        }
    }

    /// Whether the person has kept a practice of a walk for the plan.
    public func keeps(_ practice: String, of way: JourneyWay) -> Bool {
        let plan = plan
        return isForBoth(practice, way) ? plan.hasEntered(practice) : plan.isChosen(practice)
    }

    /// Puts a practice of a walk into the plan: for both, as the person's own yes, which alone is in nobody's plan.
    mutating func keep(_ practice: String, of way: JourneyWay, _ world: inout World) {
        guard !keeps(practice, of: way) else { return }
        let entered = Event.planEntered(PlanEntered(practice: practice, round: roundWeek(world).text))
        if isForBoth(practice, way) { share(entered, &world) } else { write(entered, &world) }
    }

    private func isForBoth(_ practice: String, _ way: JourneyWay) -> Bool {
        way.isShared && catalogue.practice(practice)?.company != .alone
    }
}
