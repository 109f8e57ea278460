import Bytes

/// What all entries of a space together say: "us" for the shared space, "mine" for a private one.
///
/// It is a fold over the order that all devices agree on (stamp, author, id), in which the rule of each kind says what counts
/// (``EventRule/Merge``). Each ``Shelf`` is kept so that an entry can be put where it belongs whenever it arrives. So nothing is
/// folded again when one comes late, one more costs next to nothing, and any order of arrival and any repetition gives the same
/// projection.
///
/// Shelves refer to entries by their ``Log/Position``; words are decoded when they are asked for
/// (`Projection+Reading.swift`).
public struct Projection: Sendable {
    /// The entries that are folded here.
    public private(set) var log = Log()
    /// Grows with every change of what stands here: an entry taken in however late, words replaced, an erasure, an envelope put into
    /// quarantine. What was made from the projection is still right while this is the same; it means nothing beside another
    /// projection's. (An entry's place in the chain is nothing that it says.)
    public private(set) var revision = 0
    /// By the author's number in the log.
    private(set) var people: [Person] = []
    /// What counts for both together, by topic.
    private var shelves = [Shelf](repeating: Shelf(), count: EventTopic.allCases.count)

    /// Practices done and left out, in order. Read so often that they are kept as they are read.
    public private(set) var deeds: [Deed] = []

    /// A projection of no entries.
    public init() {}

    // MARK: Taking entries in

    /// Takes one entry in, in any order and however often.
    public mutating func insert(_ entry: Entry) -> Log.Insertion { took(log.insert(entry)) }

    /// Takes in an entry that was written just now, without reading it.
    public mutating func insert(_ written: WrittenEntry) -> Log.Insertion { took(log.insert(written)) }

    private mutating func took(_ insertion: Log.Insertion) -> Log.Insertion {
        if case .inserted(let position) = insertion {
            apply(position)
            revision += 1
        }
        return insertion
    }

    /// Loads kept segments (see ``Segment``).
    public mutating func load(_ segments: [UInt8]) -> LoadReport {
        let first = log.count
        let report = log.load(segments)
        apply(from: first)
        revision += 1
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
        again.revision = revision + 1
        self = again
    }

    /// Takes note of an envelope that could not be opened; false when it is kept already.
    public mutating func quarantine(_ envelope: QuarantinedEnvelope) -> Bool {
        let isNew = log.quarantine(envelope)
        if isNew { revision += 1 }
        return isNew
    }

    /// Takes note of an erased entry; false when that is known already.
    public mutating func erase(_ tombstone: Tombstone) -> Bool {
        let isNew = log.erase(tombstone)
        if isNew { revision += 1 }
        return isNew
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

    /// Puts one entry where the rule of its kind says that it belongs.
    private mutating func apply(_ position: Log.Position) {
        let record = log.records[position.index]
        while people.count < log.authors.count { people.append(Person(account: log.authors[people.count])) }
        guard let rule = record.kind?.rule else { return }
        let author = Int(record.author)
        let topic = rule.topic
        if record.offset != nil, !rule.isSealed { people[author].follow(position, log) }
        if rule.isKeptInOrder, rule.isErasable, people[author][.removals].removed.contains(record.id) { return }
        switch rule.merge {
        case .last, .addWins, .both(.adds): people[author][topic].keepLatest(position, log)
        case .lastOfAll, .both(.takesAway): shelves[topic.rawValue].keepLatest(position, log)
        case .each: people[author][topic].put(position, log)
        case .all: shelves[topic.rawValue].put(position, log)
        case .course: shelves[topic.rawValue].follow(position, log)
        case .removal:
            let removed = log.symbols.withName(of: record.subject) { Identifier(base64URL: $0, 0..<$0.count) }
            if let removed {
                people[author][topic].remove(removed, log)
                if topic == .removals { takeOut(removed, of: author) }
            }
        }
        if topic == .deeds {
            let deed = Deed(position: position, record: record)
            let index = log.place(of: position, count: deeds.count) { deeds[$0].position }
            deeds.insert(deed, at: index)
        }
    }

    /// Takes what an author wrote for both out of what counts, if it is here and they may.
    private mutating func takeOut(_ id: Identifier, of author: Int) {
        guard let position = log.position(of: id), case let record = log.records[position.index],
            Int(record.author) == author, let rule = record.kind?.rule, rule.isErasable, rule.isKeptInOrder
        else { return }
        if rule.merge == .each {
            people[author][rule.topic].takeOut(position)
        } else {
            shelves[rule.topic.rawValue].takeOut(position)
        }
        if rule.topic == .deeds { deeds.removeAll { $0.position == position } }
    }

    /// What counts of a topic for both together.
    subscript(topic: EventTopic) -> Shelf { shelves[topic.rawValue] }
}
