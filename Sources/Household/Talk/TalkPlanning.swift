import Bytes
import Ledger
import Library

/// Asking for a talk on an evening, answering that, and keeping a line of one that was.
public struct TalkPlanning: Sendable {
    /// What a person can do, as facts. Evenings are named by the entries that suggested them.
    public enum Action: Equatable, Sendable {
        case time(DateTime.Action)
        /// Asks for an evening, for the script of that name.
        case asked(String)
        case agreed(Identifier)
        case putAside(Identifier)
        case takenBack(Identifier)
        case calledOff(Identifier)
        /// One that the person called off a moment ago stands again.
        case restored(Identifier)
        // A line of a conversation that is over
        case lineWanted(Identifier)
        case line(Composing.Action)
        /// The other's line, word by word.
        case lineAgreed(Identifier)
        case linePutAside(Identifier)
        case lineTakenBack(Identifier)
        case closed
        case moreShown
    }

    private static let pageful = 20

    /// When it is to be.
    public private(set) var time = DateTime()
    /// A day or an hour was missing when the evening was asked for.
    public private(set) var isTimeMissing = false
    /// The time that was chosen has gone by.
    public private(set) var isPast = false
    /// The conversation of which a line is being written.
    public private(set) var conversation: Identifier?
    /// The line.
    public private(set) var line = Composing(id: "talk-line", limit: TextLimit.line)
    /// How many talks of the past are shown.
    public private(set) var shown = Self.pageful

    /// Nothing chosen yet.
    public init() {}

    /// Takes up a line that was being written.
    public mutating func resume(_ text: String, of conversation: Identifier?) {
        line = line.resumed(text)
        self.conversation = conversation
    }

    /// Does what the person wants.
    public mutating func update(
        _ action: Action, _ occurrence: Occurrence, _ home: inout Home, _ world: inout World
    ) {
        switch action {
        case .time(let action):
            time.update(action, occurrence)
            isTimeMissing = false
            isPast = false
        case .asked(let script): ask(script, &home, &world)
        case .agreed(let entry):
            guard home.askedTalk(entry, world) != nil else { return }
            home.write(.talkAgreed(TalkEveningMark(evening: entry)), &world)
            world.tell(.talkAgreed)
        case .putAside(let entry):
            guard let talk = home.askedTalk(entry, world) else { return }
            home.putAside(talk, &world)
            world.tell(.talkAside)
        case .takenBack(let entry):
            home.takeBack(entry, &world)
            world.tell(.wordTakenBack)
        case .calledOff(let entry):
            guard TalkEvenings(home, world).agreed.contains(where: { $0.entry == entry }) else { return }
            home.write(.talkCalledOff(TalkEveningMark(evening: entry)), &world)
            world.tell(.talkCalledOff(entry))
        case .restored(let entry):
            // It was the person's own word; the other's stands as it is.
            guard TalkEvenings(home, world).calledOff.contains(where: { $0.entry == entry }) else { return }
            home.write(.talkAgreed(TalkEveningMark(evening: entry)), &world)
        case .lineWanted(let conversation):
            if self.conversation != conversation { line.clear() }
            self.conversation = conversation
            world.perform(.focus(line.id))
        case .line(let action):
            guard line.update(action, occurrence, &home, &world), home.hasPartnerNow, let conversation else { return }
            home.keepLine(line.text.trimmed, of: conversation, &world)
            close()
        case .lineAgreed(let entry):
            guard let talk = theirs(entry, home, world), let theirs = talk.theirs else { return }
            home.keepLine(theirs.fields.text, of: talk.conversation, &world)
        case .linePutAside(let entry):
            guard let theirs = theirs(entry, home, world)?.theirs else { return }
            home.putAside(theirs, &world)
        case .lineTakenBack(let conversation): home.dropLine(of: conversation, &world)
        case .closed: close()
        case .moreShown: shown += Self.pageful
        }
    }

    private func theirs(_ entry: Identifier, _ home: Home, _ world: World) -> PastTalk? {
        home.hasPartnerNow ? home.pastTalks(world, most: shown).first { $0.theirs?.entry == entry } : nil
    }

    private mutating func close() {
        conversation = nil
        line.clear()
    }

    private mutating func ask(_ script: String, _ home: inout Home, _ world: inout World) {
        guard home.hasPartnerNow, home.catalogue.conversation(script) != nil else { return }
        guard let moment = time.moment(world) else {
            isTimeMissing = true
            return world.perform(.focus(time.day == nil ? "talk-day" : "talk-hour"))
        }
        guard Double(moment) > world.now else {
            isPast = true
            return world.perform(.focus("talk-day"))
        }
        guard let entry = home.write(.talkSuggested(TalkSuggested(script: script, at: moment)), &world) else { return }
        time = DateTime()
        world.tell(.talkSuggested(entry))
    }
}
