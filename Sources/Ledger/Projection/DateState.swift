import Bytes

/// Where a date is, from the draw to the look back.
///
/// One draws and doesn't see what; the other chooses. Either suggests a day and an hour, and it is agreed when the other has said
/// yes to just that; either puts it back at any time.
public struct DateState: Equatable, Sendable {
    /// What was suggested.
    public struct Plan: Equatable, Sendable {
        /// The entry that suggested it.
        public let entry: Identifier
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

        fileprivate init(_ said: Said<DatePlanned>) {
            entry = said.entry
            idea = said.fields.idea
            text = said.fields.text
            at = said.fields.at
            author = said.author
        }
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
    /// When it came there: milliseconds since 1970.
    public private(set) var since: Int64

    /// A date that begins with an event; nil when nothing begins with it.
    init?(_ said: Said<Event>) {
        if case .dateDrawn(let draw) = said.fields, !draw.ideas.isEmpty {
            id = draw.date
            phase = .drawn(Array(draw.ideas.prefix(DateDrawn.most)), by: said.author)
        } else if case .datePlanned(let plan) = said.fields {
            id = plan.date
            phase = .planned(Plan(said.with(plan)))
        } else {
            return nil
        }
        since = said.milliseconds
    }

    /// Follows what was said next.
    mutating func follow(_ said: Said<Event>) {
        guard let next = phase(after: said) else { return }
        phase = next
        since = said.milliseconds
    }

    /// Where an event leads; nil where it leads nowhere.
    private func phase(after said: Said<Event>) -> Phase? {
        switch phase {
        case .drawn(let ideas, let drawer):
            // Nobody chooses from what they drew themselves, or what wasn't drawn.
            guard case .dateChosen(let choice) = said.fields, drawer != said.author, ideas.contains(choice.idea) else {
                return nil
            }
            return .chosen(choice.idea)
        case .chosen:
            if case .datePlanned(let plan) = said.fields { return .planned(Plan(said.with(plan))) }
            return nil
        case .planned(var plan):
            if case .datePlanned(let plan) = said.fields { return .planned(Plan(said.with(plan))) }
            guard case .dateAgreed(let yes) = said.fields, plan.author != said.author, plan.entry == yes.plan else {
                return nil
            }
            plan.isAgreed = true
            return .planned(plan)
        }
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

    /// Whether somebody wants an idea to be in the hat.
    public func isInHat(_ idea: String, of account: Identifier) -> Bool {
        guard let symbol = log.symbol(for: idea), let position = person(account)?[.dateIdeas].named[symbol] else {
            return false
        }
        return log.kind(at: position) == .dateWanted
    }

    /// The ideas that somebody never wants to be drawn.
    public func refusedDates(of account: Identifier) -> Set<String> {
        Set(
            ordered(person(account)?[.dateJudgements].named).compactMap { position in
                guard case .dateJudged(let judged) = log.event(at: position), judged.isNever else { return nil }
                return judged.idea
            })
    }

    /// The dates that aren't over, in the order in which they began. What was taken back doesn't count.
    public var openDates: [DateState] {
        let courses = self[.dates].courses.map { $0.filter { !isRemoved($0) } }.filter { positions in
            !positions.isEmpty && !positions.contains { [.datePutBack, .dateKept].contains(log.kind(at: $0)) }
        }
        return courses.sorted { log.precedes($0[0], $1[0]) }.compactMap { positions in
            var state: DateState?
            for position in positions {
                guard let said = said(position, { event -> Event? in event }) else { continue }
                if state == nil { state = DateState(said) } else { state?.follow(said) }
            }
            return state
        }
    }
}
