import Closeness
import Ledger
import Library
import Wire

/// The touch menu as it stands for the person: what it has for two who are as open as these, what the person has marked in private,
/// and what both said yes to.
///
/// Marks are private answers (`proposal.answered`). A yes of both is found like a shared wish (``Matching``) and then said by each for
/// themselves (`plan.entered`); either takes it out at once and alone (`plan.rested`). So nothing of a maybe, a never or of what wasn't
/// looked at is ever written where the other can read it.
public struct TouchMenu: Equatable {
    /// The kinds at one step of openness.
    public struct Step: Equatable {
        /// The step.
        public let openness: Openness
        /// What is there.
        public let kinds: [TouchKind]
    }

    /// The steps up to the one for which the more careful of the two is ready, lightest first.
    public let steps: [Step]
    /// Whether there is more for two who are more open.
    public let hasMore: Bool
    /// What both said yes to, lightest first.
    public let shared: [TouchKind]
    /// The week, and what of the person's wishes is laid beside the other's in it.
    let week: Week
    private let wanted, offered: [String]
    /// When the person last marked something: milliseconds since 1970.
    private let lastMarked: Int64?
    /// What the person said, by the kind's id.
    private let marks: [String: ProposalAnswer]
    /// What the person once said yes to for the other to see, and no longer wants.
    let withdrawn: [TouchKind]

    /// For how long a mark shows that somebody is in the middle of the menu, in milliseconds.
    private static let moment: Int64 = 3 * 3_600_000

    /// The menu; nil while it hasn't come yet.
    init?(_ home: Home, _ world: World) {
        let all = home.catalogue.touches
        guard !all.isEmpty else { return nil }
        let limit = home.openness(world)
        let kinds = all.filter { $0.openness <= limit }
        steps = (1...limit.level).compactMap { level in
            let here = kinds.filter { $0.openness.level == level }
            return here.isEmpty ? nil : Step(openness: Openness(clamping: level), kinds: here)
        }
        hasMore = kinds.count < all.count
        var marks: [String: ProposalAnswer] = [:]
        var times: [String: Int64] = [:]
        for said in home.mine.proposals(of: home.me) {
            guard let id = TouchKind.id(entryName: said.fields.practice) else { continue }
            marks[id] = said.fields.answer
            times[id] = said.milliseconds
        }
        self.marks = marks
        let plan = home.plan
        let wanted = home.hasPartnerNow ? kinds.filter { marks[$0.id] == .yes } : []
        let offered =
            home.suggestsAlone ? wanted.filter { home.isWishedSince(times[$0.id] ?? .min) } : wanted
        week = home.week(world)
        self.wanted = Self.names(wanted)
        self.offered = Self.names(offered)
        lastMarked = times.values.max()
        withdrawn =
            home.hasPartnerNow
            ? all.filter { kind in
                marks[kind.id].map { $0 != .yes } == true && plan.hasEntered(kind.entryName)
            } : []
        shared =
            home.hasPartnerNow
            ? kinds.filter { plan.isAgreedTouch($0) && marks[$0.id].map { $0 == .yes } != false } : []
    }

    private static func names(_ kinds: [TouchKind]) -> [String] {
        kinds.suffix(Limits.matchTokens).map { $0.entryName }.sorted()
    }

    /// What is laid beside the other's wishes.
    func list(_ world: World) -> WishList {
        WishList(
            subject: .touch, week: week, wanted: wanted, offered: offered, isAnswered: isMarked,
            isUnderWay: lastMarked.map { Int64(world.now) - $0 < Self.moment } ?? false)
    }

    /// What the person said of a kind; nil while they haven't.
    public func mark(_ kind: String) -> ProposalAnswer? { marks[kind] }

    /// Whether the person has marked anything.
    public var isMarked: Bool { !marks.isEmpty }
}
