import Bytes
import Ledger

/// Planning something kind in secret, and showing it once it is done, if its maker wishes.
public struct KindnessPlanning {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        case composing(Composing.Action)
        /// A day to be reminded on; the chosen one again for none.
        case dayChosen(NearDay)
        /// What can be done about one is shown, or no more.
        case opened(Identifier)
        case dayMoved(NearDay)
        case changeWanted
        case changing(Composing.Action)
        /// It goes as if it had never been planned.
        case letBe
        case done(Identifier)
        /// To show the other one that was done.
        case showWanted(Identifier)
        case showing(Composing.Action)
        case closed
        /// What was said a moment ago is taken back: that one is planned, or done.
        case undone(Identifier)
        case moreShown
    }

    /// What is being done about one of them.
    public enum Concern: Equatable, Sendable {
        /// The ways are shown.
        case ways
        /// Its words are being changed.
        case changing
        /// It is to be shown.
        case showing
    }

    private static let pageful = 20

    /// The kindness being put into words.
    public private(set) var plan = Composing(id: "kindness", limit: TextLimit.line)
    /// The day on which to be reminded; nil for none.
    public private(set) var day: NearDay?
    /// The entry of the kindness that is looked at.
    public private(set) var entry: Identifier?
    /// What is being done about it.
    public private(set) var concern = Concern.ways
    /// Its words as they are to be, or as the other will read them.
    public private(set) var words = Composing(id: "kindness-words", limit: TextLimit.line)
    /// How many that were done are shown.
    public private(set) var shown = Self.pageful

    /// Nothing typed yet.
    public init() {}

    /// Takes up what this device kept of one that was being put into words.
    public mutating func resume(_ text: String, for day: String) {
        plan = plan.resumed(text)
        self.day = NearDay(rawValue: day)
    }

    /// Does what the person wants.
    public mutating func update(
        _ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World
    ) {
        switch action {
        case .composing(let action):
            guard plan.update(action, occurrence, &home, &world) else { return }
            keep(&home, &world)
        case .dayChosen(let day): self.day = self.day == day ? nil : day
        case .opened(let entry):
            if self.entry == entry { return close() }
            close()
            self.entry = entry
        case .dayMoved(let day): change(&home, &world) { $0.day = day.day(from: $1) }
        case .changeWanted:
            guard let kindness = looked(home) else { return }
            begin(.changing, with: kindness.planned.fields.text, &world)
        case .changing(let action):
            guard words.update(action, occurrence, &home, &world) else { return }
            let text = words.text.trimmed
            change(&home, &world) { fields, _ in fields.text = text }
        case .letBe:
            guard let kindness = looked(home) else { return }
            close()
            if let done = kindness.done { home.takeBack(done.entry, &world) }
            home.takeBack(kindness.planned.entry, &world)
            world.tell(.kindnessGone)
        case .done(let entry):
            guard let kindness = home.kindness(entry), kindness.done == nil else { return }
            close()
            let done = KindnessDone(kindness: kindness.planned.fields.kindness, day: home.today(world))
            if let said = home.write(.kindnessDone(done), &world) { world.tell(.kindnessDone(said)) }
        case .showWanted(let entry):
            guard let kindness = home.kindness(entry), home.canShow(kindness) else { return }
            close()
            self.entry = entry
            begin(.showing, with: kindness.planned.fields.text, &world)
        case .showing(let action):
            guard words.update(action, occurrence, &home, &world) else { return }
            show(&home, &world)
        case .closed: close()
        case .undone(let entry): undo(entry, &home, &world)
        case .moreShown: shown += Self.pageful
        }
    }

    private func looked(_ home: Home) -> Kindness? { entry.flatMap { home.kindness($0) } }

    private mutating func close() {
        entry = nil
        concern = .ways
        words.clear()
    }

    private mutating func begin(_ concern: Concern, with text: String, _ world: inout World) {
        self.concern = concern
        words = words.resumed(text)
        world.perform(.focus(words.id))
    }

    private mutating func keep(_ home: inout Home, _ world: inout World) {
        let planned = KindnessPlanned(
            kindness: world.random.identifier(), text: plan.text.trimmed, day: day?.day(from: home.today(world)))
        guard let entry = home.write(.kindnessPlanned(planned), &world) else { return }
        plan.clear()
        day = nil
        world.tell(.kindnessPlanned(entry))
    }

    /// Says one anew, in the place of what stood there.
    private mutating func change(
        _ home: inout Home, _ world: inout World, _ change: (inout KindnessPlanned, Day) -> Void
    ) {
        guard let kindness = looked(home) else { return }
        var fields = kindness.planned.fields
        change(&fields, home.today(world))
        close()
        guard fields != kindness.planned.fields else { return }
        home.change(kindness.planned.entry, to: .kindnessPlanned(fields), &world)
        world.tell(.kindnessChanged)
    }

    /// Puts it into the story of the two, in the words that are there now.
    private mutating func show(_ home: inout Home, _ world: inout World) {
        guard let kindness = looked(home), let done = kindness.done, home.canShow(kindness) else { return }
        let moment = MomentKept(text: words.text.trimmed, day: done.fields.day)
        close()
        guard let entry = home.write(.momentKept(moment), &world) else { return }
        var fields = done.fields
        fields.moment = entry
        home.write(.kindnessDone(fields), &world)
        world.tell(.kindnessShown)
    }

    /// Takes back what was just said. The words of a plan come back into the field.
    private mutating func undo(_ entry: Identifier, _ home: inout Home, _ world: inout World) {
        guard home.mayTakeBack(entry) else { return }
        if let planned = home.kindness(entry)?.planned.fields, plan.isEmpty {
            plan = plan.resumed(planned.text)
            day = NearDay(planned.day, on: home.today(world))
        }
        home.takeBack(entry, &world)
        world.tell(.wordTakenBack)
    }
}
