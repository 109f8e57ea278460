import Closeness
import Ledger
import Library

/// The touch menu: each marks in private, and what both like is found without telling the rest.
public struct Touching {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        case marked(String, ProposalAnswer)
        /// That is all for now: it may be laid beside the other's.
        case finished
        case triedAgain
    }

    /// The menu, as of the last message; nil while it hasn't come.
    public private(set) var menu: TouchMenu?
    private var matching = Matching(.touch)
    /// The week in which the person has said that this is all.
    private var weekFinished: Week?
    private var key: Key?

    /// A page that nothing was done on yet.
    public init() {}

    /// What a menu follows from: when it is the same, so is the menu.
    private struct Key: Equatable {
        let revision: Home.Revision
        let week: Week
        let hasPartner: Bool
        let isWhole: Bool
    }

    // MARK: Keeping up

    /// Brings the menu up to date, lays the person's wishes beside the other's when it is time to, and asks what both like.
    ///
    /// - Parameter isOpen: whether the person is looking at it. Elsewhere it is asked once an hour.
    public mutating func enter(isOpen: Bool, _ home: inout Home, _ world: inout World) {
        // A no that was said on another device, before this one had heard of the yes.
        if refresh(home, world), let withdrawn = menu?.withdrawn, !withdrawn.isEmpty {
            for kind in withdrawn { home.share(.planRested(PlanRested(practice: kind.entryName)), &world) }
            _ = refresh(home, world)
        }
        guard let menu else { return }
        matching.follow(
            menu.list(world), isFinished: weekFinished == menu.week, isAnnounced: home.isMatchAnnounced,
            isWatched: isOpen, home, &world)
    }

    /// The relay has announced that both want something new. To be called wherever the person is.
    public mutating func matchAnnounced(_ home: inout Home, _ world: inout World) {
        home.isMatchAnnounced = true
        enter(isOpen: true, &home, &world)
        home.isMatchAnnounced = false
    }

    /// Brings the menu up to date; says whether it may have changed.
    private mutating func refresh(_ home: Home, _ world: World) -> Bool {
        let now = Key(
            revision: home.revision, week: home.week(world), hasPartner: home.hasPartnerNow,
            isWhole: home.catalogue.isWhole)
        guard now != key else { return false }
        key = now
        menu = TouchMenu(home, world)
        return true
    }

    /// Takes an answer in.
    public mutating func receive(_ reply: Matching.Reply, _ home: inout Home, _ world: inout World) {
        let week = (matching.week ?? home.week(world)).text
        let found = matching.receive(reply, &home, &world)
        guard !found.isEmpty, let menu = TouchMenu(home, world) else { return }
        for name in found {
            // Each of the two says it themselves, and only as long as they mean it.
            guard let kind = TouchKind.id(entryName: name), menu.mark(kind) == .yes, !home.plan.hasEntered(name) else {
                continue
            }
            home.share(.planEntered(PlanEntered(practice: name, round: week)), &world)
        }
    }

    // MARK: What a person does

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ home: inout Home, _ world: inout World) {
        switch action {
        case .marked(let kind, let answer):
            if let kind = home.catalogue.touch(kind) { home.mark(kind, answer, &world) }
        case .finished: weekFinished = home.week(world)
        case .triedAgain: matching.tryAgain()
        }
    }

    /// What became of the person's list; nil while there is no menu.
    public func delivery(_ home: Home, _ world: World) -> Matching.Delivery {
        menu.map { matching.delivery($0.list(world), home, world) } ?? .none
    }

    /// Whether this week's list has gone out, so that a new yes waits for the next.
    public func isSent(_ home: Home) -> Bool {
        menu.map { Matching.hasSent($0.week, .touch, home) } ?? false
    }
}

extension Home {
    /// Says, in private, what the person thinks of a kind of touch. Whatever isn't a yes counts at once: where both had said yes, it is
    /// gone from both phones, and nothing says whose it was.
    mutating func mark(_ kind: TouchKind, _ answer: ProposalAnswer, _ world: inout World) {
        write(
            .proposalAnswered(
                ProposalAnswered(round: week(world).text, practice: kind.entryName, answer: answer)), &world)
        if answer != .yes, hasPartnerNow, plan.hasEntered(kind.entryName) {
            share(.planRested(PlanRested(practice: kind.entryName)), &world)
        }
    }
}
