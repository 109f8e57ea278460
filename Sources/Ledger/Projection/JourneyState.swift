import Bytes

/// Where some people are on a journey: what all entries about it come to, in their order.
///
/// It begins once each of them has said yes, and goes on to a later week, or on after a rest, once each has said that they are
/// ready. Going back, resting and stopping takes one. What was said of a week that is over by now changes nothing, so that phones
/// that were offline come to the same.
public struct JourneyState: Equatable, Sendable {
    /// What is going on.
    public enum Phase: Equatable, Sendable {
        /// Nobody walks it.
        case idle
        /// They are in one of its weeks.
        case walking
        /// It rests at one of its weeks.
        case resting
        /// They are past the last week, and look back.
        case ended
    }

    /// The journey's name in the library.
    public let journey: String
    /// Whom it takes.
    public let walkers: [Identifier]
    /// What is going on.
    public private(set) var phase = Phase.idle
    /// Who has said yes since it was last begun or taken back.
    public private(set) var willing: [Identifier] = []
    /// How often it was begun.
    public private(set) var walk = 0
    /// Where they are.
    public private(set) var place = JourneyPlace(number: 0)
    /// When it was last begun, in milliseconds since 1970.
    public private(set) var began: Int64 = 0
    /// Since when they are there, in milliseconds since 1970.
    public private(set) var since: Int64 = 0
    /// Who is ready for which week.
    public private(set) var ready: [Identifier: JourneyPlace] = [:]

    /// A journey that nobody has said anything about.
    init(_ journey: String, walkers: [Identifier]) {
        self.journey = journey
        self.walkers = walkers
    }

    /// Follows one more event of the journey, in order.
    mutating func follow(_ event: Event, by author: Identifier, at milliseconds: Int64) {
        guard walkers.contains(author) else { return }
        if case .journeyWanted = event {
            want(author, milliseconds)
        } else if case .journeyMoved(let move) = event {
            take(move, of: author, milliseconds)
        } else if case .journeyRested = event {
            if phase == .walking { phase = .resting }
            ready = [:]
        } else if case .journeyStopped = event {
            // A yes that waits is its author's alone to take back: a no of the other's leaves no trace.
            if phase == .idle { return willing.removeAll { $0 == author } }
            phase = .idle
            willing = []
            ready = [:]
        }
    }

    private mutating func want(_ author: Identifier, _ milliseconds: Int64) {
        guard phase == .idle || phase == .ended else { return }
        if !willing.contains(author) { willing.append(author) }
        guard walkers.allSatisfy({ willing.contains($0) }) else { return }
        walk += 1
        began = milliseconds
        willing = []
        arrive(at: JourneyPlace(number: 0), milliseconds)
    }

    private mutating func take(_ move: JourneyMoved, of author: Identifier, _ milliseconds: Int64) {
        guard phase != .idle, move.from == place.number else { return }
        if phase != .resting, move.place.number < place.number { return arrive(at: move.place, milliseconds) }
        if phase == .ended { return }
        // Back to where one is: not ready after all.
        if phase == .walking, move.place.number == place.number {
            ready[author] = nil
            return
        }
        ready[author] = move.place
        let places = walkers.compactMap { ready[$0] }
        guard places.count == walkers.count, let first = places.min(by: { $0.number < $1.number }) else { return }
        arrive(at: first, milliseconds)
    }

    private mutating func arrive(at place: JourneyPlace, _ milliseconds: Int64) {
        self.place = place
        phase = place.isEnd ? .ended : .walking
        since = milliseconds
        ready = [:]
    }
}

extension Projection {
    /// Where these people are on the journeys of which anything was said, in the order in which it was first said.
    public func journeys(of walkers: [Identifier]) -> [JourneyState] {
        self[.journeys].courses.sorted { log.precedes($0[0], $1[0]) }.compactMap { positions in
            guard let name = positions.first.flatMap({ log.subject(at: $0) }) else { return nil }
            var state = JourneyState(name, walkers: walkers)
            for position in positions {
                guard let event = log.event(at: position) else { continue }
                state.follow(event, by: log.author(at: position), at: log.stamp(at: position).milliseconds)
            }
            return state
        }
    }

    /// Somebody's last answers at a look at a journey's statements.
    public func answers(at look: JourneyLook, of account: Identifier) -> JourneyAnswered? {
        guard let symbol = log.symbol(for: look.name),
            let position = person(account)?[.journeyLooks].named[symbol], let event = log.event(at: position)
        else { return nil }
        if case .journeyAnswered(let answered) = event { return answered }
        if case .journeyNoted(let noted) = event { return noted }
        return nil
    }
}
