import Closeness
import Ledger
import Library

/// Journeys: the list, and one of them, from the yes to the look back.
///
/// Where a walk is stands in entries alone (``JourneyWalk``), so that it survives a reload and both phones follow it. The page only
/// keeps what isn't finished.
public struct Journeying {
    /// What a person can do.
    public enum Action: Equatable, Sendable {
        // Before
        /// Would like to walk it: with the other, who is asked, or alone.
        case wanted(JourneyWay)
        /// Takes a yes back that nobody has met.
        case takenBack(JourneyWay)
        /// Doesn't want to be shown what the other would like.
        case putAway(String)
        // On the way
        case readyForNext(JourneyWay)
        case notReady(JourneyWay)
        case wentBack(JourneyWay)
        case rested(JourneyWay)
        /// To end it, which is asked once more.
        case stopWanted(JourneyWay)
        case stopDropped
        case stopped(JourneyWay)
        /// What is said of what was done.
        case deed(DeedReport.Action)
        /// A practice is kept for the plan.
        case kept(String, JourneyWay)
        // The looks at its statements
        case lookOpened(JourneyLook, JourneyWay)
        case lookClosed
        case look(LookAnswering.Action)
        case lookKept
    }

    /// A look that is open.
    public struct OpenLook: Equatable, Sendable {
        /// The look.
        public let look: JourneyLook
        /// Which walk it belongs to.
        public let way: JourneyWay
    }

    /// The look that is open.
    public private(set) var open: OpenLook?
    /// The statements of looks that aren't finished.
    public var looks = LookAnswering()
    /// The walk that is to be ended, if the person means it.
    public private(set) var stopping: JourneyWay?
    /// What the person says of what they did.
    public var report = DeedReport()

    /// Nothing done yet.
    public init() {}

    /// Does what the person wants.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World) {
        switch action {
        case .wanted(let way):
            home.note(.journeyWanted(JourneyMark(journey: way.journey)), on: way, &world)
            world.turnPage()
        case .takenBack(let way): stop(way, &home, &world)
        case .putAway(let journey): home.putAway(journey, &world)
        case .readyForNext(let way): move(way, &home, &world) { $0.next }
        case .notReady(let way): move(way, &home, &world) { $0.stay }
        case .wentBack(let way): move(way, &home, &world) { $0.back }
        case .rested(let way):
            home.note(.journeyRested(JourneyMark(journey: way.journey)), on: way, &world)
            world.turnPage()
        case .stopWanted(let way): stopping = way
        case .stopDropped: stopping = nil
        case .stopped(let way):
            stopping = nil
            stop(way, &home, &world)
            world.turnPage()
        case .deed(let action): report.update(action, occurrence, on: home.today(world), &home, &world)
        case .kept(let practice, let way): home.keep(practice, of: way, &world)
        case .lookOpened(let look, let way):
            open = OpenLook(look: look, way: way)
            looks.begin(&world)
        case .lookClosed: open = nil
        case .look(let action):
            guard let open, let journey = home.catalogue.journey(open.look.journey) else { return }
            let items = home.lines(of: journey, at: open.look, on: open.way, looks.draft(open.look))
            looks.update(action, occurrence, at: open.look, items, &world)
        case .lookKept:
            guard let open else { return }
            if looks.keep(open.look, isShared: open.way.isShared, &home, &world) { self.open = nil }
        }
    }

    private func stop(_ way: JourneyWay, _ home: inout Home, _ world: inout World) {
        home.note(.journeyStopped(JourneyMark(journey: way.journey)), on: way, &world)
    }

    private func move(
        _ way: JourneyWay, _ home: inout Home, _ world: inout World, _ choose: (JourneyWalk) -> JourneyMoved?
    ) {
        guard let walk = home.walk(way), walk.isOn, let move = choose(walk) else { return }
        home.note(.journeyMoved(move), on: way, &world)
        let now = home.walk(way)
        if now?.phase != walk.phase || now?.index != walk.index { world.turnPage() }
    }
}
