/// One small thing that two people, or one of them, can do.
public struct Practice: SafeWhenAfraid, Sendable, Hashable {
    /// Who it takes. The raw value is the stable name.
    public enum Company: String, CaseIterable, Sendable, Hashable {
        /// Both, at the same time.
        case together
        /// One person, by themselves.
        case alone
        /// Either way.
        case either
    }

    /// How often it is meant to be done. The raw value is the stable name.
    public enum Rhythm: String, CaseIterable, Sendable, Hashable {
        /// Most days.
        case daily
        /// About once a week.
        case weekly
        /// About once a month.
        case monthly
        /// Once, and again when they feel like it.
        case once

        /// How many days usually lie between two times: 1, 7, 30; for ``once`` 90, after which it may come up again.
        public var days: Int {
            switch self {
            case .daily: 1
            case .weekly: 7
            case .monthly: 30
            case .once: 90
            }
        }
    }

    /// When in the day or the week it fits. The raw value is the stable name.
    public enum Moment: String, CaseIterable, Sendable, Hashable {
        /// Whenever.
        case any
        /// Before the day begins.
        case morning
        /// In the middle of the day.
        case midday
        /// After the day's work.
        case evening
        /// In bed, or on the way there.
        case bedtime
        /// On a day with time.
        case weekend
    }

    /// The stable name, kebab-case; entries refer to it for ever.
    public let id: String
    /// A small concrete name, such as "The door".
    public let name: String
    /// What to do, in two or three sentences.
    public let deed: String
    /// Why, in one line.
    public let why: String
    /// What to do if it falls flat.
    public let flat: String
    /// How long it takes, in minutes.
    public let minutes: Int
    /// Who it takes.
    public let company: Company
    /// Whether it can be done while being in different places.
    public let worksApart: Bool
    /// How much strength it takes, 1 (none to speak of) … 5.
    public let effort: Int
    /// How much of oneself it asks to show.
    public let openness: Openness
    /// What it costs: 0 nothing, 1 small change, 2 an evening out, 3 more.
    public let cost: Int
    /// How often it is meant to be done.
    public let rhythm: Rhythm
    /// When it fits.
    public let moment: Moment
    /// Which aspects it feeds, and how strongly.
    public let feeds: Weights
    /// The causes it answers, by id.
    public let causes: [String]
    /// The circumstances in which it is not advised.
    public let avoid: [Circumstance]
    /// The situations it is expressly written for; empty when it is for anybody.
    public let writtenFor: [LifeSituation]
    /// The beginning of a sentence to say, when the practice has one.
    public let stem: String?
    /// Whether it may be put before somebody who is afraid of their partner (see ``SafeWhenAfraid``).
    public let isSafeWhenAfraid: Bool

    /// Creates a practice.
    public init(
        id: String, name: String, deed: String, why: String, flat: String, minutes: Int, company: Company,
        worksApart: Bool, effort: Int, openness: Openness, cost: Int, rhythm: Rhythm, moment: Moment, feeds: Weights,
        causes: [String], avoid: [Circumstance], writtenFor: [LifeSituation] = [], stem: String?,
        isSafeWhenAfraid: Bool = false
    ) {
        self.id = id
        self.name = name
        self.deed = deed
        self.why = why
        self.flat = flat
        self.minutes = minutes
        self.company = company
        self.worksApart = worksApart
        self.effort = effort
        self.openness = openness
        self.cost = cost
        self.rhythm = rhythm
        self.moment = moment
        self.feeds = feeds
        self.causes = causes
        self.avoid = avoid
        self.writtenFor = writtenFor
        self.stem = stem
        self.isSafeWhenAfraid = isSafeWhenAfraid
    }

    /// How many minutes it takes in a week in which it is done at its rhythm: seven times one time for a daily one, one time for all
    /// others.
    public var minutesAWeek: Int { rhythm == .daily ? 7 * minutes : minutes }

    /// Whether it can be done by a couple, or a person, in these circumstances: nothing to avoid applies; apart, it must work
    /// apart; alone, it must not take two; without money, it must cost nothing.
    public func fits(_ circumstances: Circumstances) -> Bool {
        guard circumstances.isDisjoint(with: avoid) else { return false }
        if circumstances.contains(.apart) && !worksApart && company == .together { return false }
        if circumstances.contains(.alone) && company == .together { return false }
        if circumstances.contains(.noMoney) && cost > 0 { return false }
        return true
    }

    /// Whether it is for people who are in these situations: it is for anybody, or for one of them.
    public func isWritten(for situations: Set<LifeSituation>) -> Bool {
        writtenFor.isEmpty || writtenFor.contains(where: situations.contains)
    }
}

extension Practice {
    /// What of oneself it feeds most; nil when it feeds nothing of that.
    public var mostForOneself: SelfAspect? {
        var most: (aspect: SelfAspect, value: Double)?
        for weight in feeds.listed {
            if case .own(let aspect) = weight.aspect, weight.value > most?.value ?? 0 { most = (aspect, weight.value) }
        }
        return most?.aspect
    }
}
