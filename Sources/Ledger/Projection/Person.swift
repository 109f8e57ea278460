import Bytes

/// What one person said in a space, by where it is in the log.
struct Person: Sendable {
    let account: Identifier
    private var shelves = [Shelf](repeating: Shelf(), count: EventTopic.allCases.count)

    init(account: Identifier) {
        self.account = account
    }

    /// What they said of a topic, as far as it counts for each person on their own.
    subscript(topic: EventTopic) -> Shelf {
        get { shelves[topic.rawValue] }
        _modify { yield &shelves[topic.rawValue] }
    }
}
