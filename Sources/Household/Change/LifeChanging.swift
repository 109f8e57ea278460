import Bytes
import Closeness
import Ledger
import Library

/// "Something big has changed": naming it, a few statements now and again after four, eight and twelve weeks, and what may fit those
/// weeks. All of it is the person's own until they share it; nothing of it asks again by itself.
public struct LifeChanging {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        /// Another one is to be named, or not after all.
        case namingWanted, namingDropped
        /// What it is: a cause, or ``LifeChange/other``.
        case named(String)
        case shared(Identifier)
        case takenBack(Identifier)
        /// It goes from the person's own page; nobody is told.
        case putAway(Identifier)
        // The statements
        case lookOpened(Identifier)
        case lookClosed
        case look(LookAnswering.Action)
        case lookKept
    }

    /// A look that is open.
    public struct OpenLook: Equatable, Sendable {
        /// The change.
        public let change: Identifier
        /// Which look at it, counted from 0.
        public let look: Int
    }

    /// The look that is open.
    public private(set) var open: OpenLook?
    /// Whether another one is being named.
    public private(set) var isNaming = false
    /// The statements of looks that aren't finished.
    public var looks = LookAnswering()

    /// Nothing done yet.
    public init() {}

    /// Has it known whether the other waits, and whether the two answers to what is shared met.
    public func enter(_ home: inout Home, _ world: inout World) {
        for change in home.lifeChanges(world) where change.isShared {
            home.nameSeals(of: change, &world)
            for number in LifeChange.weeksOfLooks.indices {
                home.lookWhichMet(.look(change.look(number)), &world)
            }
        }
    }

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .namingWanted:
            isNaming = true
            world.turnPage()
        case .namingDropped: isNaming = false
        case .named(let what): name(what, &home, &world)
        case .shared(let id): share(id, &home, &world)
        case .takenBack(let id):
            guard let change = change(id, home, world), change.isMine, let entry = change.sharedEntry else { return }
            home.takeBack(entry, &world)
            world.tell(.takenBack)
        case .putAway(let id):
            guard let change = change(id, home, world) else { return }
            home.putAway(change, &world)
            world.turnPage()
        case .lookOpened(let id):
            guard let change = change(id, home, world), let look = home.lookToTake(change, world) else { return }
            open = OpenLook(change: id, look: look)
            looks.begin(&world)
        case .lookClosed: open = nil
        case .look(let action):
            guard let open, let change = change(open.change, home, world) else { return }
            looks.update(action, occurrence, at: change.look(open.look), home.lines(of: change), &world)
        case .lookKept:
            guard let open, let change = change(open.change, home, world) else { return }
            if looks.keep(change.look(open.look), isShared: change.isShared, &home, &world) { self.open = nil }
        }
    }

    private func change(_ id: Identifier, _ home: Home, _ world: World) -> LifeChange? {
        home.lifeChanges(world).first { $0.id == id }
    }

    /// The cause is marked with it, as the person's own, so that what is proposed to them knows of it.
    private mutating func name(_ what: String, _ home: inout Home, _ world: inout World) {
        guard what == LifeChange.other || home.lifeTurns.contains(where: { $0.id == what }) else { return }
        let named = ChangeNamed(change: world.random.identifier(), what: what, day: home.today(world))
        home.write(.changeNamed(named), &world)
        if what != LifeChange.other, !home.mine.causes(of: home.me).contains(what) {
            home.write(.causeSuspected(CauseMark(cause: what)), &world)
        }
        isNaming = false
        world.turnPage()
    }

    private func share(_ id: Identifier, _ home: inout Home, _ world: inout World) {
        guard home.hasPartnerNow, let change = change(id, home, world), change.isMine, !change.isShared else { return }
        home.share(
            .changeNamed(ChangeNamed(change: change.id, what: change.what, day: change.began)), &world)
        if let ours = home.ours, change.what != LifeChange.other, !ours.causes(of: home.me).contains(change.what) {
            home.share(.causeSuspected(CauseMark(cause: change.what)), &world)
        }
        world.tell(.changeShown)
    }
}
