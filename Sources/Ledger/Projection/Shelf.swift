import Bytes

/// What counts of a topic, by where it is in the log. Which of its parts are used follows from how the topic's kinds merge.
struct Shelf: Sendable {
    /// An entry about a week or a season; 0 when it is about none.
    struct Periodic: Sendable {
        var ordinal: Int32
        var position: Log.Position
    }

    /// The entry that counts about each thing that has a name.
    private(set) var named = LatestTable()
    /// The entry that counts about each week or season, in their order, or about nothing in particular.
    private(set) var periodic: [Periodic] = []
    /// All entries, in order.
    private(set) var all: [Log.Position] = []
    /// All entries about each thing, in order.
    private(set) var courses: [[Log.Position]] = []
    /// Which of `courses` a symbol stands for.
    private var courseNumbers = LatestTable()
    /// Entries that were taken out; they stay out, whenever they arrive.
    private(set) var removed: Set<Identifier> = []

    /// The entry that counts about nothing in particular.
    var only: Log.Position? { periodic.first?.position }

    /// The entry that counts about a week or a season.
    func entry(of ordinal: Int) -> Log.Position? {
        periodic.last { $0.ordinal == ordinal }?.position
    }

    /// The entries about one thing, in order; nil when there is none.
    func course(_ symbol: Symbol) -> [Log.Position]? {
        courseNumbers[symbol].map { courses[$0.index] }
    }

    /// Keeps the later one of two entries about the same.
    mutating func keepLatest(_ position: Log.Position, _ log: Log) {
        let record = log.records[position.index]
        if record.subject != .none {
            if let current = named[record.subject], !log.isReplaced(current, by: position) { return }
            named[record.subject] = position
            return
        }
        var low = 0
        var high = periodic.count
        while low < high {
            let middle = (low + high) / 2
            if periodic[middle].ordinal < record.ordinal { low = middle + 1 } else { high = middle }
        }
        if low < periodic.count, periodic[low].ordinal == record.ordinal {
            if log.isReplaced(periodic[low].position, by: position) { periodic[low].position = position }
        } else {
            periodic.insert(Periodic(ordinal: record.ordinal, position: position), at: low)
        }
    }

    /// Puts an entry where it belongs among all.
    mutating func put(_ position: Log.Position, _ log: Log) {
        if !removed.isEmpty, removed.contains(log.records[position.index].id) { return }
        log.put(position, into: &all)
    }

    /// Puts an entry where it belongs among those about the same.
    mutating func follow(_ position: Log.Position, _ log: Log) {
        let subject = log.records[position.index].subject
        if let number = courseNumbers[subject] { return log.put(position, into: &courses[number.index]) }
        courseNumbers[subject] = Log.Position(courses.count)
        courses.append([position])
    }

    /// Takes an entry out of all.
    mutating func takeOut(_ position: Log.Position) { all.removeAll { $0 == position } }

    /// Takes an entry out for good.
    mutating func remove(_ id: Identifier, _ log: Log) {
        removed.insert(id)
        guard let position = log.position(of: id), let index = all.firstIndex(of: position) else { return }
        all.remove(at: index)
    }
}
