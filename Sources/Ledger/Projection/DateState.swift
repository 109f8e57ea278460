import Bytes

/// Where a date is, from the draw to the look back.
///
/// One draws and doesn't see what; the other chooses. Either suggests a day and an hour, and it is agreed when the other has said
/// yes to just that; either puts it back at any time.
public struct DateState: Equatable, Sendable {
    /// What was suggested.
    public struct Plan: Equatable, Sendable {
        /// The idea's name.
        public let idea: String
        /// The idea in own words; nil for one of the library.
        public let text: String?
        /// When, in milliseconds since 1970.
        public let at: Int64
        /// Who suggested it.
        public let author: Identifier
        /// Whether the other has said yes to it.
        public fileprivate(set) var isAgreed = false
        /// How many were suggested before.
        public let revision: Int
    }

    /// How far it is.
    public enum Phase: Equatable, Sendable {
        /// Somebody has drawn these ideas; the other chooses.
        case drawn([String], by: Identifier)
        /// An idea was chosen.
        case chosen(String)
        /// A day and an hour were suggested.
        case planned(Plan)
    }

    /// The date's id.
    public let id: Identifier
    /// How far it is.
    public private(set) var phase: Phase

    /// A date that begins with an event; nil when nothing begins with it.
    init?(_ event: Event, by author: Identifier) {
        if case .dateDrawn(let draw) = event, !draw.ideas.isEmpty {
            id = draw.date
            phase = .drawn(Array(draw.ideas.prefix(DateDrawn.most)), by: author)
        } else if case .datePlanned(let plan) = event {
            id = plan.date
            phase = .planned(Plan(idea: plan.idea, text: plan.text, at: plan.at, author: author, revision: 0))
        } else {
            return nil
        }
    }

    /// Follows what was said next.
    mutating func follow(_ event: Event, by author: Identifier) {
        switch phase {
        case .drawn(let ideas, let drawer):
            // Nobody chooses from what they drew themselves, or what wasn't drawn.
            if case .dateChosen(let choice) = event, drawer != author, ideas.contains(choice.idea) {
                phase = .chosen(choice.idea)
            }
        case .chosen: plan(event, by: author, revision: 0)
        case .planned(var plan):
            if case .dateAgreed(let yes) = event, plan.author != author, plan.at == yes.at {
                plan.isAgreed = true
                phase = .planned(plan)
            } else {
                self.plan(event, by: author, revision: plan.revision + 1)
            }
        }
    }

    private mutating func plan(_ event: Event, by author: Identifier, revision: Int) {
        guard case .datePlanned(let plan) = event else { return }
        phase = .planned(Plan(idea: plan.idea, text: plan.text, at: plan.at, author: author, revision: revision))
    }
}

extension Projection {
    /// What is in the hat: the ideas that at least one of the two wants to be there, in the order in which they came.
    public var dateHat: [Said<DateWanted>] {
        var seen: Set<String> = []
        return people.flatMap { ordered($0[.dateIdeas].named) }.sorted { log.precedes($0, $1) }.compactMap { position in
            said(position) { event in if case .dateWanted(let fields) = event { fields } else { nil } }
        }.filter { seen.insert($0.fields.idea).inserted }
    }

    /// The ideas that somebody never wants to be drawn.
    public func refusedDates(of account: Identifier) -> Set<String> {
        Set(
            ordered(person(account)?[.dateJudgements].named).compactMap { position in
                guard case .dateJudged(let judged) = log.event(at: position), judged.isNever else { return nil }
                return judged.idea
            })
    }

    /// The dates that aren't over, in the order in which they began.
    public var openDates: [DateState] {
        let courses = self[.dates].courses.filter { positions in
            !positions.contains { log.kind(at: $0) == .datePutBack || log.kind(at: $0) == .dateKept }
        }
        return courses.sorted { log.precedes($0[0], $1[0]) }.compactMap { positions in
            var state: DateState?
            for position in positions {
                guard let event = log.event(at: position) else { continue }
                if state == nil {
                    state = DateState(event, by: log.author(at: position))
                } else {
                    state?.follow(event, by: log.author(at: position))
                }
            }
            return state
        }
    }
}
