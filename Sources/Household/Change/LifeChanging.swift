import Bytes
import Closeness
import JSON
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
        case markMoved(ScaleMark)
        case markDragged(ScaleMark)
        case markSettled(ScaleMark)
        case markKeyed(ScaleMark)
        case lookAdvanced
        case lookWentBack
        case lookLeftOut
        case lookKept
    }

    /// A look that is open, and which statement of it is asked.
    public struct OpenLook: Equatable, Sendable {
        /// The change.
        public let change: Identifier
        /// Which look at it, counted from 0.
        public let look: Int
        /// The statement, counted from 0; past the last it is looked over.
        public fileprivate(set) var index: Int
    }

    /// The look that is open.
    public private(set) var open: OpenLook?
    /// Whether another one is being named.
    public private(set) var isNaming = false
    /// What was answered at looks that aren't finished, by their names.
    private var drafts: [String: CheckDraft] = [:]

    /// The id of the title that takes the focus when the next statement comes.
    public static let headingID = "change-statement"

    /// Nothing done yet.
    public init() {}

    /// What was answered so far at a look.
    public func draft(_ look: JourneyLook) -> CheckDraft { drafts[look.name] ?? CheckDraft() }

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
            open = OpenLook(change: id, look: look, index: 0)
            world.perform(.focus(Self.headingID))
        case .lookClosed: open = nil
        case .lookKept: keep(&home, &world)
        case .markMoved, .markDragged, .markSettled, .markKeyed, .lookAdvanced, .lookWentBack, .lookLeftOut:
            answer(action, occurrence, home, &world)
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

    // MARK: The statements

    private mutating func answer(_ action: Action, _ occurrence: Occurrence, _ home: Home, _ world: inout World) {
        guard let open, let change = change(open.change, home, world) else { return }
        let items = home.lines(of: change)
        let name = change.look(open.look).name
        var draft = drafts[name] ?? CheckDraft()
        let item = items.indices.contains(open.index) ? items[open.index] : nil
        func set(_ mark: ScaleMark, _ value: Int?) {
            if let item { draft.set(mark, of: item, to: value) }
        }
        func settle(_ mark: ScaleMark) {
            if let item, draft.value(mark, of: item) == nil { set(mark, 5) }
        }
        switch action {
        case .markMoved(let mark): if let value = occurrence.scaleValue { set(mark, value) }
        case .markDragged(let mark): set(mark, occurrence.valueOnLine)
        case .markSettled(let mark): settle(mark)
        case .markKeyed(let mark): if occurrence.isConfirmingKey { settle(mark) }
        case .lookAdvanced: turn(to: open.index + 1, items.count, &world)
        case .lookWentBack: turn(to: open.index - 1, items.count, &world)
        case .lookLeftOut:
            set(.felt, nil)
            set(.wished, nil)
            turn(to: open.index + 1, items.count, &world)
        case .namingWanted, .namingDropped, .named, .shared, .takenBack, .putAway, .lookOpened, .lookClosed, .lookKept:
            break
        }
        drafts[name] = draft.isEmpty ? nil : draft
    }

    private mutating func turn(to index: Int, _ count: Int, _ world: inout World) {
        guard (0...count).contains(index) else { return }
        open?.index = index
        world.perform(.focus(Self.headingID))
    }

    /// Puts the answers into the envelope for the two, or keeps them for the person alone.
    private mutating func keep(_ home: inout Home, _ world: inout World) {
        guard let open, let change = change(open.change, home, world) else { return }
        let look = change.look(open.look)
        guard let draft = drafts[look.name], !draft.isEmpty else { return }
        let answered = JourneyAnswered(look: look, felt: draft.felt, wished: draft.wished)
        home.write(change.isShared ? .journeyAnswered(answered) : .journeyNoted(answered), &world)
        drafts[look.name] = nil
        self.open = nil
        world.turnPage()
    }

    // MARK: Drafts

    /// What this device keeps of looks that aren't finished, by their names.
    public var keptDrafts: [String: String] { drafts.mapValues { $0.kept([]) } }

    /// Goes on with a look that this device kept.
    public mutating func take(_ kept: String, for look: String) {
        guard let json = try? JSONValue(parsing: Array(kept.utf8)) else { return }
        let draft = CheckDraft(json)
        if !draft.isEmpty { drafts[look] = draft }
    }
}
