import Coach
import Ledger

/// Words on their way to the partner while they are being written, with the coach beside them when it is wanted.
///
/// It never keeps anything from being sent. Where the words tell of harm it leads to help, whether the coach is wanted or not, and
/// leaves no trace of that.
public struct Composing: Equatable, Sendable {
    /// What a person can do with the words.
    public enum Action: Equatable, Sendable {
        case typed
        /// The coach is to read along from now on, or no more.
        case coachWanted(Bool)
        /// One of the coach's offers takes the place of the words.
        case offerTaken(Int)
        /// The words that were there before an offer come back.
        case takenBack
        case gapTyped(Int)
        /// To see offers although a pause comes first.
        case offersWanted
        /// Into the journal, for nobody else.
        case keptPrivate
        case builderOpened, builderClosed
        case building(SentenceBuilder.Action)
        case sent
        /// With a blank in it.
        case sentAnyway
    }

    /// When the coach reads along.
    public enum Help: Sendable {
        /// When the person asks for it.
        case asked
        /// Unless the person doesn't want it.
        case usual
        /// Always: that is what it is for.
        case always
    }

    /// Names the field.
    public let id: String
    /// How many Unicode scalars can be sent.
    public let limit: Int
    /// When the coach reads along.
    public let help: Help
    /// What is written.
    public private(set) var text: String
    /// The blanks of the text, as long as they are filled one by one.
    public private(set) var filling: Filling?
    /// What was written before an offer took its place.
    public private(set) var earlier: String?
    /// What was just kept in the journal instead of being sent.
    public private(set) var kept: String?
    /// Whether sending waits for a word about the blanks.
    public private(set) var asks = false
    /// Whether offers are shown although a pause comes first.
    public private(set) var showsOffers = false
    /// The sentence that is being built; nil while none is.
    public private(set) var builder: SentenceBuilder?
    /// The sentence that was being built when the builder was closed.
    private var unfinished: SentenceBuilder?
    /// The offer that took the place of the words, as it came.
    private var offered: String?

    /// A field with these words in it.
    public init(id: String, limit: Int = TextLimit.long, help: Help = .asked, text: String = "") {
        self.id = id
        self.limit = limit
        self.help = help
        self.text = text
        if !text.isEmpty { filling = Filling(text) }
    }

    /// Nothing written.
    public var isEmpty: Bool { text.trimmed.isEmpty }
    /// By how much the text is too long to be sent.
    public var excess: Int { text.excess(over: limit) }

    /// Whether the coach reads along.
    public func isHelped(_ home: Home) -> Bool { help == .always || home.wantsCoach ?? (help == .usual) }

    /// Does what the person wants.
    ///
    /// - Returns: whether the words are to be sent now.
    public mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World)
        -> Bool
    {
        switch action {
        case .typed: put(occurrence.text, &home, &world)
        case .coachWanted(let isWanted):
            home.wantCoach(isWanted, &world)
            if isWanted { home.coach.read(text, &world) }
        case .offerTaken(let index):
            guard let offers = home.coach.counsel(on: kept ?? text)?.offers, offers.indices.contains(index) else {
                break
            }
            take(offers[index].text, &home, &world)
        case .takenBack: if let earlier { put(earlier, &home, &world) }
        case .gapTyped(let index):
            filling?.fill(index, with: occurrence.text)
            if let filling { text = filling.text }
            asks = false
            home.coach.watch(text, &world)
            home.coach.read(text, &world)
        case .offersWanted: showsOffers = true
        case .keptPrivate: keepPrivate(&home, &world)
        case .builderOpened:
            builder = builder ?? unfinished ?? SentenceBuilder()
            home.coach.call(&world)
        case .builderClosed:
            unfinished = builder
            builder = nil
        case .building(.taken):
            guard let built = builder?.sentence(home.coach.coach)?.text else { break }
            builder = nil
            unfinished = nil
            take(built, &home, &world)
        case .building(let action): builder?.update(action, text: occurrence.text, home.coach.coach)
        case .sent:
            guard !isEmpty, excess == 0 else { break }
            if filling?.isOpen != true { return true }
            asks = true
            world.perform(.focus(id + "-ask"))
        case .sentAnyway: return !isEmpty && excess == 0
        }
        return false
    }

    /// Begins with these words.
    public mutating func begin(_ words: String, _ home: inout Home, _ world: inout World) {
        put(words, &home, &world)
    }

    /// The same field with words that this device kept.
    public func resumed(_ words: String) -> Composing { Composing(id: id, limit: limit, help: help, text: words) }

    /// Forgets everything: the words are sent or were thrown away.
    public mutating func clear() { self = Composing(id: id, limit: limit, help: help) }

    private mutating func put(_ words: String, _ home: inout Home, _ world: inout World) {
        text = words
        filling = Filling(words)
        earlier = nil
        offered = nil
        kept = nil
        asks = false
        home.coach.watch(words, &world)
        if isHelped(home) { home.coach.read(words, &world) }
    }

    /// Lets an offer take the place of the words, and goes to its first blank.
    private mutating func take(_ offer: String, _ home: inout Home, _ world: inout World) {
        // Of two offers, one after the other, neither takes the place of the person's own words.
        let before = offered == text ? earlier ?? "" : kept ?? text
        put(offer, &home, &world)
        offered = offer
        earlier = before.trimmed.isEmpty ? nil : before
        world.perform(.focus(filling == nil ? id : id + "-gap-0"))
    }

    private mutating func keepPrivate(_ home: inout Home, _ world: inout World) {
        let words = text.trimmed
        guard !words.isEmpty, words.unicodeScalars.count <= TextLimit.long else { return }
        home.write(.journalWritten(JournalWritten(text: words)), &world)
        let read = text
        put("", &home, &world)
        kept = read
        world.tell(.keptPrivate)
        world.perform(.focus(id))
    }
}
