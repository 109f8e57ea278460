import Closeness
import JSON
import Ledger

/// A few statements answered one at a time and then looked over: at the start and the end of a journey, and in the weeks after a change.
public struct LookAnswering {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        case marked(ScaleMark, ScaleMove)
        case advanced
        case wentBack
        case leftOut
    }

    /// The statement that is asked, counted from 0; past the last they are looked over.
    public private(set) var index = 0
    /// What was answered at looks that aren't finished, by their names.
    private var drafts: [String: CheckDraft] = [:]

    /// The id of the title that takes the focus when the next statement comes.
    public static let headingID = "look-statement"

    /// Nothing answered yet.
    public init() {}

    /// What was answered so far at a look.
    public func draft(_ look: JourneyLook) -> CheckDraft { drafts[look.name] ?? CheckDraft() }

    /// Asks the first statement.
    mutating func begin(_ world: inout World) {
        index = 0
        world.perform(.focus(Self.headingID))
    }

    /// Does what the person wants at a look that asks these statements.
    mutating func update(
        _ action: Action, _ occurrence: Occurrence, at look: JourneyLook, _ items: [CheckItem], _ world: inout World
    ) {
        var draft = draft(look)
        let item = items.indices.contains(index) ? items[index] : nil
        switch action {
        case .marked(let mark, let move): if let item { draft.follow(move, mark, of: item, occurrence) }
        case .advanced: turn(to: index + 1, items.count, &world)
        case .wentBack: turn(to: index - 1, items.count, &world)
        case .leftOut:
            if let item { draft.leaveOut(item) }
            turn(to: index + 1, items.count, &world)
        }
        drafts[look.name] = draft.isEmpty ? nil : draft
    }

    private mutating func turn(to index: Int, _ count: Int, _ world: inout World) {
        guard (0...count).contains(index) else { return }
        self.index = index
        world.perform(.focus(Self.headingID))
    }

    /// Puts the answers into the envelope for the two, or keeps them for the person alone.
    ///
    /// - Returns: Whether there were any.
    mutating func keep(_ look: JourneyLook, isShared: Bool, _ home: inout Home, _ world: inout World) -> Bool {
        guard let draft = drafts.removeValue(forKey: look.name) else { return false }
        let answered = JourneyAnswered(look: look, felt: draft.felt, wished: draft.wished)
        home.write(isShared ? .journeyAnswered(answered) : .journeyNoted(answered), &world)
        world.turnPage()
        return true
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
