import Bytes

/// What one person said in a space, by where it is in the log.
struct Person: Sendable {
    let account: Identifier
    /// The last open entry that says where it was written, by its offset from UTC.
    private(set) var whereabouts: Log.Position?
    private var shelves = [Shelf](repeating: Shelf(), count: EventTopic.allCases.count)

    init(account: Identifier) {
        self.account = account
    }

    /// Takes note of an entry of theirs that says where it was written.
    mutating func follow(_ position: Log.Position, _ log: Log) {
        if whereabouts.map({ log.precedes($0, position) }) ?? true { whereabouts = position }
    }

    /// What they said of a topic, as far as it counts for each person on their own.
    subscript(topic: EventTopic) -> Shelf {
        get { shelves[topic.rawValue] }
        _modify { yield &shelves[topic.rawValue] }
    }
}
