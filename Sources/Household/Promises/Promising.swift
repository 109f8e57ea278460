import Bytes
import Ledger

/// Promises: making one, saying that one was kept, and letting one go.
///
/// One is only ever made by oneself. Nobody is asked for one, and nobody is told that one was looked at.
public struct Promising {
    /// What a person can do, as facts.
    public enum Action: Equatable, Sendable {
        case composing(Composing.Action)
        case dayChosen(NearDay)
        /// What can be done about a promise is shown, or no more.
        case opened(Identifier)
        /// Another day for one's own.
        case dayMoved(NearDay)
        case changeWanted
        case changing(Composing.Action)
        /// One's own goes, with its words, as if it had never been made.
        case takenBack
        case kept(Identifier)
        /// Its day has gone by, and that is all right.
        case leftOpen(Identifier)
        case letGoWanted(Identifier)
        case word(Composing.Action)
        case letGo
        case closed
        /// What was said a moment ago is taken back: that one is made, was kept or is let go.
        case undone(Identifier)
        case moreShown
        case mentionWanted(Bool)
    }

    /// What is being done about one promise.
    public enum Concern: Equatable, Sendable {
        /// The ways are shown.
        case ways
        /// Its words are being changed.
        case changing
        /// It is to be let go, perhaps with a word.
        case lettingGo
    }

    /// How many that were kept are shown at a time.
    private static let pageful = 20

    /// The promise being put into words.
    public internal(set) var promise = Composing(id: "promise", limit: TextLimit.line)
    /// Its day.
    public internal(set) var day = NearDay.tomorrow
    /// The entry of the promise that is looked at.
    public private(set) var entry: Identifier?
    /// What is being done about it.
    public private(set) var concern = Concern.ways
    /// Its words as they are to be.
    public private(set) var words = Composing(id: "promise-change", limit: TextLimit.line)
    /// The word that goes with letting go.
    public private(set) var word = Composing(id: "promise-word", limit: TextLimit.line)
    /// How many that were kept are shown.
    public private(set) var shown = Self.pageful

    /// Nothing typed yet.
    public init() {}

    /// Takes up what this device kept of a promise that was being put into words.
    public mutating func resume(_ text: String, for day: String) {
        promise = promise.resumed(text)
        if let day = NearDay(rawValue: day) { self.day = day }
    }

    /// Does what the person wants.
    public mutating func update(
        _ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World
    ) {
        switch action {
        case .composing(let action):
            guard promise.update(action, occurrence, &home, &world), home.hasPartnerNow else { return }
            make(&home, &world)
        case .dayChosen(let day): self.day = day
        case .opened(let entry):
            if self.entry == entry { return close() }
            close()
            self.entry = entry
        case .dayMoved(let day): change(&home, &world) { $0.day = day.day(from: $1) }
        case .changeWanted:
            guard let promise = looked(home) else { return }
            concern = .changing
            words = words.resumed(promise.made.fields.text)
            world.perform(.focus(words.id))
        case .changing(let action):
            guard words.update(action, occurrence, &home, &world) else { return }
            let text = words.text.trimmed
            change(&home, &world) { fields, _ in fields.text = text }
        case .takenBack:
            guard let entry, home.mayTakeBack(entry) else { return }
            home.takeBack(entry, &world)
            close()
            world.tell(.wordTakenBack)
        case .kept(let entry):
            guard let promise = home.openPromise(entry), promise.made.author != home.me else { return }
            close()
            let mark = PromiseMark(promise: promise.made.fields.promise)
            if let said = home.write(.promiseKept(mark), &world) { world.tell(.promiseKept(said)) }
        case .leftOpen(let entry): if let promise = home.openPromise(entry) { home.leaveOpen(promise, &world) }
        case .letGoWanted(let entry):
            close()
            self.entry = entry
            concern = .lettingGo
            world.perform(.focus(word.id))
        case .word(let action): _ = word.update(action, occurrence, &home, &world)
        case .letGo: letGo(&home, &world)
        case .closed: close()
        case .undone(let entry): undo(entry, &home, &world)
        case .moreShown: shown += Self.pageful
        case .mentionWanted(let isWanted): home.mentionPromises(isWanted, &world)
        }
    }

    /// The promise that is looked at, while it holds.
    private func looked(_ home: Home) -> Promise? { entry.flatMap { home.openPromise($0) } }

    private mutating func close() {
        entry = nil
        concern = .ways
        words.clear()
        word.clear()
    }

    private mutating func make(_ home: inout Home, _ world: inout World) {
        let made = PromiseMade(
            promise: world.random.identifier(), text: promise.text.trimmed, day: day.day(from: home.today(world)))
        guard let entry = home.write(.promiseMade(made), &world) else { return }
        promise.clear()
        day = .tomorrow
        world.tell(.promiseMade(entry))
    }

    /// Says one's own anew, in the place of what stood there.
    private mutating func change(
        _ home: inout Home, _ world: inout World, _ change: (inout PromiseMade, Day) -> Void
    ) {
        guard let promise = looked(home), promise.made.author == home.me else { return }
        var fields = promise.made.fields
        change(&fields, home.today(world))
        close()
        guard fields != promise.made.fields else { return }
        home.change(promise.made.entry, to: .promiseMade(fields), &world)
        world.tell(.promiseChanged)
    }

    private mutating func letGo(_ home: inout Home, _ world: inout World) {
        guard word.excess == 0, let promise = looked(home) else { return }
        let said = word.text.trimmed
        let gone = PromiseReleased(promise: promise.made.fields.promise, text: said.isEmpty ? nil : said)
        close()
        if let entry = home.write(.promiseReleased(gone), &world) { world.tell(.promiseLetGo(entry)) }
    }

    /// Takes back what was just said. The words of a promise come back into the field.
    private mutating func undo(_ entry: Identifier, _ home: inout Home, _ world: inout World) {
        guard home.mayTakeBack(entry) else { return }
        if let made = home.openPromise(entry)?.made.fields, promise.isEmpty {
            promise = promise.resumed(made.text)
            day = NearDay(made.day, on: home.today(world)) ?? day
        }
        home.takeBack(entry, &world)
        world.tell(.wordTakenBack)
    }
}
