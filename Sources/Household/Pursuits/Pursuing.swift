import Bytes
import Ledger

/// Something of ours: beginning it, saying yes to it, its next step, notes on it, and its end.
public struct Pursuing {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        case sortChosen(PursuitSort)
        case composing(Composing.Action)
        /// Yes to what the other began, as it stood there, or not this.
        case joined(Identifier, begun: Identifier)
        case putAside(Identifier)
        // About the one that is looked at
        case step(Composing.Action)
        /// Another step takes the place of the next one.
        case stepWanted
        /// A day for the step, which comes as `2026-11-20`; anything else for none.
        case dayTyped
        case reached
        case note(Composing.Action)
        case ended(isDone: Bool)
        /// It goes as if nobody had begun it.
        case takenBack
        /// What was said a moment ago, or a note, is taken back.
        case undone(Identifier)
        /// What the person had before is begun anew, with whoever is here now.
        case begunAgain
        /// Older ones are shown.
        case moreShown
    }

    private static let pageful = 20

    /// What is being begun.
    public private(set) var sort = PursuitSort.hobby
    /// What it is to be called.
    public private(set) var name = Composing(id: "pursuit", limit: TextLimit.line)
    /// The one that is looked at.
    public private(set) var looked: Identifier?
    /// Its next step as it is being put into words.
    public private(set) var step = Composing(id: "pursuit-step", limit: TextLimit.line)
    /// The step's day; nil for none.
    public private(set) var day: Day?
    /// Whether another step is being said though there is one.
    public private(set) var isStepping = false
    /// A note.
    public private(set) var note = Composing(id: "pursuit-note")
    /// How many that have ended are shown.
    public private(set) var shown = Self.pageful
    /// What was begun about others, by `step/` or `note/` and their ids.
    private var kept: [String: String] = [:]

    /// Nothing typed yet.
    public init() {}

    /// Looks at one.
    public mutating func enter(_ id: Identifier) {
        guard id != looked else { return }
        looked = id
        step = step.resumed(kept["step/" + id.text] ?? "")
        note = note.resumed(kept["note/" + id.text] ?? "")
        day = nil
        isStepping = false
    }

    /// Looks at the one of that name in addresses.
    public mutating func enter(named id: String) { if let id = Identifier(text: id) { enter(id) } }

    // MARK: Drafts

    /// What was begun and isn't sent: about which, `step/` or `note/` and an id, and the words.
    public var keptDrafts: [String: String] { kept }

    /// Takes up the name of something that was being begun.
    public mutating func resume(_ text: String, as sort: String) {
        name = name.resumed(text)
        self.sort = PursuitSort(rawValue: sort) ?? self.sort
    }

    /// Takes up what was begun about one.
    public mutating func resume(_ text: String, about key: String) {
        kept[key] = text
        guard let looked else { return }
        if key == "step/" + looked.text { step = step.resumed(text) }
        if key == "note/" + looked.text { note = note.resumed(text) }
    }

    private mutating func keepDrafts() {
        guard let looked else { return }
        kept["step/" + looked.text] = step.isEmpty ? nil : step.text
        kept["note/" + looked.text] = note.isEmpty ? nil : note.text
    }

    // MARK: Doing

    /// Does what the person wants.
    public mutating func update(
        _ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World
    ) {
        switch action {
        case .sortChosen(let sort): self.sort = sort
        case .composing(let action):
            guard name.update(action, occurrence, &home, &world),
                begin(sort, name.text.trimmed, &home, &world)
            else { return }
            name.clear()
        case .joined(let id, let begun):
            guard let pursuit = home.pursuit(id), pursuit.begun.entry == begun, pursuit.begun.author != home.me,
                !pursuit.isJoined
            else { return }
            home.write(.pursuitJoined(PursuitJoined(pursuit: id, begun: begun)), &world)
        case .putAside(let id):
            guard let pursuit = home.pursuit(id), pursuit.begun.author != home.me, !pursuit.isJoined else { return }
            home.putAside(pursuit, &world)
            world.tell(.pursuitAside)
        case .step(let action):
            let isSent = step.update(action, occurrence, &home, &world)
            if isSent { sayStep(&home, &world) }
            keepDrafts()
        case .stepWanted:
            isStepping = true
            world.perform(.focus(step.id))
        case .dayTyped: day = Day(text: occurrence.text)
        case .reached:
            guard let pursuit = open(home), let step = pursuit.step else { return }
            let reached = PursuitReached(pursuit: pursuit.id, step: step.entry)
            if let entry = home.write(.pursuitReached(reached), &world) { world.tell(.pursuitReached(entry)) }
        case .note(let action):
            let isSent = note.update(action, occurrence, &home, &world)
            if isSent, let pursuit = current(home) {
                let noted = PursuitNoted(pursuit: pursuit.id, text: note.text.trimmed)
                if home.write(.pursuitNoted(noted), &world) != nil { note.clear() }
            }
            keepDrafts()
        case .ended(let isDone):
            guard let pursuit = open(home) else { return }
            let ended = PursuitEnded(pursuit: pursuit.id, isDone: isDone)
            if let entry = home.write(.pursuitEnded(ended), &world) { world.tell(.pursuitEnded(entry, isDone: isDone)) }
        case .takenBack:
            guard let pursuit = looked.flatMap({ home.pursuit($0) }), home.mayTakeBack(pursuit.begun.entry),
                !pursuit.isJoined
            else { return }
            for said in pursuit.notes where said.author == home.me { home.takeBack(said.entry, &world) }
            if let step = pursuit.step, step.author == home.me { home.takeBack(step.entry, &world) }
            for reached in pursuit.reached where reached.step.author == home.me {
                home.takeBack(reached.step.entry, &world)
            }
            home.takeBack(pursuit.begun.entry, &world)
            world.tell(.pursuitGone)
        case .undone(let entry):
            guard home.mayTakeBack(entry) else { return }
            home.takeBack(entry, &world)
            world.tell(.wordTakenBack)
        case .begunAgain:
            guard let pursuit = looked.flatMap({ home.pursuit($0) }), !home.goesOn(pursuit) else { return }
            begin(pursuit.begun.fields.sort, pursuit.begun.fields.text, &home, &world)
        case .moreShown: shown += Self.pageful
        }
    }

    /// The one that is looked at, while the person may write about it: it is theirs, or of both.
    private func current(_ home: Home) -> Pursuit? {
        guard let pursuit = looked.flatMap({ home.pursuit($0) }),
            home.goesOn(pursuit), home.isOurs(pursuit) || pursuit.begun.author == home.me
        else { return nil }
        return pursuit
    }

    private func open(_ home: Home) -> Pursuit? { current(home).flatMap { $0.end == nil ? $0 : nil } }

    @discardableResult
    private func begin(_ sort: PursuitSort, _ text: String, _ home: inout Home, _ world: inout World) -> Bool {
        let begun = PursuitBegun(pursuit: world.random.identifier(), sort: sort, text: text)
        guard home.write(.pursuitBegun(begun), &world) != nil else { return false }
        world.tell(.pursuitBegun(begun.pursuit, isForTwo: home.hasPartnerNow))
        return true
    }

    private mutating func sayStep(_ home: inout Home, _ world: inout World) {
        guard let pursuit = open(home) else { return }
        let said = PursuitStepped(pursuit: pursuit.id, text: step.text.trimmed, day: day)
        // One's own step that hasn't been taken makes room for the other one, with its words.
        if let old = pursuit.step, home.mayTakeBack(old.entry) {
            home.change(old.entry, to: .pursuitStepped(said), &world)
        } else {
            guard home.write(.pursuitStepped(said), &world) != nil else { return }
        }
        step.clear()
        day = nil
        isStepping = false
    }
}
