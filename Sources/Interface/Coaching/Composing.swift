import Coach
import Household
import Ledger
import Words

/// Words on their way to the partner while they are being written, with the coach beside them when it is wanted.
///
/// It never keeps anything from being sent. Where the coach finds fear or harm it leads to help, and leaves no trace of that.
public struct Composing: Equatable {
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
    enum Help {
        /// When the person asks for it.
        case asked
        /// Unless the person doesn't want it.
        case usual
        /// Always: that is what the page is for.
        case always
    }

    /// Names the field.
    let id: String
    /// How many Unicode scalars can be sent.
    let limit: Int
    let help: Help
    private(set) var text: String
    /// The blanks of the text, as long as they are filled one by one.
    private(set) var filling: Filling?
    /// What was written before an offer took its place.
    private(set) var earlier: String?
    /// What was just kept in the journal instead of being sent.
    private(set) var kept: String?
    /// Whether sending waits for a word about the blanks.
    private(set) var asks = false
    /// Whether offers are shown although a pause comes first.
    private(set) var showsOffers = false
    private(set) var builder: SentenceBuilder?

    init(id: String, limit: Int = TextLimit.long, help: Help = .asked, text: String = "") {
        self.id = id
        self.limit = limit
        self.help = help
        self.text = text
        if !text.isEmpty { filling = Filling(text) }
    }

    /// Nothing written.
    var isEmpty: Bool { text.trimmed.isEmpty }
    /// By how much the text is too long to be sent.
    var excess: Int { max(0, text.trimmed.unicodeScalars.count - limit) }

    /// Whether the coach reads along.
    func isHelped(_ home: Home) -> Bool { help == .always || home.wantsCoach ?? (help == .usual) }

    /// Does what the person wants.
    ///
    /// - Returns: whether the words are to be sent now.
    mutating func update(_ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ shell: inout Shell) -> Bool {
        switch action {
        case .typed: put(occurrence.text, &home, &shell)
        case .coachWanted(let isWanted):
            home.wantCoach(isWanted, &shell.world)
            if isWanted { home.coach.read(text, &shell.world) }
        case .offerTaken(let index):
            guard let offers = home.coach.advice(on: kept ?? text)?.offers, offers.indices.contains(index) else {
                break
            }
            take(offers[index].text, &home, &shell)
        case .takenBack: if let earlier { put(earlier, &home, &shell) }
        case .gapTyped(let index):
            filling?.fill(index, with: occurrence.text)
            if let filling { text = filling.text }
            asks = false
            home.coach.read(text, &shell.world)
        case .offersWanted: showsOffers = true
        case .keptPrivate: keepPrivate(&home, &shell)
        case .builderOpened:
            builder = SentenceBuilder()
            home.coach.call(&shell.world)
        case .builderClosed: builder = nil
        case .building(.taken):
            guard let built = builder?.sentence(home.coach.coach)?.text else { break }
            builder = nil
            take(built, &home, &shell)
        case .building(let action): builder?.update(action, text: occurrence.text, home.coach.coach)
        case .sent:
            guard !isEmpty, excess == 0 else { break }
            if filling?.isOpen != true { return true }
            asks = true
            shell.perform(.focus(id + "-ask"))
        case .sentAnyway: return !isEmpty && excess == 0
        }
        return false
    }

    /// Begins with these words.
    mutating func begin(_ words: String, _ home: inout Home, _ shell: inout Shell) {
        put(words, &home, &shell)
    }

    /// The same field with words that this device kept.
    func resumed(_ words: String) -> Composing { Composing(id: id, limit: limit, help: help, text: words) }

    /// Forgets everything: the words are sent or were thrown away.
    mutating func clear() { self = Composing(id: id, limit: limit, help: help) }

    private mutating func put(_ words: String, _ home: inout Home, _ shell: inout Shell) {
        text = words
        filling = Filling(words)
        earlier = nil
        kept = nil
        asks = false
        if isHelped(home) { home.coach.read(words, &shell.world) }
    }

    /// Lets an offer take the place of the words, and goes to its first blank.
    private mutating func take(_ offer: String, _ home: inout Home, _ shell: inout Shell) {
        let before = kept ?? text
        put(offer, &home, &shell)
        earlier = before.trimmed.isEmpty ? nil : before
        shell.perform(.focus(filling == nil ? id : id + "-gap-0"))
    }

    private mutating func keepPrivate(_ home: inout Home, _ shell: inout Shell) {
        let words = text.trimmed
        guard !words.isEmpty, words.unicodeScalars.count <= TextLimit.long else { return }
        home.write(.journalWritten(JournalWritten(text: words)), &shell.world)
        let read = text
        put("", &home, &shell)
        kept = read
        shell.say(shell.words.coach.kept)
        shell.perform(.focus(id))
    }
}
