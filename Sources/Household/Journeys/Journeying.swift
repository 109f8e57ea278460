import Closeness
import JSON
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
        /// The look.
        public let look: JourneyLook
        /// Which walk it belongs to.
        public let way: JourneyWay
        /// The statement, counted from 0; past the last it is looked over.
        public fileprivate(set) var index: Int
    }

    /// The look that is open.
    public private(set) var open: OpenLook?
    /// What was answered at looks that aren't finished, by their names.
    private var drafts: [String: CheckDraft] = [:]
    /// The walk that is to be ended, if the person means it.
    public private(set) var stopping: JourneyWay?
    /// What the person says of what they did.
    public var report = DeedReport()

    /// Nothing done yet.
    public init() {}

    /// What was answered so far at a look.
    public func draft(_ look: JourneyLook) -> CheckDraft { drafts[look.name] ?? CheckDraft() }

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
        case .lookOpened, .lookClosed, .markMoved, .markDragged, .markSettled, .markKeyed, .lookAdvanced, .lookWentBack,
            .lookLeftOut, .lookKept:
            look(action, occurrence, &home, &world)
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

    // MARK: Looks

    private mutating func look(
        _ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World
    ) {
        if case .lookOpened(let look, let way) = action {
            open = OpenLook(look: look, way: way, index: 0)
            world.perform(.focus(Self.headingID))
            return
        }
        guard let open, let journey = home.catalogue.journey(open.look.journey) else { return }
        var draft = draft(open.look)
        let items = home.lines(of: journey, at: open.look, on: open.way, draft)
        let item = items.indices.contains(open.index) ? items[open.index] : nil
        func set(_ mark: ScaleMark, _ value: Int?) {
            if let item { draft.set(mark, of: item, to: value) }
        }
        switch action {
        case .markMoved(let mark): if let value = occurrence.scaleValue { set(mark, value) }
        case .markDragged(let mark): set(mark, occurrence.valueOnLine)
        case .markSettled(let mark): if let item, draft.value(mark, of: item) == nil { set(mark, 5) }
        case .markKeyed(let mark):
            if occurrence.isConfirmingKey, let item, draft.value(mark, of: item) == nil { set(mark, 5) }
        case .lookAdvanced: turn(to: open.index + 1, items.count, &world)
        case .lookWentBack: turn(to: open.index - 1, items.count, &world)
        case .lookLeftOut:
            set(.felt, nil)
            set(.wished, nil)
            turn(to: open.index + 1, items.count, &world)
        case .lookClosed: self.open = nil
        case .lookKept:
            keep(draft, open, &home, &world)
            return
        case .lookOpened, .wanted, .takenBack, .putAway, .readyForNext, .notReady, .wentBack, .rested, .stopWanted,
            .stopDropped, .stopped, .deed, .kept:
            break
        }
        drafts[open.look.name] = draft.isEmpty ? nil : draft
    }

    private mutating func turn(to index: Int, _ count: Int, _ world: inout World) {
        guard (0...count).contains(index) else { return }
        open?.index = index
        world.perform(.focus(Self.headingID))
    }

    /// Puts the answers into the envelope for the two, or keeps them for the person alone.
    private mutating func keep(_ draft: CheckDraft, _ open: OpenLook, _ home: inout Home, _ world: inout World) {
        guard !draft.isEmpty else { return }
        let answered = JourneyAnswered(look: open.look, felt: draft.felt, wished: draft.wished)
        home.write(open.way.isShared ? .journeyAnswered(answered) : .journeyNoted(answered), &world)
        drafts[open.look.name] = nil
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

    /// The id of the title that takes the focus when the next statement comes.
    public static let headingID = "journey-statement"
}
