import Bytes
import Closeness
import Ledger
import Library
import Wire

/// What the story's line shows, latest first: moments that either kept, and firsts that happened by themselves.
public struct Timeline {
    /// One thing on the line.
    public struct Item: Equatable, Sendable {
        /// What stands there.
        public let subject: Subject
        /// When it was.
        public let day: Day
        /// Tells items apart.
        public let key: String
        /// The moment's entry; nil for a first.
        public var entry: Identifier?
        /// Whether it took the place of another that the person who looks had, or may have had.
        public var isChanged = false
        /// The photos that go with a moment.
        public var photos: [Photo] = []
        /// The space in which they lie; nil for a first.
        public var space: Identifier?
        /// Whether its day comes back each year.
        public var isYearly = false
        /// How the two answers of a first stand to each other; nil for all else.
        public var meeting: Meeting?

        /// Whether it happened by itself.
        public var isFirst: Bool {
            switch subject {
            case .first: true
            case .moment: false
            }
        }
    }

    /// What stands at a place on the line.
    public enum Subject: Equatable, Sendable {
        /// A moment that somebody kept.
        case moment(String, author: Identifier)
        /// A first.
        case first(First)
    }

    /// A first that happened by itself.
    public enum First: Equatable, Sendable {
        /// The person's first day.
        case day
        /// The two were both here.
        case joined
        /// Both had answered a check.
        case check
        /// The first thanks.
        case thanks
        /// Both had said yes to a practice, by its name.
        case agreed(String)
        /// Both had answered a question, by its text.
        case question(String)

        fileprivate var key: String {
            switch self {
            case .day: "first-day"
            case .joined: "joined"
            case .check: "first-check"
            case .thanks: "first-thanks"
            case .agreed: "first-agreed"
            case .question: "first-question"
            }
        }
    }

    /// Latest first.
    public let items: [Item]

    /// What a home has to tell, by the days of the places where it was written.
    public init(_ home: Home, _ world: World) {
        var items: [Item] = []
        let spaces = [(home.ours, home.sharedRecord?.id), (home.mine, home.privateSpace?.record.id)]
        for (projection, space) in spaces {
            guard let projection else { continue }
            for position in projection.moments {
                guard let said = projection.moment(at: position) else { continue }
                items.append(
                    Item(
                        subject: .moment(said.fields.text, author: said.author), day: said.fields.day,
                        key: said.entry.text, entry: said.entry,
                        isChanged: projection.isKnown(said.fields.instead, to: home.me, by: said.author),
                        photos: said.fields.photos, space: space, isYearly: said.fields.isYearly))
            }
        }
        for (first, day, seal) in Self.firsts(home, world) {
            items.append(
                Item(subject: .first(first), day: day, key: first.key, meeting: seal.flatMap { home.meeting($0) }))
        }
        self.items = items.sorted { ($0.day, $0.key) > ($1.day, $1.key) }
    }

    /// Moments that were on this day of an earlier year, latest first.
    public func onThisDay(_ today: Day) -> [(item: Item, years: Int)] {
        items.compactMap { item in
            guard !item.isFirst, let (next, years) = item.day.nextAnniversary(from: today), next == today else {
                return nil
            }
            return (item, years)
        }
    }

    private static func firsts(_ home: Home, _ world: World) -> [(First, Day, SealName?)] {
        var firsts: [(First, Day, SealName?)] = []
        func add(_ first: First, _ position: Log.Position?, _ projection: Projection) {
            if let position { firsts.append((first, world.day(of: position, in: projection.log), nil)) }
        }
        func add<Fields>(_ first: First, _ said: Said<Fields>?, under seal: SealName? = nil) {
            if let said { firsts.append((first, world.day(of: said), seal)) }
        }
        add(.day, earliest(home.mine), home.mine)
        guard let ours = home.ours, home.isPaired else { return firsts }
        add(.joined, earliest(ours, by: home.partner), ours)
        if let check = firstSharedCheck(home, ours) { add(.check, check, under: .check(check.fields.season)) }
        add(.thanks, ours.appreciations.first, ours)
        if let agreed = home.plan.agreed.first, let practice = home.catalogue.practice(agreed.fields.practice) {
            add(.agreed(practice.name), agreed)
        }
        if let opened = firstOpenedQuestion(home, ours) {
            add(.question(opened.question.text), opened.said, under: .question(opened.question.id))
        }
        return firsts
    }

    /// When the first items of a space were written, by one person or by whoever began. They reach every device first, so a
    /// look at those suffices.
    private static func earliest(_ projection: Projection, by account: Identifier? = nil) -> Log.Position? {
        projection.log.positions.prefix(64)
            .filter { account == nil || projection.log.author(at: $0) == account }
            .min { projection.log.stamp(at: $0).milliseconds < projection.log.stamp(at: $1).milliseconds }
    }

    private static func firstSharedCheck(_ home: Home, _ ours: Projection) -> Said<CheckAnswered>? {
        for season in home.partner.map({ ours.checkedSeasons(of: $0) }) ?? [] {
            if let mine = ours.check(of: home.me, in: season),
                let theirs = home.partner.flatMap({ ours.check(of: $0, in: season) })
            {
                return mine.milliseconds > theirs.milliseconds ? mine : theirs
            }
        }
        return nil
    }

    private static func firstOpenedQuestion(
        _ home: Home, _ ours: Projection
    ) -> (question: Question, said: Said<QuestionReply>)? {
        guard let partner = home.partner else { return nil }
        for id in ours.questions(of: partner) {
            guard let theirs = ours.reply(to: id, by: partner), case .answered = theirs.fields,
                let own = ours.reply(to: id, by: home.me), case .answered = own.fields,
                let question = home.catalogue.question(id)
            else { continue }
            return (question, own.milliseconds > theirs.milliseconds ? own : theirs)
        }
        return nil
    }
}
