import Bytes

/// What all entries of a space together say: "us" for the shared space, "mine" for a private one.
///
/// It is a fold over the order that all devices agree on (stamp, author, id): for values the last writer wins, for sets
/// an addition wins over a removal in the same tick of the clock, and what was taken out stays out. Each part is kept so
/// that an entry can be put where it belongs whenever it arrives. So nothing is folded again when one comes late, one
/// more costs next to nothing, and any order of arrival and any repetition gives the same projection.
///
/// Parts refer to entries by their ``Log/Position``; words are decoded when they are asked for
/// (`Projection+Reading.swift`).
public struct Projection: Sendable {
    /// The entries that are folded here.
    public private(set) var log = Log()
    /// By the author's number in the log.
    private(set) var people: [Person] = []
    /// When each practice of the plan was last allowed to rest, by whomever.
    private(set) var rests = LatestTable()
    private(set) var settings = LatestTable()
    /// The last key taken for the other's, by space.
    private(set) var peers = LatestTable()
    /// Which of `conversations` a symbol stands for.
    private var conversationNumbers = LatestTable()
    /// The entries of each conversation, in order.
    private(set) var conversations: [[Log.Position]] = []

    /// Practices done and left out, in order.
    public private(set) var deeds: [Deed] = []
    /// Thanks sent, in order.
    public private(set) var appreciations: [Log.Position] = []
    /// Moments kept, in order of writing.
    public private(set) var moments: [Log.Position] = []
    /// Invitations made, in order.
    public private(set) var invitations: [Log.Position] = []

    /// A projection of no entries.
    public init() {}

    // MARK: Taking entries in

    /// Takes one entry in, in any order and however often.
    public mutating func insert(_ entry: Entry) -> Log.Insertion {
        let insertion = log.insert(entry)
        if case .inserted(let position) = insertion { apply(position) }
        return insertion
    }

    /// Loads kept segments (see ``Segment``).
    public mutating func load(_ segments: [UInt8]) -> LoadReport {
        let first = log.count
        let report = log.load(segments)
        apply(from: first)
        return report
    }

    /// Gives an entry that was written here its place in the chain, once it is sealed into an envelope.
    public mutating func link(_ id: Identifier, _ link: Link) {
        log.link(id, link)
    }

    /// Replaces the words of an entry by those that the relay has under its id.
    public mutating func replace(_ entry: Entry) {
        log.replace(entry)
        var again = Projection()
        again.log = log
        again.apply(from: 0)
        self = again
    }

    /// Takes note of an envelope that could not be opened; false when it is kept already.
    public mutating func quarantine(_ envelope: QuarantinedEnvelope) -> Bool {
        log.quarantine(envelope)
    }

    /// Takes note of an erased entry; false when that is known already.
    public mutating func erase(_ tombstone: Tombstone) -> Bool {
        log.erase(tombstone)
    }

    // MARK: Folding

    /// Applies all entries from an index of the log on, in their order so that each is put at an end.
    private mutating func apply(from first: Int) {
        var positions: [Log.Position] = []
        positions.reserveCapacity(log.count - first)
        var isOrdered = true
        for index in first..<log.count {
            let position = Log.Position(index)
            if let last = positions.last, isOrdered, log.precedes(position, last) { isOrdered = false }
            positions.append(position)
        }
        if !isOrdered { positions.sort { log.precedes($0, $1) } }
        for position in positions { apply(position) }
    }

    /// Puts one entry where it belongs.
    private mutating func apply(_ position: Log.Position) {
        let record = log.records[position.index]
        while people.count < log.authors.count { people.append(Person(account: log.authors[people.count])) }
        guard let kind = record.kind else { return }
        let author = Int(record.author)
        let subject = record.subject
        switch kind {
        case .profileSet: log.keepLatest(position, &people[author].profile)
        case .circumstancesSet: log.keepLatest(position, &people[author].circumstances)
        case .checkAnswered: log.keepLatest(position, record.ordinal, &people[author].checks)
        case .pulseAnswered: log.keepLatest(position, record.ordinal, &people[author].pulses)
        case .signNoticed, .signDismissed: log.keepLatest(position, &people[author].signs[subject])
        case .causeSuspected, .causeDismissed: log.keepLatest(position, &people[author].causes[subject])
        case .proposalAnswered: log.keepLatest(position, &people[author].proposals[subject])
        case .questionAnswered, .questionPassed: log.keepLatest(position, &people[author].questions[subject])
        case .planEntered: log.keepLatest(position, &people[author].entered[subject])
        case .planRested: log.keepLatest(position, &rests[subject])
        case .settingSet: log.keepLatest(position, &settings[subject])
        case .peerTrusted: log.keepLatest(position, &peers[subject])
        case .reflectionWritten: log.put(position, into: &people[author].reflections)
        case .appreciationSent: log.put(position, into: &appreciations)
        case .momentKept: log.put(position, into: &moments)
        case .invitationMade: log.put(position, into: &invitations)
        case .journalWritten:
            if !people[author].removed.contains(record.id) { log.put(position, into: &people[author].journal) }
        case .journalRemoved: remove(subject, fromJournalOf: author)
        case .practiceDone, .practiceSkipped:
            let deed = Deed(position: position, record: record)
            let index = log.place(of: position, count: deeds.count) { deeds[$0].position }
            deeds.insert(deed, at: index)
        case .conversationStarted, .conversationMoved, .conversationPaused, .conversationResumed, .conversationEnded:
            let number: Int
            if let known = conversationNumbers[subject] {
                number = known.index
            } else {
                number = conversations.count
                conversations.append([])
                conversationNumbers[subject] = Log.Position(number)
            }
            log.put(position, into: &conversations[number])
        }
    }

    /// The entries of a conversation, in order; nil when there is none by this name.
    func conversation(_ symbol: Symbol) -> [Log.Position]? {
        conversationNumbers[symbol].map { conversations[$0.index] }
    }

    private mutating func remove(_ subject: Symbol, fromJournalOf author: Int) {
        let page = log.symbols.withName(of: subject) { Identifier(base64URL: $0, 0..<$0.count) }
        guard let page else { return }
        people[author].removed.insert(page)
        guard let position = log.position(of: page),
            let index = people[author].journal.firstIndex(of: position)
        else { return }
        people[author].journal.remove(at: index)
    }
}
