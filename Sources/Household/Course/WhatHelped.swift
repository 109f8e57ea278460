import Bytes
import Closeness
import Insight
import Ledger
import Library

/// How the answers in the weeks after each practice compare with those of other weeks, as far as the person who looks may know:
/// from the couple's answers, from what either reported to both, and from what the person did for themselves.
public struct WhatHelped {
    /// One practice that was done.
    public struct Row {
        /// What it is called.
        public let name: String
        /// The pillars that it feeds: what the answers are about.
        public let pillars: [Pillar]
        /// Whether both know that it was done; what only the person knows is drawn in their colour.
        public let isShared: Bool
        /// How the answers after it compare with others.
        public let effect: PracticeEffect

        /// Whether there are enough weeks, with it and without, to draw anything.
        public var isDrawn: Bool { min(effect.daysWith, effect.daysWithout) >= PracticeEffect.enoughDays }
    }

    /// How far back answers and deeds count, in days: two people change.
    public static let reach = 728

    /// One for each practice; what most surely went with higher answers first.
    public private(set) var rows: [Row] = []
    /// From which state of the spaces it was computed.
    public let revision: Home.Revision?

    /// What the deeds and the followed answers of a home show on a day. Takes some milliseconds.
    ///
    /// Answers count by the day of the place, as deeds do, so that what was done on the day of an answer is known not to come before it.
    public init(_ home: Home, today: Day, _ world: World) {
        revision = home.followed
        let earliest = today.advanced(by: -Self.reach) ?? today
        var uses: [PracticeUse] = []
        var shared: [String] = []
        for (projection, isShared) in [(home.mine, false), (home.ours ?? Projection(), true)] {
            var takenBack: [(deed: Deed, author: Identifier)] = []
            // Latest first, so that what was taken back is known before it is met.
            for deed in Home.recent(in: projection, since: earliest) {
                let author = projection.log.author(at: deed.position)
                guard deed.isDone else {
                    takenBack.append((deed, author))
                    continue
                }
                if takenBack.contains(where: {
                    $0.author == author && $0.deed.day == deed.day && $0.deed.practice == deed.practice
                }) {
                    continue
                }
                let name = projection.log.text(of: deed.practice)
                uses.append(PracticeUse(practice: name, day: Double(deed.day.number)))
                if isShared, !shared.contains(name) { shared.append(name) }
            }
        }
        var answers = home.closeness.answers
        for index in answers.indices {
            answers[index].day = Double(world.day(at: Int64(answers[index].day * 86_400_000)).number)
        }
        answers = answers.filter { $0.day >= Double(earliest.number) }
        let effects = PracticeEffects(answers, uses: uses) { home.catalogue.practice($0)?.pillars ?? [] }
        for effect in effects.effects {
            // What is no longer to be suggested to somebody isn't praised to them either.
            guard let practice = home.catalogue.practice(effect.practice), home.suggests(practice) else { continue }
            let low = effect.effect.band.lowerBound
            let place = rows.firstIndex { $0.effect.effect.band.lowerBound < low } ?? rows.count
            rows.insert(
                Row(
                    name: practice.name, pillars: practice.pillars, isShared: shared.contains(practice.id),
                    effect: effect), at: place)
        }
    }

    /// What most surely went with higher answers; nil when nothing did.
    public var best: Row? { rows.first { $0.isDrawn && $0.effect.finding == .higherAfterwards } }
}

extension Practice {
    /// The pillars that it feeds.
    fileprivate var pillars: [Pillar] { Pillar.allCases.filter { feeds[.pillar($0)] > 0 } }
}
